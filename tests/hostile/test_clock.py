"""A clock that was set back upsets no state: runs and decisions count in their order, and the warehouse says that it happened."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from etl.pipeline import Outcome, Request, ingest
from etl.review.deciding import Who, correct
from etl.review.session import review
from seeds import SEEDS
from tests.etl.documents import UNPUBLISHED
from tests.hostile.conftest import errors
from warehouse.connection import open_reader

TODAY, LONG_AGO = datetime(2026, 1, 10), datetime(2001, 1, 1)


def run(warehouse: Path, folder: Path, now: datetime) -> Outcome:
    """Ingest a folder at a time."""
    request = Request(sources=(str(folder),), base=Path("/"), warehouse=warehouse, seeds=SEEDS, configuration=UNPUBLISHED)
    return ingest(request, clock=lambda: now)


def edit(warehouse: Path, place: str, now: datetime) -> None:
    """Correct the place of the first meeting at a time."""
    with review(warehouse, by="Ann", clock=lambda: now, on_wait=lambda message: None) as session:
        (meeting,) = session.connection.execute("SELECT min(meeting_id) FROM reporting.meetings").fetchone()
        session.keep([correct(session.connection, "meeting", meeting, "place", place, Who("Ann", now, "It says so."))])


def test_documents_of_a_run_before_the_last_are_all_there_and_it_is_told(
        seeded: Path, another: Path, bulletins: Path, content: Callable[[Path], dict[str, list[str]]]) -> None:
    last = bulletins / "note-6.txt"
    text = last.read_text(encoding="utf-8")
    last.unlink()
    run(seeded, bulletins, TODAY)
    last.write_text(text, encoding="utf-8")
    outcome = run(seeded, bulletins, LONG_AGO)
    (told,) = [result for result in outcome.failed_checks if result.name == "clock_went_back"]
    assert (told.severity, told.rows) == ("warning", (("run-2", LONG_AGO, TODAY),))
    assert "the clock went back" in told.reason
    run(another, bulletins, TODAY)
    assert content(seeded) == content(another)
    assert errors(seeded) == set()


def test_a_run_in_order_says_nothing_of_the_clock(seeded: Path, bulletins: Path) -> None:
    run(seeded, bulletins, LONG_AGO)
    assert [result.name for result in run(seeded, bulletins, TODAY).failed_checks] == []


def test_of_two_decisions_the_one_that_was_made_last_holds_whatever_the_clock_said(seeded: Path, bulletins: Path) -> None:
    run(seeded, bulletins, TODAY)
    edit(seeded, "Geneva", TODAY)
    edit(seeded, "Oslo", LONG_AGO)
    with open_reader(seeded) as connection:
        assert connection.execute("SELECT place FROM reporting.meetings ORDER BY meeting_id LIMIT 1").fetchall() == [("Oslo",)]
    assert errors(seeded) == set()
