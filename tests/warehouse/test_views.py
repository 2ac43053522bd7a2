"""The reporting views keep the contract: columns, types, words, and quotes to the character."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from etl.records import Extraction, Meeting, When
from tests.builders import TEXT, an_extraction
from warehouse.errors import WarehouseError
from warehouse.views import View, create_views, views

CONTRACT = {
    "documents": "document_id title series publisher period_start period_end published_on language media_type uri sha256 "
                 "ingested_at",
    "people": "person_id name country_code current_title current_organization died_on wikidata_id first_seen last_seen "
              "mentions meetings",
    "person_names": "person_id name kind",
    "person_positions": "person_id person title organization_id organization country_code is_former valid_from valid_to "
                        "first_seen last_seen",
    "organizations": "organization_id name kind country_code parent_organization_id wikidata_id first_seen last_seen mentions "
                     "meetings",
    "organization_names": "organization_id name kind",
    "mentions": "mention_id entity_kind entity_id document_id passage_id text char_start char_end",
    "meetings": "meeting_id kind status start_date end_date date_precision date_basis date_stated edtf place country_code "
                "title part_of_meeting_id plover_mode source_count confidence",
    "meeting_participants": "meeting_id ordinal person_id person organization_id organization role side on_behalf_of "
                            "country_code",
    "meeting_places": "meeting_id place_id place country_code latitude longitude",
    "meeting_topics": "meeting_id topic",
    "agreements": "agreement_id kind subject status start_date end_date date_precision date_stated source_count confidence",
    "agreement_parties": "agreement_id ordinal person_id person organization_id organization role country_code is_signatory",
    "agreement_status_history": "agreement_id status as_of date_precision is_planned document_id",
    "evidence": "fact_kind fact_id document_id document section passage_id quote char_start char_end page outlet_id outlet "
                "outlet_date extractor extractor_version confidence",
    "outlets": "outlet_id name country_code kind reliability citations first_cited last_cited",
    "quality_findings": "finding_id kind severity document_id quote char_start char_end explanation reading_a reading_b status "
                        "decided_at",
    "ingest_runs": "run_id started_at finished_at status documents_seen documents_loaded documents_skipped documents_rejected "
                   "extractor_version",
    "rejected_documents": "uri sha256 reason detail run_id rejected_at",
}
FOR_LOOKING_AT = {"agreement_statuses", "meetings_by_month", "who_met_whom", "people_met", "country_pairs_by_month",
                  "person_timeline", "agreement_tracker", "source_activity", "document_summary", "review_queue", "countries"}
OF_RESOLUTION = {"corrections", "decisions", "former_ids", "matches", "offices"}
OF_TEXTS = {"passages"}
OF_TRENDS = {"check_results", "run_counts"}
TYPES = {"VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}
REPORTING = [view for view in views() if view.schema == "reporting"]

Load = Callable[[Extraction], str]


def test_every_view_of_the_contract_is_there() -> None:
    assert {view.name for view in REPORTING} == set(CONTRACT) | FOR_LOOKING_AT | OF_RESOLUTION | OF_TEXTS | OF_TRENDS


@pytest.mark.parametrize("name", CONTRACT)
def test_a_view_has_the_columns_of_the_contract_first(name: str) -> None:
    (view,) = (view for view in REPORTING if view.name == name)
    expected = CONTRACT[name].split()
    assert list(view.columns)[:len(expected)] == expected


def test_every_view_can_be_read_and_holds_rows_where_its_data_exists(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    empty = {view.name for view in REPORTING if not warehouse.execute(f"SELECT * FROM {view.qualified}").fetchall()}
    assert empty == {"rejected_documents"} | OF_RESOLUTION | OF_TRENDS


def test_columns_have_only_types_that_every_tool_reads(warehouse: duckdb.DuckDBPyConnection) -> None:
    odd = warehouse.execute("SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'reporting' "
                            "AND data_type NOT IN (SELECT unnest(?))", [sorted(TYPES)]).fetchall()
    assert odd == []


def test_every_view_and_column_has_its_words_in_the_catalog(warehouse: duckdb.DuckDBPyConnection) -> None:
    silent = warehouse.execute("SELECT table_name, column_name FROM duckdb_columns() "
                               "WHERE schema_name IN ('reporting', 'resolved') AND coalesce(comment, '') = ''").fetchall()
    silent += warehouse.execute("SELECT view_name FROM duckdb_views() WHERE schema_name IN ('reporting', 'resolved') "
                                "AND coalesce(comment, '') = ''").fetchall()
    assert silent == []


@pytest.mark.parametrize("view", views(), ids=lambda view: view.qualified)
def test_every_table_is_named_with_its_schema(view: View, warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute("CREATE SCHEMA elsewhere")
    warehouse.execute("SET schema = 'elsewhere'")
    assert warehouse.execute(f"{view.query} LIMIT 0").fetchall() == []
    assert ";" not in view.query


def test_a_header_that_does_not_fit_its_view_is_refused_and_nothing_changes(
        warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(REPORTING[0], columns={"nonsense": "No such column."})
    monkeypatch.setattr("warehouse.views.views", lambda: (wrong,))
    with pytest.raises(WarehouseError, match="nonsense"):
        create_views(warehouse)
    assert warehouse.execute("SELECT * FROM reporting.evidence").fetchall() == []


@pytest.mark.parametrize("prefix", ["", "𝔘𝔫𝔦 😀 ", "Cafe\u0301 n\u0303 ", "👩‍👩‍👧 🇦🇹 ", "نص عربي ", "a\u200bb\ufeff ", "é\r\n\t"])
def test_quotes_are_the_text_to_the_character(prefix: str, warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    text = prefix + TEXT.replace("Vienna on", "Vienna 😀e\u0301 on").replace("Both signed", "Both 🇦🇹 signed")
    text = text.replace("Vienna 😀e\u0301 on", "Vienna on").replace("Both 🇦🇹 signed", "Both signed") + " 😀 e\u0301nd"
    load(an_extraction(text=text))
    (kept,) = warehouse.execute("SELECT text FROM document_versions").fetchone()
    assert kept == text
    spans = warehouse.execute("SELECT char_start, char_end, quote FROM reporting.evidence UNION ALL "
                              "SELECT char_start, char_end, text FROM reporting.mentions UNION ALL "
                              "SELECT char_start, char_end, quote FROM reporting.quality_findings").fetchall()
    assert len(spans) == 10
    assert [quote for _, _, quote in spans] == [text[start:end] for start, end, _ in spans]


def test_evidence_names_the_page_that_its_words_begin_on(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    pages = warehouse.execute("SELECT DISTINCT fact_kind, page FROM reporting.evidence ORDER BY 1").fetchall()
    assert pages == [("agreement", 2), ("meeting", 1), ("position", 1)]


def test_evidence_of_a_document_without_pages_has_none(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    extraction = an_extraction()
    load(replace(extraction, source=replace(extraction.source, parts=())))
    assert warehouse.execute("SELECT DISTINCT page FROM reporting.evidence").fetchall() == [(None,)]


def test_sources_count_outlets_and_else_documents(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    def uncited(number: int) -> Extraction:
        extraction = an_extraction(uri=f"file:///{number}", text=f"{number}. {TEXT}")
        (meeting,) = extraction.meetings
        bare = replace(meeting, key="m-uncited", evidence=(replace(meeting.evidence[0], citations=()),))
        return replace(extraction, meetings=(meeting, bare))
    load(uncited(1))
    load(uncited(2))
    counted = warehouse.execute("SELECT meeting_id, source_count FROM reporting.meetings ORDER BY 1").fetchall()
    assert counted == [("m-uncited", 2), ("m-vienna", 1)]


def test_what_was_held_wins_over_what_was_planned(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    def told(number: int, status: str, when: When) -> Extraction:
        extraction = an_extraction(uri=f"file:///{number}", text=f"{number}. {TEXT}")
        (meeting,) = extraction.meetings
        return replace(extraction, meetings=(replace(meeting, status=status, when=when),))
    load(told(1, "planned", When(date(2021, 5, 4), date(2021, 5, 4), "day", "stated", "May 4")))
    load(told(2, "held", When(date(2021, 5, 1), date(2021, 5, 9), "approximate", "period", "")))
    shown = warehouse.execute("SELECT status, date_precision, edtf, source_count FROM reporting.meetings").fetchall()
    assert shown == [("held", "approximate", "2021-05-01~/2021-05-09~", 1)]


def test_parties_of_all_accounts_are_shown_once(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    load(an_extraction())
    load(an_extraction(uri="file:///again", text=f"Again. {TEXT}"))
    shown = warehouse.execute("SELECT ordinal, person, organization, role, side FROM reporting.meeting_participants "
                              "ORDER BY ordinal").fetchall()
    assert shown == [(0, "Ada Lovelace", None, "envoy", "visitor"),
                     (1, "Boris Karloff", "Sylvan Republic", "president", "host")]


def test_a_call_within_a_visit_names_the_visit(warehouse: duckdb.DuckDBPyConnection, load: Load) -> None:
    extraction = an_extraction()
    (meeting,) = extraction.meetings
    call = Meeting("m-call", "call", "held", meeting.when, meeting.parties, meeting.evidence, part_of="m-vienna")
    load(replace(extraction, meetings=(meeting, call)))
    shown = warehouse.execute("SELECT meeting_id, part_of_meeting_id, place, plover_mode FROM reporting.meetings "
                              "ORDER BY meeting_id").fetchall()
    assert shown == [("m-call", "m-vienna", None, "phone"), ("m-vienna", None, "Vienna", None)]
