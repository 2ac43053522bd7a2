"""Checks of the data: each is a query that returns the bad rows, with a severity and the reason.

The queries lie in `checks/*.sql`; to them comes one for each declared foreign key.
"""
from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb

from .errors import WarehouseError
from .moments import as_utc
from .orphans import orphan_queries
from .schema.vocabulary import CHECK_SEVERITIES

FOLDER = Path(__file__).parent / "checks"


@dataclass(frozen=True, slots=True)
class Check:
    """A query for bad rows; `severity` is error, warning or info."""

    name: str
    severity: str
    reason: str
    query: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: the bad rows with the names of their columns; none where all is well."""

    name: str
    severity: str
    reason: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def run_checks(connection: duckdb.DuckDBPyConnection, *, at: datetime | None = None,
               only: Container[str] | None = None) -> list[CheckResult]:
    """Run every check, or those named `only`, and return all results, errors first, those without bad rows included.

    Whether a source is late is told as of the moment `at`, by default as of the end of the last run.
    """
    wanted = [check for check in checks() if only is None or check.name in only]
    ranked = sorted(wanted, key=lambda check: (CHECK_SEVERITIES.index(check.severity), check.name))
    connection.execute("SET VARIABLE checked_at = CAST(? AS TIMESTAMP)", [None if at is None else as_utc(at)])
    try:
        return [_run(connection, check) for check in ranked]
    finally:
        connection.execute("RESET VARIABLE checked_at")


@cache
def checks() -> tuple[Check, ...]:
    """Return all checks: those of the folder, and one a foreign key."""
    orphans = (Check(f"orphan {name}", "error", f"Rows of {name} must refer to something that is there.", query)
               for name, query in orphan_queries().items())
    return (*map(_parse, sorted(FOLDER.glob("*.sql"))), *orphans)


def _run(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    try:
        cursor = connection.execute(check.query)
    except duckdb.CatalogException as error:
        raise WarehouseError(f"The check {check.name} asks for what this warehouse lacks; `rapporteur migrate` brings it to the "
                             f"schema of this version. {error}") from error
    columns = tuple(column[0] for column in cursor.description)
    return CheckResult(check.name, check.severity, check.reason, columns, tuple(cursor.fetchall()))


def _parse(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    header = dict(line.removeprefix("-- ").split(": ", 1) for line in text.splitlines() if line.startswith("-- "))
    if set(header) != {"severity", "reason"} or header["severity"] not in CHECK_SEVERITIES:
        raise WarehouseError(f"{path} must begin with a severity ({', '.join(CHECK_SEVERITIES)}) and a reason.")
    return Check(path.stem, header["severity"], header["reason"], text)
