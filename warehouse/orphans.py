"""Rows that refer to what is not there: every foreign key is asked, because concurrent writers can defeat it."""
from __future__ import annotations

import duckdb
from sqlalchemy import ForeignKeyConstraint

from .schema import metadata


def orphan_queries() -> dict[str, str]:
    """Return, for each declared foreign key, its name and a query for the rows that break it."""
    keys = (key for table in metadata.sorted_tables for key in table.foreign_key_constraints)
    return {_name(key): _query(key) for key in sorted(keys, key=_name)}


def find_orphans(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return a line for each foreign key that rows break, with their number."""
    counted = " UNION ALL ".join(
        f"SELECT '{name}' AS name, count(*) AS broken FROM ({query})" for name, query in orphan_queries().items())
    found = connection.execute(f"SELECT name, broken FROM ({counted}) WHERE broken > 0").fetchall()
    return [f"{name}: {broken} rows" for name, broken in found]


def _name(key: ForeignKeyConstraint) -> str:
    return f"{key.parent.name}.{'+'.join(key.column_keys)}"


def _query(key: ForeignKeyConstraint) -> str:
    child, parent = key.parent.name, key.referred_table.name
    pairs = [(element.parent.name, element.column.name) for element in key.elements]
    joined = " AND ".join(f"child.{ours} = parent.{theirs}" for ours, theirs in pairs)
    given = " AND ".join(f"child.{ours} IS NOT NULL" for ours, _ in pairs)
    return f"SELECT child.* FROM main.{child} AS child ANTI JOIN main.{parent} AS parent ON {joined} WHERE {given}"
