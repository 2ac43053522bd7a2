"""Dates, states and names are said in words."""
from __future__ import annotations

from datetime import date

import pytest

from explorer.plainly import plainly
from explorer.words import basis, count, held_from, listed, occasion, seen_in, span, status, when
from warehouse.schema import vocabulary

SPANS = (
    (date(1975, 8, 2), date(1975, 8, 2), "2 August 1975"),
    (date(1975, 7, 28), date(1975, 7, 29), "28–29 July 1975"),
    (date(1975, 7, 31), date(1975, 8, 2), "31 July – 2 August 1975"),
    (date(1975, 12, 31), date(1976, 1, 2), "31 December 1975 – 2 January 1976"),
    (date(2020, 11, 1), date(2020, 11, 30), "November 2020"),
    (date(2020, 2, 1), date(2020, 3, 31), "February 2020 – March 2020"),
    (date(2020, 1, 1), date(2020, 12, 31), "2020"),
    (date(2019, 1, 1), date(2020, 12, 31), "2019–2020"),
    (date(2020, 1, 2), date.max, "2 January 2020 – 31 December 9999"),
    (date(2020, 1, 1), date.max, "2020–9999"),
)


@pytest.mark.parametrize(("first", "last", "told"), SPANS)
def test_days_are_told_as_briefly_as_they_can(first: date, last: date, told: str) -> None:
    assert span(first, last) == told


def test_how_surely_a_day_is_known_is_told_with_it() -> None:
    day = date(1975, 8, 4)
    assert when(day, day, "approximate") == "About 4 August 1975"
    assert when(None, None, "unknown") == "Day not known"
    assert when(None, day) == "By 4 August 1975"
    assert when(day, None) == "From 4 August 1975"


def test_what_a_date_rests_on_is_told_for_every_basis() -> None:
    assert basis("stated", "August 2") == "The text says “August 2”."
    assert all(basis(value, None) for value in vocabulary.DATE_BASES)
    assert "“the same day”" in basis("citation", "the same day")


def test_every_state_has_words_of_its_own() -> None:
    values = {*vocabulary.MEETING_STATUSES, *vocabulary.AGREEMENT_STATUSES, *vocabulary.FINDING_STATUSES}
    assert len({status(value) for value in values}) == len(values)
    assert status("in_force") == "In force"
    assert status("brand_new") == "Brand new"


def test_posts_are_dated_by_office_or_else_by_documents() -> None:
    first, last = date(1990, 1, 5), date(1990, 2, 5)
    assert held_from(first, last, None, None) == "5 January – 5 February 1990"
    assert held_from(first, None, None, None) == "From 5 January 1990"
    assert held_from(None, last, first, last) == "Until 5 February 1990"
    assert held_from(None, None, first, last) == "Seen 5 January – 5 February 1990"
    assert seen_in(None, None) == "Not dated"


def test_names_are_listed_as_a_sentence_does() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C", "D"]) == "A, B, C and D"
    assert listed(["A", "B", "C", "D", "E"]) == "A, B, C and 2 others"


def test_a_meeting_is_called_by_its_name_or_by_who_took_part() -> None:
    assert occasion("conference", "peace talks", ["A", "B"]) == "Peace talks"
    assert occasion("call", None, ["A", "B"]) == "Call between A and B"
    assert occasion("visit", None, ["A"]) == "Visit of A"
    assert occasion("meeting", None, []) == "Meeting"


def test_numbers_agree_with_their_nouns() -> None:
    assert (count(1, "pair"), count(1200, "pair"), count(0, "person", "people")) == ("1 pair", "1,200 pairs", "0 people")


PLAIN = (
    ("June 10 (2023-06-10) is 31 days after it.", "June 10 (10 June 2023) is 31 days after it."),
    ("the period, 2018-07-08 to 2018-07-22.", "the period, 8–22 July 2018."),
    ("2018-07-08/2018-07-22", "8–22 July 2018"),
    ("both president of US (+3.3)", "both president of United States (+3.3)"),
    ("the Air Force (IQ), who", "the Air Force (Iraq), who"),
    ("2023-99-99 and (XX) of UN", "2023-99-99 and (XX) of UN"),
)


@pytest.mark.parametrize(("told", "plain"), PLAIN)
def test_what_the_machine_wrote_is_put_into_words(told: str, plain: str) -> None:
    assert plainly(told) == plain
