"""Readers who never stop reading see whole states only, and no errors: real processes; `make torture` goes on for longer."""
from __future__ import annotations

import random
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from seeds import SEEDS
from tests.postgres import program, server
from tests.torture import states
from tests.torture.conftest import KILLS
from tests.warehouses import new_warehouse
from warehouse.audit import audit_snapshot
from warehouse.postgres import Target, publish_to_postgres
from warehouse.publish import publish
from warehouse.shelf import Shelf
from warehouse.snapshot import read_state

ROOT = Path(__file__).parents[2]
TIMES = max(KILLS // 2, 4)
"""Publishes, and kills of one who publishes."""
READERS = (1, 1, 20, 200)
"""How often each reader asks before it opens the name again."""


@pytest.fixture
def warehouse(seeded: Path) -> Path:
    """Return a warehouse that is published and empty but for its first run."""
    states.run(seeded, 1)
    publish(seeded, Shelf.beside(seeded), keep=2, published_at=states.NOW)
    return seeded


def start(*arguments: Path | str | int) -> subprocess.Popen[str]:
    """Start a process of `tests.torture.states`."""
    return subprocess.Popen([sys.executable, "-m", "tests.torture.states", *map(str, arguments)], cwd=ROOT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_four_readers_see_whole_states_only(seeded: Path, tmp_path: Path) -> None:
    stop, link = tmp_path / "stop", Shelf.beside(seeded).link
    writer = start("write", seeded, TIMES)
    assert writer.stdout.readline() == "1\n", writer.communicate()
    readers = [start("read", link, stop, at_once) for at_once in READERS]
    try:
        _, trouble = writer.communicate()
        assert (writer.returncode, trouble) == (0, "")
    finally:
        # One more look at the last state is due to everybody.
        time.sleep(1)
        stop.touch()
        ended = [reader.communicate() for reader in readers]
    assert [(reader.returncode, trouble) for reader, (_, trouble) in zip(readers, ended, strict=True)] == [(0, "")] * 4
    told = [tuple(map(int, out.split())) for out, _ in ended]
    print(f"{TIMES} publishes, {sum(reads for reads, *_ in told)} reads, states seen: {[seen for _, seen, _ in told]}")
    assert all(reads > 0 and seen > 1 for reads, seen, _ in told)
    assert len(Shelf.beside(seeded).snapshots()) == 2


def test_a_publisher_that_is_killed_leaves_a_whole_state(warehouse: Path) -> None:
    shelf, chance = Shelf.beside(warehouse), random.Random(6)
    code = ("import sys; from pathlib import Path; from datetime import datetime; from warehouse.publish import publish; "
            "from warehouse.shelf import Shelf\npath = Path(sys.argv[1]); print(flush=True)\n"
            "while True: publish(path, Shelf.beside(path), keep=2, published_at=datetime(2026, 1, 1))")
    for _ in range(TIMES):
        killed = subprocess.Popen([sys.executable, "-c", code, str(warehouse)], cwd=ROOT, stdout=subprocess.PIPE)
        killed.stdout.readline()
        time.sleep(chance.uniform(0, 2))
        killed.kill()
        killed.communicate()
        with duckdb.connect(str(shelf.link), read_only=True) as connection:
            assert connection.execute(states.SHOWN).fetchone() == states.expected(1)
    published = publish(warehouse, shelf, keep=2, published_at=states.NOW)
    assert sorted(shelf.folder.iterdir()) == sorted(shelf.snapshots())
    assert published.file == shelf.current()
    audit_snapshot(published.file, published.state)


def test_readers_of_postgresql_see_whole_states_only(tmp_path: Path) -> None:
    warehouse, shelf = new_warehouse(tmp_path, SEEDS), Shelf(tmp_path / "published.duckdb")
    files = []
    for state in (1, 2):
        states.run(warehouse, state)
        published = publish(warehouse, shelf, keep=2, published_at=states.NOW)
        files.append(Path(shutil.copyfile(published.file, tmp_path / f"{state}.duckdb")))
    whole = {"|".join(map(str, states.expected(state))) for state in (1, 2)}
    with server() as running:
        target = Target(running.address(), "the test's server")
        publish_to_postgres(files[0], target)
        stop, seen, trouble = threading.Event(), [], []
        command = [program("psql"), "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", running.address(), "-c", states.SHOWN]

        def read() -> None:
            while not stop.is_set():
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if "does not exist" in done.stderr:
                    # Who looked for the schema before a swap and for the table after it asks again: docs/limits.md.
                    done = subprocess.run(command, capture_output=True, text=True, check=False)
                seen.append(done.stdout.strip())
                if done.returncode or seen[-1] not in whole:
                    trouble.append((done.returncode, done.stdout, done.stderr))
        readers = [threading.Thread(target=read) for _ in READERS]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, TIMES + 1):
                publish_to_postgres(files[number % 2], target)
        finally:
            stop.set()
            for reader in readers:
                reader.join()
    print(f"{TIMES} publishes to PostgreSQL, {len(seen)} reads")
    assert trouble == []
    assert set(seen) == whole


def test_what_a_state_must_show_is_what_it_shows(warehouse: Path) -> None:
    for state in (2, 3):
        states.run(warehouse, state)
        publish(warehouse, Shelf.beside(warehouse), keep=2, published_at=states.NOW)
        with duckdb.connect(str(Shelf.beside(warehouse).link), read_only=True) as connection:
            assert connection.execute(states.SHOWN).fetchone() == states.expected(state)
    assert read_state(Shelf.beside(warehouse).link).run_id == "run-3"
