"""The ledger: runs of ingestion, what they could not read, and what the warehouse notes about itself."""
from __future__ import annotations

from sqlalchemy import Column, DateTime, Integer, String, Table, text

from .base import metadata, one_of, reference, surrogate
from .vocabulary import RUN_STATUSES


def _count(name: str, what: str) -> Column:
    return Column(name, Integer, nullable=False, server_default=text("0"), comment=f"Documents that the run {what}.")


ingest_runs = Table(
    "ingest_runs", metadata,
    surrogate("ingest_runs", "run_id"),
    Column("started_at", DateTime, nullable=False, comment="When the run began, UTC."),
    Column("finished_at", DateTime, comment="When the run ended, UTC; NULL while it runs or where it was killed."),
    Column("status", String, nullable=False, server_default=text("'running'"),
           comment="running, completed, failed or cancelled."),
    _count("documents_seen", "found"),
    _count("documents_loaded", "loaded or replaced"),
    _count("documents_replaced", "replaced by a changed version; part of the loaded ones"),
    _count("documents_skipped", "knew already"),
    _count("documents_rejected", "could not read"),
    Column("extractor_version", String, nullable=False, comment="Version of the extraction that the run used."),
    Column("flow_run", String, comment="Name or id of the flow run in the orchestrator, where one ran it."),
    one_of("status", RUN_STATUSES),
    comment="Runs of ingestion, one row each.",
)

rejected_documents = Table(
    "rejected_documents", metadata,
    surrogate("rejected_documents", "rejection_id"),
    Column("uri", String, nullable=False, comment="Where the input was found."),
    Column("sha256", String, comment="SHA-256 of its bytes, in hexadecimal; NULL where they could not be read."),
    Column("reason", String, nullable=False, comment="Short reason: empty, binary, encoding, too_large, missing, ..."),
    Column("detail", String, comment="The reason in full, with the value that caused it."),
    reference("run_id", "ingest_runs.run_id", "Run that rejected it.", nullable=False),
    Column("rejected_at", DateTime, nullable=False, comment="When, UTC."),
    comment="Inputs that could not be read or loaded.",
)

fetches = Table(
    "fetches", metadata,
    Column("uri", String, primary_key=True, comment="Address asked for, without credentials."),
    Column("etag", String, comment="Entity tag that the server gave, sent back with the next request."),
    Column("last_modified", String, comment="Last-Modified as the server gave it, sent back with the next request."),
    Column("sha256", String, nullable=False, comment="SHA-256 of the bytes that came, in hexadecimal."),
    Column("fetched_at", DateTime, nullable=False, comment="When they came, UTC."),
    comment="What the last answer of each address on the web was, so that an unchanged one is not sent again.",
)

warehouse_notes = Table(
    "warehouse_notes", metadata,
    Column("name", String, primary_key=True, comment="What is noted: views, reference."),
    Column("value", String, nullable=False, comment="The note: the digest of the files that were applied last."),
    comment="What the warehouse notes about itself, so that unchanged views and reference data are not applied again.",
)
