"""The ledger of runs: when one began and ended, what it did, and what it could not read."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from .connection import transaction
from .moments import as_utc


@dataclass(frozen=True, slots=True)
class KilledRun:
    """A run that ended without a word: its id as the views show it, when it had begun (UTC), and what it had loaded."""

    run_id: str
    started_at: datetime
    uris: tuple[str, ...]


def begin_run(connection: duckdb.DuckDBPyConnection, *, started_at: datetime, extractor_version: str,
              flow_run: str | None = None) -> int:
    """Note that a run has begun and return its id."""
    return connection.execute(
        "INSERT INTO ingest_runs (started_at, extractor_version, flow_run) VALUES (?, ?, ?) RETURNING run_id",
        [as_utc(started_at), extractor_version, flow_run]).fetchone()[0]


def last_run(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Return the last run, None where there was none."""
    return connection.execute("SELECT max(run_id) FROM ingest_runs").fetchone()[0]


def begin_review(connection: duckdb.DuckDBPyConnection, run_id: int, *, by: str) -> None:
    """Note that a run is a session of review, and whose."""
    connection.execute("INSERT INTO reviews (run_id, decided_by) VALUES (?, ?)", [run_id, by])


def finish_run(connection: duckdb.DuckDBPyConnection, run_id: int, *, finished_at: datetime, status: str, seen: int,
               loaded: int, replaced: int, skipped: int, rejected: int) -> None:
    """Note how a run ended; `status` is completed, failed or cancelled, `loaded` does not count the replaced ones."""
    connection.execute(
        "UPDATE ingest_runs SET finished_at = ?, status = ?, documents_seen = ?, documents_loaded = ?, documents_replaced = ?, "
        "documents_skipped = ?, documents_rejected = ? WHERE run_id = ?",
        [as_utc(finished_at), status, seen, loaded + replaced, replaced, skipped, rejected, run_id])


def close_killed_runs(connection: duckdb.DuckDBPyConnection) -> list[KilledRun]:
    """Note every run that goes on as failed, with what it did, and return them; its end stays open, since nobody knows it.

    Only the one who holds the lock of the warehouse may ask: whatever seems to go on then was killed.
    """
    killed = connection.execute(
        "SELECT run_id, started_at FROM ingest_runs WHERE status = 'running' ORDER BY run_id").fetchall()
    found = []
    for run_id, started_at in killed:
        uris = tuple(uri for uri, in connection.execute(
            "SELECT d.uri FROM document_versions v JOIN documents d USING (document_id) WHERE v.run_id = ? "
            "ORDER BY v.version_id", [run_id]).fetchall())
        with transaction(connection):
            connection.execute(
                "UPDATE ingest_runs SET status = 'failed', documents_loaded = $loaded, "
                "documents_replaced = (SELECT count(*) FROM retirements WHERE run_id = $run), "
                "documents_rejected = (SELECT count(*) FROM rejected_documents WHERE run_id = $run), "
                "documents_seen = $loaded + (SELECT count(*) FROM rejected_documents WHERE run_id = $run) WHERE run_id = $run",
                {"loaded": len(uris), "run": run_id})
        found.append(KilledRun(f"run-{run_id}", started_at, uris))
    return found


def reject(connection: duckdb.DuckDBPyConnection, *, run_id: int, uri: str, sha256: str | None, reason: str, detail: str | None,
           rejected_at: datetime) -> None:
    """Note an input that could not be read, with the reason in a word and in full."""
    connection.execute(
        "INSERT INTO rejected_documents (uri, sha256, reason, detail, run_id, rejected_at) VALUES (?, ?, ?, ?, ?, ?)",
        [uri, sha256, reason, detail, run_id, as_utc(rejected_at)])


def answers(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str | None, str | None, str]]:
    """Return address, entity tag, Last-Modified and SHA-256 of the last answer of each address on the web."""
    return connection.execute("SELECT uri, etag, last_modified, sha256 FROM fetches").fetchall()


def note_answer(connection: duckdb.DuckDBPyConnection, *, uri: str, etag: str | None, last_modified: str | None, sha256: str,
                fetched_at: datetime) -> None:
    """Note what an address answered, in place of what it answered before."""
    connection.execute("INSERT OR REPLACE INTO fetches (uri, etag, last_modified, sha256, fetched_at) VALUES (?, ?, ?, ?, ?)",
                       [uri, etag, last_modified, sha256, as_utc(fetched_at)])
