"""A snapshot that is not what was written is found out before anybody reads it."""
from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from warehouse.audit import audit_snapshot
from warehouse.errors import WarehouseError
from warehouse.snapshot import State, write_snapshot


@pytest.fixture(scope="module")
def whole(after_runs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """Return a snapshot, which tests copy, and what it is to show."""
    target = tmp_path_factory.mktemp("whole") / "snapshot.duckdb"
    return target, write_snapshot(after_runs[1], target, published_at=datetime(2026, 2, 3))


@pytest.fixture
def written(whole: tuple[Path, State], tmp_path: Path) -> tuple[Path, State]:
    """Return a snapshot of the test's own and what it is to show."""
    path, state = whole
    return Path(shutil.copyfile(path, tmp_path / "snapshot.duckdb")), state


def test_what_was_written_passes(written: tuple[Path, State]) -> None:
    audit_snapshot(*written)


@pytest.mark.parametrize(("change", "told"), [
    ("DROP TABLE reporting.people", "reporting.people is missing"),
    ("CREATE TABLE main.notes (a INTEGER)", "main.notes does not belong there"),
    ("CREATE VIEW reporting.notes AS SELECT 1 AS one", "reporting.notes does not belong there"),
    ("COMMENT ON TABLE reporting.people IS NULL", "reporting.people has another comment"),
    ("COMMENT ON COLUMN reporting.people.name IS 'x'", "the columns of reporting.people differ"),
    ("ALTER TABLE reporting.people DROP COLUMN name", "the columns of reporting.people differ"),
    ("DELETE FROM reporting.meetings", "reporting.meetings has 0 rows, not 2"),
])
def test_what_differs_is_named(change: str, told: str, written: tuple[Path, State]) -> None:
    with duckdb.connect(str(written[0])) as connection:
        connection.execute(change)
    with pytest.raises(WarehouseError, match=told):
        audit_snapshot(*written)


def test_a_damaged_block_is_found(written: tuple[Path, State]) -> None:
    path, state = written
    whole = path.read_bytes()
    quote = whole.index(b"met Sylvan president")
    path.write_bytes(whole[:quote] + b"MET" + whole[quote + 3:])
    with pytest.raises(WarehouseError, match="cannot be read back.*rapporteur publish"):
        audit_snapshot(path, state)
