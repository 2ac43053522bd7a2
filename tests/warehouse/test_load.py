"""Loading: idempotent, atomic, replacing a changed file's own facts and nothing else."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.records import Extraction, Person, Place
from etl.rows import rows_of
from tests.builders import TEXT, an_extraction, without_facts
from warehouse.connection import open_writer
from warehouse.errors import DocumentRefused
from warehouse.ledger import begin_run
from warehouse.load import PARTS, known_documents, load_document, load_documents
from warehouse.schema import metadata

from .conftest import NOW

Load = Callable[[Extraction], str]


def dump(warehouse: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    """Return the content of all tables, without what a mere attempt may change."""
    return {table.name: sorted(warehouse.execute(f"SELECT * FROM {table.name}").fetchall(), key=repr)
            for table in metadata.sorted_tables}


def reported(warehouse: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    """Return what readers see of the facts and entities."""
    return {view: sorted(warehouse.execute(f"SELECT * FROM reporting.{view}").fetchall(), key=repr)
            for view in ("people", "person_names", "person_positions", "organizations", "organization_names", "mentions",
                         "meetings", "meeting_participants", "meeting_places", "meeting_topics", "agreements",
                         "agreement_parties", "agreement_status_history", "evidence", "quality_findings",
                         "person_timeline", "outlets")}


def column(warehouse: duckdb.DuckDBPyConnection, query: str) -> list:
    """Return the first column of the answer."""
    return [row[0] for row in warehouse.execute(query).fetchall()]


def test_the_same_document_again_changes_nothing(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    assert load(an_extraction()) == "loaded"
    before = dump(warehouse)
    assert load(an_extraction()) == "known"
    assert dump(warehouse) == before


def test_the_same_content_at_another_address_is_known(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction(uri="file:///one.txt"))
    assert load(an_extraction(uri="file:///two.txt")) == "known"
    assert list(known_documents(warehouse)) == ["file:///one.txt"]


def test_the_same_content_read_by_another_version_of_the_rules_replaces_the_document(
        warehouse: duckdb.DuckDBPyConnection, load: Load, run_id: int) -> None:
    load(an_extraction())
    load(an_extraction(uri="file:///other.txt", text=f"Other. {TEXT}"))
    again = rows_of(without_facts(an_extraction()), extractor_version="test-2")
    assert load_document(warehouse, again, run_id=run_id, loaded_at=NOW) == "replaced"
    assert column(warehouse, "SELECT extractor_version FROM document_versions WHERE is_current ORDER BY 1") == ["test-1", "test-2"]
    assert load_document(warehouse, again, run_id=run_id, loaded_at=NOW) == "known"


def test_a_changed_file_replaces_its_facts_and_keeps_its_id(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    (document_id,) = column(warehouse, "SELECT document_id FROM reporting.documents")
    assert load(an_extraction(text=f"Corrected. {TEXT}", meeting_key="m-moved")) == "replaced"
    assert column(warehouse, "SELECT document_id FROM reporting.documents") == [document_id]
    assert column(warehouse, "SELECT meeting_id FROM reporting.meetings") == ["m-moved"]
    assert set(column(warehouse, "SELECT quote FROM reporting.evidence WHERE fact_kind = 'agreement'")) == {
        "Both signed the Danube Accord the same day."}


def test_a_replaced_version_is_kept_and_shown_as_of_its_time(
        warehouse: duckdb.DuckDBPyConnection, load: Load, run_id: int) -> None:
    load(an_extraction())
    before = reported(warehouse)
    later = begin_run(warehouse, started_at=NOW, extractor_version="test-1")
    changed = rows_of(an_extraction(text=f"Corrected. {TEXT}", meeting_key="m-moved"), extractor_version="test-1")
    load_document(warehouse, changed, run_id=later, loaded_at=NOW)
    assert column(warehouse, "SELECT meeting_id FROM reporting.meetings") == ["m-moved"]
    warehouse.execute(f"SET VARIABLE as_of_run = {run_id}")
    assert reported(warehouse) == before
    warehouse.execute("RESET VARIABLE as_of_run")
    assert column(warehouse, "SELECT meeting_id FROM reporting.meetings") == ["m-moved"]


def test_a_replaced_document_ends_like_one_loaded_afresh(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    changed = an_extraction(text=f"Corrected. {TEXT}", meeting_key="m-moved")
    load(changed)
    afresh = reported(warehouse)
    load(an_extraction())
    load(changed)
    assert reported(warehouse) == afresh


def test_a_fact_that_two_documents_share_survives_when_one_is_replaced(
        warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction(uri="file:///one.txt"))
    load(an_extraction(uri="file:///two.txt", text=f"Two. {TEXT}"))
    assert column(warehouse, "SELECT count(*) FROM reporting.evidence WHERE fact_kind = 'meeting'") == [2]
    load(an_extraction(uri="file:///one.txt", text=f"One. {TEXT}", meeting_key="m-other"))
    assert column(warehouse, "SELECT meeting_id FROM reporting.meetings ORDER BY 1") == ["m-other", "m-vienna"]
    assert column(warehouse, "SELECT DISTINCT d.uri FROM reporting.evidence e JOIN reporting.documents d USING (document_id) "
                             "WHERE e.fact_id = 'm-vienna'") == ["file:///two.txt"]


def test_a_fact_vanishes_with_its_last_document(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    load(without_facts(an_extraction(text=f"Withdrawn. {TEXT}")))
    for view in ("people", "meetings", "agreements", "person_positions", "evidence", "mentions"):
        assert column(warehouse, f"SELECT count(*) FROM reporting.{view}") == [0], view


def test_content_that_moved_to_a_known_address_leaves_the_old_address(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction(uri="file:///one.txt"))
    load(an_extraction(uri="file:///two.txt", text=f"Two. {TEXT}"))
    assert load(an_extraction(uri="file:///one.txt", text=f"Two. {TEXT}")) == "replaced"
    assert list(known_documents(warehouse)) == ["file:///two.txt"]
    assert column(warehouse, "SELECT count(*) FROM reporting.evidence WHERE fact_kind = 'meeting'") == [1]


@pytest.mark.parametrize("table", PARTS)
def test_a_failure_at_any_table_leaves_no_trace(warehouse: duckdb.DuckDBPyConnection, run_id: int, table: str,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(warehouse)
    parts = PARTS[:PARTS.index(table)]
    monkeypatch.setattr("warehouse.load.PARTS", (*parts, "no_such_table"))
    with pytest.raises(AttributeError):
        load_document(warehouse, rows_of(an_extraction(), extractor_version="1"), run_id=run_id, loaded_at=NOW)
    assert dump(warehouse) == before


def test_a_broken_constraint_refuses_the_document_and_leaves_no_trace(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    before = dump(warehouse)
    nowhere = replace(an_extraction(), people=(*an_extraction().people, Person("x", "X", country="ZZ")))
    with pytest.raises(DocumentRefused, match=r"note\.txt.*ZZ"):
        load(nowhere)
    assert dump(warehouse) == before
    assert load(an_extraction()) == "loaded"


def test_a_replacement_that_fails_leaves_the_old_version(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    before = dump(warehouse)
    changed = an_extraction(text=f"Corrected. {TEXT}")
    with pytest.raises(DocumentRefused):
        load(replace(changed, people=(*changed.people, Person("x", "X", country="ZZ"))))
    assert dump(warehouse) == before


def test_one_bad_document_in_a_batch_does_not_hinder_its_neighbours(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    batch = [an_extraction(uri=f"file:///{number}.txt", text=f"{number}. {TEXT}") for number in range(3)]
    batch[1] = replace(batch[1], places=(Place("atlantis-zz", "Atlantis", "ZZ"),))
    rows = [rows_of(extraction, extractor_version="1") for extraction in batch]
    first, second, third = load_documents(warehouse, rows, run_id=run_id, loaded_at=NOW)
    assert (first, third) == ("loaded", "loaded")
    assert isinstance(second, DocumentRefused)
    assert sorted(known_documents(warehouse)) == ["file:///0.txt", "file:///2.txt"]


def test_a_batch_gives_the_same_as_one_by_one(
        template: Path, tmp_path: Path, warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    batch = [an_extraction(uri=f"file:///{number}.txt", text=f"{number % 4}. {TEXT}", meeting_key=f"m-{number % 3}")
             for number in range(6)]
    singly = [load(extraction) for extraction in batch]
    with open_writer(shutil.copyfile(template, tmp_path / "other.duckdb")) as other:
        run = begin_run(other, started_at=NOW, extractor_version="test-1")
        rows = [rows_of(extraction, extractor_version="test-1") for extraction in batch]
        assert load_documents(other, rows, run_id=run, loaded_at=NOW) == singly == ["loaded"] * 4 + ["known"] * 2
        assert reported(other) == reported(warehouse)


def test_the_same_address_twice_in_a_batch_is_taken_in_order(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    batch = [rows_of(an_extraction(text=f"{number}. {TEXT}"), extractor_version="1") for number in range(2)]
    assert load_documents(warehouse, batch, run_id=run_id, loaded_at=NOW) == ["loaded", "replaced"]
    assert list(known_documents(warehouse).values()) == [batch[1].document.sha256]


def test_the_order_of_loading_does_not_matter(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    def told(number: int, name: str, title: str) -> Extraction:
        extraction = an_extraction(uri=f"file:///{number}.txt", text=f"{number}. {TEXT}", period_end=date(2021, 5, 9 + number))
        ada, boris = extraction.people
        post = replace(ada.positions[0], title=title)
        return replace(extraction, people=(replace(ada, name=name, positions=(post,)), boris))
    tellings = [told(1, "Ada Lovelace", "Envoy"), told(2, "Ada Augusta Lovelace", "envoy"), told(3, "A. Lovelace", "ENVOY")]
    seen = []
    for order in (tellings, tellings[::-1], tellings[1:] + tellings[:1]):
        for extraction in order:
            load(extraction)
        seen.append(reported(warehouse))
        for extraction in order:
            load(without_facts(an_extraction(uri=extraction.source.uri, text=f"Gone {extraction.source.uri} {TEXT}")))
        assert seen[0]["people"][0][:2] == ("ada-lovelace", "Ada Augusta Lovelace")
    assert [post[2] for post in seen[0]["person_positions"]] == ["ENVOY", "president"]
    assert seen[1] == seen[0]
    assert seen[2] == seen[0]


def test_foreign_keys_are_enforced(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    with pytest.raises(duckdb.ConstraintException):
        warehouse.execute("DELETE FROM people")
    with pytest.raises(duckdb.ConstraintException):
        warehouse.execute("INSERT INTO meeting_places VALUES (99, 99, 0, 99)")
