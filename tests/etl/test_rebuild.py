"""Rebuilding from originals, reference data and decisions shows what there was."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.config import read_configuration
from etl.intake.originals import Originals
from etl.pipeline import Request, ingest
from etl.rebuild import input_of, rebuild
from etl.records import Stated
from etl.review.deciding import Who, correct, one_of_two
from etl.review.session import review
from seeds import SEEDS
from tests.conftest import BULLETIN
from warehouse.carrying import Document
from warehouse.connection import open_reader, open_writer

NOW = datetime(2026, 1, 5, 3, 0, 0, tzinfo=UTC)
CONFIG = """
[sources.visits]
from = "visits.csv"
publisher = "Protocol Office"

[sources.notes]
from = "notes"
country = "CH"

[tables.visits]
match = "visits*.csv"
facts = "visit"
start = { column = "from", format = "%d/%m/%Y" }
country = "country"
place = "city"
text = "remarks"

[[tables.visits.parties]]
person = "who"
side = "visitor"
"""
TABLE = "from,who,city,country,remarks\n04/05/2021,Emmanuel Macron,Berlin,Germany,State visit.\n"
PAGE = """<html><head><title>Readout</title></head><body><p>French President Emmanuel Macron met with Italian Prime Minister
Mario Draghi in Rome on May 8, 2021 (AFP, May 8).</p></body></html>"""


@pytest.fixture(scope="module")
def folder(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a warehouse after two runs and a review, which tests copy.

    It holds three bulletins, a page and a table, all by configured sources; a document was replaced, one could not be read, and
    people decided.
    """
    folder = tmp_path_factory.mktemp("filled")
    shutil.copyfile(seeded_template, folder / "warehouse.duckdb")
    (folder / "notes").mkdir()
    for day in (4, 5, 6):
        (folder / "notes" / f"note-{day}.txt").write_text(BULLETIN.format(day=day), encoding="utf-8")
    (folder / "notes" / "page.html").write_text(PAGE)
    (folder / "visits.csv").write_text(TABLE)
    (folder / "rapporteur.toml").write_text(CONFIG)
    request = request_in(folder)
    ingest(request, clock=lambda: NOW)
    changed, broken = folder / "notes" / "note-4.txt", folder / "notes" / "broken.txt"
    changed.write_text(changed.read_text().replace("met with German Chancellor", "spoke by phone with"))
    broken.write_bytes(b"\x00\x01\x02")
    ingest(request, clock=lambda: NOW)
    broken.unlink()
    decide(request.warehouse)
    return folder


def request_in(folder: Path) -> Request:
    """Return a request for the sources that are configured in a folder."""
    return Request(sources=(), base=folder, warehouse=folder / "warehouse.duckdb", seeds=SEEDS, home=folder,
                   configuration=read_configuration(folder / "rapporteur.toml"))


def decide(warehouse: Path) -> None:
    """Take two people for one, take that back, take two others for one, and correct a day."""
    with review(warehouse, by="ann", clock=lambda: NOW, on_wait=print) as session:
        found = session.connection.execute("SELECT person_id FROM reporting.people ORDER BY 1").fetchall()
        people = [known for known, in found]
        (meeting,) = session.connection.execute("SELECT meeting_id FROM reporting.meetings ORDER BY 1 LIMIT 1").fetchone()
        who = Who("ann", NOW, "It says so.")
        ids = session.keep([one_of_two(session.connection, "person", people[0], people[1], "same", who)])
        session.undo(ids[0], reason="No.")
        session.keep([one_of_two(session.connection, "person", people[1], people[2], "same", who)])
        session.keep([correct(session.connection, "meeting", meeting, "start_date", "2021-05-02", who)])


@pytest.fixture
def request_of(folder: Path, tmp_path: Path) -> Request:
    """Return a request for such a folder of the test's own."""
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    return request_in(tmp_path)


@pytest.fixture
def filled(request_of: Request) -> Path:
    """Return its warehouse."""
    return request_of.warehouse


def test_all_views_show_the_same(filled: Path, request_of: Request, content: Callable[[Path], dict[str, list[str]]]) -> None:
    before = content(filled)
    assert all(before[view] for view in ("meetings", "decisions", "corrections", "former_ids", "rejected_documents"))
    built = rebuild(request_of, clock=lambda: NOW)
    assert (built.lost, built.failed, built.documents) == ((), (), 5)
    assert content(filled) == before
    assert content(built.kept) == before
    assert sorted(path.name for path in filled.parent.glob("*rebuilding*")) == []


def test_runs_and_decisions_keep_their_ids_and_new_ones_go_on_after_them(filled: Path, request_of: Request) -> None:
    query = "SELECT run_id, status FROM reporting.ingest_runs ORDER BY run_id"
    with open_reader(filled) as connection:
        before = connection.execute(query).fetchall()
    rebuild(request_of, clock=lambda: NOW)
    notes = request_of.base / "notes"
    (notes / "new.txt").write_text((notes / "note-5.txt").read_text().replace("Berlin", "Bonn"))
    outcome = ingest(request_of, clock=lambda: NOW)
    assert len(outcome.tally.loaded) == 1
    with open_reader(filled) as connection:
        after = connection.execute(query).fetchall()
    assert after == [*before, (f"run-{len(before) + 1}", "completed"), (f"run-{len(before) + 2}", "completed")]


def test_what_was_rebuilt_is_published_by_the_next_run(filled: Path, request_of: Request) -> None:
    assert ingest(request_of, clock=lambda: NOW).publication.published is not None
    assert ingest(request_of, clock=lambda: NOW).publication.published is None
    rebuild(request_of, clock=lambda: NOW)
    assert ingest(request_of, clock=lambda: NOW).publication.published is not None


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_document_that_cannot_be_read_again_leaves_all_as_it_was(damage: str, filled: Path, request_of: Request,
                                                                   content: Callable[[Path], dict[str, list[str]]]) -> None:
    with open_reader(filled) as connection:
        uri, sha256 = connection.execute("SELECT uri, sha256 FROM reporting.documents WHERE uri LIKE '%note-5%'").fetchone()
    original = Originals.beside(filled).path(sha256)
    if damage == "missing":
        original.unlink()
    else:
        original.write_text(original.read_text().replace("Berlin", "Munich"))
    before = content(filled)
    built = rebuild(request_of, clock=lambda: NOW)
    assert built.kept is None
    assert [(lost.uri, lost.reason) for lost in built.lost] == [(uri, damage)]
    assert content(filled) == before
    built = rebuild(request_of, accept_losses=True, clock=lambda: NOW)
    assert built.kept is not None
    with open_reader(filled) as connection:
        assert connection.execute("SELECT count(*) FROM reporting.documents").fetchone() == (4,)


def test_checks_that_fail_leave_all_as_it_was(filled: Path, request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    from etl import rebuild as rebuilding
    built_by = rebuilding._build

    def build_and_lose_evidence(new: Path, *arguments: object, **options: object) -> object:
        lost = built_by(new, *arguments, **options)
        with open_writer(new) as connection:
            connection.execute("DELETE FROM main.evidence")
        return lost
    monkeypatch.setattr(rebuilding, "_build", build_and_lose_evidence)
    before = filled.read_bytes()
    built = rebuild(request_of, clock=lambda: NOW)
    assert built.kept is None
    assert "fact_without_evidence" in {result.name for result in built.failed}
    assert filled.read_bytes() == before


def test_a_document_is_read_again_as_it_was_found(request_of: Request) -> None:
    known = Document("https://a.example/b?c", "0" * 64, "text/html", "b.html", "feed", "Title", None, date(2021, 1, 1), "CH",
                     "general")
    found = input_of(known, request_of.intake)
    assert (found.name, found.stated) == ("b.html", Stated("Title", None, date(2021, 1, 1), "CH", "general", "feed"))
    unnamed = replace(known, name=None)
    assert input_of(unnamed, request_of.intake).name == "b?c.html"
    member = replace(unnamed, uri="/a.zip!/folder/note.md", media_type="text/markdown")
    assert input_of(member, request_of.intake).name == "note.md"
