"""An ingest of 300 documents that is killed at any moment, again and again, ends like one that nobody disturbed."""
from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.torture.conftest import KILLS, Content, assert_originals_whole, assert_sound, run, started
from tests.torture.corpus import write_corpus
from warehouse.connection import open_reader

DOCUMENTS = 300
STAGES = ("Preparing the warehouse", "Comparing with what is known", "Reading and loading", "Resolving and checking")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of documents."""
    folder = tmp_path_factory.mktemp("documents") / "notes"
    write_corpus(folder, DOCUMENTS)
    return folder


def stages_of(process: subprocess.Popen[str]) -> dict[str, float]:
    """Wait for the end of an ingest and return when each of its stages began, and its end under the empty name."""
    begun = {}
    for line in process.stderr:
        begun.update({stage: time.monotonic() for stage in STAGES if line.startswith(stage)})
    process.communicate()
    assert process.returncode == 3
    return begun | {"": time.monotonic()}


def kill_in(process: subprocess.Popen[str], stage: str, seconds: float) -> bool:
    """Kill an ingest so many seconds after a stage has begun; say whether it was still at work."""
    for line in process.stderr:
        if line.startswith(stage):
            break
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def counted(warehouse: Path) -> tuple[int, int]:
    """Return how many documents a warehouse shows, and of how many contents."""
    if not warehouse.exists():
        return 0, 0
    with open_reader(warehouse) as connection:
        return connection.execute("SELECT count(*), count(DISTINCT sha256) FROM reporting.documents").fetchone()


def test_nothing_is_lost_nothing_doubled_and_no_file_unreadable(
        tmp_path: Path, documents: Path, chance: random.Random, content: Content) -> None:
    whole = tmp_path / "whole" / "warehouse.duckdb"
    begun = stages_of(started("ingest", documents, "--warehouse", whole))
    ends = list(begun.values())[1:]
    lasting = {stage: end - start for (stage, start), end in zip(begun.items(), ends, strict=False)}
    expected, kills, trial = content(whole), 0, 0
    while kills < KILLS:
        trial += 1
        warehouse = tmp_path / f"trial-{trial}" / "warehouse.duckdb"
        seen = (0, 0)
        for _ in range(chance.randint(1, 5)):
            stage = chance.choice(STAGES)
            killed = kill_in(started("ingest", documents, "--warehouse", warehouse), stage, chance.uniform(0, lasting[stage]))
            kills += killed
            assert_sound(warehouse)
            before, seen = seen, counted(warehouse)
            assert seen >= before, "a kill took documents away that were in"
            assert seen[0] == seen[1], "a document is in twice"
        done = run("ingest", documents, "--warehouse", warehouse)
        assert done.returncode == 3, done.stderr
        assert_sound(warehouse)
        assert_originals_whole(warehouse)
        assert content(warehouse) == expected, f"trial {trial}"
        if os.environ.get("KILLS"):
            print(f"{kills} kills, {trial} warehouses", flush=True)


def test_two_ingests_at_the_same_time_queue(tmp_path: Path, documents: Path, content: Content) -> None:
    whole, shared = tmp_path / "whole" / "warehouse.duckdb", tmp_path / "shared" / "warehouse.duckdb"
    notes = sorted(documents.iterdir())
    halves = notes[:40], notes[30:70]
    for half in halves:
        assert run("ingest", *half, "--warehouse", whole).returncode in (0, 3)
    first = started("ingest", *halves[0], "--warehouse", shared)
    assert first.stderr.readline().startswith(STAGES[0])
    both = first, started("ingest", *halves[1], "--warehouse", shared)
    told = [process.communicate() for process in both]
    assert {process.returncode for process in both} <= {0, 3}, told
    assert sum("waiting until it is done" in err for _, err in told) == 1
    assert content(shared) == content(whole)
