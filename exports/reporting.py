"""Read `reporting`: its tables with the words of the catalog, and their rows in batches, so that no table need fit in memory.

The published snapshot and the warehouse itself are read alike; what is not in `reporting` is not seen.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow

from exports.errors import ExportError, NothingToExport
from warehouse.view_keys import PRIMARY_KEYS
from exports.plain_text import in_one_line
from warehouse.connection import open_reader

BATCH = 20_000
CATALOG = Path(__file__).with_name("catalog.sql")
STATE_OF_SNAPSHOT = "SELECT run_id, published_at, extractor_version FROM reporting.snapshot"
STATE_OF_WAREHOUSE = ("SELECT run_id, finished_at, extractor_version FROM reporting.ingest_runs "
                      "WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the catalog has it."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view of `reporting` as the catalog has it."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Which state of the warehouse is read: the last run, and when it was published, or else ended, UTC."""

    run_id: str
    at: datetime
    extractor_version: str | None

    @property
    def number(self) -> int:
        """Return the number of the run, which grows with each."""
        return int(self.run_id.removeprefix("run-"))


class Reporting:
    """`reporting` as one open connection shows it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables in the order of their names."""
        found: dict[tuple[str, str], list[Column]] = {}
        for table, meaning, *column in self._connection.execute(CATALOG.read_text(encoding="utf-8")).fetchall():
            found.setdefault((table, meaning), []).append(Column(*column))
        return tuple(Table(name, meaning, tuple(columns)) for (name, meaning), columns in found.items())

    @cached_property
    def state(self) -> State:
        """Return the state that is shown; raises ExportError where no run has ended yet."""
        published = any(table.name == "snapshot" for table in self.tables)
        found = self._connection.execute(STATE_OF_SNAPSHOT if published else STATE_OF_WAREHOUSE).fetchone()
        if found is None or found[0] is None:
            raise ExportError("The warehouse is empty, so there is nothing to export; `rapporteur ingest` fills it.")
        return State(*found)

    @cached_property
    def countries(self) -> dict[str, str]:
        """Return the names of the countries by their codes."""
        found = self._connection.execute("SELECT country_code, name FROM reporting.countries").fetchall()
        return {code: in_one_line(name) for code, name in found}

    def named(self, names: Sequence[str]) -> list[Table]:
        """Return the tables of these names, or all where none is given; raises NothingToExport where a name has none."""
        known = {table.name: table for table in self.tables}
        for name in names:
            if name not in known:
                raise NothingToExport(f"There is no view {name}; there are {', '.join(known)}.")
        return [table for table in self.tables if not names or table.name in names]

    def select(self, table: Table, expressions: Sequence[str] | None = None) -> pyarrow.RecordBatchReader:
        """Return the rows of a table in the order of its key, its columns as they are or as SQL expressions have them."""
        order = ", ".join(map(identifier, PRIMARY_KEYS.get(table.name, ()))) or "ALL"
        what = ", ".join(expressions or [identifier(column.name) for column in table.columns])
        return self.batches(f"SELECT {what} FROM reporting.{identifier(table.name)} ORDER BY {order}")

    def batches(self, sql: str, values: Mapping[str, object] | None = None) -> pyarrow.RecordBatchReader:
        """Return the answer to a query in batches."""
        return self._connection.cursor().execute(sql, values or {}).to_arrow_reader(BATCH)

    def rows(self, sql: str, values: Mapping[str, object] | None = None) -> Iterator[dict[str, object]]:
        """Yield the answer to a query, each row by its columns."""
        for batch in self.batches(sql, values):
            yield from batch.to_pylist()


@contextmanager
def open_reporting(file: Path) -> Iterator[Reporting]:
    """Open a snapshot, or a warehouse, to export from it.

    Raises the errors of `open_reader`, and ExportError where a query fails.
    """
    with open_reader(file) as connection:
        try:
            yield Reporting(connection)
        except (duckdb.Error, pyarrow.ArrowException) as error:
            raise ExportError(f"{file} cannot be read: {error}") from error


def identifier(name: str) -> str:
    """Return a name of the catalog as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
