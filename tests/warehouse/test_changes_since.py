"""Readers of what is published see what each publication changed, as `rapporteur changes` tells it."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.history import FIRST_DAY, a_run, first_run, second_run, third_run
from warehouse.as_of import Moment
from warehouse.changes import KINDS, changes_between
from warehouse.connection import open_reader, open_writer
from warehouse.decisions import withdraw
from warehouse.publish import publish
from warehouse.shelf import Shelf

NOW = datetime(2026, 3, 1)
TOLD = "kind, change, id, label, other_id, other, field, before, after"
Row = tuple[str | None, ...]


def fourth_run(connection: duckdb.DuckDBPyConnection) -> int:
    """Tell the two women apart again."""
    (decision_id,) = connection.execute("SELECT decision_id FROM main.decisions WHERE judgement = 'same'").fetchone()
    with a_run(connection, day=5) as run_id:
        withdraw(connection, decision_id, reason="Two births.", by="Ann", at=FIRST_DAY + timedelta(days=5), run_id=run_id)
    return run_id


def publish_on(path: Path, shelf: Shelf, day: int) -> None:
    publish(path, shelf, keep=1, published_at=NOW + timedelta(days=day))


def in_published(shelf: Shelf, query: str) -> list[Row]:
    with open_reader(shelf.link) as connection:
        return connection.execute(query).fetchall()


def between(path: Path, since: int, until: int) -> list[Row]:
    """Return what `rapporteur changes` tells of two runs, a row each as readers have it."""
    with open_reader(path) as connection:
        found = changes_between(connection, Moment(since), Moment(until))
    return sorted(
        ((each.kind, each.change, each.id, each.label, each.other_id, each.other, *field) for each in found
         for field in [(one.field, one.before, one.after) for one in each.fields] or [(None, None, None)]), key=str)


@pytest.fixture
def shelf(path: Path) -> Shelf:
    return Shelf.beside(path)


def test_each_publication_adds_what_changed_since_the_one_before(path: Path, shelf: Shelf) -> None:
    for day, run in enumerate((first_run, second_run, third_run, fourth_run), start=1):
        with open_writer(path) as connection:
            run(connection)
        publish_on(path, shelf, day)
    for run_id in (1, 2, 3, 4):
        rows = in_published(shelf, f"SELECT {TOLD} FROM reporting.changes_since WHERE run_id = 'run-{run_id}'")
        assert sorted(rows, key=str) == between(path, run_id - 1, run_id)
    assert {row[1] for row in in_published(shelf, f"SELECT {TOLD} FROM reporting.changes_since")} == {
        "appeared", "changed", "merged", "split", "vanished"}
    assert {row[0] for row in in_published(shelf, f"SELECT {TOLD} FROM reporting.changes_since")} == set(KINDS)
    assert in_published(shelf, "SELECT DISTINCT run_id, since_run_id, recorded_at FROM reporting.changes_since ORDER BY run_id") == [
        ("run-1", None, datetime(2026, 3, 2)), ("run-2", "run-1", datetime(2026, 3, 3)), ("run-3", "run-2", datetime(2026, 3, 4)),
        ("run-4", "run-3", datetime(2026, 3, 5))]


def test_runs_that_were_not_published_are_told_with_the_next_one(path: Path, shelf: Shelf) -> None:
    with open_writer(path) as connection:
        first_run(connection)
    publish_on(path, shelf, 1)
    with open_writer(path) as connection:
        second_run(connection)
        third_run(connection)
    publish_on(path, shelf, 2)
    publish_on(path, shelf, 3)
    rows = in_published(shelf, f"SELECT {TOLD} FROM reporting.changes_since WHERE since_run_id = 'run-1'")
    assert sorted(rows, key=str) == between(path, 1, 3)
    (of_the_last,) = in_published(shelf, "SELECT max(recorded_at) FROM reporting.changes_since")
    assert of_the_last == (datetime(2026, 3, 3),), "publishing the same again changes nothing"


@pytest.mark.parametrize("damage", ["torn", "empty"])
def test_where_the_snapshot_before_cannot_be_read_the_history_begins_anew(path: Path, shelf: Shelf, damage: str) -> None:
    with open_writer(path) as connection:
        first_run(connection)
    publish_on(path, shelf, 1)
    current = shelf.current()
    current.unlink()
    if damage == "torn":
        current.write_text("no database")
    else:
        duckdb.connect(current).close()
    with open_writer(path) as connection:
        second_run(connection)
    publish_on(path, shelf, 2)
    assert in_published(shelf, "SELECT DISTINCT run_id, since_run_id, change FROM reporting.changes_since") == [
        ("run-2", None, "appeared")]
    assert len(in_published(shelf, "FROM reporting.changes_since")) == len(between(path, 0, 2))


def test_a_snapshot_of_before_there_was_this_table_is_compared_too(path: Path, shelf: Shelf) -> None:
    with open_writer(path) as connection:
        first_run(connection)
    publish_on(path, shelf, 1)
    shelf.current().chmod(0o644)
    with duckdb.connect(shelf.current()) as older:
        older.execute("DROP TABLE reporting.changes_since")
    with open_writer(path) as connection:
        second_run(connection)
    publish_on(path, shelf, 2)
    assert sorted(in_published(shelf, f"SELECT {TOLD} FROM reporting.changes_since"), key=str) == between(path, 1, 2)
