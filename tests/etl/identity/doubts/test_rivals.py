"""Two people in an office of which there is one are questioned where no change explains it, once for each pair."""
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.identity.doubts.rivals import rivals
from etl.identity.terms.seats import Seat
from tests.etl.identity.terms.tellings import MINISTER, gone, told

NAMES = {"inad": "Juma Inad", "jabbar": "Jabbar Yasin", "shimmari": "Najah al-Shammari", "jumah": "Jumah Inad Saadoun"}

CASES = {
    "another in between, within weeks": (
        ("inad held 2021-05-06", "jabbar held 2021-05-20", "inad held 2021-06-06"), (),
        ["identity_conflict inad jabbar jabbar"]),
    "an old name after the new one": (
        ("shimmari held 2021-01-06", "inad held 2021-05-06", "inad held 2021-05-16", "shimmari held 2021-05-20",
         "inad held 2021-06-01", "inad held 2021-06-09"), (), ["identity_conflict inad shimmari shimmari"]),
    "both on one day": (("inad held 2021-05-06", "jabbar held 2021-05-06"), (), ["identity_conflict inad jabbar jabbar"]),
    "one name in two spellings": (
        ("inad held 2021-05-06", "jumah held 2021-05-20", "inad held 2021-06-06"), (), ["duplicate inad jumah jumah"]),
    "one after the other": (("inad held 2021-05-06", "jabbar held 2021-05-07"), (), []),
    "back after years": (("inad held 2019-05-06", "jabbar held 2020-05-06", "inad held 2021-05-06"), (), []),
    "on one day, and a change is told": (
        ("inad held 2021-05-06", "jabbar held 2021-05-06"), ("inad left 2021-05-06",), []),
    "on one day, and the one is about to follow": (
        ("inad held 2021-05-06", "jabbar incoming 2021-05-01", "jabbar held 2021-05-06"), (), []),
    "acting in between": (("inad held 2021-05-06", "jabbar acting 2021-05-20", "inad held 2021-06-06"), (), []),
    "former in between": (("inad held 2021-05-06", "jabbar former 2021-05-20", "inad held 2021-06-06"), (), []),
}


def said(case: str, chance: random.Random | None = None) -> list[str]:
    """Return the doubts of a case in words: kind, the two, and whose sighting is odd."""
    sightings, exits, _ = CASES[case]
    known = list(told(*sightings))
    if chance is not None:
        chance.shuffle(known)
    return [f"{d.kind} {' '.join(d.about[-2:])} {d.at.person}" for d in rivals(known, gone(*exits), NAMES)]


@pytest.mark.parametrize("case", CASES)
def test_two_people_in_one_office_are_questioned(case: str) -> None:
    assert said(case) == CASES[case][2]


@given(st.sampled_from(sorted(CASES)), st.randoms())
def test_the_order_of_documents_makes_no_difference(case: str, chance: random.Random) -> None:
    assert said(case, chance) == CASES[case][2]


def test_what_one_document_says_is_left_to_its_own_findings() -> None:
    known = [s.__class__(s.seat, s.person, s.standing, s.first, s.last, s.sure, "note", s.piece)
             for s in told("inad held 2021-05-06", "jabbar held 2021-05-06")]
    assert list(rivals(known, (), NAMES)) == []


def test_an_office_that_several_hold_in_some_states_is_not_questioned() -> None:
    health = Seat("health minister", None, "GB")
    assert list(rivals(told("inad held 2021-05-06", "jabbar held 2021-05-06", seat=health), (), NAMES)) == []


def test_who_holds_the_same_office_of_another_state_was_misread() -> None:
    other = Seat("defense minister", None, "SY")
    known = (*told("inad held 2021-05-06", "jabbar held 2021-05-20", "inad held 2021-06-06"),
             *told("jabbar held 2021-04-01", seat=other))
    assert list(rivals(known, (), NAMES)) == []
    assert MINISTER.country == "IQ"


def test_a_day_that_only_the_source_gives_is_not_exact() -> None:
    known = [s.__class__(s.seat, s.person, s.standing, s.first, s.last, False, s.document, s.piece)
             for s in told("inad held 2021-05-06", "jabbar held 2021-05-06")]
    assert list(rivals(known, (), NAMES)) == []
