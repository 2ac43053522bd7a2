"""Publishing is write, audit, publish: what fails on the way leaves readers with what they had."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import history
from warehouse import publish as publishing
from warehouse.checks import CheckResult
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseError
from warehouse.publish import publish, withheld
from warehouse.shelf import Shelf

NOW = datetime(2026, 2, 3)
COUNT = "SELECT count(*) FROM reporting.documents"


@pytest.fixture
def shelf(path: Path) -> Shelf:
    """Return the shelf of the warehouse of the test."""
    return Shelf.beside(path)


def count(path: Path) -> int:
    """Return the number of documents that a reader sees."""
    with open_reader(path) as connection:
        return connection.execute(COUNT).fetchone()[0]


def test_readers_get_the_next_state_when_they_open_the_name_again(path: Path, shelf: Shelf) -> None:
    publish(path, shelf, keep=2, published_at=NOW)
    with duckdb.connect(str(shelf.link), read_only=True) as early:
        assert early.execute(COUNT).fetchone() == (0,)
        with open_writer(path) as connection:
            history.first_run(connection)
        published = publish(path, shelf, keep=2, published_at=NOW)
        assert count(shelf.link) == published.state.rows["documents"] == 2
        assert early.execute(COUNT).fetchone() == (0,)
    assert (published.file, published.link) == (shelf.current(), shelf.link)


def test_old_snapshots_are_removed(path: Path, shelf: Shelf) -> None:
    removed = [publish(path, shelf, keep=2, published_at=NOW).removed for _ in range(4)]
    assert removed == [0, 0, 1, 1]
    assert len(shelf.snapshots()) == 2


def test_the_warehouse_can_be_written_to_while_somebody_reads_what_is_published(path: Path, shelf: Shelf) -> None:
    publish(path, shelf, keep=2, published_at=NOW)
    with open_reader(shelf.link) as reading, open_writer(path) as writing:
        history.first_run(writing)
        assert reading.execute(COUNT).fetchone() == (0,)


def test_a_snapshot_that_fails_its_audit_is_not_published(path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    before = publish(path, shelf, keep=2, published_at=NOW).file
    written = publishing.write_snapshot

    def write_and_lose_a_table(*arguments: Path, **options: datetime) -> object:
        state = written(*arguments, **options)
        with duckdb.connect(str(arguments[1])) as connection:
            connection.execute("DROP TABLE reporting.meetings")
        return state
    monkeypatch.setattr(publishing, "write_snapshot", write_and_lose_a_table)
    with pytest.raises(WarehouseError, match="reporting.meetings is missing"):
        publish(path, shelf, keep=2, published_at=NOW)
    assert (shelf.current(), shelf.snapshots()) == (before, [before])
    assert [found.name for found in shelf.folder.iterdir()] == [before.name]


def test_a_shelf_that_cannot_be_written_to_says_so(path: Path, shelf: Shelf) -> None:
    shelf.folder.write_text("in the way")
    with pytest.raises(WarehouseError, match=r"was not published: .*File exists.*What was published before holds"):
        publish(path, shelf, keep=2, published_at=NOW)


def test_only_errors_withhold_a_state() -> None:
    warning, error = (CheckResult(name, name, "Because.", ("a",), (("x",),)) for name in ("warning", "error"))
    sound = CheckResult("other", "error", "Because.", ("a",), ())
    assert withheld([warning, sound]) is None
    assert withheld([warning, error, sound]) == ("not published, since checks of severity error found rows: error (1 rows); "
                                                 "`rapporteur check` shows them")
