"""Checks find the bad rows, and nothing in a sound warehouse."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from etl.records import Extraction, Header, Person, When
from etl.resolution import resolve_all
from tests.builders import an_extraction, without_facts
from warehouse.checks import CheckResult, checks, run_checks
from warehouse.schema import metadata

Load = Callable[[Extraction], str]


@pytest.fixture
def load(load: Load, warehouse: duckdb.DuckDBPyConnection, run_id: int) -> Load:
    """Return a function that loads an extraction and resolves, as a run does."""
    def load_and_resolve(extraction: Extraction) -> str:
        became = load(extraction)
        resolve_all(warehouse, run_id=run_id)
        return became
    return load_and_resolve


def bad(warehouse: duckdb.DuckDBPyConnection) -> dict[str, CheckResult]:
    """Return the results that have rows, by name."""
    return {result.name: result for result in run_checks(warehouse) if result.rows}


def test_a_sound_warehouse_passes_every_check(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    assert bad(warehouse) == {}


def test_every_foreign_key_has_a_check_for_orphans() -> None:
    keys = sum(len(table.foreign_key_constraints) for table in metadata.tables.values())
    assert len([check for check in checks() if check.name.startswith("orphan ")]) == keys


def test_errors_come_first(warehouse: duckdb.DuckDBPyConnection) -> None:
    ranks = [("error", "warning", "info").index(result.severity) for result in run_checks(warehouse)]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3


@pytest.mark.parametrize(("name", "severity", "change"), [
    ("meeting_without_participants", "warning", lambda e: replace(e, meetings=(replace(e.meetings[0], parties=()),))),
    ("agreement_without_parties", "info", lambda e: replace(e, agreements=(replace(e.agreements[0], parties=()),))),
    ("precise_without_date", "warning", lambda e: replace(e, meetings=(replace(e.meetings[0], when=When(precision="day")),))),
    ("held_after_period", "warning", lambda e: replace(e, header=Header(published_on=date(2020, 1, 1),
                                                                        period_end=date(2020, 1, 1)))),
])
def test_a_check_finds_what_it_is_for(name: str, severity: str, change: Callable[[Extraction], Extraction],
                                      warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(change(an_extraction()))
    found = bad(warehouse)
    assert list(found) == [name]
    assert found[name].severity == severity
    assert len(found[name].rows) == 1
    assert len(found[name].columns) == len(found[name].rows[0])


def test_a_document_that_yields_nothing_is_shown(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(without_facts(an_extraction()))
    assert list(bad(warehouse)) == ["document_without_facts"]


def test_a_fact_whose_evidence_was_lost_is_an_error_and_hidden(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    warehouse.execute("DELETE FROM evidence WHERE meeting_id IS NOT NULL")
    found = bad(warehouse)["fact_without_evidence"]
    assert found.severity == "error"
    assert [row[:2] for row in found.rows] == [("meeting", "m-vienna")]
    assert warehouse.execute("FROM reporting.meetings").fetchall() == []
    assert warehouse.execute("FROM reporting.meeting_participants").fetchall() == []
    assert warehouse.execute("FROM reporting.meeting_topics").fetchall() == []


def test_a_mention_outside_its_passage_is_an_error(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    warehouse.execute("UPDATE mentions SET char_start = 0, char_end = 6 WHERE ordinal = 0")
    found = bad(warehouse)["quote_outside_passage"]
    assert (found.severity, [row[1:5] for row in found.rows]) == ("error", [("mention", 1, 0, 6)])


def test_a_span_beyond_the_text_is_an_error(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    warehouse.execute("UPDATE findings SET char_end = 100000")
    assert [row[1:4:2] for row in bad(warehouse)["span_outside_text"].rows] == [("finding", 100000)]


def test_two_current_versions_are_an_error(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    load(replace(without_facts(an_extraction(text="Changed. " + an_extraction().source.text)), people=(Person("y", "Y"),)))
    assert bad(warehouse) == {}
    warehouse.execute("UPDATE document_versions SET is_current = true")
    assert bad(warehouse)["one_current_version"].rows == (("file:///note.txt", 2),)
