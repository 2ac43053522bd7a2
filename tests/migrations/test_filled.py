"""Revisions run on warehouses that hold something: going up loses nothing, going down only what the older schema cannot hold."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from etl.resolution import is_resolved, resolve_all
from etl.rows import rows_of
from tests.migrations.test_revisions import REVISIONS, move
from tests.warehouse.history import elsewhere, first_run, second_run, third_run
from tests.warehouses import new_warehouse
from warehouse import ledger
from warehouse.checks import run_checks
from warehouse.connection import open_writer
from warehouse.load import load_document
from warehouse.migrate import migrate
from warehouse.orphans import find_orphans
from warehouse.schema import metadata
from warehouse.summary import summarize
from warehouse.trends import keep_counts, keep_results

NUMBERS = [path.name[:4] for path in REVISIONS]
ROWS = Path(__file__).parent / "rows" / "0004.sql"
SEEDS = Path(__file__).parents[1] / "warehouse" / "seeds"
NOW = datetime(2026, 2, 1)
ABOUT_ITSELF = {"alembic_version", "warehouse_notes"}

Tables = dict[str, tuple[list[str], list[tuple]]]


def held(path: Path) -> Tables:
    """Return the columns and rows of every table that holds something."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for name, in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY table_name").fetchall()]
        found: Tables = {}
        for name in names:
            cursor = connection.execute(f"FROM main.{name} ORDER BY ALL")
            columns = [column[0] for column in cursor.description]
            if name not in ABOUT_ITSELF and (rows := cursor.fetchall()):
                found[name] = columns, rows
    return found


def lost(before: Tables, after: Tables) -> list[str]:
    """Return the tables of `before` whose rows are not the same in `after`, as far as the columns of both go."""
    def cut(tables: Tables, name: str, shared: list[str]) -> list[tuple]:
        columns, rows = tables.get(name, ([], []))
        return sorted((tuple(row[columns.index(column)] for column in shared) for row in rows), key=str)

    shared = {name: [column for column in columns if column in after.get(name, (columns,))[0]] for name, (columns, _) in before.items()}
    return [name for name in before if cut(before, name, shared[name]) != cut(after, name, shared[name])]


def fill(path: Path, revision: str) -> None:
    """Make a warehouse of a revision, with the rows of 0004 as far as it has tables for them."""
    move(path, revision)
    statements = re.findall(r"^(INSERT INTO (\w+) .*?);$", ROWS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    with duckdb.connect(str(path)) as connection:
        there = {name for name, in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        for statement, table in statements:
            if table in there:
                connection.execute(statement)
        for table, column, sequence in _sequences(connection):
            connection.execute(f"SELECT max(nextval('{sequence}')) FROM range((SELECT coalesce(max({column}), 0) FROM {table}))")


def _sequences(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str]]:
    """Yield the tables whose keys a sequence gives, with the column and the sequence."""
    for table, column, default in connection.execute(
            "SELECT table_name, column_name, column_default FROM duckdb_columns() WHERE column_default LIKE 'nextval%'").fetchall():
        yield table, column, re.search(r"'(?:\w+\.)?(\w+)'", default)[1]


@pytest.mark.parametrize("revision", NUMBERS[:4])
def test_a_filled_warehouse_goes_up_step_by_step_and_loses_nothing(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    fill(path, revision)
    for following in NUMBERS[NUMBERS.index(revision) + 1:]:
        before = held(path)
        assert before
        move(path, following)
        assert lost(before, held(path)) == []


@pytest.fixture
def of_0004(tmp_path: Path) -> Path:
    """Return a warehouse as the program of revision 0004 left it."""
    path = tmp_path / "w.duckdb"
    fill(path, "0004")
    return path


def test_after_the_upgrade_the_views_show_what_they_showed(of_0004: Path) -> None:
    assert migrate(of_0004)
    with open_writer(of_0004) as connection:
        def shown(query: str) -> list[tuple]:
            return connection.execute(f"{query} ORDER BY ALL").fetchall()
        assert shown("SELECT meeting_id, status, place, source_count FROM reporting.meetings") == [
            ("m-held", "held", "Vienna", 1), ("m-vienna", "held", "Vienna", 1)]
        assert shown("SELECT uri, title FROM reporting.documents") == [
            ("file:///note.txt", "Weekly Note"), ("file:///plan.txt", "Weekly Note")]
        assert shown("SELECT fact_kind, count(*) FROM reporting.evidence GROUP BY ALL") == [
            ("agreement", 2), ("meeting", 2), ("position", 4)]
        assert shown("SELECT uri, reason FROM reporting.rejected_documents") == [("file:///broken.txt", "empty")]
        assert find_orphans(connection) == []


def test_after_the_upgrade_the_next_run_goes_on(of_0004: Path) -> None:
    """The version that was replaced and not swept stays away, keys go on where they were, and all checks hold."""
    migrate(of_0004)
    with open_writer(of_0004) as connection:
        run_id = ledger.begin_run(connection, started_at=NOW, extractor_version="2")
        assert run_id == 3
        rows = rows_of(elsewhere("file:///new.txt"), extractor_version="2")
        assert load_document(connection, rows, run_id=run_id, loaded_at=NOW) == "loaded"
        resolve_all(connection, run_id=run_id)
        # The two that the earlier program told apart are one, and there is the new one.
        assert summarize(connection).meetings == 2
        assert [result for result in run_checks(connection) if result.rows and result.severity == "error"] == []


@pytest.fixture
def of_today(tmp_path: Path) -> Path:
    """Return a warehouse of the newest revision with a row at least in every table."""
    path = new_warehouse(tmp_path, SEEDS)
    with open_writer(path) as connection:
        first_run(connection)
        second_run(connection)
        run_id = third_run(connection)
        keep_counts(connection, summarize(connection), run_id=run_id)
        keep_results(connection, run_checks(connection), run_id=run_id, checked_at=NOW)
        ledger.begin_review(connection, run_id, by="Ann")
        ledger.note_answer(connection, uri="https://news.example/", etag=None, last_modified=None, sha256="a" * 64, fetched_at=NOW)
        for statement in (
                "INSERT INTO origins (version_id, name) SELECT min(version_id), 'note.txt' FROM document_versions",
                f"INSERT INTO outlet_links SELECT min(outlet_id), max(outlet_id), {run_id}, NULL FROM outlets",
                f"INSERT INTO terms (office, country_code, person_id, run_id) SELECT 'envoy', 'AT', min(person_id), {run_id} FROM people",
                f"INSERT INTO role_holders SELECT version_id, meeting_id, ordinal, person_id, 'because', {run_id}, NULL "
                "FROM meeting_participants LIMIT 1",
                "INSERT INTO derived_findings SELECT 'f', 'other', 'info', min(version_id), 0, 1, 'Why?', NULL, NULL, "
                f"{run_id}, NULL FROM document_versions",
                f"INSERT INTO matches SELECT 'm', 'person', document, key, document, key, 'proposed', 0.5, 'so', NULL, {run_id}, NULL "
                "FROM decision_accounts LIMIT 1"):
            connection.execute(statement)
        silent = [name for name in metadata.tables if not connection.execute(f"SELECT 1 FROM main.{name} LIMIT 1").fetchone()]
        assert silent == []
    return path


def test_a_filled_warehouse_goes_down_step_by_step_and_up_again(of_today: Path, tmp_path: Path) -> None:
    """What the older schema has a place for stays, both ways."""
    for lower in reversed(NUMBERS[:-1]):
        before = held(of_today)
        move(of_today, lower, up=False)
        after = held(of_today)
        assert lost({name: before[name] for name in before if name in after}, after) == []
        empty = tmp_path / f"{lower}.duckdb"
        move(empty, lower)
        with duckdb.connect(str(empty), read_only=True) as connection:
            known = {name for name, in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        assert before.keys() - after.keys() == before.keys() - known, "a table that stays has lost its rows"
    for higher in NUMBERS[1:]:
        before = held(of_today)
        move(of_today, higher)
        assert lost(before, held(of_today)) == []
    with open_writer(of_today) as connection:
        assert find_orphans(connection) == []


def test_what_a_downgrade_took_away_is_resolved_anew(of_today: Path) -> None:
    with open_writer(of_today) as connection:
        assert is_resolved(connection)
    move(of_today, "0004", up=False)
    move(of_today, "head")
    with open_writer(of_today) as connection:
        assert not is_resolved(connection)
