"""One event that two documents date differently is questioned; what can have been two events is not."""
from __future__ import annotations

from datetime import date

import pytest

from etl.identity.doubts.two_days import Telling, two_days

PEOPLE = frozenset(("zarif", "schallenberg"))


def telling(document: str, day: str, seen: str, *, meeting: str | None = None, people: frozenset[str] = PEOPLE,
            place: str | None = "vienna", kind: str = "meeting") -> Telling:
    """Return what a document says of an event; without an id, an event of its own."""
    days = date.fromisoformat(day), date.fromisoformat(seen)
    return Telling(meeting or f"{document}-{day}", document, kind, people, place, *days, 0)


CASES = {
    "a day apart in one week": ((telling("a", "2021-05-04", "2021-05-09"), telling("b", "2021-05-05", "2021-05-09")), 1),
    "another month, the same day": ((telling("a", "2020-11-21", "2020-11-22"), telling("b", "2020-02-21", "2020-11-22")), 1),
    "another year, the same day": ((telling("a", "2020-01-04", "2020-01-10"), telling("b", "2019-01-04", "2020-01-10")), 1),
    "a day apart, each in a week of its own": (
        (telling("a", "2021-05-09", "2021-05-09"), telling("b", "2021-05-10", "2021-05-16")), 0),
    "on the sixth of each month": ((telling("a", "2021-04-06", "2021-04-09"), telling("b", "2021-05-06", "2021-05-09")), 0),
    "a week apart": ((telling("a", "2021-05-04", "2021-05-09"), telling("b", "2021-05-11", "2021-05-16")), 0),
    "another month, told of months apart": (
        (telling("a", "2020-11-21", "2020-11-22"), telling("b", "2020-02-21", "2020-08-22")), 0),
    "one document tells of both days": (
        (telling("a", "2021-05-04", "2021-05-09"), telling("b", "2021-05-05", "2021-05-09"),
         telling("c", "2021-05-04", "2021-05-09"), telling("c", "2021-05-05", "2021-05-09")), 0),
    "at two places": (
        (telling("a", "2021-05-04", "2021-05-09"), telling("b", "2021-05-05", "2021-05-09", place="geneva")), 0),
    "by others": (
        (telling("a", "2021-05-04", "2021-05-09"),
         telling("b", "2021-05-05", "2021-05-09", people=frozenset(("zarif", "lavrov")))), 0),
    "of one person alone": (
        (telling("a", "2021-05-04", "2021-05-09", people=frozenset(("zarif",))),
         telling("b", "2021-05-05", "2021-05-09", people=frozenset(("zarif",)))), 0),
    "the same day": ((telling("a", "2021-05-04", "2021-05-09"), telling("b", "2021-05-04", "2021-05-09")), 0),
    "a call and a meeting": (
        (telling("a", "2021-05-04", "2021-05-09", place=None, kind="call"), telling("b", "2021-05-05", "2021-05-09")), 0),
    "decided to be one": (
        (telling("a", "2021-05-04", "2021-05-09", meeting="m"), telling("b", "2021-05-29", "2021-06-09", meeting="m")), 1),
    "three that say one day, one that says another": (
        (telling("a", "2021-05-04", "2021-05-09", meeting="m"), telling("b", "2021-05-04", "2021-05-09", meeting="m"),
         telling("c", "2021-05-04", "2021-05-09", meeting="m"), telling("d", "2021-05-05", "2021-05-09")), 1),
}


@pytest.mark.parametrize("case", CASES)
def test_one_event_under_two_dates_is_questioned(case: str) -> None:
    tellings, expected = CASES[case]
    assert len(list(two_days(tellings))) == len(list(two_days(tellings[::-1]))) == expected


def test_the_day_that_fewer_tell_is_the_odd_one() -> None:
    (doubt,) = two_days(CASES["three that say one day, one that says another"][0])
    assert doubt.at.document == "d"
    assert (doubt.reading_a, doubt.reading_b) == ("on 2021-05-05", "on 2021-05-04")


def test_the_day_that_does_not_fit_its_document_is_the_odd_one() -> None:
    (doubt,) = two_days(CASES["another month, the same day"][0])
    assert doubt.at.document == "b"
