"""The views answer as of a run or a day as they answered then."""
from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.history import first_run
from warehouse.as_of import Moment, find_moment, last_moment, show_as_of
from warehouse.connection import open_reader
from warehouse.errors import NoSuchMoment, WarehouseError

TELLS_OF_LATER_RUNS: dict[str, set[str]] = {}
"""Columns of a view that say what came after: they may differ."""


@pytest.fixture(scope="module")
def states(after_runs: tuple[Path, ...]) -> tuple[Path, list[dict[str, list[str]]]]:
    """Return a warehouse of three runs, and what its views showed before the first and after each."""
    shown = []
    for path in after_runs:
        with open_reader(path) as connection:
            shown.append(everything(connection))
    return after_runs[-1], shown


def everything(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the rows of all views of `reporting` that the catalog lists."""
    names = connection.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'reporting'").fetchall()
    return {name: rows(connection, name) for name, in names}


def rows(connection: duckdb.DuckDBPyConnection, view: str) -> list[str]:
    cursor = connection.execute(f"SELECT * FROM reporting.{view}")
    columns = [column[0] for column in cursor.description]
    kept = [index for index, name in enumerate(columns) if name not in TELLS_OF_LATER_RUNS.get(view, ())]
    return sorted(str([row[index] for index in kept]) for row in cursor.fetchall())


@pytest.mark.parametrize("run", [0, 1, 2, 3])
def test_as_of_a_run_every_view_shows_what_it_showed_when_that_run_had_ended(
        states: tuple[Path, list[dict[str, list[str]]]], run: int) -> None:
    path, shown = states
    with duckdb.connect(path, read_only=True) as connection:
        show_as_of(connection, Moment(run))
        assert everything(connection) == shown[run]


def test_afterwards_every_view_shows_what_it_shows_today(states: tuple[Path, list[dict[str, list[str]]]]) -> None:
    path, shown = states
    with duckdb.connect(path, read_only=True) as connection:
        show_as_of(connection, Moment(1))
        connection.execute("RESET VARIABLE as_of_run")
        assert everything(connection) == shown[3]


def test_every_view_changed_in_this_history(states: tuple[Path, list[dict[str, list[str]]]]) -> None:
    """A view that all three runs left alone would be asked nothing by the test above."""
    _, shown = states
    # What checks find and how much there is, whole runs keep, which these are not; countries are reference data.
    assert {view for view in shown[3] if shown[1][view] == shown[2][view] == shown[3][view]} == {
        "check_results", "countries", "run_counts"}


@pytest.mark.parametrize(("named", "run"), [
    ("1", 1), ("run-2", 2), ("2026-01-01", 0), ("2026-01-02", 1), ("2026-01-03", 2), ("2026-01-04", 2), ("2026-01-05", 3),
    ("2031-12-31", 3)])
def test_a_day_is_the_last_run_that_had_ended_by_the_end_of_it(
        states: tuple[Path, object], named: str, run: int) -> None:
    with duckdb.connect(states[0], read_only=True) as connection:
        assert find_moment(connection, named).run == run
        assert last_moment(connection).run == 3


def test_a_run_that_ends_at_midnight_belongs_to_the_next_day(warehouse: duckdb.DuckDBPyConnection) -> None:
    first_run(warehouse)
    warehouse.execute("UPDATE main.ingest_runs SET finished_at = TIMESTAMP '2026-01-03 00:00:00'")
    assert [find_moment(warehouse, day).run for day in ("2026-01-02", "2026-01-03")] == [0, 1]


def test_a_run_under_way_stands_for_no_day(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    assert find_moment(warehouse, "2031-12-31").run == 0
    assert find_moment(warehouse, "1").run == run_id


@pytest.mark.parametrize("named", ["", "0", "4", "run-4", "run-", "-1", "yesterday", "2026-02-30", "2026-1-2", "20260102", "9" * 40,
                                   "0000-01-01", "1; DROP TABLE x", "٣"])
def test_what_is_no_run_and_no_day_is_refused(states: tuple[Path, object], named: str) -> None:
    with duckdb.connect(states[0], read_only=True) as connection, pytest.raises(NoSuchMoment, match="YYYY-MM-DD"):
        find_moment(connection, named)


def test_a_run_of_a_day_is_found_in_plain_sql(states: tuple[Path, list[dict[str, list[str]]]]) -> None:
    path, shown = states
    with duckdb.connect(path, read_only=True) as connection:
        connection.execute("SET VARIABLE as_of_run = reporting.run_of_day(DATE '2026-01-02')")
        assert rows(connection, "meetings") == shown[1]["meetings"]
        (words,) = connection.execute("SELECT comment FROM duckdb_functions() WHERE function_name = 'run_of_day'").fetchone()
    assert words


def test_a_warehouse_with_older_views_says_what_to_do(warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute("DROP MACRO reporting.run_of_day")
    with pytest.raises(WarehouseError, match="rapporteur migrate"):
        find_moment(warehouse, "1")


def test_a_fact_says_when_its_first_evidence_that_counts_was_recorded(states: tuple[Path, object]) -> None:
    query = ("SELECT 'meeting', meeting_id, recorded_run_id, recorded_at::VARCHAR, extractor_version FROM reporting.meetings UNION ALL "
             "SELECT 'agreement', agreement_id, recorded_run_id, recorded_at::VARCHAR, extractor_version FROM reporting.agreements "
             "UNION ALL SELECT 'position', title, recorded_run_id, recorded_at::VARCHAR, extractor_version "
             "FROM reporting.person_positions WHERE person = 'Boris Karloff' ORDER BY ALL")
    first, second = ("run-1", "2026-01-02 22:00:00", "test-1"), ("run-2", "2026-01-03 22:00:00", "test-2")
    with duckdb.connect(states[0], read_only=True) as connection:
        show_as_of(connection, Moment(1))
        assert {row[2:] for row in connection.execute(query).fetchall()} == {first}
        show_as_of(connection, Moment(2))
        assert connection.execute(query).fetchall() == [
            ("agreement", "a-danube", *first), ("agreement", "a-rhenic", *second), ("meeting", "m-geneva", *second),
            ("meeting", "m-plan", *second), ("meeting", "m-vienna", *first), ("position", "president", *first)]
        connection.execute("RESET VARIABLE as_of_run")
        assert {row[2:] for row in connection.execute(query).fetchall()} == {second}
