"""What tests of several packages need: a warehouse with the real reference data, small bulletins, and a look at the content."""
from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from seeds import SEEDS
from tests.readme import prepare
from tests.warehouses import new_warehouse
from warehouse.connection import open_reader

BULLETIN = """Weekly Note
May 3, 2021 - May 9, 2021

► French President Emmanuel Macron met with German Chancellor Angela Merkel in Berlin on May {day} (AFP, May {day}).
"""
OF_THE_RUN = {"ingested_at", "run_id", "rejected_at", "decided_at", "withdrawn_at", "recorded_at", "recorded_run_id"}
"""Columns that differ between runs that load the same."""
ABOUT_RUNS = {"ingest_runs", "check_results", "run_counts"}
"""Views that tell of runs, not of what the documents say."""


def pytest_configure() -> None:
    """Let Ctrl-C end what the tests start: a shell that starts them in the background has all of it ignore that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like a clone after `make run`: the sample bulletins are in, and published."""
    folder = tmp_path_factory.mktemp("clone")
    prepare(folder)
    return folder


@pytest.fixture(scope="session")
def seeded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse with the reference data of the project, which tests copy and never open."""
    return new_warehouse(tmp_path_factory.mktemp("seeded"), SEEDS)


@pytest.fixture
def seeded(seeded_template: Path, tmp_path: Path) -> Path:
    """Return such a warehouse of the test's own."""
    return Path(shutil.copyfile(seeded_template, tmp_path / "warehouse.duckdb"))


@pytest.fixture
def another(seeded_template: Path, tmp_path: Path) -> Path:
    """Return a second one, to compare with."""
    return Path(shutil.copyfile(seeded_template, tmp_path / "another.duckdb"))


@pytest.fixture
def bulletins(tmp_path: Path) -> Path:
    """Return a folder with three small bulletins."""
    folder = tmp_path / "bulletins"
    folder.mkdir()
    for day in (4, 5, 6):
        (folder / f"note-{day}.txt").write_text(BULLETIN.format(day=day), encoding="utf-8")
    return folder


@pytest.fixture
def content() -> Callable[[Path], dict[str, list[str]]]:
    """Return a function that reads all that a warehouse shows, apart from what tells of its runs."""
    def read(path: Path) -> dict[str, list[str]]:
        with open_reader(path) as connection:
            views = [name for name, in connection.execute(
                "SELECT view_name FROM duckdb_views() "
                "WHERE schema_name = 'reporting' AND view_name NOT IN (SELECT unnest(?))", [sorted(ABOUT_RUNS)]).fetchall()]
            shown = {}
            for view in views:
                cursor = connection.execute(f"SELECT * FROM reporting.{view}")
                columns = [column[0] for column in cursor.description]
                shown[view] = sorted(str([value for name, value in zip(columns, row, strict=True) if name not in OF_THE_RUN])
                                     for row in cursor.fetchall())
        return shown
    return read
