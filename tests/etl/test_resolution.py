"""What all documents say together: one person is one record, whatever each calls him, and in whatever order they come."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.identity.account import SAME, Ref
from etl.identity.rounds import Link
from etl.identity.score import Reason, Score
from etl.resolution import match_rows, outlets_meant
from tests.etl.documents import NOW, bulletin, column, load, read, shown
from warehouse.checks import run_checks
from warehouse.connection import open_writer
from warehouse.decisions import Decided
from warehouse.rows import DocumentRows

MAY = read("may", bulletin(
    "May 3, 2021", "May 9, 2021",
    "Iranian Foreign Minister Mohammad Javad Zarif met with Austrian Foreign Minister Alexander Schallenberg in Vienna on May 4 "
    "(ORF, May 4).",
    "Iraqi Defense Minister Juma Inad received Jordanian Prime Minister Bisher al-Khasawneh in Baghdad on May 6 (INA, May 6)."))
JUNE = read("june", bulletin(
    "June 7, 2021", "June 13, 2021",
    "Turkish Foreign Minister Mevlüt Çavuşoğlu met with Iranian Foreign Minister M. J. Zareef in Ankara on June 8 "
    "(Anadolu, June 8).",
    "Turkish Defense Minister Hulusi Akar met with Iraqi Defense Minister Jumah Inad in Baghdad on June 9 (INA, June 9)."))
JULY = read("july", bulletin(
    "July 5, 2021", "July 11, 2021",
    "Iranian Foreign Minister Zarif met with Indian Foreign Minister Subrahmanyam Jaishankar in Tehran on July 7 (IRNA, July 7).",
    "Iraqi Defense Minister Juma Anad hosted Turkish Defense Minister Hulusi Akar in Baghdad on July 9 (INA, July 9)."))
ALL = (MAY, JUNE, JULY)
SHOWN = ("people", "person_names", "person_positions", "organizations", "meetings", "meeting_participants", "agreements",
         "agreement_parties", "evidence", "mentions", "former_ids", "matches", "quality_findings")


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to a warehouse with the reference data."""
    with open_writer(seeded) as connection:
        yield connection


def test_one_person_is_one_record_whatever_he_is_called(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    assert column(warehouse, "SELECT name FROM reporting.people WHERE country_code = 'IR'") == ["Mohammad Javad Zarif"]
    assert {"M. J. Zareef", "Zarif"} <= set(column(
        warehouse, "SELECT name FROM reporting.person_names WHERE person_id = 'mohammad-javad-zarif'"))
    assert column(warehouse, "SELECT count(*) FROM reporting.meeting_participants "
                             "WHERE person_id = 'mohammad-javad-zarif'") == [3]


def test_what_other_documents_call_him_leads_to_him(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    assert column(warehouse, "SELECT survivor_id FROM reporting.former_ids WHERE id = 'm-j-zareef'") == ["mohammad-javad-zarif"]


def test_a_merge_keeps_its_score_and_its_reasons(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    ((score, reasons),) = warehouse.execute(
        "SELECT score, reasons FROM reporting.matches WHERE 'm-j-zareef' IN (left_key, right_key) "
        "AND outcome = 'merged'").fetchall()
    assert score > 0.9
    assert "foreign minister of IR" in reasons


def test_every_check_holds_after_merges(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    assert [result.name for result in run_checks(warehouse) if result.rows and result.severity == "error"] == []


def test_documents_that_come_one_by_one_end_like_all_at_once(seeded: Path, another: Path) -> None:
    with open_writer(seeded) as at_once, open_writer(another) as in_turn:
        load(at_once, *ALL)
        for document in ALL:
            load(in_turn, document)
        assert shown(in_turn, *SHOWN) == shown(at_once, *SHOWN)


def test_a_document_that_is_replaced_ends_like_one_that_never_said_otherwise(seeded: Path, another: Path) -> None:
    first = read("july", bulletin("July 5, 2021", "July 11, 2021", "Zarif met with Irish Foreign Minister Simon Coveney in Dublin "
                                                                   "on July 6 (RTE, July 6)."))
    with open_writer(seeded) as replaced, open_writer(another) as afresh:
        load(replaced, MAY, first)
        load(replaced, JUNE, JULY)
        load(afresh, *ALL)
        assert shown(replaced, *SHOWN) == shown(afresh, *SHOWN)


def test_nothing_is_done_where_nothing_has_changed(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    before = warehouse.execute("SELECT * FROM person_links").fetchall()
    load(warehouse, MAY)
    assert warehouse.execute("SELECT * FROM person_links").fetchall() == before


def test_an_earlier_run_shows_people_as_they_were_known_then(warehouse: duckdb.DuckDBPyConnection) -> None:
    first = load(warehouse, JUNE)
    before = shown(warehouse, *SHOWN)
    load(warehouse, MAY, JULY)
    assert shown(warehouse, *SHOWN) != before
    warehouse.execute(f"SET VARIABLE as_of_run = {first}")
    assert shown(warehouse, *SHOWN) == before


@pytest.fixture(scope="module")
def in_order(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what is shown of the documents in their order."""
    return one_by_one(seeded_template, tmp_path_factory.mktemp("order") / "w.duckdb", ALL)


def one_by_one(template: Path, path: Path, documents: Iterable[DocumentRows]) -> dict[str, list[str]]:
    """Return what is shown after each document has come by itself."""
    path.write_bytes(template.read_bytes())
    with open_writer(path) as connection:
        for document in documents:
            load(connection, document)
        return shown(connection, *SHOWN)


@given(st.permutations(ALL))
@settings(max_examples=5, deadline=None)
def test_the_order_of_documents_changes_nothing(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory,
                                                in_order: dict[str, list[str]], order: list[DocumentRows]) -> None:
    assert one_by_one(seeded_template, tmp_path_factory.mktemp("order") / "w.duckdb", order) == in_order


@pytest.mark.parametrize(("decided", "meant"), [
    ("a-b", {"a": "b"}),
    ("a-b b-c", {"a": "c", "b": "c"}),
    ("b-c a-b", {"a": "c", "b": "c"}),
    ("a-b a-c", {"a": "c"}),
    ("a-b b-a", {"b": "a"}),
    ("a-b b-c c-a", {"b": "a", "c": "a"}),
])
def test_a_misspelt_outlet_is_the_one_that_is_meant_in_the_end(decided: str, meant: dict[str, str]) -> None:
    sides = [pair.split("-") for pair in decided.split()]
    assert outlets_meant(Decided("outlet", SAME, left, "why", "ada", NOW, right_id=right) for left, right in sides) == meant


def test_a_body_that_is_known_from_the_reference_data_is_no_side_of_a_match() -> None:
    score = Score(4.0, (Reason(4.0, "the same name"),))
    links = [Link(Ref("", "united-nations"), Ref("d1", "un"), score), Link(Ref("d1", "un"), Ref("d2", "u-n"), score)]
    assert [row[2:6] for row in match_rows("organization", links, links[:1])] == [("d1", "un", "d2", "u-n")]
