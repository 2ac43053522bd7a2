"""Carry from one warehouse to another what no document says: the ledger, and what people decided.

Rows keep their keys, so that a run or a decision is called the same in both. What the derived tables held before is not
carried.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from .connection import open_reader
from .schema import metadata
from .views import quoted

CARRIED = ("ingest_runs", "reviews", "rejected_documents", "fetches", "decisions", "decision_accounts")
"""Tables that are carried whole, parents first."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a warehouse holds it now: what it takes to read it again. `name` is None where none was kept."""

    uri: str
    sha256: str
    media_type: str
    name: str | None
    source: str | None
    title: str | None
    publisher: str | None
    published_on: date | None
    country: str | None
    style: str | None


def current_documents(warehouse: Path) -> list[Document]:
    """Return the documents that count now, in the order in which they were loaded."""
    with open_reader(warehouse) as connection:
        return [Document(*row) for row in connection.execute(
            "SELECT document.uri, version.sha256, version.media_type, origin.name, origin.source, origin.stated_title, "
            "origin.stated_publisher, origin.stated_on, origin.stated_country, origin.stated_style "
            "FROM main.document_versions AS version JOIN main.documents AS document USING (document_id) "
            "LEFT JOIN main.origins AS origin USING (version_id) "
            "WHERE version.is_current ORDER BY version.version_id").fetchall()]


def carry(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    """Carry everything from the file of another warehouse, at the same schema, into this one, which has none of it yet."""
    connection.execute(f"ATTACH {quoted(str(warehouse))} AS carried (READ_ONLY)")
    try:
        for table in CARRIED:
            connection.execute(f"INSERT INTO main.{table} BY NAME SELECT * FROM carried.main.{table}")
            _advance(connection, table)
        # Where ids lead that were shown once: so that what people noted down still leads somewhere.
        connection.execute("INSERT INTO main.former_ids BY NAME "
                           "SELECT * FROM carried.main.former_ids WHERE ended_run_id IS NULL")
    finally:
        connection.execute("DETACH carried")


def _advance(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Have the sequence of a table go on after the keys that were carried: DuckDB cannot set one."""
    for column in metadata.tables[table].primary_key.columns:
        if column.server_default is not None:
            (last,) = connection.execute(f"SELECT coalesce(max({column.name}), 0) FROM main.{table}").fetchone()
            connection.execute(f"SELECT max(nextval('{table}_{column.name}_seq')) FROM range(?)", [last])
