"""Run the command line in a process of its own, under conditions that a machine or the web can bring about."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from warehouse.checks import run_checks
from warehouse.connection import open_reader

ROOT = Path(__file__).parents[2]
Ran = subprocess.CompletedProcess[str]
Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `rapporteur`, by way of another program where one is given, and returns how that went."""
    def run_command(*arguments: str | Path, by: tuple[str, ...] = (), limit: Callable[[], None] | None = None) -> Ran:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "RAPPORTEUR_REVIEWER": "Ann"}
        environ.pop("PREFECT_API_URL", None)
        command = [*by, sys.executable, "-c", "from rapporteur.cli import main; main()", *map(str, arguments)]
        return subprocess.run(command, cwd=tmp_path, env=environ, preexec_fn=limit, check=False, capture_output=True, text=True)
    return run_command


def assert_one_clear_message(ran: Ran, *words: str) -> None:
    """Assert that a command failed with one message that says these words, and without a traceback."""
    assert ran.returncode == 1, ran.stderr
    (told,) = [line for line in ran.stderr.splitlines() if line.startswith("rapporteur: ")]
    assert [word for word in words if word not in told] == [], told
    assert "unexpected" not in ran.stderr
    assert "Traceback" not in ran.stderr


def errors(warehouse: Path) -> set[str]:
    """Return the names of the checks of severity error that find rows."""
    with open_reader(warehouse) as connection:
        return {result.name for result in run_checks(connection) if result.rows and result.severity == "error"}
