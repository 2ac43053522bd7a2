"""What a warehouse needs whether or not documents came."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from etl import prepare, upkeep
from etl.backup import backups, folder_beside
from etl.pipeline import Request, ingest
from seeds import SEEDS
from warehouse import ledger
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseError
from warehouse.shelf import Shelf

NOW = datetime(2026, 1, 2, 3, 4, 5)


def request(warehouse: Path, *sources: Path) -> Request:
    """Return what a run is asked."""
    return Request(sources=tuple(map(str, sources)), base=Path("/"), warehouse=warehouse, seeds=SEEDS)


def refresh(warehouse: Path, say: list[str] | None = None) -> str:
    """Refresh a warehouse."""
    return upkeep.refresh(request(warehouse), clock=lambda: NOW, say=(say if say is not None else []).append)


def count_runs(warehouse: Path) -> int:
    """Return how many runs the ledger knows."""
    with open_reader(warehouse) as connection:
        return connection.execute("SELECT count(*) FROM reporting.ingest_runs").fetchone()[0]


def test_a_warehouse_that_is_well_is_left_alone(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    assert refresh(seeded) == "The schema is that of this version, what all documents say is resolved."
    assert count_runs(seeded) == 1


def test_what_a_killed_run_had_loaded_is_resolved_and_its_run_is_closed(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    with open_writer(seeded) as connection:
        connection.execute("DELETE FROM warehouse_notes WHERE name = 'resolution'")
        ledger.begin_run(connection, started_at=NOW, extractor_version="1")
    said: list[str] = []
    assert "was resolved again" in refresh(seeded, said)
    assert "run-2, begun 2026-01-02 03:04 UTC, was ended from outside" in said[0]
    with open_reader(seeded) as connection:
        assert connection.execute("SELECT status FROM reporting.ingest_runs ORDER BY run_id").fetchall() == [
            ("completed",), ("failed",), ("completed",)]


def test_documents_of_an_earlier_version_are_counted_with_what_to_do(
        seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "EXTRACTOR_VERSION", "0")
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    told = refresh(seeded)
    assert "3 documents were read by an earlier version of the rules, which `rapporteur backfill` reads again" in told


def test_no_warehouse_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="There is no warehouse at"):
        refresh(tmp_path / "none.duckdb")
    assert not (tmp_path / "none.duckdb").exists()


def test_checks_return_only_those_that_found_rows(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    assert upkeep.check(request(seeded), clock=lambda: NOW, say=lambda _: None) == []
    with open_writer(seeded) as connection:
        connection.execute("UPDATE passage_texts SET text = 'Nobody met.'")
    assert all(result.rows for result in upkeep.check(request(seeded), clock=lambda: NOW, say=lambda _: None))


def test_what_the_checks_found_is_kept(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    upkeep.check(request(seeded), clock=lambda: NOW + timedelta(days=1), say=lambda _: None)
    with open_reader(seeded) as connection:
        assert len(connection.execute("SELECT DISTINCT checked_at FROM reporting.check_results").fetchall()) == 2


def test_what_is_published_is_not_published_again(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    assert "before" in upkeep.publish(request(seeded), clock=lambda: NOW, say=lambda _: None)
    Shelf.beside(seeded).link.unlink()
    assert "is published" in upkeep.publish(request(seeded), clock=lambda: NOW, say=lambda _: None)
    assert Shelf.beside(seeded).current().is_file()


def test_a_backup_is_made_beside_the_warehouse(seeded: Path, bulletins: Path) -> None:
    ingest(request(seeded, bulletins), clock=lambda: NOW)
    said = upkeep.backup(request(seeded), clock=lambda: NOW, say=lambda _: None)
    (made,) = backups(folder_beside(seeded), seeded)
    assert str(made) in said
