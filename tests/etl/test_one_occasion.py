"""What many documents tell of one meeting, one agreement or one body is one record with all their evidence."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.etl.documents import bulletin, column, load, read
from tests.etl.reading import extracted
from warehouse.connection import open_writer

FIRST = read("first", bulletin(
    "May 3, 2021", "May 9, 2021",
    "Kenyan President Grace Mutua met with Ugandan Foreign Minister Tomas Okello in Nairobi on May 4 to discuss trade (Nation, May 4).",
    "Kenya and Uganda began negotiations on a railway agreement on May 5 (Nation, May 6)."))
SECOND = read("second", bulletin(
    "May 3, 2021", "May 9, 2021",
    "Ugandan Foreign Minister met with Kenyan President Grace Mutua in Nairobi on May 4 (Monitor, May 5)."))
LATER = read("later", bulletin(
    "November 8, 2021", "November 14, 2021",
    "Kenya and Uganda signed the railway agreement in Kampala on November 10 (Monitor, November 11).",
    "Kenyan President Grace Mutua met with Ugandan Foreign Minister Tomas Okello in Nairobi on November 12 (Nation, November 12)."))


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a warehouse that holds the documents, each of a run of its own."""
    with open_writer(seeded) as connection:
        for document in (SECOND, LATER, FIRST):
            load(connection, document)
        yield connection


def test_one_meeting_in_two_documents_has_the_evidence_of_both(warehouse: duckdb.DuckDBPyConnection) -> None:
    ((meeting, sources),) = warehouse.execute(
        "SELECT meeting_id, source_count FROM reporting.meetings WHERE start_date = DATE '2021-05-04'").fetchall()
    assert sources == 2
    assert sorted(column(warehouse, f"SELECT outlet_id FROM reporting.evidence WHERE fact_id = '{meeting}'")) == ["monitor", "nation"]


def test_who_is_named_by_one_document_only_is_the_office_that_the_other_gives(warehouse: duckdb.DuckDBPyConnection) -> None:
    people = column(warehouse, "SELECT person FROM reporting.meeting_participants JOIN reporting.meetings USING (meeting_id) "
                               "WHERE start_date = DATE '2021-05-04' ORDER BY person")
    assert people == ["Grace Mutua", "Tomas Okello"]


def test_a_meeting_of_the_same_two_half_a_year_later_is_another(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert column(warehouse, "SELECT CAST(start_date AS VARCHAR) FROM reporting.meetings JOIN reporting.meeting_participants "
                             "USING (meeting_id) WHERE person = 'Grace Mutua' ORDER BY ALL") == ["2021-05-04", "2021-11-12"]


def test_an_agreement_is_one_through_its_steps(warehouse: duckdb.DuckDBPyConnection) -> None:
    ((agreement, status),) = warehouse.execute("SELECT agreement_id, status FROM reporting.agreements").fetchall()
    assert status == "signed"
    assert column(warehouse, f"SELECT status FROM reporting.agreement_statuses WHERE agreement_id = '{agreement}' "
                             "AND DATE '2021-07-01' BETWEEN valid_from AND valid_to") == ["negotiating"]


def test_a_pair_of_meetings_is_called_by_day_parties_and_place(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert set(column(warehouse, "SELECT left_name FROM reporting.matches WHERE kind = 'meeting' AND outcome = 'merged'")) == {
        "2021-05-04: meeting of Grace Mutua, Tomas Okello, Nairobi"}


def test_a_stop_told_with_its_own_day_is_a_visit_of_its_own():
    head = "Office of the Press Secretary\nFor Immediate Release\nMay 1, 2021\n\nTrip of Minister Ada Holm\n\n"
    text = ("Minister Ada Holm will travel to Chile and Peru from May 4 to 8. "
            "On May 5 she will travel to Peru for talks with Ivo Reis.\n")
    visits = [m for m in extracted(text, head=head).meetings if m.kind == "visit"]
    assert [[p.country for p in v.places] for v in visits] == [["CL", "PE"], ["PE"]]


def test_what_is_planned_for_a_month_lies_ahead():
    head = "Office of the Press Secretary\nFor Immediate Release\nJanuary 5, 2021\n\nTrip of Minister Ada Holm\n\n"
    (meeting,) = extracted("Minister Ada Holm will meet King Osric in Oslo on August 1.\n", head=head).meetings
    assert str(meeting.when.start) == "2021-08-01"


def test_what_the_two_discuss_after_a_call_was_said_in_it():
    text = "Minister Ada Holm called King Osric on May 4. The two leaders discussed the harbour.\n"
    assert [m.kind for m in extracted(text).meetings] == ["call"]
