"""`rapporteur status` says how everything stands, and disturbs nobody."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.lock import hold_lock
from tests.rapporteur.conftest import Run
from warehouse.connection import open_writer

CONFIG = """
[sources.notes]
from = "bulletins"
every = "6 hours"

[sources.silent]
from = "nothing-yet"
enabled = false

[backup]
folder = "kept"
"""


@pytest.fixture
def filled(run: Run, seeded: Path, bulletins: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a warehouse that a configured source has filled; it is published and backed up."""
    monkeypatch.setenv("RAPPORTEUR_WAREHOUSE", str(seeded))
    Path("rapporteur.toml").write_text(CONFIG)
    (bulletins / "broken.txt").write_bytes(b"\x00\x01\x02")
    assert run("ingest").status == 3
    assert run("backup").status == 0
    return seeded


def test_everything_is_told_to_a_script(run: Run, filled: Path) -> None:
    told = json.loads(run("status", "--json").out)
    assert told["last_run"]["run_id"] == told["last_completed"]["run_id"] == "run-1"
    assert (told["documents"], told["rejected"], told["being_written_to"]) == (3, 1, False)
    notes, silent = told["sources"]
    assert (notes["source"], notes["every"], notes["documents"], notes["last_day"]) == ("notes", "6 hours", 3, "2021-05-09")
    assert 0 <= notes["lag_seconds"] < 3600
    assert (silent["source"], silent["enabled"], silent["documents"], silent["lag_seconds"]) == ("silent", False, 0, None)
    assert told["warehouse"]["bytes"] == filled.stat().st_size
    assert (told["published"]["run_id"], told["published"]["lags"], told["published"]["files"]) == ("run-1", False, 1)
    assert told["originals"]["files"] == 3
    assert (told["backups"]["path"], told["backups"]["kept"]) == (str(Path("kept").absolute()), 1)
    assert set(told["versions"]) == {"rapporteur", "extractor", "schema", "duckdb", "python"}


def test_a_person_can_read_it(run: Run, filled: Path) -> None:
    out = run("status").out
    assert "last run        run-1 (ingest), completed, ended " in out
    assert "documents       3, 1 inputs rejected" in out
    assert "published       " in out
    assert "notes  │ 6 hours  │" in out
    assert "silent │ disabled │" in out


def test_while_somebody_writes_it_tells_what_is_published(run: Run, filled: Path) -> None:
    with hold_lock(filled, on_wait=print), open_writer(filled) as connection:
        connection.execute("DELETE FROM main.findings")
        told = json.loads(run("status", "--json").out)
        assert (told["being_written_to"], told["documents"], told["sources"]) == (True, 3, None)
        assert "being written to" in run("status").out


def test_a_run_that_was_killed_is_seen(run: Run, filled: Path) -> None:
    with open_writer(filled) as connection:
        connection.execute("INSERT INTO main.ingest_runs (started_at, extractor_version) VALUES ('2030-01-01', '1')")
    out = run("status").out
    assert "last run        run-2 (ingest), running, not ended: 0 seen" in out
    assert "last completed  run-1" in out


def test_an_empty_warehouse_has_a_status_too(run: Run, seeded: Path) -> None:
    out = run("status", "--warehouse", seeded).out
    assert "last run        none" in out
    assert "published       nothing; `rapporteur publish` publishes it" in out
