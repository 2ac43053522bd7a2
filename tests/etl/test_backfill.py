"""Reading again what an earlier version of the rules has read."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from etl import prepare
from etl.backfill import backfill, name_of
from etl.extract import EXTRACTOR_VERSION, extract
from etl.pipeline import Request, ingest
from etl.records import Extraction, Source
from etl.settings import Configuration
from seeds import SEEDS
from tests.builders import without_facts
from tests.etl.documents import UNPUBLISHED
from warehouse.connection import open_reader
from warehouse.errors import WarehouseError
from warehouse.found_documents import FoundDocument, found_documents

NOW = datetime(2026, 1, 2, 3, 4, 5)


def request(warehouse: Path, *sources: Path | str, **options: object) -> Request:
    """Return what a run is asked."""
    return Request(sources=tuple(map(str, sources)), base=Path("/"), warehouse=warehouse, seeds=SEEDS,
                   **{"configuration": UNPUBLISHED} | options)


@pytest.fixture
def old(seeded: Path, bulletins: Path) -> Path:
    """Return a warehouse whose documents were read by rules that found nothing in them, and the files are gone."""
    def extract_nothing(source: Source, knowledge: object) -> Extraction:
        return without_facts(extract(source, knowledge))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "EXTRACTOR_VERSION", "0")
        patch.setattr(prepare, "extract", extract_nothing)
        ingest(request(seeded, bulletins), clock=lambda: NOW)
    return seeded


def read(warehouse: Path) -> list[FoundDocument]:
    """Return the documents as they had been found."""
    with open_reader(warehouse) as connection:
        return found_documents(connection)


def test_documents_are_read_again_from_their_originals_and_end_like_those_read_afresh(
        old: Path, another: Path, bulletins: Path, content: Callable[[Path], object]) -> None:
    ingest(request(another, bulletins), clock=lambda: NOW)
    shutil.rmtree(bulletins)
    outcome = backfill(request(old), clock=lambda: NOW)
    assert len(outcome.tally.replaced) == 3
    assert content(old) == content(another)
    assert {found.extractor_version for found in read(old)} == {EXTRACTOR_VERSION}


def test_what_was_read_by_the_rules_of_now_is_left_alone(old: Path) -> None:
    backfill(request(old), clock=lambda: NOW)
    tally = backfill(request(old), clock=lambda: NOW).tally
    assert (tally.loaded, tally.replaced, tally.known, tally.rejected) == ([], [], [], [])


def test_an_ingest_does_not_read_again_what_it_knows(old: Path, bulletins: Path) -> None:
    assert len(ingest(request(old, bulletins), clock=lambda: NOW).tally.known) == 3


def test_a_document_whose_original_is_lost_stays_and_says_so(old: Path) -> None:
    lost, changed, _ = read(old)
    originals = request(old).intake.originals
    originals.path(lost.sha256).unlink()
    originals.path(changed.sha256).write_text("Something else.", encoding="utf-8")
    tally = backfill(request(old), clock=lambda: NOW).tally
    assert len(tally.replaced) == 1
    assert [(each.uri, each.reason) for each in tally.rejected] == [(lost.uri, "missing"), (changed.uri, "missing")]
    assert "is missing; restore" in tally.rejected[0].detail
    assert "has changed since it was kept" in tally.rejected[1].detail
    assert {found.uri: found.extractor_version for found in read(old)}[lost.uri] == "0"


def test_what_a_source_stated_is_stated_again(seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured = Configuration.model_validate(
        {"sources": {"notes": {"from": str(bulletins / "note-4.txt"), "publisher": "The Ministry", "country": "CH"}}})
    monkeypatch.setattr(prepare, "EXTRACTOR_VERSION", "0")
    ingest(request(seeded, "notes", configuration=configured), clock=lambda: NOW)
    monkeypatch.undo()
    backfill(request(seeded), clock=lambda: NOW)
    (found,) = read(seeded)
    assert (found.name, found.publisher, found.country, found.extractor_version) == (
        "note-4.txt", "The Ministry", "CH", EXTRACTOR_VERSION)
    with open_reader(seeded) as connection:
        assert connection.execute("SELECT publisher FROM reporting.documents").fetchall() == [("The Ministry",)]


def test_no_warehouse_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="There is no warehouse at"):
        backfill(request(tmp_path / "none.duckdb"), clock=lambda: NOW)
    assert not (tmp_path / "none.duckdb").exists()


@pytest.mark.parametrize(("name", "uri", "media_type", "told"), [
    ("a.md", "https://x.example/1", "text/markdown", "a.md"),
    (None, "/folder/note.md", "text/markdown", "note.md"),
    (None, "/folder/post.zip!/inner/letter.eml", "message/rfc822", "letter.eml"),
    (None, "https://x.example/articles/17", "text/html", "17.html"),
    (None, "/folder/note.txt", "text/plain", "note.txt"),
])
def test_a_document_without_a_name_is_read_by_its_address_and_format(
        name: str | None, uri: str, media_type: str, told: str) -> None:
    found = FoundDocument(uri, "0" * 64, media_type, "0", name, None, None, date(2026, 1, 2), None, None, None)
    assert name_of(found) == told
