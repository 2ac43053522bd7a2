"""Who held an office from when to when, as far as documents show; the order of the documents makes no difference."""
from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.identity.terms.account import Exit, Sighting
from etl.identity.terms.seats import Seat
from etl.identity.terms.terms import Term, terms_of

from .tellings import MINISTER, gone, told


def said(terms: list[Term]) -> list[str]:
    """Return terms in words: who, first and last seen, incoming, ended by and because, predecessor and successor."""
    return [" ".join(str(x or "-") for x in (
        t.person, t.first_seen, t.last_seen, t.incoming_on, t.ended_by, t.ended_because, t.predecessor, t.successor))
            for t in terms]


CASES = {
    "one holder": (
        ("inad held 2021-05-06", "inad held 2021-07-09"), (),
        ["inad 2021-05-06 2021-07-09 - - - - -"]),
    "one after the other": (
        ("shimmari held 2019-01-10", "inad held 2021-05-06", "inad held 2021-07-09"), (),
        ["shimmari 2019-01-10 2019-01-10 - 2021-05-06 succeeded - inad", "inad 2021-05-06 2021-07-09 - - - shimmari -"]),
    "former by a day": (
        ("inad held 2021-05-06", "inad former 2021-09-01", "inad former 2021-08-01"), (),
        ["inad 2021-05-06 2021-05-06 - 2021-08-01 former - -"]),
    "former before the next is seen": (
        ("shimmari held 2019-01-10", "shimmari former 2020-06-01", "inad held 2021-05-06"), (),
        ["shimmari 2019-01-10 2019-01-10 - 2020-06-01 former - inad", "inad 2021-05-06 2021-05-06 - - - shimmari -"]),
    "only ever former": (
        ("obeidi former 2021-05-06",), (),
        ["obeidi - - - 2021-05-06 former - -"]),
    "called former by an event told of later": (
        ("inad held 2021-05-06", "inad held 2021-07-09", "inad former 2021-05-20"), (),
        ["inad 2021-05-06 2021-07-09 - - - - -"]),
    "left": (
        ("inad held 2021-05-06",), ("inad left 2021-06-30",),
        ["inad 2021-05-06 2021-05-06 - 2021-06-30 left - -"]),
    "left, it was said, and yet in office": (
        ("inad held 2021-05-06", "inad held 2021-09-01"), ("inad left 2021-06-30",),
        ["inad 2021-05-06 2021-09-01 - - - - -"]),
    "died": (
        ("inad held 2021-05-06", "jabbar held 2021-09-01"), ("inad died 2021-06-30",),
        ["inad 2021-05-06 2021-05-06 - 2021-06-30 died - jabbar", "jabbar 2021-09-01 2021-09-01 - - - inad -"]),
    "died long after another had followed": (
        ("shimmari held 2019-01-10", "inad held 2021-05-06"), ("shimmari died 2023-06-30",),
        ["shimmari 2019-01-10 2019-01-10 - 2021-05-06 succeeded - inad", "inad 2021-05-06 2021-05-06 - - - shimmari -"]),
    "incoming, then in office": (
        ("inad incoming 2020-12-01", "inad incoming 2020-12-05", "inad held 2021-05-06"), (),
        ["inad 2021-05-06 2021-05-06 2020-12-01 - - - -"]),
    "incoming only": (
        ("shimmari held 2020-11-01", "inad incoming 2020-12-01"), (),
        ["inad - - 2020-12-01 - - - -", "shimmari 2020-11-01 2020-11-01 - - - - -"]),
    "back after another": (
        ("sharon held 1999-01-10", "barak held 2000-01-10", "sharon held 2003-01-10"), (),
        ["sharon 1999-01-10 1999-01-10 - 2000-01-10 succeeded - barak",
         "barak 2000-01-10 2000-01-10 - 2003-01-10 succeeded sharon sharon",
         "sharon 2003-01-10 2003-01-10 - - - barak -"]),
    "an old name within weeks is no return": (
        ("shimmari held 2021-01-10", "inad held 2021-02-01", "shimmari held 2021-02-20", "inad held 2021-03-01"), (),
        ["shimmari 2021-01-10 2021-02-20 - - - - -", "inad 2021-02-01 2021-03-01 - - - - -"]),
    "acting beside the holder ends nothing": (
        ("inad held 2021-01-10", "deputy acting 2021-02-01", "inad held 2021-03-01"), (),
        ["inad 2021-01-10 2021-03-01 - - - - -", "deputy 2021-02-01 2021-02-01 - - - - -"]),
    "without a day": (
        ("inad held ?",), (), ["inad - - - - - - -"]),
    "days of a visit": (
        ("inad held 2021-05-06 2021-05-09", "inad held 2021-05-07"), (),
        ["inad 2021-05-06 2021-05-09 - - - - -"]),
}


@pytest.mark.parametrize("case", CASES)
def test_terms_follow_from_what_is_told(case: str) -> None:
    sightings, exits, expected = CASES[case]
    assert sorted(said(terms_of(told(*sightings), gone(*exits)))) == sorted(expected)


def test_offices_of_two_states_have_nothing_to_do_with_each_other() -> None:
    other = Seat("defense minister", None, "SY")
    terms = terms_of((*told("inad held 2021-05-06"), *told("ayoub held 2021-06-06", seat=other)), ())
    assert said(terms) == ["inad 2021-05-06 2021-05-06 - - - - -", "ayoub 2021-06-06 2021-06-06 - - - - -"]


def test_a_leave_ends_the_office_that_its_document_tells_where_somebody_holds_two() -> None:
    other = Seat("prime minister", None, "IQ")
    leave = Exit("inad", date(2021, 6, 30), "left", "note")
    seen = Sighting(other, "inad", "held", date(2021, 6, 1), date(2021, 6, 1), True, "note", 1)
    terms = {t.seat: t for t in terms_of((*told("inad held 2021-05-06"), seen), (leave,))}
    assert terms[other].ended_because == "left"
    assert terms[MINISTER].ended_because is None


def test_a_leave_of_which_nobody_knows_the_office_ends_none() -> None:
    other = Seat("prime minister", None, "IQ")
    sightings = (*told("inad held 2021-05-06"), *told("inad held 2021-05-06", seat=other))
    assert {t.ended_because for t in terms_of(sightings, gone("inad left 2021-06-30"))} == {None}


def test_a_week_that_a_document_is_about_does_not_refute_a_leave_within_it() -> None:
    (seen,) = told("inad held 2021-09-06 2021-09-12")
    week = Sighting(seen.seat, seen.person, seen.standing, seen.first, seen.last, False, seen.document, seen.piece)
    assert said(terms_of((week,), gone("inad left 2021-09-08"))) == ["inad 2021-09-06 2021-09-08 - 2021-09-08 left - -"]
    assert said(terms_of((seen,), gone("inad left 2021-09-08"))) == ["inad 2021-09-06 2021-09-12 - - - - -"]


PEOPLE = ("a", "b", "c")
SIGHTINGS = st.lists(st.builds(
    lambda person, how, first, length: f"{person} {how} {date(2020, 1, 1) + timedelta(days=first)} "
                                       f"{date(2020, 1, 1) + timedelta(days=first + length)}",
    st.sampled_from(PEOPLE), st.sampled_from(("held", "held", "held", "acting", "former", "incoming")), st.integers(0, 900),
    st.integers(0, 5)), min_size=1, max_size=14)
EXITS = st.lists(st.builds(
    lambda person, why, by: f"{person} {why} {date(2020, 1, 1) + timedelta(days=by)}",
    st.sampled_from(PEOPLE), st.sampled_from(("left", "died")), st.integers(0, 900)), max_size=3)


@given(SIGHTINGS, EXITS, st.randoms())
def test_the_order_of_what_is_told_makes_no_difference(sightings: list[str], exits: list[str], chance: random.Random) -> None:
    known, ends = list(told(*sightings)), list(gone(*exits))
    expected = terms_of(known, ends)
    chance.shuffle(known)
    chance.shuffle(ends)
    assert terms_of(known, ends) == expected


@given(SIGHTINGS, EXITS)
def test_no_term_ends_before_its_last_sighting_and_every_sighting_is_in_one(sightings: list[str],
                                                                            exits: list[str]) -> None:
    known = told(*sightings)
    terms = terms_of(known, gone(*exits))
    for term in terms:
        assert term.ended_by is None or term.last_seen is None or term.ended_by >= term.last_seen
        assert term.person not in (term.predecessor, term.successor)
    for s in known:
        if s.standing in ("held", "acting"):
            assert any(t.person == s.person and t.first_seen and t.first_seen <= s.first and s.last <= t.last_seen
                       for t in terms)
