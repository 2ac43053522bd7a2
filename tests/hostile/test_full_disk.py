"""A disk that is full ends a run with a message, and the next run with room for it ends like one that always had it."""
from __future__ import annotations

import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.pipeline import Request, ingest
from seeds import SEEDS
from tests.conftest import BULLETIN
from tests.etl.documents import UNPUBLISHED
from tests.hostile.conftest import Run, assert_one_clear_message, errors

ROOM = "Make room"
Content = Callable[[Path], dict[str, list[str]]]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of documents that need some megabytes."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(60):
        (folder / f"note-{number:02}.txt").write_text(BULLETIN.format(day=4) + f"\n► Nobody met on day {number}.\n" * 50)
    return folder


@pytest.fixture(scope="module")
def undisturbed(many: Path, seeded_template: Path, content: Content) -> dict[str, list[str]]:
    """Return what a warehouse shows that holds the documents and always had room."""
    warehouse = Path(shutil.copyfile(seeded_template, many.with_name("undisturbed.duckdb")))
    ingest(Request(sources=(str(many),), base=Path("/"), warehouse=warehouse, seeds=SEEDS, configuration=UNPUBLISHED),
           clock=lambda: datetime.now(UTC))
    return content(warehouse)


def no_file_over(size: int) -> Callable[[], None]:
    """Return what keeps a process from writing files of more bytes than that."""
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


@pytest.mark.parametrize("size", [20_000, 150_000])
def test_files_that_may_not_grow_beyond_a_size(size: int, run: Run, seeded: Path, many: Path, content: Content,
                                                undisturbed: dict[str, list[str]]) -> None:
    failed = run("ingest", many, "--warehouse", seeded, limit=no_file_over(size))
    assert_one_clear_message(failed, "no room left", str(seeded), "File too large", ROOM)
    assert errors(seeded) <= {"not_resolved"}
    assert run("ingest", many, "--warehouse", seeded).returncode == 0
    assert content(seeded) == undisturbed


def test_a_new_warehouse_that_does_not_fit_is_not_left_by_half(run: Run, tmp_path: Path, many: Path) -> None:
    warehouse = tmp_path / "new" / "w.duckdb"
    assert_one_clear_message(run("ingest", many, "--warehouse", warehouse, limit=no_file_over(500_000)), "room")
    assert {path.name for path in warehouse.parent.iterdir()} <= {"w.duckdb.lock"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Return a function that makes a folder a disk of so many megabytes, or of more when it is called again."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = []

    def sized(megabytes: int) -> Path:
        how = "remount," if mounted else ""
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"{how}size={megabytes}m", "tmpfs", folder], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("this user may not mount a small disk")
        mounted.append(megabytes)
        return folder
    yield sized
    if mounted:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("free", [1, 2])
def test_a_disk_that_is_really_full(free: int, small_disk: Callable[[int], Path], run: Run, seeded: Path, many: Path,
                                    content: Content, undisturbed: dict[str, list[str]]) -> None:
    disk = small_disk(seeded.stat().st_size // 1024 ** 2 + free)
    warehouse = Path(shutil.copy(seeded, disk / "w.duckdb"))
    ran = run("ingest", many, "--warehouse", warehouse)
    assert_one_clear_message(ran, "No space left on device", ROOM)
    assert "are in" in ran.stderr
    assert errors(warehouse) <= {"not_resolved"}
    assert_one_clear_message(run("ingest", many, "--warehouse", warehouse), "No space left on device", ROOM)
    small_disk(300)
    assert run("ingest", many, "--warehouse", warehouse).returncode == 0
    assert content(warehouse) == undisturbed
    assert {path.name for path in disk.iterdir()} == {"w.duckdb", "w.duckdb.lock", "w.originals", "w.published.duckdb",
                                                      "w.published.snapshots"}


def test_originals_that_do_not_fit_are_no_fault_of_the_document(
        small_disk: Callable[[int], Path], run: Run, seeded: Path, tmp_path: Path) -> None:
    disk = small_disk(1)
    (tmp_path / "warehouse.originals").symlink_to(disk)
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(4):
        (notes / f"{number}.txt").write_text(BULLETIN.format(day=4) + f"Nothing {number}.\n" * 40_000)
    ran = run("ingest", notes, "--warehouse", seeded)
    assert_one_clear_message(ran, "originals", "No space left on device", ROOM)
    assert "rejected" not in ran.stderr
    assert errors(seeded) <= {"not_resolved"}
    assert [path for path in disk.rglob(".*")] == []
