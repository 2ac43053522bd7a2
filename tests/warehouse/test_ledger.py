"""The ledger keeps what runs did and what they refused."""
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import duckdb
import pytest

from etl.records import Extraction
from tests.builders import an_extraction
from warehouse import ledger
from warehouse.summary import summarize

from .conftest import NOW


def test_a_run_is_noted_from_beginning_to_end(warehouse: duckdb.DuckDBPyConnection) -> None:
    run_id = ledger.begin_run(warehouse, started_at=NOW, extractor_version="7", flow_run="brave-otter")
    shown = warehouse.execute("SELECT run_id, finished_at, status, flow_run FROM reporting.ingest_runs").fetchall()
    assert shown == [(f"run-{run_id}", None, "running", "brave-otter")]
    ledger.finish_run(warehouse, run_id, finished_at=NOW, status="completed", seen=9, loaded=3, replaced=1, skipped=4,
                      rejected=1)
    shown = warehouse.execute("SELECT finished_at, status, documents_seen, documents_loaded, documents_replaced, "
                              "documents_skipped, documents_rejected, extractor_version FROM reporting.ingest_runs").fetchall()
    assert shown == [(NOW, "completed", 9, 4, 1, 4, 1, "7")]


def test_moments_are_kept_in_utc(warehouse: duckdb.DuckDBPyConnection) -> None:
    tokyo = timezone(timedelta(hours=9))
    ledger.begin_run(warehouse, started_at=datetime(2026, 1, 2, 12, 0, tzinfo=tokyo), extractor_version="1")
    ledger.begin_run(warehouse, started_at=datetime(2026, 1, 2, 3, 0, tzinfo=UTC), extractor_version="1")
    assert set(warehouse.execute("SELECT started_at FROM ingest_runs").fetchall()) == {(datetime(2026, 1, 2, 3, 0),)}


def test_a_status_that_is_not_listed_is_refused(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    with pytest.raises(duckdb.ConstraintException):
        ledger.finish_run(warehouse, run_id, finished_at=NOW, status="fine", seen=0, loaded=0, replaced=0, skipped=0,
                          rejected=0)


def test_rejected_inputs_are_shown_and_counted_once_each(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    for _ in range(2):
        ledger.reject(warehouse, run_id=run_id, uri="file:///bad", sha256=None, reason="empty", detail="0 bytes",
                      rejected_at=NOW)
    assert warehouse.execute("FROM reporting.rejected_documents").fetchall() == [
        ("file:///bad", None, "empty", "0 bytes", f"run-{run_id}", NOW)]
    assert summarize(warehouse).rejected == 1


def test_an_input_that_every_run_rejects_is_shown_as_the_last_one_found_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    for reason in ("empty", "binary"):
        run_id = ledger.begin_run(warehouse, started_at=NOW, extractor_version="1")
        ledger.reject(warehouse, run_id=run_id, uri="file:///bad", sha256=None, reason=reason, detail=None, rejected_at=NOW)
    assert warehouse.execute("SELECT reason, run_id FROM reporting.rejected_documents").fetchall() == [("binary", "run-2")]


def test_runs_that_seem_to_go_on_are_closed_as_failed_with_what_they_did(
        warehouse: duckdb.DuckDBPyConnection, run_id: int, load: Callable[[Extraction], str]) -> None:
    load(an_extraction(uri="file:///one.txt"))
    ledger.reject(warehouse, run_id=run_id, uri="file:///bad", sha256=None, reason="empty", detail="0 bytes", rejected_at=NOW)
    assert ledger.close_killed_runs(warehouse) == [ledger.KilledRun(f"run-{run_id}", NOW, ("file:///one.txt",))]
    shown = warehouse.execute("SELECT status, finished_at, documents_seen, documents_loaded, documents_rejected "
                              "FROM reporting.ingest_runs").fetchall()
    assert shown == [("failed", None, 2, 1, 1)]
    assert ledger.close_killed_runs(warehouse) == []
