"""Bring derived content up to date: sweep what nothing supports any more.

Retired versions go child-first, then the identities that no row refers to. Each statement is a transaction of its own, because
DuckDB refuses to delete children and their parents in one; what the views show is the same before, between and after, so a
kill does no harm and the next refresh goes on.
"""
from __future__ import annotations

import duckdb
from sqlalchemy import Table

from .identities import KEY_COLUMNS
from .schema import metadata

SWEPT = frozenset(KEY_COLUMNS.values())


def refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """Delete retired versions, and people, organizations, places, outlets, posts and facts that no row refers to."""
    children_first = list(reversed(metadata.sorted_tables))
    if connection.execute("SELECT 1 FROM main.document_versions WHERE NOT is_current LIMIT 1").fetchone():
        for table in children_first:
            if "version_id" in table.columns and table.name != "document_versions":
                connection.execute(f"DELETE FROM main.{table.name} WHERE version_id IN "
                                   "(SELECT version_id FROM main.document_versions WHERE NOT is_current)")
        connection.execute("DELETE FROM main.document_versions WHERE NOT is_current")
    for table in children_first:
        if table.name in SWEPT:
            _sweep(connection, table)


def _sweep(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Delete the rows of an identity table that no foreign key points to."""
    (key,) = table.primary_key.columns
    constraints = (constraint for user in metadata.tables.values() for constraint in user.foreign_key_constraints)
    users = sorted((element.parent.table.name, element.parent.name)
                   for constraint in constraints for element in constraint.elements if element.column is key)
    unused = " ".join(f"ANTI JOIN main.{user} AS u{index} ON u{index}.{column} = thing.{key.name}"
                      for index, (user, column) in enumerate(users))
    connection.execute(f"DELETE FROM main.{table.name} WHERE {key.name} IN "
                       f"(SELECT thing.{key.name} FROM main.{table.name} AS thing {unused})")
