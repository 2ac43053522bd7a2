"""How a warehouse stands: its last runs, what each source has brought, and what waits for somebody.

What is asked of `reporting` can be asked of a snapshot, too; only the warehouse itself knows the sources.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from .notes import schema_revision


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the ledger has it."""

    run_id: str
    kind: str
    status: str
    started_at: datetime
    finished_at: datetime | None
    documents_seen: int
    documents_loaded: int
    documents_rejected: int


@dataclass(frozen=True, slots=True)
class SourceState:
    """What a source has brought; `name` is None for documents that were named on the spot."""

    name: str | None
    documents: int
    last_loaded_at: datetime
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a warehouse stands. `sources` and `schema_revision` are None where a snapshot was asked."""

    last_run: Run | None
    last_completed: Run | None
    documents: int
    rejected: int
    open_findings: int
    waiting: int
    sources: tuple[SourceState, ...] | None = None
    schema_revision: str | None = None


RUNS = ("SELECT run_id, kind, status, started_at, finished_at, documents_seen, documents_loaded, documents_rejected "
        "FROM reporting.ingest_runs WHERE status = 'completed' OR NOT $completed "
        "ORDER BY started_at DESC, length(run_id) DESC, run_id DESC LIMIT 1")
COUNTS = ("SELECT (SELECT count(*) FROM reporting.documents), (SELECT count(DISTINCT uri) FROM reporting.rejected_documents), "
          "(SELECT count(*) FROM reporting.quality_findings WHERE status = 'open'), "
          "(SELECT count(*) FROM reporting.review_queue)")
SOURCES = ("SELECT origin.source, count(*), max(version.loaded_at), "
           "max(coalesce(version.period_end, version.published_on, version.period_start)) "
           "FROM main.document_versions AS version LEFT JOIN main.origins AS origin USING (version_id) "
           "WHERE version.is_current GROUP BY origin.source ORDER BY origin.source NULLS LAST")


def standing(connection: duckdb.DuckDBPyConnection, *, live: bool) -> Standing:
    """Return how a warehouse stands, as it tells itself where `live`, else as its snapshot does."""
    last, completed = (connection.execute(RUNS, {"completed": only}).fetchone() for only in (False, True))
    counts = connection.execute(COUNTS).fetchone()
    sources = tuple(SourceState(*row) for row in connection.execute(SOURCES).fetchall()) if live else None
    revision = schema_revision(connection) if live else None
    return Standing(last and Run(*last), completed and Run(*completed), *counts, sources, revision)
