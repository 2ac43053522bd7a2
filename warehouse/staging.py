"""Hand rows to DuckDB as Arrow tables, with the columns and types of the declared table."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache

import duckdb
import pyarrow
from sqlalchemy import BigInteger, Boolean, Date, DateTime, Double, Integer, String

from .schema import metadata

ARROW_TYPES = {
    BigInteger: pyarrow.int64(), Boolean: pyarrow.bool_(), Date: pyarrow.date32(), DateTime: pyarrow.timestamp("us"),
    Double: pyarrow.float64(), Integer: pyarrow.int32(), String: pyarrow.string(),
}
NAME = "staged_rows"


@contextmanager
def staged(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, Sequence]) -> Iterator[str]:
    """Lend DuckDB equally long `columns` of a declared table as a relation, and yield its name."""
    types = column_types(table)
    connection.register(NAME, pyarrow.table({name: pyarrow.array(values, types[name]) for name, values in columns.items()}))
    try:
        yield NAME
    finally:
        connection.unregister(NAME)


def insert(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, Sequence], *,
           suffix: str = "") -> list[tuple]:
    """Insert equally long `columns` into `table`; `suffix` is SQL such as ON CONFLICT or RETURNING.

    Returns the rows that a RETURNING gives, else the count that DuckDB reports.
    """
    listed = ", ".join(columns)
    with staged(connection, table, columns) as name:
        return connection.execute(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM {name} {suffix}").fetchall()


@cache
def column_types(table: str) -> dict[str, pyarrow.DataType]:
    """Return the Arrow type of each column of a declared table."""
    return {column.name: ARROW_TYPES[type(column.type)] for column in metadata.tables[table].columns}
