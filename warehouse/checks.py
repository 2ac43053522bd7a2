"""Checks of the data: each is a query that returns the bad rows, with a severity and the reason.

The queries lie in `checks/*.sql`; to them comes one for each declared foreign key.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from .errors import WarehouseError
from .orphans import orphan_queries

FOLDER = Path(__file__).parent / "checks"
SEVERITIES = ("error", "warning", "info")


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


def run_checks(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Run every check and return all results, errors first, those without bad rows included."""
    ranked = sorted(checks(), key=lambda check: (SEVERITIES.index(check.severity), check.name))
    return [_run(connection, check) for check in ranked]


@cache
def checks() -> tuple[Check, ...]:
    """Return all checks: those of the folder, and one a foreign key."""
    orphans = (Check(f"orphan {name}", "error", f"Rows of {name} must refer to something that is there.", query)
               for name, query in orphan_queries().items())
    return (*map(_parse, sorted(FOLDER.glob("*.sql"))), *orphans)


def _run(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    cursor = connection.execute(check.query)
    columns = tuple(column[0] for column in cursor.description)
    return CheckResult(check.name, check.severity, check.reason, columns, tuple(cursor.fetchall()))


def _parse(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    header = dict(line.removeprefix("-- ").split(": ", 1) for line in text.splitlines() if line.startswith("-- "))
    if set(header) != {"severity", "reason"} or header["severity"] not in SEVERITIES:
        raise WarehouseError(f"{path} must begin with a severity ({', '.join(SEVERITIES)}) and a reason.")
    return Check(path.stem, header["severity"], header["reason"], text)
