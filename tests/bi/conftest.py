"""One Superset for all tests that look at it, on what an ingest of the sample bulletins has published."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rapporteur.exits import Exit
from seeds import SEEDS
from tests.bi.looking import Looker, looking
from tests.bi.superset import PYTHON, Superset, superset
from tests.browser import browser

Ingest = Callable[[Path], None]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the warehouse and Superset's own data lie."""
    return tmp_path_factory.mktemp("bi")


@pytest.fixture(scope="session")
def ingest(folder: Path) -> Ingest:
    """Return what reads documents into the warehouse and publishes, as a user does it."""
    def run(source: Path) -> None:
        command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "ingest", str(source)]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True,
                              env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])})
        assert done.returncode in (Exit.DONE, Exit.REJECTED), done.stderr
    return run


@pytest.fixture(scope="session")
def published(folder: Path, ingest: Ingest) -> Path:
    """Return the file that is published of the sample bulletins."""
    ingest(SEEDS / "bulletins")
    return folder / "rapporteur.published.duckdb"


@pytest.fixture(scope="session")
def running(published: Path, folder: Path) -> Iterator[Superset]:
    """Return Superset, prepared and started."""
    assert PYTHON.is_file(), "Superset is not installed: run `make bi-test`"
    with superset(published, folder / "superset") as started:
        yield started


@pytest.fixture(scope="session")
def looker(running: Superset) -> Iterator[Looker]:
    """Return a browser that is logged in."""
    with browser() as chromium, looking(running, chromium) as logged_in:
        yield logged_in
