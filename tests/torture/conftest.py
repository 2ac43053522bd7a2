"""Processes that are killed, and how often: ten times, or as often as the environment variable KILLS says."""
from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from warehouse.checks import run_checks
from warehouse.connection import open_reader

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "10"))
SEED = int(os.environ.get("SEED", "6"))
UNFINISHED = frozenset(("not_resolved",))
"""The checks of severity error that may find rows between a kill and the next run."""

Content = Callable[[Path], dict[str, list[str]]]
Command = tuple[str, ...]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.torture)


@pytest.fixture
def chance() -> random.Random:
    """Return what chooses the moments; the same for the same SEED."""
    return random.Random(SEED)


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder with a warehouse in some state, of which every trial gets a copy of its own."""

    folder: Path

    def copied(self, copy: Path) -> Path:
        """Return the warehouse of a copy in a new folder."""
        shutil.copytree(self.folder, copy, symlinks=True)
        return copy / "warehouse.duckdb"


def started(*arguments: str | Path, steps: Path | None = None, last: int = 0) -> subprocess.Popen[str]:
    """Start the command line in a process of its own; with `last`, it is killed before that step."""
    program = ["-m", "tests.torture.dying", str(last), str(steps)] if steps else ["-c", "from rapporteur.cli import main; main()"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "RAPPORTEUR_REVIEWER": "Ann"}
    environ.pop("PREFECT_API_URL", None)
    return subprocess.Popen([sys.executable, *program, *map(str, arguments)], cwd=ROOT, env=environ, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def run(*arguments: str | Path, steps: Path | None = None, last: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own to its end."""
    process = started(*arguments, steps=steps, last=last)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def steps_of(warehouse: Path, *arguments: str | Path) -> int:
    """Return how many steps a command makes, run to its end; raises AssertionError where it fails."""
    told = warehouse.with_name("steps")
    done = run(*arguments, "--warehouse", warehouse, steps=told)
    assert done.returncode in (0, 3), done.stderr
    return int(told.read_text(encoding="ascii"))


def killed_at(last: int, warehouse: Path, *arguments: str | Path) -> None:
    """Run a command until it is killed before a step."""
    done = run(*arguments, "--warehouse", warehouse, steps=warehouse.with_name("steps"), last=last)
    assert done.returncode == -signal.SIGKILL, done.stderr


def assert_sound(warehouse: Path) -> None:
    """Assert that a warehouse can be read, and that no check of severity error finds anything but what the next run mends."""
    if warehouse.exists():
        with open_reader(warehouse) as connection:
            failed = {result.name: result.rows for result in run_checks(connection) if result.rows and result.severity == "error"}
        assert failed.keys() <= UNFINISHED, failed


def assert_originals_whole(warehouse: Path) -> None:
    """Assert that each original is what its name says, and that nothing half-written is left."""
    kept = [path for path in warehouse.with_suffix(".originals").rglob("*") if path.is_file()]
    assert [path.name for path in kept if path.name != hashlib.sha256(path.read_bytes()).hexdigest()] == []
    assert kept


def moments(chance: random.Random, steps: int, *, kills: int) -> Iterator[int]:
    """Yield the steps to be killed before: all of them where they are few, else that many by chance."""
    yield from range(1, steps + 1) if steps <= kills else sorted(chance.sample(range(1, steps + 1), kills))
