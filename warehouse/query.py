"""Answer SQL that only reads: one statement, on a connection that can reach nothing but the warehouse."""
from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow

from .as_of import Moment, show_as_of
from .connection import open_reader
from .errors import StatementRefused
from .search import enable_search

READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
"""What DuckDB's own parser calls SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW and SUMMARIZE; and EXPLAIN."""


def run_select(path: Path | str, sql: str, *, as_of: Moment | None = None) -> pyarrow.Table:
    """Return the answer to one reading statement, as of now or of an earlier moment.

    Raises StatementRefused where `sql` is no single reading statement or DuckDB refuses it, and the errors of `open_reader`.
    """
    with open_reader(path, prepare=enable_search) as connection:
        if as_of is not None:
            show_as_of(connection, as_of)
        try:
            statements = connection.extract_statements(sql)
            _require_reading(statements)
            return connection.execute(statements[0]).to_arrow_table()
        except duckdb.Error as error:
            raise StatementRefused(str(error)) from error


def _require_reading(statements: list[duckdb.Statement]) -> None:
    if len(statements) != 1:
        raise StatementRefused(f"Give one statement, not {len(statements)}.")
    if statements[0].type not in READING:
        raise StatementRefused(f"Only statements that read are run here (SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE); "
                               f"this is a {statements[0].type.name}.")
