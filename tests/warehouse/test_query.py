"""SQL from outside can read the warehouse, and nothing else."""
from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.errors import StatementRefused, WarehouseError
from warehouse.query import is_whole, run_select


@pytest.mark.parametrize("sql", [
    "SELECT 1 AS one",
    "WITH counted AS (SELECT count(*) AS n FROM reporting.people) SELECT n FROM counted;",
    "FROM reporting.outlets",
    "VALUES (1)",
    "DESCRIBE reporting.people",
    "SHOW TABLES",
    "SUMMARIZE reporting.outlets",
    "EXPLAIN SELECT 1",
    "-- a comment; with a semicolon\nSELECT ';' AS semicolon",
])
def test_statements_that_read_are_answered(sql: str, path: Path) -> None:
    assert run_select(path, sql).num_rows > 0


@pytest.mark.parametrize("sql", [
    "", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE people", "DROP TABLE people", "DELETE FROM people",
    "INSERT INTO people (key) VALUES ('x')", "WITH x AS (SELECT 'x' AS key) INSERT INTO people (key) SELECT key FROM x",
    "UPDATE countries SET name = 'x'", "CREATE TABLE t (a INT)", "CREATE TEMP TABLE t AS SELECT 1", 
    "COPY people TO 'people.csv'",
    "ATTACH 'other.duckdb'", "INSTALL fts", "LOAD fts", "SET memory_limit = '9GB'", "RESET memory_limit",
    "PRAGMA enable_profiling", "CALL pragma_version()", "EXPLAIN ANALYZE INSERT INTO people (key) VALUES ('x')", "CHECKPOINT",
    "BEGIN", "EXPORT DATABASE 'out'", "SELECT nextval('people_person_id_seq')", "PREPARE p AS SELECT 1", "SELEC 1",
    "SELECT no_such_column",
    "SELECT * FROM read_text('/etc/hostname')", "SELECT * FROM read_csv('/etc/hostname')", "SELECT * FROM glob('/*')",
    "SELECT * FROM '/etc/hostname'", "SELECT * FROM read_blob('https://example.org/')",
])
def test_all_else_is_refused_and_nothing_changes(sql: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StatementRefused):
        run_select(path, sql)
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == [path.name]


def test_a_refusal_names_the_statement(path: Path) -> None:
    with pytest.raises(StatementRefused, match="DELETE"):
        run_select(path, "DELETE FROM people")


@pytest.mark.parametrize(("sql", "whole"), [
    ("SELECT 1;", True), ("SELECT 'é';  -- done", True), ("SELECT 1", False), ("SELECT ';'", False), ("SELECT ';", False),
    ("SELECT 1 -- ;", False), ("SELECT 1 /* ;", False), ("", False), (";", True),
])
def test_a_statement_is_whole_with_a_semicolon_that_ends_it(sql: str, whole: bool) -> None:
    assert is_whole(sql) == whole


def test_a_missing_warehouse_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"no warehouse.*here\.duckdb"):
        run_select(tmp_path / "here.duckdb", "SELECT 1")
