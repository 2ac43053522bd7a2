"""Make the accounts that one document gives of its people from what was extracted.

A table is handed over row by row: what its rows share is a key, not a person. Days of death are no records yet, so they are
handed in.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from etl.records import Extraction, Meeting, Person, When

from .account import Account, Post


def accounts_of(extraction: Extraction, document: str, *, deaths: Mapping[str, date] | None = None) -> Iterator[Account]:
    """Yield what a document says of each of its people.

    Args:
        extraction: the records of the document, or of one row of a table.
        document: the id under which decisions know it.
        deaths: days of death that it states, by the person's key.
    """
    names = {person.key: person.name for person in extraction.people}
    met, spoken, acts = _met(extraction), _spoken(extraction), _acts(extraction)
    for person in extraction.people:
        days = [day for when in spoken[person.key] for day in (when.start, when.end) if day is not None] or _days(extraction)
        companions = tuple(sorted(names[key] for key in met[person.key] - {person.key} if key in names))
        yield Account(
            document, person.key, person.name, person.names, person.country, _posts(person), min(days, default=None),
            max(days, default=None), companions, (deaths or {}).get(person.key), max(acts[person.key], default=None))


def _posts(person: Person) -> tuple[Post, ...]:
    return tuple(dict.fromkeys(Post(p.title, p.organization_key, p.country, p.former) for p in person.positions))


def _days(extraction: Extraction) -> list[date]:
    """Return the days that the document as a whole speaks of."""
    header = extraction.header
    period = [d for d in (header.period_start, header.period_end) if d is not None]
    return period or [d for d in (header.published_on,) if d is not None]


def _people(meeting: Meeting) -> set[str]:
    return {party.person_key for party in meeting.parties if party.person_key is not None}


def _met(extraction: Extraction) -> dict[str, set[str]]:
    """Return whom each person meets or is named beside, by key."""
    out: dict[str, set[str]] = defaultdict(set)
    beside: dict[int, set[str]] = defaultdict(set)
    for mention in extraction.mentions:
        if mention.kind == "person":
            beside[mention.passage].add(mention.entity_key)
    for group in [*map(_people, extraction.meetings), *beside.values()]:
        for key in group:
            out[key] |= group
    return out


def _spoken(extraction: Extraction) -> dict[str, list[When]]:
    """Return the times of the meetings that each person takes part in."""
    out: dict[str, list[When]] = defaultdict(list)
    for meeting in extraction.meetings:
        for key in _people(meeting):
            out[key].append(meeting.when)
    return out


def _acts(extraction: Extraction) -> dict[str, list[date]]:
    """Return the days on which each person is told to have met somebody."""
    out: dict[str, list[date]] = defaultdict(list)
    for meeting in extraction.meetings:
        if meeting.status == "held" and meeting.when.precision == "day" and meeting.when.start is not None:
            for key in _people(meeting):
                out[key].append(meeting.when.start)
    return out
