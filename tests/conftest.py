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
from warehouse.connection import OFFLINE, connect
from warehouse.snapshot import needed_views
from warehouse.views import SCHEMAS, quoted

BULLETIN = """Weekly Note
May 3, 2021 - May 9, 2021

► French President Emmanuel Macron met with German Chancellor Angela Merkel in Berlin on May {day} (AFP, May {day}).
"""
SLOW = ("torture", "explorer", "flows", "hostile", "etl/formats", "rapporteur/test_prompt", "test_")
"""What takes minutes goes first, so that no process of several is left alone with it at the end."""
TOGETHER = {"tests/explorer/": "explorer", "tests/exports/": "exports", "tests/etl/formats/": "formats", "tests/test_": "clone",
            "tests/rapporteur/test_prompt": "clone"}
"""How the paths of tests begin that share what is costly to start or to fill, and go to one process; else it is a file that does."""
OF_THE_RUN = {"ingested_at", "run_id", "rejected_at", "decided_at", "withdrawn_at", "recorded_at", "recorded_run_id"}
"""Columns that differ between runs that load the same."""
ABOUT_RUNS = {"ingest_runs", "check_results", "run_counts"}
"""Views that tell of runs, not of what the documents say."""


def write_bulletins(parent: Path) -> Path:
    """Write three small bulletins into a new folder and return that."""
    folder = parent / "bulletins"
    folder.mkdir()
    for day in (4, 5, 6):
        (folder / f"note-{day}.txt").write_text(BULLETIN.format(day=day), encoding="utf-8")
    return folder


def pytest_configure() -> None:
    """Let Ctrl-C end what the tests start: a shell that starts them in the background has all of it ignore that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is slow first and leave the order as it is otherwise."""
    folder = Path(__file__).parent
    names = {path: path.relative_to(folder).as_posix() for path in {item.path for item in items}}
    items.sort(key=lambda item: next((n for n, slow in enumerate(SLOW) if names[item.path].startswith(slow)), len(SLOW)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give the tests of a file, or of files that share much, to one of several processes."""
    from xdist.scheduler import LoadFileScheduling

    class Together(LoadFileScheduling):
        """Knows which files stay together."""

        def _split_scope(self, nodeid: str) -> str:
            return next((scope for path, scope in TOGETHER.items() if nodeid.startswith(path)), super()._split_scope(nodeid))

    return Together(config, log)


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
    return write_bulletins(tmp_path)


@pytest.fixture(scope="session")
def content() -> Callable[[Path], dict[str, list[str]]]:
    """Return a function that reads all that a warehouse shows, and in which views, apart from what tells of its runs.

    As in a snapshot, each view is worked out once, in memory, and those that read it read that: it takes a third of the time.
    """
    def read(path: Path) -> dict[str, list[str]]:
        with connect(config=OFFLINE | {"threads": "1"}) as connection:
            connection.execute(f"ATTACH {quoted(str(path))} AS warehouse (READ_ONLY)")
            defined = connection.execute("SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns() "
                                         "WHERE database_name = 'warehouse' AND schema_name <> 'main'").fetchall()
            note = connection.execute("FROM warehouse.main.warehouse_notes WHERE name = 'views'").fetchall()
            for schema in SCHEMAS:
                connection.execute(f"CREATE SCHEMA {schema}")
            connection.execute("SET search_path = 'memory.reporting,memory.resolved,warehouse.main,warehouse.reporting,"
                               "warehouse.resolved'")
            shown = {"": sorted(map(str, defined + note))}
            for view in needed_views():
                connection.execute(f"CREATE TABLE memory.{view.qualified} AS {view.query}")
                if view.schema == "reporting" and view.name not in ABOUT_RUNS:
                    cursor = connection.execute(f"FROM memory.{view.qualified}")
                    kept = [index for index, column in enumerate(cursor.description) if column[0] not in OF_THE_RUN]
                    shown[view.name] = sorted(str([row[index] for index in kept]) for row in cursor.fetchall())
        return shown
    return read
