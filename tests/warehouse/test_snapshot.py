"""A snapshot holds what the views show, with their words, and nothing else."""
from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.warehouse import history
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseBusy, WarehouseError
from warehouse.notes import note
from warehouse.snapshot import read_state, snapshot_tables, state_digest, write_snapshot
from warehouse.views import views

NOW = datetime(2026, 2, 3, 4, 5, 6)


def test_each_table_holds_the_rows_of_its_view(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "snapshot.duckdb"
    before = filled.read_bytes()
    state = write_snapshot(filled, target, published_at=NOW)
    assert filled.read_bytes() == before
    with open_writer(filled) as connection:
        connection.execute(f"ATTACH '{target}' AS snapshot (READ_ONLY)")
        shown = [view.name for view in views() if view.schema == "reporting"]
        for name in shown:
            live, held = f"reporting.{name}", f"snapshot.reporting.{name}"
            differing = connection.execute(f"SELECT count(*) FROM ((FROM {live} EXCEPT ALL FROM {held}) "
                                           f"UNION ALL (FROM {held} EXCEPT ALL FROM {live}))").fetchone()
            assert (name, *differing) == (name, 0)
            assert connection.execute(f"SELECT count(*) FROM {held}").fetchone() == (state.rows[name],)
    assert min(state.rows[name] for name in ("meetings", "evidence", "decisions", "corrections", "former_ids",
                                             "rejected_documents")) > 0


def test_columns_keep_their_types_and_words(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "snapshot.duckdb"
    write_snapshot(filled, target, published_at=NOW)
    described = "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE schema_name = 'reporting'"
    with open_reader(filled) as live, open_reader(target) as held:
        of_views, of_tables = (set(c.execute(described).fetchall()) for c in (live, held))
        comments = dict(held.execute("SELECT table_name, comment FROM duckdb_tables() "
                                     "WHERE schema_name = 'reporting'").fetchall())
    assert {row for row in of_tables if row[0] not in ("snapshot", "changes_since")} == of_views
    assert comments == {table.name: table.comment for table in snapshot_tables()}


def test_it_says_which_state_it_shows(filled: Path, tmp_path: Path) -> None:
    state = write_snapshot(filled, tmp_path / "snapshot.duckdb", published_at=NOW)
    assert (state.run_id, state.published_at, state.rows["snapshot"]) == ("run-3", NOW, 1)
    read = read_state(tmp_path / "snapshot.duckdb")
    assert (read.run_id, read.published_at, read.digest) == (state.run_id, NOW, state.digest)


def test_an_empty_warehouse_has_a_snapshot_too(path: Path, tmp_path: Path) -> None:
    state = write_snapshot(path, tmp_path / "snapshot.duckdb", published_at=NOW)
    assert (state.run_id, state.rows["documents"]) == (None, 0)


def test_the_digest_changes_with_the_content_and_not_with_the_runs(path: Path) -> None:
    with open_writer(path) as connection:
        digests = [state_digest(connection)]
        with history.a_run(connection, day=0):
            pass
        digests.append(state_digest(connection))
        with history.a_run(connection, day=1):
            pass
        assert state_digest(connection) == digests[-1]
        history.first_run(connection)
        digests.append(state_digest(connection))
        history.second_run(connection)
        digests.append(state_digest(connection))
        note(connection, "views", "other")
        digests.append(state_digest(connection))
    assert len(set(digests)) == len(digests)


def test_a_warehouse_that_is_written_to_is_busy(path: Path, tmp_path: Path) -> None:
    code = f"import duckdb; c = duckdb.connect({str(path)!r}); print('open', flush=True); input()"
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseBusy, match="in use by another process"):
            write_snapshot(path, tmp_path / "snapshot.duckdb", published_at=NOW)
    finally:
        holder.communicate("\n")


def test_what_cannot_be_written_or_is_no_snapshot_says_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="could not be written"):
        write_snapshot(path, tmp_path / "nowhere" / "snapshot.duckdb", published_at=NOW)
    with pytest.raises(WarehouseError, match="is no snapshot"):
        read_state(path)
    with pytest.raises(WarehouseError, match="cannot be opened"):
        write_snapshot(tmp_path / "none.duckdb", tmp_path / "snapshot.duckdb", published_at=NOW)
