"""Say whom a role without a name means: who held the office on the day of the event, where one alone can have.

Refused wherever a second one is possible: between two holders of whom nobody tells when they changed, and long after the last
or before the first sighting.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .seats import Seat
from .terms import Term

REACH = timedelta(days=92)
"""Time beyond the first or last sighting for which a holder is taken to be in office: a ministry lasts some three years, so
that at its end one in ten has changed hands."""
NEAR = 0.1
"""Share of the time between the sightings of two holders within which the nearer one is meant, for the same reason."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held an office, and what says so."""

    person: str
    reasons: str


class Offices:
    """The terms of all offices, to be asked for the holder on a day."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[Seat, list[Term]] = defaultdict(list)
        for term in terms:
            if term.first_seen is not None:
                self._terms[term.seat].append(term)

    def holder(self, seat: Seat, first: date, last: date) -> Holding | None:
        """Return who held an office on all days from first to last; None where nobody is known to, or two can have."""
        terms = self._terms.get(seat, ())
        found = self._on(terms, first)
        if found is None or first == last:
            return found
        other = self._on(terms, last)
        changed = any(first <= t.first_seen <= last and t.person != found.person for t in terms)
        return found if other is not None and other.person == found.person and not changed else None

    def _on(self, terms: Sequence[Term], day: date) -> Holding | None:
        """Return who held an office on one day."""
        within = [t for t in terms if t.first_seen <= day <= t.last_seen]
        if within:
            term = within[0]
            silent = any(since + REACH < day < until - REACH for since, until in term.silences)
            alone = len({t.person for t in within}) == 1
            return Holding(term.person, f"seen in office {_seen(term)}") if alone and not silent else None
        before = _sole([t for t in terms if t.last_seen < day], latest=True)
        after = _sole([t for t in terms if t.first_seen > day], latest=False)
        if before is AMBIGUOUS or after is AMBIGUOUS:
            return None
        return _between(before, after, day)


def _between(before: Term | None, after: Term | None, day: date) -> Holding | None:
    """Return who of two, the last seen before a day and the first seen after it, is meant."""
    since = until = None
    if before is not None:
        since = before.last_seen
    if after is not None:
        until = after.first_seen
        if after.incoming_on is not None and after.incoming_on < until and (since is None or since < after.incoming_on):
            since = after.incoming_on
    if before is not None and not _over(before, day) and day - before.last_seen <= REACH and (
            day <= since or _near(since, until, day - since)):
        return _said(before, after, day)
    if after is not None and (since is None or since < day) and _near(since, until, until - day):
        return _said(after, before, day)
    return None


AMBIGUOUS = Term(Seat("", None, None), "")


def _sole(terms: Sequence[Term], *, latest: bool) -> Term | None:
    """Return the term nearest to a day on one side of it; AMBIGUOUS where two people's are equally near."""
    if not terms:
        return None
    edge = max(t.last_seen for t in terms) if latest else min(t.first_seen for t in terms)
    nearest = [t for t in terms if (t.last_seen if latest else t.first_seen) == edge]
    return nearest[0] if len({t.person for t in nearest}) == 1 else AMBIGUOUS


def _over(term: Term, day: date) -> bool:
    """Say whether words have a term ended by a day; that another followed says only by when."""
    return term.ended_by is not None and term.ended_because != "succeeded" and term.ended_by <= day


def _near(start: date | None, end: date | None, away: timedelta) -> bool:
    """Say whether a day is near enough to one end of a stretch, whose other end may not be known."""
    if start is None or end is None:
        return away <= REACH
    return away <= min(REACH, NEAR * (end - start))


def _said(term: Term, other: Term | None, day: date) -> Holding:
    earlier = term.last_seen < day
    days = (day - term.last_seen if earlier else term.first_seen - day).days
    words = f"seen in office {_seen(term)}, {days} {'day' if days == 1 else 'days'} {'before' if earlier else 'after'}"
    if other is None:
        return Holding(term.person, words)
    seen = f"the next one is seen on {other.first_seen}" if earlier else f"the one before was seen last on {other.last_seen}"
    return Holding(term.person, f"{words}; {seen}")


def _seen(term: Term) -> str:
    return f"on {term.first_seen}" if term.first_seen == term.last_seen else f"from {term.first_seen} to {term.last_seen}"
