"""What a killed run has left behind, in words, and who closes it."""
from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from etl.killed import NAMED, in_words
from etl.pipeline import Request, ingest
from etl.progress import Silence
from seeds import SEEDS
from tests.etl.documents import UNPUBLISHED
from warehouse.connection import open_reader
from warehouse.ledger import KilledRun

NOW = datetime(2026, 1, 2, 3, 4, 5)

KILLED_AT_THE_SECOND_BATCH = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from etl import pipeline
from seeds import SEEDS

load, calls = pipeline.load_documents, []

def load_and_die(*given, **options):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return load(*given, **options)

pipeline.BATCH, pipeline.load_documents = 2, load_and_die
request = pipeline.Request(sources=(sys.argv[2],), base=Path("/"), warehouse=Path(sys.argv[1]), seeds=SEEDS)
pipeline.ingest(request, clock=lambda: datetime(2026, 1, 2, 3, 4))
"""


class Noted(Silence):
    """A listener that remembers sentences."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def note(self, message: str) -> None:
        self.sentences.append(message)


def runs(warehouse: Path) -> list[tuple]:
    """Return what the ledger says of all runs."""
    with open_reader(warehouse) as connection:
        return connection.execute("SELECT status, finished_at, documents_seen, documents_loaded FROM reporting.ingest_runs "
                                  "ORDER BY started_at, run_id").fetchall()


def test_the_next_run_closes_a_killed_one_says_which_documents_are_in_and_ends_the_same(
        seeded: Path, another: Path, bulletins: Path, content: Callable[[Path], object]) -> None:
    command = [sys.executable, "-c", KILLED_AT_THE_SECOND_BATCH, str(seeded), str(bulletins)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert runs(seeded) == [("running", None, 0, 0)]

    noted = Noted()
    request = Request(sources=(str(bulletins),), base=Path("/"), warehouse=seeded, seeds=SEEDS, configuration=UNPUBLISHED)
    ingest(request, clock=lambda: NOW, progress=noted)
    assert noted.sentences == [
        f"run-1, begun 2026-01-02 03:04 UTC, was ended from outside and is noted as failed. 2 of its documents are in: "
        f"{bulletins}/note-4.txt, {bulletins}/note-5.txt. The others come with the next run of its sources."]
    assert runs(seeded) == [("failed", None, 2, 2), ("completed", NOW, 3, 1)]

    ingest(replace(request, warehouse=another), clock=lambda: NOW)
    assert content(seeded) == content(another)


def test_only_some_of_many_documents_are_named() -> None:
    told = in_words(KilledRun("run-7", NOW, tuple(f"/{number}.txt" for number in range(NAMED + 2))))
    assert f"{NAMED + 2} of its documents are in: /0.txt, " in told
    assert f"/{NAMED - 1}.txt and 2 more. " in told


def test_a_run_that_had_loaded_nothing_says_so() -> None:
    assert "had loaded no document" in in_words(KilledRun("run-7", NOW, ()))
