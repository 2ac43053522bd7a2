"""A backup is whole or is none, and what is restored was checked first."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from etl import backup as backing_up
from etl.backup import Backup, back_up, backups, folder_beside, read_backup, restore
from etl.intake.originals import Originals
from etl.lock import hold_lock
from etl.pipeline import Request, ingest
from seeds import SEEDS
from tests.conftest import BULLETIN
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseBusy, WarehouseError
from warehouse.shelf import Shelf

NOW = datetime(2026, 1, 5, 3, 0, 0, tzinfo=UTC)
Content = Callable[[Path], dict[str, list[str]]]


def quietly(message: str) -> None:
    """Hear that there is a wait, where there should be none."""
    raise AssertionError(message)


@pytest.fixture(scope="module")
def folder(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a warehouse that holds three small bulletins, and is published; tests copy it."""
    folder = tmp_path_factory.mktemp("filled")
    warehouse = Path(shutil.copyfile(seeded_template, folder / "warehouse.duckdb"))
    for day in (4, 5, 6):
        (folder / f"note-{day}.txt").write_text(BULLETIN.format(day=day), encoding="utf-8")
    ingest(Request(sources=(str(folder),), base=folder, warehouse=warehouse, seeds=SEEDS), clock=lambda: NOW)
    return folder


@pytest.fixture
def filled(folder: Path, tmp_path: Path) -> Path:
    """Return such a warehouse of the test's own."""
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "warehouse.duckdb"


def make(warehouse: Path, *, keep: int = 7, day: int = 0) -> Backup:
    """Make a backup on a day."""
    return back_up(warehouse, folder_beside(warehouse), keep=keep, at=NOW + timedelta(days=day), on_wait=quietly)


def test_a_backup_needs_nothing_else(filled: Path, tmp_path: Path, content: Content) -> None:
    made = make(filled)
    assert made.folder == tmp_path / "warehouse.backups" / "warehouse-20260105T030000Z"
    assert (len(made.originals), made.lost) == (3, ())
    before = content(filled)
    elsewhere = tmp_path / "elsewhere" / "warehouse.duckdb"
    elsewhere.parent.mkdir()
    assert restore(made, elsewhere, on_wait=quietly).kept is None
    assert content(elsewhere) == before
    assert all(Originals.beside(elsewhere).read(sha256) for sha256 in made.originals)


def test_originals_are_stored_once(filled: Path) -> None:
    first, second = make(filled), make(filled, day=1)
    paths = [Originals(backup.folder / "originals").path(first.originals[0]) for backup in (first, second)]
    assert os.path.samefile(*paths)


def test_the_newest_are_kept(filled: Path) -> None:
    made = [make(filled, keep=2, day=day).folder.name for day in range(4)]
    assert [path.name for path in backups(folder_beside(filled), filled)] == made[:1:-1]


def test_a_clock_that_was_set_back_does_not_cost_the_backup_just_made(filled: Path) -> None:
    for day in (5, 6):
        make(filled, keep=2, day=day)
    made = make(filled, keep=2, day=0)
    assert made.folder.is_dir()
    assert len(backups(folder_beside(filled), filled)) == 2


def test_two_in_one_second_have_names_of_their_own(filled: Path) -> None:
    assert make(filled).folder != make(filled).folder
    assert len(backups(folder_beside(filled), filled)) == 2


def test_readers_of_what_is_published_are_not_disturbed(filled: Path) -> None:
    with open_reader(Shelf.beside(filled).link) as reading:
        make(filled)
        assert reading.execute("SELECT count(*) FROM reporting.documents").fetchone() == (3,)


def test_it_waits_for_whoever_writes(filled: Path) -> None:
    code = ("import sys; from pathlib import Path; from datetime import datetime; from etl.backup import back_up\n"
            "back_up(Path(sys.argv[1]), Path(sys.argv[2]), keep=2, at=datetime(2026, 1, 5), "
            "on_wait=lambda words: print(words, flush=True))")
    with hold_lock(filled, on_wait=quietly):
        waiting = subprocess.Popen([sys.executable, "-c", code, str(filled), str(folder_beside(filled))],
                                   stdout=subprocess.PIPE, text=True)
        assert "waiting until it is done" in waiting.stdout.readline()
        assert backups(folder_beside(filled), filled) == []
    assert waiting.wait() == 0
    assert len(backups(folder_beside(filled), filled)) == 1


def test_what_is_not_whole_is_no_backup(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(filled)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(backing_up, "_store", fail)
    with pytest.raises(WarehouseError, match="was not backed up to .*No space left on device"):
        make(filled, keep=1, day=1)
    assert [path.name for path in folder_beside(filled).iterdir()] == ["warehouse-20260105T030000Z"]


def test_what_a_killed_backup_left_is_removed(filled: Path) -> None:
    left = folder_beside(filled) / ".part-warehouse-20260101T000000Z" / "originals"
    left.mkdir(parents=True)
    make(filled)
    assert not left.exists()


def test_an_original_that_was_lost_is_told(filled: Path) -> None:
    with open_reader(filled) as connection:
        (sha256,) = connection.execute("SELECT sha256 FROM reporting.documents ORDER BY sha256 LIMIT 1").fetchone()
    Originals.beside(filled).path(sha256).unlink()
    made = make(filled)
    assert made.lost == (sha256,)
    assert len(made.originals) == 2


def test_restoring_brings_back_what_there_was_and_keeps_what_is_replaced(filled: Path, content: Content) -> None:
    made, before = make(filled), content(filled)
    Originals.beside(filled).path(made.originals[0]).write_bytes(b"damaged")
    with open_writer(filled) as connection:
        connection.execute("DELETE FROM main.evidence")
    after = content(filled)
    done = restore(made, filled, on_wait=quietly)
    assert (content(filled), content(done.kept)) == (before, after)
    assert Originals.beside(filled).read(made.originals[0])


def test_a_file_that_is_broken_can_be_replaced(filled: Path, content: Content) -> None:
    made, before = make(filled), content(filled)
    filled.write_bytes(b"no database at all")
    filled.with_name(f"{filled.name}.wal").write_bytes(b"nor a log")
    done = restore(made, filled, on_wait=quietly)
    assert content(filled) == before
    assert done.kept.read_bytes() == b"no database at all"
    assert not filled.with_name(f"{filled.name}.wal").exists()


def test_a_backup_whose_checks_fail_is_not_restored(filled: Path, content: Content) -> None:
    with open_writer(filled) as connection:
        connection.execute("DELETE FROM main.evidence")
    made = make(filled)
    with open_writer(filled) as connection:
        connection.execute("DELETE FROM main.mentions")
    before = content(filled)
    done = restore(made, filled, on_wait=quietly)
    assert "fact_without_evidence" in {result.name for result in done.failed}
    assert content(filled) == before
    assert not filled.with_name(f"{filled.name}.restoring").exists()


@pytest.mark.parametrize("damage", ["warehouse", "original"])
def test_a_damaged_backup_is_not_restored(damage: str, filled: Path, content: Content) -> None:
    made, before = make(filled), content(filled)
    originals = Originals(made.folder / "originals")
    path = made.folder / "warehouse.duckdb" if damage == "warehouse" else originals.path(made.originals[0])
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    Originals.beside(filled).path(made.originals[0]).unlink()
    with pytest.raises(WarehouseError, match="has changed since it was"):
        restore(made, filled, on_wait=quietly)
    assert content(filled) == before


def test_what_is_no_backup_says_so(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="is no backup: .*No such file"):
        read_backup(tmp_path)
    (tmp_path / "backup.json").write_text(json.dumps({"made_at": "x"}))
    with pytest.raises(WarehouseError, match="is no backup"):
        read_backup(tmp_path)


def test_a_warehouse_that_somebody_has_open_is_not_replaced(filled: Path) -> None:
    made = make(filled)
    code = f"import duckdb; c = duckdb.connect({str(filled)!r}); print('open', flush=True); input()"
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseBusy):
            restore(made, filled, on_wait=quietly)
    finally:
        holder.communicate("\n")
