"""What is published in PostgreSQL is the snapshot, is put in place at once, and can only be read. Against a real server."""
from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from tests.postgres import Server, program, server
from warehouse import postgres
from warehouse.errors import WarehouseError
from warehouse.postgres import MARK, Target, is_in_postgres, publish_to_postgres
from warehouse.snapshot import State, snapshot_tables, write_snapshot

Published = tuple[Path, State]


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """Return a server that the tests of this file share."""
    with server() as started:
        yield started


@pytest.fixture
def database(running: Server, request: pytest.FixtureRequest) -> Iterator[str]:
    """Return a database of the test's own."""
    name = f"d{abs(hash(request.node.name))}"
    running.psql(f"CREATE DATABASE {name}")
    yield name
    running.psql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def target(running: Server, database: str) -> Target:
    """Return where to publish."""
    return Target(running.address(database=database), "the test's server")


@pytest.fixture(scope="module")
def states(after_runs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[Published, Published]:
    """Return two snapshots of a warehouse, the first of two documents and the other of three."""
    folder = tmp_path_factory.mktemp("states")
    states = []
    for name, warehouse in (("first", after_runs[1]), ("second", after_runs[3])):
        target = folder / f"{name}.duckdb"
        states.append((target, write_snapshot(warehouse, target, published_at=datetime(2026, 2, 3))))
    return tuple(states)


@pytest.fixture
def first(states: tuple[Published, Published]) -> Published:
    """Return the first of them."""
    return states[0]


@pytest.fixture
def second(states: tuple[Published, Published]) -> Published:
    """Return the second."""
    return states[1]


def test_the_tables_hold_the_rows_and_words_of_the_snapshot(second: Published, target: Target, running: Server,
                                                             database: str) -> None:
    file, state = second
    assert publish_to_postgres(file, target) == sum(state.rows.values())
    described = running.psql("SELECT table_name || ' ' || "
                             "coalesce(obj_description(format('reporting.%I', table_name)::regclass), '') "
                             "FROM information_schema.tables WHERE table_schema = 'reporting'", database=database)
    assert sorted(described) == sorted(f"{table.name} {table.comment}" for table in snapshot_tables())
    columns = running.psql("SELECT attname || ': ' || col_description(attrelid, attnum) FROM pg_attribute "
                           "WHERE attrelid = 'reporting.people'::regclass AND attnum > 0 ORDER BY attnum", database=database)
    people = next(table for table in snapshot_tables() if table.name == "people")
    assert columns == [f"{column}: {meaning}" for column, meaning in people.columns.items()]
    query = "SELECT fact_id, quote, char_start, confidence, recorded_at::VARCHAR FROM reporting.evidence ORDER BY 1, 2, 3, 5"
    with duckdb.connect(str(file), read_only=True) as held:
        assert running.psql(query, database=database) == ["|".join(map(_plain, row)) for row in held.execute(query).fetchall()]


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_the_next_state_takes_the_place_of_the_first(first: Published, second: Published, target: Target,
                                                     running: Server, database: str) -> None:
    for file, state in (first, second):
        publish_to_postgres(file, target)
        assert running.psql("SELECT count(*) FROM reporting.documents", database=database) == [str(state.rows["documents"])]
    assert is_in_postgres(second[1].digest, target)
    assert not is_in_postgres(first[1].digest, target)
    schemas = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'reporting%'"
    assert running.psql(schemas, database=database) == ["reporting"]


def test_what_a_killed_publisher_left_is_built_anew(first: Published, target: Target, running: Server,
                                                    database: str) -> None:
    running.psql("CREATE SCHEMA reporting_building; CREATE TABLE reporting_building.people (half TEXT)", database=database)
    publish_to_postgres(first[0], target)
    assert running.psql("SELECT count(name) FROM reporting.people", database=database) == [str(first[1].rows["people"])]


FORBIDDEN = ("DELETE FROM reporting.people", "UPDATE reporting.people SET name = 'x'", "DROP TABLE reporting.people",
             "INSERT INTO reporting.people (name) VALUES ('x')", "CREATE TABLE reporting.mine (a INTEGER)",
             "TRUNCATE reporting.people", "ALTER SCHEMA reporting RENAME TO mine", "COPY reporting.people TO PROGRAM 'cat'")


def test_readers_can_only_read(first: Published, target: Target, running: Server, database: str) -> None:
    publish_to_postgres(first[0], target)
    running.psql("CREATE ROLE analyst LOGIN IN ROLE rapporteur_reader")
    count = running.psql("SELECT count(*) FROM reporting.people", user="analyst", database=database)
    assert count == [str(first[1].rows["people"])]
    for sql in FORBIDDEN:
        with pytest.raises(AssertionError, match="permission denied|must be owner|must be superuser"):
            running.psql(sql, user="analyst", database=database)


def test_a_schema_of_somebody_else_is_left_alone(first: Published, target: Target, running: Server, database: str) -> None:
    running.psql("CREATE SCHEMA reporting; CREATE TABLE reporting.theirs (a INTEGER)", database=database)
    with pytest.raises(WarehouseError, match="was not published by rapporteur.*schema"):
        publish_to_postgres(first[0], target)
    assert running.psql("SELECT count(*) FROM reporting.theirs", database=database) == ["0"]


def test_a_view_that_somebody_built_on_it_is_not_dropped(first: Published, target: Target, running: Server,
                                                         database: str) -> None:
    publish_to_postgres(first[0], target)
    running.psql("CREATE VIEW public.mine AS SELECT name FROM reporting.people", database=database)
    with pytest.raises(WarehouseError, match="view mine depends on table reporting.people"):
        publish_to_postgres(first[0], target)
    assert running.psql("SELECT count(*) > 0 FROM public.mine", database=database) == ["t"]


def test_a_reader_in_a_transaction_is_waited_for(first: Published, second: Published, target: Target,
                                                 running: Server, database: str) -> None:
    publish_to_postgres(first[0], target)
    reader = subprocess.Popen([program("psql"), "-X", "-q", "-At", "-d", running.address(database=database)], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    reader.stdin.write("BEGIN;\nSELECT count(*) FROM reporting.documents;\n")
    reader.stdin.flush()
    assert reader.stdout.readline() == "2\n"
    publisher = threading.Thread(target=publish_to_postgres, args=(second[0], target))
    publisher.start()
    publisher.join(3)
    assert publisher.is_alive()
    reader.stdin.write("SELECT count(*) FROM reporting.people;\nCOMMIT;\n")
    told, _ = reader.communicate()
    publisher.join()
    assert told == f"{first[1].rows['people']}\n"
    assert running.psql("SELECT count(*) FROM reporting.documents", database=database) == ["3"]


def test_a_reader_who_never_ends_is_not_waited_for_for_ever(first: Published, target: Target, running: Server,
                                                            database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "TRIES", 2)
    publish_to_postgres(first[0], target)
    with subprocess.Popen([program("psql"), "-X", "-q", "-At", "-d", running.address(database=database)], text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        reader.stdin.write("BEGIN;\nSELECT 1 FROM reporting.snapshot;\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "1\n"
        with pytest.raises(WarehouseError, match="readers have kept the tables of reporting busy"):
            publish_to_postgres(first[0], target)
        reader.stdin.close()
    assert running.psql("SELECT obj_description('reporting'::regnamespace)", database=database) == [MARK]


def test_a_server_that_is_not_there_is_named_without_its_secret(first: Published, tmp_path: Path) -> None:
    target = Target(f"postgresql://ann:swordfish@/db?host={tmp_path}", "postgresql://ann:${PW}@/db",
                    secrets=frozenset({"swordfish"}))
    with pytest.raises(WarehouseError) as raised:
        publish_to_postgres(first[0], target)
    assert "postgresql://ann:${PW}@/db was not published to; what was there before holds" in str(raised.value)
    assert "swordfish" not in str(raised.value)
    assert "No such file or directory" in str(raised.value)


def test_without_the_extension_the_way_to_it_is_told(first: Published, target: Target,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb_extension_postgres_scanner", None)
    with pytest.raises(WarehouseError, match=r'pip install "rapporteur\[postgres\]"'):
        publish_to_postgres(first[0], target)
