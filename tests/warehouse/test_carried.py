"""Ids lead on when new versions of documents call things something else: by the natural key, else by the words."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.etl.documents import bulletin, column, load, read
from tests.warehouse.history import retold
from warehouse.carried import Stretches, alike, resting
from warehouse.connection import open_writer
from warehouse.rows import DocumentRows

ZARIF = ("Iranian Foreign Minister {} met with Austrian Foreign Minister Alexander Schallenberg in Vienna on May {} "
         "(ORF, May {}).")
THEN = "Ada met Bob. Ada left."
NOW = "In brief. Ada met Bob. Ada left."


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to a warehouse with the reference data."""
    with open_writer(seeded) as connection:
        yield connection


def first(*before: str) -> DocumentRows:
    """Return a document that names him in full."""
    return read("first", bulletin("May 3, 2021", "May 9, 2021", *before, ZARIF.format("Mohammad Javad Zarif", 4, 4)))


SECOND = read("second", bulletin("May 10, 2021", "May 16, 2021", ZARIF.format("M. J. Zareef", 11, 11)))


def lead(warehouse: duckdb.DuckDBPyConnection, known: str) -> list[str]:
    """Return where an id of a person leads."""
    return column(warehouse, f"SELECT survivor_id FROM reporting.former_ids WHERE kind = 'person' AND id = '{known}'")


def test_merged_ids_lead_on_when_the_survivor_is_called_something_else(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, first(), SECOND)
    assert lead(warehouse, "m-j-zareef") == ["mohammad-javad-zarif"]
    load(warehouse, retold(first("In brief."), {"mohammad-javad-zarif": "zarif-of-iran"}),
         retold(read("second", bulletin("May 10, 2021", "May 16, 2021", "In brief.", ZARIF.format("M. J. Zareef", 11, 11))),
                {"m-j-zareef": "zareef-of-iran"}))
    (now,) = column(warehouse, "SELECT person_id FROM reporting.people WHERE country_code = 'IR'")
    assert now in ("zarif-of-iran", "zareef-of-iran")
    assert (lead(warehouse, "m-j-zareef"), lead(warehouse, "mohammad-javad-zarif")) == ([now], [now])
    load(warehouse, retold(first("In short."), {"mohammad-javad-zarif": "javad-of-iran"}),
         retold(read("second", bulletin("May 10, 2021", "May 16, 2021", "In short.", ZARIF.format("M. J. Zareef", 11, 11))),
                {"m-j-zareef": "zareef-the-iranian"}))
    (then,) = column(warehouse, "SELECT person_id FROM reporting.people WHERE country_code = 'IR'")
    assert then != now
    assert [lead(warehouse, known) for known in ("m-j-zareef", "mohammad-javad-zarif", now)] == [[then]] * 3


def test_the_id_of_a_meeting_leads_on_when_another_extraction_gives_it_another(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, first())
    (old,) = column(warehouse, "SELECT meeting_id FROM reporting.meetings")
    load(warehouse, retold(first("In brief."), {old: "m-anew"}))
    assert column(warehouse, f"SELECT survivor_id FROM reporting.former_ids WHERE id = '{old}'") == ["m-anew"]


def test_what_a_new_version_no_longer_tells_of_leads_nowhere(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, first())
    load(warehouse, read("first", bulletin("May 3, 2021", "May 9, 2021", ZARIF.format("Juma Wafula", 4, 4))))
    assert lead(warehouse, "mohammad-javad-zarif") == []


def test_a_thing_is_found_by_its_longest_words_that_tell_it() -> None:
    now = Stretches([(10, 21, 7), (23, 26, 8)])
    assert resting(THEN, Stretches([(0, 3, 1), (0, 11, 1)]), [(0, 3), (0, 11)], NOW, now) == (7,)


def test_what_rested_on_the_same_words_before_is_another() -> None:
    assert resting(THEN, Stretches([(0, 11, 1), (0, 11, 2)]), [(0, 11)], NOW, Stretches([(10, 21, 2)])) == ()
    assert resting(THEN, Stretches([(0, 11, 1), (0, 11, 2)]), [(0, 11)], NOW, Stretches([(10, 21, 2), (10, 21, 3)])) == (3,)


def test_words_that_are_gone_tell_nothing() -> None:
    assert resting(THEN, Stretches([(0, 11, 1)]), [(0, 11)], "Eva left.", Stretches([(0, 3, 7)])) == ()


def test_all_are_given_where_the_words_do_not_tell_which() -> None:
    assert resting(THEN, Stretches([(0, 11, 1)]), [(0, 11)], NOW, Stretches([(10, 21, 7), (10, 21, 8)])) == (7, 8)


def test_of_several_things_on_the_same_words_the_one_with_the_same_parties_is_meant() -> None:
    ada, eva, austria = (1, None, None), (2, None, None), (None, None, "AT")
    assert alike({ada, austria}, {7: {ada, austria}, 8: {ada, eva}}) == (7,)
    assert alike({ada}, {7: {eva}, 8: set()}) == (7, 8)


def test_each_of_two_meetings_in_one_sentence_leads_to_its_own(warehouse: duckdb.DuckDBPyConnection) -> None:
    sentence = ("Iranian Foreign Minister Mohammad Javad Zarif met separately with Austrian Foreign Minister Alexander "
                "Schallenberg and Iraqi Foreign Minister Fuad Hussein in Vienna on May 4 (ORF, May 4).")
    load(warehouse, read("both", bulletin("May 3, 2021", "May 9, 2021", sentence)))
    query = ("SELECT meeting.meeting_id, party.person FROM reporting.meetings AS meeting "
             "JOIN reporting.meeting_participants AS party USING (meeting_id) WHERE party.person NOT LIKE '%Zarif'")
    before = dict(warehouse.execute(query).fetchall())
    assert len(before) == 2
    load(warehouse, retold(read("both", bulletin("May 3, 2021", "May 9, 2021", "In brief.", sentence)),
                           {known: f"anew-{number}" for number, known in enumerate(before)}))
    now = dict(warehouse.execute(query).fetchall())
    leads = dict(warehouse.execute("SELECT id, survivor_id FROM reporting.former_ids WHERE kind = 'meeting'").fetchall())
    assert {known: now[leads[known]] for known in before} == before
