"""Throw-away warehouses, made the real way: migrated once a session, with a little reference data, and copied for each test."""
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from etl.records import Extraction
from etl.rows import rows_of
from tests.warehouse import history
from tests.warehouses import new_warehouse
from warehouse import ledger
from warehouse.connection import open_writer
from warehouse.load import load_document

SEEDS = Path(__file__).parent / "seeds"
NOW = datetime(2026, 1, 2, 3, 4, 5)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated warehouse with reference data that tests copy and never open."""
    return new_warehouse(tmp_path_factory.mktemp("template"), SEEDS)


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Return a warehouse of the test's own."""
    return Path(shutil.copyfile(template, tmp_path / "warehouse.duckdb"))


@pytest.fixture
def warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to the warehouse of the test."""
    with open_writer(path) as connection:
        yield connection


@pytest.fixture(scope="session")
def after_runs(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Return a warehouse before any run of the small history, and after each; tests copy them and never open them."""
    states = [template]
    for number, run in enumerate((history.first_run, history.second_run, history.third_run), start=1):
        states.append(Path(shutil.copyfile(states[-1], template.with_name(f"after-{number}.duckdb"))))
        with open_writer(states[-1]) as connection:
            run(connection)
    return tuple(states)


@pytest.fixture
def filled(after_runs: tuple[Path, ...], tmp_path: Path) -> Path:
    """Return a warehouse with a document that was replaced, people taken for one, decisions and a rejection."""
    return Path(shutil.copyfile(after_runs[-1], tmp_path / "warehouse.duckdb"))


@pytest.fixture
def run_id(warehouse: duckdb.DuckDBPyConnection) -> int:
    """Return the id of a run under way."""
    return ledger.begin_run(warehouse, started_at=NOW, extractor_version="test-1")


@pytest.fixture
def load(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> Callable[[Extraction], str]:
    """Return a function that loads an extraction and says what became of it."""
    def load_extraction(extraction: Extraction) -> str:
        return load_document(warehouse, rows_of(extraction, extractor_version="test-1"), run_id=run_id, loaded_at=NOW)
    return load_extraction
