"""A role without a name means who held the office on the day: one whose term covers it, and nobody where two are possible."""
from __future__ import annotations

from datetime import date

import pytest

from etl.identity.terms.holders import Offices
from etl.identity.terms.terms import terms_of

from .tellings import MINISTER, gone, told

CASES = {
    "within the term": (("inad held 2021-05-06", "inad held 2021-07-09"), (), "2021-06-01", "inad"),
    "on a day on which he is seen": (("inad held 2021-05-06",), (), "2021-05-06", "inad"),
    "some weeks after he was seen": (("inad held 2021-05-06",), (), "2021-06-20", "inad"),
    "some weeks before": (("inad held 2021-05-06",), (), "2021-04-20", "inad"),
    "in the middle of ten years without a word": (("inad held 2010-05-06", "inad held 2020-07-09"), (), "2015-06-01", None),
    "a year after": (("inad held 2021-05-06",), (), "2022-05-20", None),
    "a year before": (("inad held 2021-05-06",), (), "2020-05-20", None),
    "after he had left": (("inad held 2021-05-06",), ("inad left 2021-06-01",), "2021-06-20", None),
    "before he left": (("inad held 2021-05-06",), ("inad left 2021-06-01",), "2021-05-20", "inad"),
    "after he had died": (("inad held 2021-05-06",), ("inad died 2021-06-01",), "2021-06-20", None),
    "between two holders": (("shimmari held 2021-02-06", "inad held 2021-05-06"), (), "2021-03-20", None),
    "between two holders, just after the one": (
        ("shimmari held 2020-12-06", "inad held 2021-05-06"), (), "2020-12-10", "shimmari"),
    "between two holders, just before the other": (
        ("shimmari held 2020-12-06", "inad held 2021-05-06"), (), "2021-05-01", "inad"),
    "between two holders, of whom the first had left": (
        ("shimmari held 2021-02-06", "inad held 2021-05-06"), ("shimmari left 2021-02-10",), "2021-04-20", None),
    "between two holders, of whom the other was still to come": (
        ("shimmari held 2021-02-06", "inad incoming 2021-04-20", "inad held 2021-05-06"), (), "2021-04-10", "shimmari"),
    "two at a time": (("inad held 2021-05-06", "jabbar held 2021-05-01", "jabbar held 2021-05-20"), (), "2021-05-06", None),
    "nobody in between is known, but two are near": (
        ("inad held 2021-05-06", "jabbar held 2021-05-06"), (), "2021-05-20", None),
    "the same again after another": (
        ("inad held 2018-05-06", "jabbar held 2019-05-06", "inad held 2020-05-06"), (), "2019-05-10", "jabbar"),
    "to come only": (("inad incoming 2021-05-06",), (), "2021-05-06", None),
    "former only": (("inad former 2021-05-06",), (), "2021-05-01", None),
    "acting": (("deputy acting 2021-05-06",), (), "2021-05-07", "deputy"),
    "acting beside the holder": (("inad held 2021-04-06", "deputy acting 2021-05-06", "inad held 2021-06-06"), (),
                                 "2021-05-06", None),
    "nobody": ((), (), "2021-05-06", None),
}


@pytest.mark.parametrize("case", CASES)
def test_a_role_means_who_held_the_office_on_the_day(case: str) -> None:
    sightings, exits, on, expected = CASES[case]
    offices = Offices(terms_of(told(*sightings), gone(*exits)))
    found = offices.holder(MINISTER, date.fromisoformat(on), date.fromisoformat(on))
    assert (found.person if found else None) == expected


def test_a_stretch_of_days_means_one_who_held_it_on_all() -> None:
    offices = Offices(terms_of(told("shimmari held 2021-05-01", "inad held 2021-05-03", "inad held 2021-05-20"), ()))
    assert offices.holder(MINISTER, date(2021, 5, 1), date(2021, 5, 6)) is None
    assert offices.holder(MINISTER, date(2021, 5, 4), date(2021, 5, 6)).person == "inad"


def test_the_reason_says_on_which_days_he_was_seen() -> None:
    offices = Offices(terms_of(told("shimmari held 2020-12-06", "inad held 2021-05-06", "inad held 2021-07-06"), ()))
    within = offices.holder(MINISTER, date(2021, 6, 1), date(2021, 6, 1))
    assert within.reasons == "seen in office from 2021-05-06 to 2021-07-06"
    after = offices.holder(MINISTER, date(2020, 12, 8), date(2020, 12, 8))
    assert after.reasons == "seen in office on 2020-12-06, 2 days before; the next one is seen on 2021-05-06"
