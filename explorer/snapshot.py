"""Read what is published: one snapshot, whole, asked by the queries of `queries/` and by nothing else."""
from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb

from warehouse.connection import open_reader
from warehouse.errors import WarehouseError
from warehouse.search import enable_search
from warehouse.shelf import Shelf

QUERIES = Path(__file__).with_name("queries")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published state that is open. It stays readable until it is closed, even when its file is removed meanwhile."""

    connection: duckdb.DuckDBPyConnection
    published_at: datetime
    run_id: str | None
    state: str
    opened: ExitStack

    def ask(self, name: str, **values: object) -> list[tuple]:
        """Return the rows that a query answers with, by the names of its columns; values are bound, never written into it."""
        return answer(self.connection, name, **values)

    def ask_one(self, name: str, **values: object) -> tuple | None:
        """Return the only row that a query answers with, None where there is none."""
        return next(iter(self.ask(name, **values)), None)

    def close(self) -> None:
        """Close it."""
        self.opened.close()


def answer(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[tuple]:
    """Return the rows that the query of a name answers with."""
    cursor = connection.cursor()
    try:
        if "folded(" in _text(name):
            cursor.execute(_text("folded"))  # a macro of a read-only file belongs to one cursor
        cursor.execute(_text(name), values or None)
        row = _row(tuple(column[0] for column in cursor.description))
        return [row(*found) for found in cursor.fetchall()]
    finally:
        cursor.close()


def published_file(shelf: Shelf) -> Path:
    """Return the file of what is published; raises WarehouseError where nothing is."""
    file = shelf.current()
    if file is None or not file.is_file():
        raise WarehouseError(f"Nothing is published at {shelf.link}. `rapporteur ingest` publishes what it has read, "
                             "`rapporteur publish` what a warehouse holds.")
    return file


def open_snapshot(file: Path) -> Snapshot:
    """Open a snapshot. Raises WarehouseError where the file is none, or was written by a version that published less."""
    with ExitStack() as stack:
        connection = stack.enter_context(open_reader(file, prepare=enable_search))
        try:
            (about,) = answer(connection, "snapshot")
            answer(connection, "is_complete")
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise WarehouseError(f"{file} was published by an older version, which the explorer cannot show; "
                                 "`rapporteur publish` publishes it anew.") from error
        return Snapshot(connection, about.published_at, about.run_id, about.state, stack.pop_all())


@cache
def _text(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def _row(columns: Sequence[str]) -> type[tuple]:
    return namedtuple("Row", columns)
