"""The dashboards as files: Superset's own export format, in `assets/`, without the path of a warehouse.

The path is put in as they are imported, so that the files are the same on every machine.
"""
from __future__ import annotations

import hashlib
from pathlib import Path

import yaml

ASSETS = Path(__file__).parent / "assets"
PLACEHOLDER = "duckdb:///PUT-IN-WHEN-IMPORTED"


def read_assets(published: Path, *, folder: Path = ASSETS) -> dict[str, str]:
    """Return the text of each file under the name that Superset wants, with the address of the published file in it.

    Raises ValueError where no database, or more than one, has the placeholder of the address.
    """
    contents = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
                for path in sorted(folder.rglob("*.yaml"))}
    with_address = [name for name, text in contents.items() if PLACEHOLDER in text]
    if len(with_address) != 1:
        raise ValueError(f"{folder}: one file must hold the address {PLACEHOLDER}, and these do: {with_address}.")
    database = yaml.safe_load(contents[with_address[0]])
    contents[with_address[0]] = yaml.safe_dump({**database, "sqlalchemy_uri": f"duckdb:///{published.absolute()}"})
    return contents


def digest_of(contents: dict[str, str], *others: str) -> str:
    """Return a digest that changes with any of the files, or of `others`."""
    return hashlib.sha256(repr((sorted(contents.items()), others)).encode()).hexdigest()
