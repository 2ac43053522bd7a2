"""How far an agreement had come on any day, by the steps that all documents report."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from etl.records import Agreement, Extraction, Step, When
from tests.builders import TEXT, an_extraction

Load = Callable[[Extraction], str]

COURSE = ("negotiating 2019-05-03", "reached 2019-11-10, +signed 2020-01-15", "signed 2020-01-20")


def steps_of(words: str) -> tuple[Step, ...]:
    """Return steps written as "signed 2020-01-20"; "+" stands before one that is planned, one can be without a day."""
    return tuple(_step(*told.removeprefix("+").split(), planned=told.startswith("+")) for told in words.split(", "))


def _step(status: str, day: str | None = None, *, planned: bool) -> Step:
    when = When() if day is None else When(date.fromisoformat(day), date.fromisoformat(day), "day", "stated", day)
    return Step(status, when, planned)


def tell(load: Load, *documents: str, seen: date = date(2021, 5, 9)) -> None:
    """Load documents that each tell steps of one agreement."""
    for number, words in enumerate(documents):
        extraction = an_extraction(uri=f"file:///{number}.txt", text=f"{number}. {TEXT}", period_end=seen)
        (agreement,) = extraction.agreements
        load(replace(extraction, agreements=(_told(agreement, words),)))


def _told(agreement: Agreement, words: str) -> Agreement:
    steps = steps_of(words)
    done = [step.status for step in steps if not step.is_planned]
    return replace(agreement, steps=steps, status=done[-1] if done else "proposed")


def status_on(warehouse: duckdb.DuckDBPyConnection, day: str) -> str | None:
    row = warehouse.execute("SELECT status FROM reporting.agreement_statuses WHERE ? BETWEEN coalesce(valid_from, DATE '0001-01-01') "
                            "AND coalesce(valid_to, DATE '9999-12-31')", [date.fromisoformat(day)]).fetchone()
    return row and row[0]


@pytest.mark.parametrize(("day", "status"), [
    ("2019-05-02", None), ("2019-05-03", "negotiating"), ("2019-11-09", "negotiating"), ("2019-11-10", "reached"),
    ("2020-01-15", "reached"), ("2020-01-20", "signed"), ("2024-01-01", "signed"),
])
@pytest.mark.parametrize("order", [1, -1])
def test_the_status_is_that_of_the_steps_done_by_a_day(warehouse: duckdb.DuckDBPyConnection, load: Load, order: int, day: str,
                                                       status: str | None) -> None:
    tell(load, *COURSE[::order])
    assert status_on(warehouse, day) == status


@pytest.mark.parametrize(("steps", "status"), [
    ("signed 2019-01-01, suspended 2019-02-01", "suspended"),
    ("signed 2019-01-01, suspended 2019-02-01, in_force 2019-03-01", "in_force"),
    ("signed 2019-01-01, suspended 2019-02-01, negotiating 2019-03-01", "suspended"),
    ("signed 2019-01-01, terminated 2019-02-01, signed 2019-03-01", "terminated"),
    ("rejected 2019-01-01, signed 2019-03-01", "signed"),
    ("signed 2019-01-01, negotiating 2019-01-02", "signed"),
    ("signed 2019-01-01, suspended 2019-01-01", "suspended"),
])
def test_ends_and_what_comes_after_them(warehouse: duckdb.DuckDBPyConnection, load: Load, steps: str, status: str) -> None:
    tell(load, *steps.split(", "))
    assert status_on(warehouse, "2021-01-01") == status
    assert warehouse.execute("SELECT status FROM reporting.agreements").fetchall() == [(status,)]


def test_what_is_only_planned_reaches_nothing(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    tell(load, "+signed 2019-01-01")
    assert warehouse.execute("FROM reporting.agreement_statuses").fetchall() == []
    assert warehouse.execute("SELECT status FROM reporting.agreements").fetchall() == [("proposed",)]


def test_a_step_without_a_day_counts_from_the_day_of_its_document_on(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    tell(load, "signed", seen=date(2021, 6, 1))
    assert status_on(warehouse, "2021-05-31") is None
    assert status_on(warehouse, "2021-06-01") == "signed"


def test_the_stretches_of_one_agreement_follow_each_other(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    tell(load, *COURSE)
    assert warehouse.execute("SELECT status, valid_from, valid_to FROM reporting.agreement_statuses ORDER BY valid_from").fetchall() == [
        ("negotiating", date(2019, 5, 3), date(2019, 11, 9)), ("reached", date(2019, 11, 10), date(2020, 1, 19)),
        ("signed", date(2020, 1, 20), None)]
