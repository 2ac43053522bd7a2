"""Checks of what is derived over the runs: links, former ids, decisions, corrections, sources and counts."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from warehouse import ledger
from warehouse.checks import run_checks
from warehouse.connection import open_writer

NOW = datetime(2026, 3, 1)
LATER = "(SELECT max(run_id) FROM ingest_runs)"


@pytest.fixture
def lived_in(filled: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a warehouse after three runs: documents replaced, two people merged, a value corrected."""
    with open_writer(filled) as connection:
        yield connection


def found(connection: duckdb.DuckDBPyConnection, *only: str, at: datetime | None = None) -> dict[str, str]:
    """Return the names and severities of the checks that find rows."""
    return {result.name: result.severity for result in run_checks(connection, at=at, only=only or None) if result.rows}


def test_a_warehouse_that_has_lived_has_no_errors(lived_in: duckdb.DuckDBPyConnection) -> None:
    assert set(found(lived_in).values()) <= {"info"}


@pytest.mark.parametrize(("name", "harm"), [
    ("ended_before_it_began", "UPDATE person_links SET ended_run_id = 0"),
    ("ended_before_it_began", "UPDATE decisions SET withdrawn_run_id = 99 WHERE judgement = 'same'"),
    ("two_answers_at_once", "INSERT INTO person_links SELECT * FROM person_links WHERE ended_run_id IS NULL LIMIT 1"),
    ("two_answers_at_once", "INSERT INTO corrections SELECT kind, id, field, 'militia', decision_id, run_id, NULL FROM corrections"),
    ("two_answers_at_once", "INSERT INTO former_ids SELECT kind, id, 'x', run_id, NULL FROM former_ids WHERE kind = 'meeting'"),
    ("link_of_replaced_version", f"INSERT INTO person_links SELECT version_id, person_id, person_id, {LATER}, NULL FROM person_accounts "
                                 "JOIN document_versions USING (version_id) WHERE NOT is_current"),
    ("id_that_leads_nowhere", "UPDATE former_ids SET survivor_id = 'nobody'"),
    ("id_that_leads_nowhere", "UPDATE former_ids SET id = survivor_id"),
    ("match_of_nobody", f"INSERT INTO matches SELECT '0', 'person', document, key, 'no-such', 'one', 'proposed', 0.5, '', NULL, {LATER}, "
                        "NULL FROM decision_accounts LIMIT 1"),
    ("withdrawn_decision_in_force", "UPDATE decisions SET withdrawn_run_id = run_id WHERE judgement = 'corrected'"),
    ("correction_of_nothing", "UPDATE corrections SET id = 'no-such-body'"),
    ("replaced_version", "DELETE FROM retirements WHERE version_id = (SELECT min(version_id) FROM retirements)"),
    ("replaced_version", "UPDATE document_versions SET is_current = false"),
    ("same_content_twice", "UPDATE document_versions SET sha256 = (SELECT max(sha256) FROM document_versions)"),
    ("passage_differs_from_text", "UPDATE passage_texts SET text = replace(text, 'a', 'e')"),
    ("passage_differs_from_text", "DELETE FROM passage_texts WHERE ordinal = 2"),
    ("not_resolved", "DELETE FROM warehouse_notes WHERE name = 'resolution'"),
    ("not_resolved", "UPDATE warehouse_notes SET value = replace(value, ' 5 ', ' 4 ') WHERE name = 'resolution'"),
    ("counts_collapsed", "INSERT INTO run_counts VALUES (1, 'meetings', 20), (2, 'meetings', 9)"),
])
def test_harm_is_found(name: str, harm: str, lived_in: duckdb.DuckDBPyConnection) -> None:
    lived_in.execute(harm)
    assert found(lived_in, name) == {name: "error"}


def test_a_count_that_falls_by_less_than_half_is_no_collapse(lived_in: duckdb.DuckDBPyConnection) -> None:
    lived_in.execute("INSERT INTO run_counts VALUES (1, 'meetings', 20), (2, 'meetings', 10), (1, 'people', 19), (2, 'people', 1)")
    assert found(lived_in, "counts_collapsed") == {}


def test_a_long_passage_and_letters_of_several_bytes_are_compared_too(lived_in: duckdb.DuckDBPyConnection) -> None:
    """The text is cut into windows; what crosses them must be compared all the same."""
    lived_in.execute("INSERT INTO documents (key, uri) VALUES ('long', 'file:///long.txt')")
    lived_in.execute(
        "INSERT INTO document_versions (document_id, is_current, sha256, media_type, language, text, extractor_version, run_id, loaded_at) "
        "SELECT document_id, true, repeat('e', 64), 'text/plain', 'en', repeat('Çé🙂a', 6000), 'x', 1, TIMESTAMP '2026-01-01' "
        "FROM documents WHERE key = 'long'")
    version = "(SELECT max(version_id) FROM document_versions)"
    lived_in.execute(f"INSERT INTO sections SELECT {version}, 0, NULL, 0, 24000")
    spans = ((0, 10), (8190, 8200), (8192, 16384), (100, 9000), (23990, 24000))
    for ordinal, (start, end) in enumerate(spans):
        lived_in.execute(f"INSERT INTO passages SELECT {version}, {ordinal}, 0, 'paragraph', {start}, {end}, NULL")
        lived_in.execute(f"INSERT INTO passage_texts SELECT {version}, {ordinal}, substring(text, {start + 1}, {end - start}) "
                         f"FROM document_versions WHERE version_id = {version}")
    assert found(lived_in, "passage_differs_from_text") == {}
    for ordinal in range(len(spans)):
        lived_in.execute(f"UPDATE passage_texts SET text = concat(text[:-2], 'x') WHERE version_id = {version} AND ordinal = {ordinal}")
        (check,) = run_checks(lived_in, only=("passage_differs_from_text",))
        assert len(check.rows) == ordinal + 1


def loaded(connection: duckdb.DuckDBPyConnection, day: int, *, told: int) -> None:
    """Load a document of a series on a day, which tells of so many people."""
    moment = NOW + timedelta(days=day)
    run_id = ledger.begin_run(connection, started_at=moment, extractor_version="x")
    connection.execute("INSERT INTO documents (key, uri) VALUES (?, ?)", [f"d{day}", f"https://daily.example/{day}"])
    connection.execute(
        "INSERT INTO document_versions (document_id, is_current, sha256, media_type, language, series, text, extractor_version, run_id, "
        "loaded_at) SELECT document_id, true, sha256(key), 'text/plain', 'en', 'Daily', 'x', 'x', ?, ? FROM documents WHERE key = ?",
        [run_id, moment, f"d{day}"])
    connection.execute("INSERT INTO people (key) SELECT concat('p', range) FROM range(?) WHERE concat('p', range) NOT IN "
                       "(SELECT key FROM people)", [told])
    connection.execute("INSERT INTO person_accounts SELECT (SELECT max(version_id) FROM document_versions), person_id, key, NULL "
                       "FROM people LIMIT ?", [told])
    ledger.finish_run(connection, run_id, finished_at=moment, status="completed", seen=1, loaded=1, replaced=0, skipped=0, rejected=0)


def test_a_source_that_usually_comes_daily_is_late_after_a_few_days(warehouse: duckdb.DuckDBPyConnection) -> None:
    for day in range(5):
        loaded(warehouse, day, told=1)
    assert found(warehouse, "source_is_late", at=NOW + timedelta(days=7)) == {}
    assert found(warehouse, "source_is_late", at=NOW + timedelta(days=9)) == {"source_is_late": "warning"}
    assert found(warehouse, "source_is_late") == {}


def test_documents_that_came_all_at_once_are_never_late(warehouse: duckdb.DuckDBPyConnection) -> None:
    loaded(warehouse, 0, told=1)
    assert found(warehouse, "source_is_late", at=NOW + timedelta(days=3000)) == {}


def test_a_source_whose_documents_suddenly_tell_next_to_nothing_is_shown(warehouse: duckdb.DuckDBPyConnection) -> None:
    for day in range(6):
        loaded(warehouse, day, told=8)
    for day in range(6, 8):
        loaded(warehouse, day, told=0)
    assert found(warehouse, "source_yields_less") == {}
    loaded(warehouse, 8, told=0)
    (check,) = run_checks(warehouse, only=("source_yields_less",))
    assert check.rows == (("Daily", 3, 0.0, 6, 8.0),)


def test_a_clock_that_was_set_back_is_told_with_the_last_run(lived_in: duckdb.DuckDBPyConnection) -> None:
    ledger.begin_run(lived_in, started_at=datetime(2020, 1, 1), extractor_version="x")
    assert found(lived_in, "clock_went_back") == {"clock_went_back": "warning"}
    ledger.begin_run(lived_in, started_at=NOW, extractor_version="x")
    assert found(lived_in, "clock_went_back") == {}
