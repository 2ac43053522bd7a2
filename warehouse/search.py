"""Full-text search over the passages of a snapshot: `FROM reporting.search('grain exports')`.

The index is written with the snapshot and read with DuckDB's extension `fts`; who opens the file without it can read all else.
"""
from __future__ import annotations

from pathlib import Path

import duckdb

from .extensions import load_extension

SCHEMA = "fts_reporting_passages"
"""Where DuckDB keeps the index."""
MACRO = Path(__file__).with_name("search.sql")
INDEXED = ("PRAGMA create_fts_index('reporting.passages', 'passage_id', 'text', stemmer = 'porter', stopwords = 'english', "
           r"strip_accents = 1, lower = 1, ignore = '[^\p{L}\p{N}]+')")


def enable_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a connection search, which must not be locked yet; raises WarehouseError where the extension is not installed."""
    load_extension(connection, "fts")


def index_passages(connection: duckdb.DuckDBPyConnection) -> None:
    """Index the passages of the database that is in use; raises WarehouseError where the extension is not installed."""
    enable_search(connection)
    connection.execute(INDEXED)
    connection.execute(MACRO.read_text(encoding="utf-8"))
