"""Look at a snapshot as a reader will, before any reader does: every table there, whole, with its words and nothing else.

What is found missing is an error, never a warning: a snapshot that is not as it should be is not published.
"""
from __future__ import annotations

from pathlib import Path

import duckdb

from .connection import open_reader
from .errors import WarehouseError
from .search import SCHEMA
from .snapshot import State, snapshot_tables


def audit_snapshot(path: Path, state: State) -> None:
    """Raise WarehouseError where the file does not hold what was written: every block is read and its checksum compared."""
    try:
        with open_reader(path) as connection:
            wrong = _catalog(connection) or _content(connection, state)
    except duckdb.Error as error:
        raise WarehouseError(f"The snapshot cannot be read back ({error}); it was not published. Look after the disk, "
                             "then run `rapporteur publish`.") from error
    if wrong:
        raise WarehouseError(f"The snapshot is not what was written ({'; '.join(wrong)}); it was not published. Run "
                             "`rapporteur publish` again, and report it where that says the same.")


def _catalog(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return what differs between the tables as they are declared and as they are there."""
    there = {(schema, name): comment for schema, name, comment in connection.execute(
        "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE NOT internal AND schema_name <> ? "
        "UNION ALL SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal", [SCHEMA]).fetchall()}
    declared = {("reporting", table.name): table.comment for table in snapshot_tables()}
    columns: dict[str, dict[str, str]] = {}
    for table, column, comment in connection.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE schema_name = 'reporting' "
            "ORDER BY table_name, column_index").fetchall():
        columns.setdefault(table, {})[column] = comment
    return [
        *(f"{schema}.{name} is missing" for schema, name in declared.keys() - there.keys()),
        *(f"{schema}.{name} does not belong there" for schema, name in there.keys() - declared.keys()),
        *(f"{schema}.{name} has another comment" for schema, name in declared.keys() & there.keys()
          if declared[schema, name] != there[schema, name]),
        *(f"the columns of reporting.{table.name} differ" for table in snapshot_tables()
          if list(table.columns.items()) != list(columns.get(table.name, {}).items())),
    ]


def _content(connection: duckdb.DuckDBPyConnection, state: State) -> list[str]:
    """Return the tables that do not hold as many rows as were written."""
    wrong = []
    for name, rows in state.rows.items():
        (count, _) = connection.execute(f"SELECT count(*), bit_xor(hash(held)) FROM reporting.{name} AS held").fetchone()
        if count != rows:
            wrong.append(f"reporting.{name} has {count} rows, not {rows}")
    return wrong
