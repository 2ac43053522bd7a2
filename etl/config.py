"""Read `rapporteur.toml`; what is wrong with it is said once: file, key, reason, next step.

Values never stand in an error, since one may be a secret that somebody wrote in the wrong place.
"""
from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from etl.configuration_file import VARIABLE
from etl.errors import ConfigurationError
from etl.settings import BackupSettings, Configuration, LimitSettings, PublishSettings, SourceSettings, WebSettings
from etl.tables.mapping import Cell, PartyMapping, TableMapping

MAX_BYTES = 1_000_000
NEXT = "docs/configuration.md lists what may stand there"
TABLES: dict[str, type[BaseModel]] = {"sources": SourceSettings, "web": WebSettings, "limits": LimitSettings, "tables": TableMapping,
                                      "publish": PublishSettings, "backup": BackupSettings}
INNER: dict[str, type[BaseModel]] = {"parties": PartyMapping}
TOLD = {
    "missing": "is missing", "string_type": "must be a text in quotes", "string_too_short": "must not be empty",
    "bool_type": "must be true or false", "int_type": "must be a whole number", "float_type": "must be a number",
    "finite_number": "must be a number", "dict_type": "must be a table", "model_type": "must be a table",
    "tuple_type": "must be a text in quotes or a list of them",
    "string_pattern_mismatch": "must be made of up to 64 letters, digits, hyphens and underscores",
}
BOUNDS = {"greater_than": ("more than", "gt"), "greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le")}


def read_configuration(path: Path | None) -> Configuration:
    """Return what a file configures, the defaults without one; ConfigurationError where it cannot be used."""
    if path is None:
        return Configuration()
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}; check --config and {VARIABLE}") from None
    if len(raw) > MAX_BYTES:
        raise ConfigurationError(f"{path}: is larger than {MAX_BYTES:,} bytes, so it is no configuration; check --config")
    try:
        tables = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is no UTF-8 at byte {error.start}; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{path}: is no TOML: {error}; quote texts, and write each table once") from None
    try:
        return Configuration.model_validate(tables)
    except ValidationError as error:
        wrong = "\n".join(_told(problem) for problem in error.errors(include_input=False, include_url=False))
        raise ConfigurationError(f"{path}: {wrong}\n{NEXT}" if "\n" in wrong else f"{path}: {wrong}; {NEXT}") from None


def _told(problem: Mapping[str, Any]) -> str:
    """Return one problem as the key and the reason."""
    where = [str(step) for step in problem["loc"] if step != "[key]"]
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        reason = _unknown(where)
    elif kind in BOUNDS:
        words, bound = BOUNDS[kind]
        reason = f"must be {words} {context[bound]:,.0f}"
    elif kind == "literal_error":
        reason = f"must be one of {context['expected']}"
    elif kind == "value_error":
        reason = str(context["error"])
    else:
        reason = TOLD.get(kind, problem["msg"])
    return f"{'.'.join(where)}: {reason}"


def _unknown(where: list[str]) -> str:
    """Return that a key is not known, with the one that it may stand for."""
    inner = next((INNER[step] for step in where[:-1] if step in INNER), None)
    model = inner or (Configuration if len(where) == 1 else Cell if len(where) > 3 else TABLES[where[0]])
    known = [field.alias or name for name, field in model.model_fields.items()]
    close = get_close_matches(where[-1], known, n=1)
    return "is not known" + (f"; did you mean {close[0]}?" if close else f"; known are {', '.join(known)}")
