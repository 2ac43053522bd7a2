"""What each run left is kept: what the checks found, and how much there was."""
from __future__ import annotations

from datetime import datetime, timedelta

import duckdb

from tests.warehouse.history import first_run, second_run
from warehouse.checks import run_checks
from warehouse.summary import summarize
from warehouse.trends import keep_counts, keep_results

NOW = datetime(2026, 1, 2)
QUERY = "SELECT run_id, bad_rows, bad_rows_before FROM reporting.check_results WHERE name = 'document_without_facts' ORDER BY ALL"


def test_results_of_every_check_are_kept_with_those_of_the_time_before(warehouse: duckdb.DuckDBPyConnection) -> None:
    run_id = first_run(warehouse)
    results = run_checks(warehouse)
    keep_results(warehouse, results, run_id=run_id, checked_at=NOW)
    assert warehouse.execute("SELECT count(*) FROM reporting.check_results").fetchall() == [(len(results),)]
    warehouse.execute("DELETE FROM mentions")
    keep_results(warehouse, run_checks(warehouse), run_id=second_run(warehouse), checked_at=NOW + timedelta(days=1))
    assert warehouse.execute(QUERY).fetchall() == [("run-1", 0, None), ("run-2", 0, 0)]


def test_the_same_moment_is_kept_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    run_id = first_run(warehouse)
    for _ in range(2):
        keep_results(warehouse, run_checks(warehouse), run_id=run_id, checked_at=NOW)
    assert warehouse.execute(QUERY).fetchall() == [("run-1", 0, None)]


def test_counts_of_each_run_stand_beside_those_of_the_run_before(warehouse: duckdb.DuckDBPyConnection) -> None:
    for run in (first_run, second_run):
        run_id = run(warehouse)
        keep_counts(warehouse, summarize(warehouse), run_id=run_id)
        keep_counts(warehouse, summarize(warehouse), run_id=run_id)
    assert warehouse.execute("SELECT run_id, things, things_before FROM reporting.run_counts WHERE counted = 'documents' "
                             "ORDER BY ALL").fetchall() == [("run-1", 2, None), ("run-2", 3, 2)]
