"""What people decide is kept, wins over what the machine reads later, and can be taken back."""
from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from etl.identity.account import DIFFERENT, SAME
from etl.review import deciding
from etl.review.carrying import from_lines, new_ones, to_lines
from etl.review.errors import NothingSuch, ReviewRefused
from etl.review.queue import facts_about, waiting, what_is
from etl.review.session import Session, review
from tests.etl.documents import NOW, bulletin, column, load, read, shown
from tests.warehouse.history import retold
from warehouse import ledger
from warehouse.connection import open_writer
from warehouse.decisions import decide, decisions_that_hold
from warehouse.errors import WarehouseError
from warehouse.rows import DocumentRows

WHO = deciding.Who("ada", NOW, "because")
ZARIF = "Iranian Foreign Minister {} met with Austrian Foreign Minister Alexander Schallenberg in Vienna on May {} (ORF, May {})."
FIRST = read("first", bulletin("May 3, 2021", "May 9, 2021", ZARIF.format("Mohammad Javad Zarif", 4, 4)))
SECOND = read("second", bulletin("May 10, 2021", "May 16, 2021", ZARIF.format("M. J. Zareef", 11, 11)))
AGAIN = read("again", bulletin("May 10, 2021", "May 16, 2021", ZARIF.format("Mohammad Javad Zarif", 11, 11)))
KENYAN = "Kenyan businessman Javed Zariff met with Ugandan President Yoweri Museveni in Kampala on May 12 (New Vision, May 12)."
OTHER = read("other", bulletin("May 10, 2021", "May 16, 2021", KENYAN))
def people(warehouse: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the ids of the people who are called something like Zarif."""
    return column(warehouse, "SELECT person_id FROM reporting.people WHERE name ILIKE '%zar%f%' ORDER BY 1")


def test_two_that_are_decided_to_be_one_are_one_and_part_again_when_undone(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, OTHER)
    before = shown(warehouse, "people", "meeting_participants", "mentions")
    assert people(warehouse) == ["javed-zariff", "mohammad-javad-zarif"]
    (decision,) = session.keep([deciding.one_of_two(
        warehouse, "person", "javed-zariff", "mohammad-javad-zarif", SAME, WHO)])
    (survivor,) = people(warehouse)
    gone = ({"javed-zariff", "mohammad-javad-zarif"} - {survivor}).pop()
    assert deciding.current_id(warehouse, "person", gone) == survivor
    session.undo(decision, reason="they are two")
    assert shown(warehouse, "people", "meeting_participants", "mentions") == before


def test_two_that_are_decided_to_be_different_stay_apart_when_more_documents_come(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, SECOND)
    assert people(warehouse) == ["mohammad-javad-zarif"]
    (match_id,) = column(warehouse, "SELECT match_id FROM reporting.matches WHERE left_key <> right_key AND kind = 'person'")
    session.keep([deciding.on_match(warehouse, match_id, DIFFERENT, WHO)])
    assert len(people(warehouse)) == 2
    load(warehouse, OTHER)
    assert len(people(warehouse)) == 3


def test_accounts_are_split_off_by_document(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, SECOND)
    (account,) = column(warehouse, "SELECT document_id FROM reporting.documents WHERE uri LIKE '%second%'")
    session.keep([deciding.split(warehouse, "person", "mohammad-javad-zarif", frozenset({(account, "m-j-zareef")}), WHO)])
    assert len(people(warehouse)) == 2


def test_a_decision_holds_after_another_extraction_calls_him_something_else(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, OTHER)
    session.keep([deciding.one_of_two(warehouse, "person", "javed-zariff", "mohammad-javad-zarif", SAME, WHO)])
    anew = retold(read("other", bulletin("May 10, 2021", "May 16, 2021", "In brief.", KENYAN)), {"javed-zariff": "zariff-the-kenyan"})
    load(warehouse, anew)
    assert column(warehouse, "SELECT survivor_id FROM reporting.former_ids WHERE id = 'zariff-the-kenyan'") == people(warehouse)


def test_a_decision_waits_where_the_document_speaks_of_somebody_else_in_the_same_place(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, OTHER)
    session.keep([deciding.one_of_two(warehouse, "person", "javed-zariff", "mohammad-javad-zarif", SAME, WHO)])
    load(warehouse, read("other", bulletin("May 10, 2021", "May 16, 2021", KENYAN.replace("Javed Zariff", "Juma Wafula"))))
    assert people(warehouse) == ["mohammad-javad-zarif"]
    assert column(warehouse, "SELECT count(*) FROM reporting.people WHERE name = 'Juma Wafula'") == [1]


def test_a_corrected_value_wins_over_a_later_reading_until_it_is_undone(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    ((meeting,),) = warehouse.execute("SELECT meeting_id FROM reporting.meetings WHERE status = 'held'").fetchall()
    (decision,) = session.keep([deciding.correct(warehouse, "meeting", meeting, "place", "Geneva", WHO)])
    anew = read("first", bulletin("May 3, 2021", "May 9, 2021", "In brief.", ZARIF.format("Mohammad Javad Zarif", 4, 4)))
    load(warehouse, anew)
    assert column(warehouse, "SELECT place FROM reporting.meetings") == ["Geneva"]
    assert warehouse.execute("SELECT machine_value, corrected_value, decided_by FROM reporting.corrections").fetchall() == [
        ("Vienna", "Geneva", "ada")]
    session.undo(decision, reason="it was Vienna")
    assert column(warehouse, "SELECT place FROM reporting.meetings") == ["Vienna"]
    assert column(warehouse, "SELECT is_withdrawn FROM reporting.decisions") == [True]


def test_a_post_that_two_documents_state_is_corrected_in_one_row(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, SECOND)
    (post,) = column(warehouse, "SELECT position_id FROM reporting.person_positions WHERE person_id = 'mohammad-javad-zarif'")
    session.keep([deciding.correct(warehouse, "position", post, "title", "Chief Diplomat", WHO)])
    assert warehouse.execute("SELECT fact_id, machine_value, corrected_value FROM reporting.corrections").fetchall() == [
        (post, "Foreign Minister", "Chief Diplomat")]


def test_a_rejected_meeting_is_not_shown_nor_its_evidence(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    (meeting,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    session.keep([deciding.on_fact(warehouse, "meeting", meeting, "rejected", WHO)])
    for view in ("meetings", "meeting_participants", "meeting_places"):
        assert column(warehouse, f"SELECT count(*) FROM reporting.{view}") == [0], view
    assert column(warehouse, "SELECT count(*) FROM reporting.evidence WHERE fact_kind = 'meeting'") == [0]


def test_a_rejected_meeting_stays_rejected_however_many_documents_come(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    (meeting,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    session.keep([deciding.on_fact(warehouse, "meeting", meeting, "rejected", WHO)])
    for document in (SECOND, OTHER):
        load(warehouse, document)
        assert meeting not in column(warehouse, "SELECT meeting_id FROM reporting.meetings")


def test_a_rejected_post_is_taken_away_whatever_documents_call_its_holder(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, SECOND)
    posts = "SELECT position_id FROM reporting.person_positions WHERE person_id = 'mohammad-javad-zarif'"
    others = "SELECT position_id FROM reporting.person_positions WHERE person_id <> 'mohammad-javad-zarif' ORDER BY 1"
    ((post,), before) = column(warehouse, posts), column(warehouse, others)
    session.keep([deciding.on_fact(warehouse, "position", post, "rejected", WHO)])
    assert (column(warehouse, posts), column(warehouse, others)) == ([], before)
    load(warehouse, read("empty", bulletin("May 17, 2021", "May 23, 2021", "Nothing happened.")))
    assert (column(warehouse, posts), column(warehouse, others)) == ([], before)


def test_both_of_two_who_are_parted_keep_the_post_that_documents_give_them(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, AGAIN)
    (document,) = column(warehouse, "SELECT document_id FROM reporting.documents WHERE uri LIKE '%again%'")
    session.keep([deciding.split(warehouse, "person", "mohammad-javad-zarif", frozenset({(document, "mohammad-javad-zarif")}), WHO)])
    assert len(people(warehouse)) == 2
    assert column(warehouse, "SELECT person_id FROM reporting.person_positions WHERE person ILIKE '%zarif' ORDER BY 1") == people(warehouse)


def doubted(rows: DocumentRows, key: str) -> DocumentRows:
    """Return what a document says with an unsure meeting of a key."""
    (meeting,) = rows.meeting_accounts
    return retold(replace(rows, meeting_accounts=(replace(meeting, confidence=0.5),)), {meeting.meeting_key: key})


def test_an_accepted_fact_is_not_asked_about_when_its_id_is_another(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, doubted(FIRST, "m-first"))
    (item,) = waiting(warehouse, kind="fact")
    session.keep([deciding.on_fact(warehouse, "meeting", item.id, "accepted", WHO)])
    assert waiting(warehouse, kind="fact") == []
    anew = read("first", bulletin("May 3, 2021", "May 9, 2021", "In brief.", ZARIF.format("Mohammad Javad Zarif", 4, 4)))
    load(warehouse, doubted(anew, "m-anew"))
    assert (waiting(warehouse, kind="fact"), column(warehouse, "SELECT meeting_id FROM reporting.meetings")) == ([], ["m-anew"])
    assert column(warehouse, "SELECT count(*) FROM reporting.corrections") == [0]


def test_of_several_decisions_all_are_taken_back_or_none(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    (meeting,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    kept = [number for field in ("title", "place")
            for number in session.keep([deciding.correct(warehouse, "meeting", meeting, field, "Hofburg", WHO)])]
    with pytest.raises(WarehouseError, match="no decision 9"):
        session.undo(*kept, 9, reason="")
    assert len(decisions_that_hold(warehouse)) == 2
    assert session.undo(*kept, reason="no") == kept
    assert decisions_that_hold(warehouse) == []


def test_decisions_survive_a_warehouse_built_anew(seeded: Path, another: Path) -> None:
    with open_writer(seeded) as old, open_writer(another) as new:
        load(old, FIRST, OTHER)
        opened = Session(old, "ada", lambda: NOW)
        opened.keep([deciding.one_of_two(old, "person", "javed-zariff", "mohammad-javad-zarif", SAME, WHO)])
        opened.keep([deciding.correct(old, "person", people(old)[0], "wikidata_id", "Q1", WHO)])
        carried = list(from_lines(to_lines(decisions_that_hold(old)), "decisions.jsonl"))
        load(new, OTHER)
        Session(new, "bob", lambda: NOW).keep(new_ones(carried, decisions_that_hold(new)))
        load(new, FIRST)
        views = ("people", "person_names", "meeting_participants", "mentions", "corrections")
        assert shown(new, *views[:4]) == shown(old, *views[:4])
        assert new_ones(carried, decisions_that_hold(new)) == []


@pytest.mark.parametrize(("kind", "field", "value", "why"), [
    ("meeting", "start_date", "21 November", "a day like"),
    ("meeting", "status", "perhaps", "is one of held"),
    ("person", "country_code", "Persia", "no country code"),
    ("person", "age", "61", "has no column"),
    ("person", "name", " ", "cannot be empty"),
    ("finding", "kind", "other", "cannot be corrected"),
])
def test_a_value_that_a_column_cannot_hold_is_refused(
        warehouse: duckdb.DuckDBPyConnection, kind: str, field: str, value: str, why: str) -> None:
    load(warehouse, FIRST)
    known = column(warehouse, "SELECT meeting_id FROM reporting.meetings")[0] if kind == "meeting" else "mohammad-javad-zarif"
    with pytest.raises(ReviewRefused, match=why):
        deciding.correct(warehouse, kind, known, field, value, WHO)


def test_a_last_day_cannot_be_moved_before_the_first(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    (meeting,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    with pytest.raises(ReviewRefused, match="start_date 2021-05-05 would come after end_date 2021-05-04; correct the end_date first"):
        deciding.correct(warehouse, "meeting", meeting, "start_date", "2021-05-05", WHO)
    session.keep([deciding.correct(warehouse, "meeting", meeting, "end_date", "2021-05-06", WHO)])
    session.keep([deciding.correct(warehouse, "meeting", meeting, "start_date", "2021-05-05", WHO)])
    (post,) = column(warehouse, "SELECT position_id FROM reporting.person_positions WHERE person_id = 'mohammad-javad-zarif'")
    session.keep([deciding.correct(warehouse, "position", post, "valid_from", "2013-08-15", WHO)])
    with pytest.raises(ReviewRefused, match="correct the valid_from first"):
        deciding.correct(warehouse, "position", post, "valid_to", "2012-01-01", WHO)


def test_what_is_not_there_cannot_be_decided_on(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST)
    with pytest.raises(NothingSuch):
        what_is(warehouse, "nobody")
    with pytest.raises(NothingSuch):
        deciding.one_of_two(warehouse, "person", "mohammad-javad-zarif", "nobody", SAME, WHO)
    with pytest.raises(ReviewRefused, match="one person already"):
        deciding.one_of_two(warehouse, "person", "mohammad-javad-zarif", "mohammad-javad-zarif", SAME, WHO)
    with pytest.raises(WarehouseError, match="no decision 7"):
        session.undo(7, reason="")


def test_a_merge_of_two_who_were_decided_to_be_different_says_which_decision_to_withdraw(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, SECOND)
    (match_id,) = column(warehouse, "SELECT match_id FROM reporting.matches WHERE left_key <> right_key AND kind = 'person'")
    (decision,) = session.keep([deciding.on_match(warehouse, match_id, DIFFERENT, WHO)])
    assert [item for item in waiting(warehouse) if item.kind == "match"] == []
    with pytest.raises(ReviewRefused, match=f"undo decision-{decision}"):
        deciding.one_of_two(warehouse, "person", "m-j-zareef", "mohammad-javad-zarif", SAME, WHO)
    session.undo(decision, reason="they are one")
    assert people(warehouse) == ["mohammad-javad-zarif"]


def test_posts_are_neither_merged_nor_split(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, FIRST)
    one, other = column(warehouse, "SELECT position_id FROM reporting.person_positions ORDER BY 1")
    with pytest.raises(ReviewRefused, match="not a position"):
        deciding.one_of_two(warehouse, "position", one, other, SAME, WHO)
    with pytest.raises(ReviewRefused, match="not a position"):
        deciding.split(warehouse, "position", one, frozenset(), WHO)


def test_the_accounts_of_a_meeting_are_shown_as_split_takes_them(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, FIRST)
    (meeting,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    (account,) = [text for label, text in facts_about(warehouse, "meeting", meeting) if label == "account"]
    document, _, key = account.split()[0].partition(":")
    with pytest.raises(ReviewRefused, match="has 1 accounts; 1 of them were named"):
        deciding.split(warehouse, "meeting", meeting, frozenset({(document, key)}), WHO)
    with pytest.raises(ReviewRefused, match="nowhere:m0 is no account of"):
        deciding.split(warehouse, "meeting", meeting, frozenset({(document, key), ("nowhere", "m0")}), WHO)


def test_all_is_told_before_deciding(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, FIRST, SECOND)
    told = facts_about(warehouse, *what_is(warehouse, "m-j-zareef"))
    assert ("known as", "M. J. Zareef") in told
    assert sum(label == "account" for label, _ in told) == 2


@pytest.mark.parametrize(("values", "why"), [
    ({"kind": "person"}, "no decision"),
    ({"judgement": "perhaps"}, "not known"),
    ({"judgement": "same"}, "said of two"),
    ({"judgement": "accepted", "right_id": "m2"}, "said of two"),
    ({"judgement": "accepted", "field": "place"}, "no field"),
    ({"judgement": "corrected", "field": "start_date", "value": "soon"}, "a day like"),
    ({"judgement": "corrected", "field": "age", "value": "61"}, "has no column"),
])
def test_a_line_that_is_no_decision_is_named(values: dict[str, str], why: str) -> None:
    known = {"kind": "meeting", "left_id": "m1", "reason": "why", "decided_by": "ada", "decided_at": "2026-01-02T03:04:05"}
    with pytest.raises(ReviewRefused, match=f"d.jsonl, line 2.*{why}"):
        list(from_lines(["", json.dumps(known | values)], "d.jsonl"))


def test_who_says_again_what_was_decided_last_decides_nothing_more(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, FIRST, OTHER)
    def places(place: str) -> list[int]:
        (meeting,) = warehouse.execute("SELECT min(meeting_id) FROM reporting.meetings").fetchone()
        later = replace(WHO, reason="again")
        return session.keep([deciding.correct(warehouse, "meeting", meeting, "place", place, later)])
    first = places("Oslo")
    assert places("Oslo") == first
    assert places("Bern") != first
    assert places("Oslo") != first
    assert len(decisions_that_hold(warehouse)) == 3
    assert column(warehouse, "SELECT place FROM reporting.meetings ORDER BY meeting_id LIMIT 1") == ["Oslo"]


def test_a_review_first_resolves_what_a_killed_one_had_left(seeded: Path) -> None:
    with open_writer(seeded) as connection:
        load(connection, FIRST, OTHER)
        run_id = ledger.begin_run(connection, started_at=NOW, extractor_version="1")
        decide(connection, deciding.one_of_two(connection, "person", "javed-zariff", "mohammad-javad-zarif", SAME, WHO), run_id=run_id)
        assert len(people(connection)) == 2
    with review(seeded, by="ada", clock=lambda: NOW, on_wait=lambda message: None) as opened:
        assert len(people(opened.connection)) == 1
