"""How long a stated stay lasts; which day an encounter takes."""
from __future__ import annotations

from datetime import date

import pytest

from etl.records import When
from etl.telling.timing import stretched
from tests.etl.reading import extracted

MAY_4 = When(date(2021, 5, 4), date(2021, 5, 4), "day", "stated", "May 4")


@pytest.mark.parametrize(("text", "last"), [
    ("arrived for a two-day visit", 5), ("arrived for a 3-day official visit", 6), ("arrived on a visit of ten days", 4),
    ("stayed for four days", 4), ("arrived for a long visit", 4), ("arrived for a many-day visit", 4),
])
def test_a_stated_length_stretches_the_day_of_arrival(text, last):
    assert stretched(MAY_4, text + " ").end == date(2021, 5, last)


def test_only_a_single_day_is_stretched():
    week = When(date(2021, 5, 3), date(2021, 5, 9), "approximate", "period")
    assert stretched(week, "for a two-day visit ") == week


@pytest.mark.parametrize(("text", "basis", "end"), [
    ("Ana Reis met Ivo Kern on May 4 (Reuters, May 5).", "stated", date(2021, 5, 4)),
    ("Ana Reis met Ivo Kern (Reuters, May 5).", "citation", date(2021, 5, 5)),
])
def test_a_day_in_the_clause_comes_before_that_of_the_citation(text, basis, end):
    (meeting,) = extracted(f"Foreign Minister {text}\n").meetings
    assert (meeting.when.basis, meeting.when.end) == (basis, end)
