"""The sweep removes what nothing supports, and can be cut short anywhere."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import duckdb

from etl.records import Extraction
from tests.builders import TEXT, an_extraction
from warehouse.checks import run_checks
from warehouse.refresh import refresh
from warehouse.schema import metadata
from warehouse.summary import Summary, summarize


class Killed(Exception):
    """Stands for a kill."""


class Dying:
    """A connection that dies after a number of statements."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, lives: int) -> None:
        self.connection, self.lives = connection, lives

    def execute(self, sql: str) -> duckdb.DuckDBPyConnection:
        """Run a statement, or die."""
        if self.lives == 0:
            raise Killed
        self.lives -= 1
        return self.connection.execute(sql)


def test_a_sweep_cut_short_anywhere_is_finished_by_the_next(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str]) -> None:
    load(an_extraction())
    load(an_extraction(text=f"Changed. {TEXT}", meeting_key="m-moved"))
    shown = warehouse.execute("FROM reporting.evidence ORDER BY ALL").fetchall()
    lives = 0
    while True:
        try:
            refresh(Dying(warehouse, lives))
            break
        except Killed:
            assert warehouse.execute("FROM reporting.evidence ORDER BY ALL").fetchall() == shown
            lives += 1
    assert lives > len(metadata.tables) / 2
    assert warehouse.execute("SELECT key FROM meetings").fetchall() == [("m-moved",)]
    assert [result.name for result in run_checks(warehouse) if result.rows] == []


def test_a_summary_counts_what_the_views_show(warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str]) -> None:
    assert summarize(warehouse) == Summary(0, 0, 0, 0, 0, 0, 0, 0, None, None)
    load(an_extraction())
    assert summarize(warehouse) == Summary(1, 2, 1, 1, 1, 4, 1, 0, date(2021, 5, 3), date(2021, 5, 9))
