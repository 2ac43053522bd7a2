"""Load small bulletins of our own into a warehouse, through the real extraction, and resolve what they say."""
from __future__ import annotations

import hashlib
from datetime import datetime

import duckdb

from etl.extract import EXTRACTOR_VERSION, extract
from etl.knowledge import load_knowledge
from etl.records import Source
from etl.resolution import resolve_all
from etl.rows import rows_of
from etl.settings import Configuration, PublishSettings
from warehouse import ledger
from warehouse.load import load_documents
from warehouse.rows import DocumentRows

NOW = datetime(2026, 1, 2, 3, 4, 5)
UNPUBLISHED = Configuration(publish=PublishSettings(after_runs=False))
"""For runs of which nobody looks at what is published, which takes a third of their time."""


def bulletin(first: str, last: str, *items: str) -> str:
    """Return a bulletin of a period."""
    return "\n".join(["Weekly Note", f"{first} - {last}", "", *(f"► {item}\n" for item in items)])


def read(name: str, text: str) -> DocumentRows:
    """Return the rows of a text."""
    source = Source(f"file:///{name}.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", text)
    return rows_of(extract(source, load_knowledge()), extractor_version=EXTRACTOR_VERSION)


def load(connection: duckdb.DuckDBPyConnection, *documents: DocumentRows) -> int:
    """Load documents in a run of their own, resolve, and return the run."""
    run_id = ledger.begin_run(connection, started_at=NOW, extractor_version=EXTRACTOR_VERSION)
    assert all(isinstance(fate, str) for fate in load_documents(connection, documents, run_id=run_id, loaded_at=NOW))
    resolve_all(connection, run_id=run_id)
    ledger.finish_run(connection, run_id, finished_at=NOW, status="completed", seen=len(documents), loaded=len(documents),
                      replaced=0, skipped=0, rejected=0)
    return run_id


def column(connection: duckdb.DuckDBPyConnection, query: str) -> list:
    """Return the first column of the answer."""
    return [row[0] for row in connection.execute(query).fetchall()]


def shown(connection: duckdb.DuckDBPyConnection, *views: str) -> dict[str, list[str]]:
    """Return what readers see in views, in an order of its own, but for when it was recorded."""
    return {view: sorted(map(str, connection.execute(
        f"SELECT COLUMNS(name -> name NOT LIKE 'recorded%' AND name <> 'run_id') FROM reporting.{view}").fetchall())) for view in views}
