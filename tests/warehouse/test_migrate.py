"""Migration works on a copy: the live file is either as it was or wholly new."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.records import Extraction
from tests.builders import an_extraction
from warehouse.connection import open_reader, open_writer
from warehouse.errors import SchemaTooNew, WarehouseBusy, WarehouseError
from warehouse.migrate import migrate
from warehouse.notes import schema_revision

ROOT = Path(__file__).parents[2]


def files(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_new_warehouse_is_created_with_its_views(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "w%20.duckdb"
    assert migrate(path)
    assert files(path.parent) == ["w%20.duckdb"]
    with open_reader(path) as connection:
        assert connection.execute("SELECT count(*) FROM reporting.meetings").fetchall() == [(0,)]


def test_migrating_again_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert not migrate(path)
    assert path.read_bytes() == before


def test_changed_views_are_created_anew_with_their_comments(path: Path) -> None:
    with open_writer(path) as connection:
        connection.execute("DROP VIEW reporting.people")
        connection.execute("CREATE VIEW reporting.forgotten AS SELECT 1 AS one")
        connection.execute("UPDATE warehouse_notes SET value = 'other' WHERE name = 'views'")
    assert migrate(path)
    with open_reader(path) as connection:
        found = dict(connection.execute("SELECT view_name, comment FROM duckdb_views() "
                                        "WHERE schema_name = 'reporting'").fetchall())
    assert found["people"] == "One row per person."
    assert "forgotten" not in found


def test_an_older_schema_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    migrate(path, revision="0002")
    with open_writer(path) as connection:
        connection.execute("INSERT INTO people (key) VALUES ('ada')")
        assert schema_revision(connection) == "0002"
    assert migrate(path)
    with open_writer(path) as connection:
        assert schema_revision(connection) == "0007"
        assert connection.execute("SELECT key FROM people").fetchall() == [("ada",)]


def test_a_newer_schema_is_refused_with_what_to_do(path: Path) -> None:
    with open_writer(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(SchemaTooNew, match="9999.*newer version"):
        migrate(path)
    assert path.read_bytes() == before


def test_a_failure_leaves_the_file_as_it_was_and_no_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_writer(path) as connection:
        connection.execute("UPDATE warehouse_notes SET value = 'other' WHERE name = 'views'")
    before = path.read_bytes()
    monkeypatch.setattr("warehouse.migrate.find_orphans", lambda connection: ["mentions.person_id: 1 rows"])
    with pytest.raises(WarehouseError, match="mentions"):
        migrate(path)
    assert path.read_bytes() == before
    assert files(path.parent) == [path.name]


def test_nobody_can_write_to_the_file_while_it_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_writer(path) as connection:
        connection.execute("UPDATE warehouse_notes SET value = 'other' WHERE name = 'views'")
    attempts = []

    def try_to_write(connection: duckdb.DuckDBPyConnection) -> list[str]:
        code = f"import duckdb; duckdb.connect({str(path)!r})"
        attempts.append(subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stderr)
        return []
    monkeypatch.setattr("warehouse.migrate.find_orphans", try_to_write)
    assert migrate(path)
    assert len(attempts) == 1
    assert "lock" in attempts[0]


def test_permissions_and_links_stay(path: Path) -> None:
    with open_writer(path) as connection:
        connection.execute("UPDATE warehouse_notes SET value = 'other' WHERE name = 'views'")
    path.chmod(0o640)
    link = path.with_name("link.duckdb")
    link.symlink_to(path)
    assert migrate(link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_copy_left_by_a_kill_does_not_matter(path: Path) -> None:
    with open_writer(path) as connection:
        connection.execute("UPDATE warehouse_notes SET value = 'other' WHERE name = 'views'")
    path.with_name(f"{path.name}.migrating").write_bytes(b"half a copy")
    assert migrate(path)
    assert files(path.parent) == [path.name]


def test_a_file_in_use_by_another_process_is_busy(path: Path) -> None:
    code = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseBusy, match="in use"):
            migrate(path)
        holder.communicate("")


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    code = "from warehouse.migrate import migrate; print(migrate('w.duckdb'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
                          capture_output=True, text=True)
    assert done.stdout == "True\n"
    assert files(tmp_path) == ["w.duckdb"]


def test_what_is_no_warehouse_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with pytest.raises(WarehouseError, match="no warehouse"), open_reader(path):
        pass
    path.write_text("This is a letter, not a database. " * 1000)
    with pytest.raises(WarehouseError, match="DuckDB"):
        migrate(path)
    assert path.read_text().startswith("This is a letter")


def test_a_filled_warehouse_keeps_its_content(
        path: Path, load: Callable[[Extraction], str], warehouse: duckdb.DuckDBPyConnection) -> None:
    load(an_extraction())
    told = warehouse.execute("FROM reporting.evidence ORDER BY ALL").fetchall()
    warehouse.execute("DELETE FROM warehouse_notes WHERE name = 'views'")
    warehouse.close()
    assert migrate(path)
    with open_reader(path) as connection:
        assert connection.execute("FROM reporting.evidence ORDER BY ALL").fetchall() == told
