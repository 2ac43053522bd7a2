"""A folder or file that may not be written to can still be read, and whoever wants to write is told what to change."""
from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.conftest import Run, assert_one_clear_message, errors

RIGHTS = ("permissions", "--warehouse")


@pytest.fixture
def humble() -> tuple[str, ...]:
    """Return the program that runs another without the right of the superuser to write everywhere."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv to give up the rights of the superuser")
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner", "--inh-caps", "-all", "--")


@pytest.fixture
def closed(seeded: Path) -> Iterator[Path]:
    """Return a warehouse in a folder that nobody may write to."""
    folder = seeded.parent / "closed"
    folder.mkdir()
    warehouse = Path(shutil.copy(seeded, folder))
    folder.chmod(0o555)
    yield warehouse
    folder.chmod(0o755)


def test_a_new_warehouse_in_a_closed_folder(run: Run, closed: Path, humble: tuple[str, ...], bulletins: Path) -> None:
    ran = run("ingest", bulletins, "--warehouse", closed.with_name("new.duckdb"), by=humble)
    assert_one_clear_message(ran, "new.duckdb.lock", "Permission denied", *RIGHTS)


def test_a_warehouse_in_a_closed_folder_is_read_but_not_written(
        run: Run, closed: Path, humble: tuple[str, ...], bulletins: Path) -> None:
    before = closed.read_bytes()
    assert_one_clear_message(run("ingest", bulletins, "--warehouse", closed, by=humble), "Permission denied", *RIGHTS)
    assert_one_clear_message(run("review", "merge", "a", "b", "--reason", "x", "--warehouse", closed, by=humble), *RIGHTS)
    for command in (("summary",), ("check",), ("sql", "FROM reporting.documents"), ("review", "list")):
        assert run(*command, "--warehouse", closed, by=humble).returncode == 0
    assert closed.read_bytes() == before


def test_a_warehouse_that_may_only_be_read(run: Run, seeded: Path, humble: tuple[str, ...], bulletins: Path) -> None:
    seeded.chmod(0o444)
    assert_one_clear_message(run("ingest", bulletins, "--warehouse", seeded, by=humble), str(seeded), "Permission denied", *RIGHTS)
    assert run("check", "--warehouse", seeded, by=humble).returncode == 0
    assert errors(seeded) == set()


def test_originals_that_may_only_be_read(run: Run, seeded: Path, humble: tuple[str, ...], bulletins: Path) -> None:
    originals = seeded.with_suffix(".originals")
    originals.mkdir()
    originals.chmod(0o555)
    assert_one_clear_message(run("ingest", bulletins, "--warehouse", seeded, by=humble), str(originals), "Permission denied")
    originals.chmod(0o755)
    assert errors(seeded) == set()
    assert run("ingest", bulletins, "--warehouse", seeded, by=humble).returncode == 0


def test_a_disk_that_is_mounted_read_only(run: Run, seeded: Path, tmp_path: Path, bulletins: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    warehouse = disk / "w.duckdb"
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a disk")
    try:
        shutil.copy(seeded, warehouse)
        (disk / "w.duckdb.lock").touch()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert_one_clear_message(run("ingest", bulletins, "--warehouse", warehouse), "Read-only file system")
        assert run("check", "--warehouse", warehouse).returncode == 0
    finally:
        subprocess.run(["umount", disk], check=True)
