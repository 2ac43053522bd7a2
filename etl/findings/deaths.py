"""Say of each person told to be dead, or to have left a post, by which day, and of a death whether that is the very day.

Of several sentences the one that gives the day of the death counts, else the one that leaves the death least time.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from etl.findings.departures import all_departures
from etl.reading import Reading
from etl.records import Death, Leave


def deaths_of(reading: Reading) -> Iterator[Death]:
    """Yield the deaths that a document tells of, one a person."""
    people = reading.linker.people
    yield from first_told(Death(people[d.entity].key, d.by, d.sentence.text_span(), d.is_day)
                          for d in all_departures(reading, "death"))


def leaves_of(reading: Reading) -> Iterator[Leave]:
    """Yield who is told to have left a post, once a person, by the earliest day."""
    people = reading.linker.people
    yield from first_left(Leave(people[d.entity].key, d.by, d.sentence.text_span()) for d in all_departures(reading, "leave"))


def first_left(leaves: Iterable[Leave]) -> Iterator[Leave]:
    """Yield the earliest leave of each person, in the order of the text."""
    first = {leave.person_key: leave for leave in sorted(leaves, key=lambda leave: (leave.by, leave.span), reverse=True)}
    yield from sorted(first.values(), key=lambda leave: leave.span)


def first_told(deaths: Iterable[Death]) -> Iterator[Death]:
    """Yield the death that counts for each person, in the order of the text."""
    best: dict[str, Death] = {}
    for death in deaths:
        known = best.get(death.person_key)
        if known is None or _rank(death) < _rank(known):
            best[death.person_key] = death
    yield from sorted(best.values(), key=lambda d: d.span)


def _rank(death: Death) -> tuple:
    return not death.is_day, death.by, death.span
