"""The way of documents into a warehouse: idempotent, atomic, and never stopped by a single one."""
from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from etl import pipeline, prepare
from etl.extract import extract
from etl.pipeline import Outcome, Request, ingest
from etl.records import Extraction, Source
from etl.settings import Configuration
from seeds import SEEDS
from tests.conftest import BULLETIN
from tests.etl.documents import UNPUBLISHED
from warehouse.connection import open_reader
from warehouse.errors import WarehouseError
from warehouse.load import load_documents

NOW = datetime(2026, 1, 2, 3, 4, 5)

KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from etl.pipeline import Request, ingest
from seeds import SEEDS
from warehouse import staging

insert, calls = staging.insert, []

def insert_and_die(*given, **options):
    calls.append(1)
    if len(calls) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    return insert(*given, **options)

staging.insert = insert_and_die
request = Request(sources=(sys.argv[2],), base=Path("/"), warehouse=Path(sys.argv[1]), seeds=SEEDS)
ingest(request, clock=lambda: datetime(2026, 1, 2))
"""


class Heard:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int | None]] = []
        self.done = 0

    def begin(self, stage: str, total: int | None = None) -> None:
        self.stages.append((stage, total))
        self.done = 0

    def advance(self, count: int = 1) -> None:
        self.done += count

    def note(self, message: str) -> None:
        self.stages.append((message, None))


def run(warehouse: Path, *sources: Path | str, workers: int = 1, progress: Heard | None = None,
        configuration: Configuration = UNPUBLISHED) -> Outcome:
    """Ingest the sources."""
    request = Request(sources=tuple(map(str, sources)), base=Path("/"), warehouse=warehouse, seeds=SEEDS, workers=workers,
                      configuration=configuration)
    return ingest(request, clock=lambda: NOW, progress=progress or Heard())


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    """Return how many were loaded, replaced, known and rejected."""
    tally = outcome.tally
    return len(tally.loaded), len(tally.replaced), len(tally.known), len(tally.rejected)


def last_run(warehouse: Path) -> tuple[object, ...]:
    """Return what the ledger says of the last run."""
    with open_reader(warehouse) as connection:
        return connection.execute(
            "SELECT status, documents_seen, documents_loaded, documents_skipped, documents_rejected "
            "FROM reporting.ingest_runs ORDER BY started_at DESC, run_id DESC LIMIT 1").fetchone()


def test_a_new_warehouse_is_made_and_filled(tmp_path: Path, bulletins: Path) -> None:
    outcome = run(tmp_path / "folder" / "new.duckdb", bulletins)
    assert counts(outcome) == (3, 0, 0, 0)
    assert outcome.summary.documents == 3
    assert outcome.summary.people == 2
    assert last_run(tmp_path / "folder" / "new.duckdb") == ("completed", 3, 3, 0, 0)


def test_the_same_documents_again_change_nothing(seeded: Path, bulletins: Path, content: Callable[[Path], object]) -> None:
    run(seeded, bulletins)
    before = content(seeded)
    outcome = run(seeded, bulletins)
    assert counts(outcome) == (0, 0, 3, 0)
    assert content(seeded) == before
    assert last_run(seeded) == ("completed", 3, 0, 3, 0)


def test_known_documents_are_not_extracted_again(seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(seeded, bulletins)
    monkeypatch.setattr(prepare, "extract", lambda *_given: pytest.fail("a known document was extracted"))
    assert counts(run(seeded, bulletins)) == (0, 0, 3, 0)


def test_a_copy_of_a_document_is_known_by_its_content_also_within_one_run(seeded: Path, bulletins: Path) -> None:
    (bulletins / "z-copy.txt").write_bytes((bulletins / "note-4.txt").read_bytes())
    assert counts(run(seeded, bulletins)) == (3, 0, 1, 0)


def test_a_changed_document_replaces_itself_alone(
        seeded: Path, another: Path, bulletins: Path, content: Callable[[Path], object]) -> None:
    run(seeded, bulletins)
    (bulletins / "note-4.txt").write_text(BULLETIN.format(day=8), encoding="utf-8")
    assert counts(run(seeded, bulletins)) == (0, 1, 2, 0)
    run(another, bulletins)
    assert content(seeded) == content(another)


def test_a_fault_of_the_rules_rejects_one_document_and_the_others_go_on(
        seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_or_fail(source: Source, knowledge: object) -> Extraction:
        if source.uri.endswith("note-5.txt"):
            raise KeyError("no such frame")
        return extract(source, knowledge)

    monkeypatch.setattr(prepare, "extract", extract_or_fail)
    outcome = run(seeded, bulletins)
    assert counts(outcome) == (2, 0, 0, 1)
    (rejection,) = outcome.tally.rejected
    assert (rejection.reason, rejection.detail) == ("extraction_failed", "KeyError: 'no such frame'")
    monkeypatch.undo()
    assert counts(run(seeded, bulletins)) == (1, 0, 2, 0)


def test_an_extraction_that_contradicts_itself_is_rejected(
        seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_twice(source: Source, knowledge: object) -> Extraction:
        extraction = extract(source, knowledge)
        return replace(extraction, people=extraction.people * 2)

    monkeypatch.setattr(prepare, "extract", extract_twice)
    outcome = run(seeded, bulletins / "note-4.txt")
    assert [rejection.reason for rejection in outcome.tally.rejected] == ["inconsistent"]


def test_a_run_that_cannot_go_on_is_noted_as_failed_with_what_it_had_done(
        seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load_or_fail(connection: object, batch: list, **options: object) -> list:
        if batch[0].document.uri.endswith("note-6.txt"):
            raise WarehouseError("the disk is full")
        return load_documents(connection, batch, **options)

    monkeypatch.setattr(pipeline, "BATCH", 1)
    monkeypatch.setattr(pipeline, "load_documents", load_or_fail)
    with pytest.raises(WarehouseError, match="the disk is full") as failed:
        run(seeded, bulletins)
    (told,) = failed.value.__notes__
    assert told.startswith(f"Of 3 new or changed documents 2 are in: {bulletins / 'note-4.txt'}, {bulletins / 'note-5.txt'}. ")
    assert "run-1" in told
    assert last_run(seeded) == ("failed", 3, 2, 0, 0)


def test_worker_processes_load_the_same_as_one(
        seeded: Path, another: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch,
        content: Callable[[Path], object]) -> None:
    monkeypatch.setattr(pipeline, "MANY", 2)
    (bulletins / "bad.txt").write_bytes(b"\x00")
    assert counts(run(seeded, bulletins, workers=2)) == (3, 0, 0, 1)
    run(another, bulletins)
    assert content(seeded) == content(another)


def test_progress_counts_the_documents_of_each_stage(seeded: Path, bulletins: Path) -> None:
    heard = Heard()
    run(seeded, bulletins, progress=heard, configuration=Configuration())
    assert [total for _, total in heard.stages] == [None, 3, 3, None, None]


@pytest.mark.parametrize("call", [3, 12])
def test_a_kill_in_the_middle_of_a_document_leaves_nothing_of_it_and_the_next_run_ends_the_same(
        seeded: Path, another: Path, bulletins: Path, content: Callable[[Path], object], call: int) -> None:
    run(seeded, bulletins / "note-4.txt")
    before = content(seeded)
    command = [sys.executable, "-c", KILLED, str(seeded), str(bulletins), str(call)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert content(seeded) == before
    run(seeded, bulletins)
    run(another, bulletins)
    assert content(seeded) == content(another)
