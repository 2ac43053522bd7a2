"""What is published in PostgreSQL is read by psql, ODBC and JDBC, as BI tools do it, by a role that can only read."""
from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from tests.postgres import Server, program, server
from warehouse.postgres import Target, publish_to_postgres
from warehouse.snapshot import snapshot_tables, write_snapshot

DRIVER_OF_JAVA = Path("/usr/share/java/postgresql.jar")
READER = Path(__file__).with_name("Reader.java")
TABLES = {table.name: table.comment for table in snapshot_tables()}
PEOPLE = next(table.columns for table in snapshot_tables() if table.name == "people")


@pytest.fixture(scope="module")
def people(after_runs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory, running: Server) -> int:
    """Publish a warehouse and return how many people it has."""
    snapshot = tmp_path_factory.mktemp("clients") / "snapshot.duckdb"
    write_snapshot(after_runs[1], snapshot, published_at=datetime(2026, 2, 3))
    publish_to_postgres(snapshot, Target(running.address(), "the test's server"))
    running.psql("CREATE ROLE analyst LOGIN IN ROLE rapporteur_reader")
    with duckdb.connect(str(snapshot), read_only=True) as connection:
        return connection.execute("SELECT count(*) FROM reporting.people").fetchone()[0]


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """Return a server that listens to this machine."""
    with server(tcp=True) as started:
        yield started


def psql(running: Server, *commands: str) -> str:
    """Return what psql writes for an analyst."""
    given = [argument for command in commands for argument in ("-c", command)]
    return subprocess.run([program("psql"), "-X", "-At", "-d", running.address("analyst"), *given], check=True,
                          capture_output=True, text=True).stdout


def isql(running: Server, sql: str) -> str:
    """Return what an analyst is told through ODBC, a row a line."""
    assert shutil.which("isql"), "unixODBC is not installed: run `make tools`"
    source = f"Driver={{PostgreSQL Unicode}};Servername=127.0.0.1;Port={running.port};Database=postgres;Username=analyst"
    told = subprocess.run(["isql", "-b", "-v", "-d|", "-k", source], input=f"{sql}\n", check=False,
                          capture_output=True, text=True)
    return told.stdout + told.stderr


@pytest.fixture(scope="module")
def of_java(running: Server, people: int) -> list[list[str]]:
    """Return what a program in Java tells after it read through JDBC."""
    assert DRIVER_OF_JAVA.is_file() and shutil.which("javac"), "JDBC is not installed: run `make tools`"
    address = f"jdbc:postgresql://127.0.0.1:{running.port}/postgres?user=analyst"
    told = subprocess.run(["java", "-cp", str(DRIVER_OF_JAVA), str(READER), address], check=True,
                          capture_output=True, text=True)
    return [line.split("\t") for line in told.stdout.splitlines()]


def test_psql_lists_tables_and_columns_with_their_words(running: Server, people: int) -> None:
    listed = {line.split("|")[1]: line.split("|")[-1] for line in psql(running, r"\dt+ reporting.*").splitlines()}
    assert listed == TABLES
    described = psql(running, r"\d+ reporting.people").splitlines()
    assert {line.split("|")[0]: line.split("|")[-1] for line in described if "|" in line} == PEOPLE


def test_odbc_lists_the_tables_and_reads_rows(running: Server, people: int) -> None:
    assert isql(running, "SELECT count(*) FROM reporting.people").split() == [str(people)]
    listed = [line.split("|") for line in isql(running, "help").splitlines() if line.strip()]
    assert {name for _, schema, name, *_ in listed if schema == "reporting"} == set(TABLES)


def test_odbc_reads_the_words_from_the_catalog(running: Server, people: int) -> None:
    # Not from the driver's own answers: psqlODBC leaves their REMARKS empty.
    told = isql(running, "SELECT obj_description('reporting.people'::regclass)")
    assert told.strip() == TABLES["people"]


def test_odbc_cannot_write(running: Server, people: int) -> None:
    assert "permission denied for table people" in isql(running, "DELETE FROM reporting.people")


def test_jdbc_reads_rows(of_java: list[list[str]], people: int) -> None:
    assert [row[1:] for row in of_java if row[0] == "rows"] == [[str(people)]]


def test_jdbc_is_given_the_words_of_tables_and_columns(of_java: list[list[str]]) -> None:
    assert dict(row[1:] for row in of_java if row[0] == "table") == TABLES
    assert dict(row[1:] for row in of_java if row[0] == "column") == PEOPLE


def test_jdbc_cannot_write(of_java: list[list[str]]) -> None:
    assert [row[0] for row in of_java if row[0] in ("deleted", "refused")] == ["refused"]
    assert any("permission denied for table people" in row[-1] for row in of_java)
