"""Find events that two documents date differently: stated days that cannot both be right.

Sure is: the same people, at the same place, and no document that tells of both days. Either the days lie next to each other, in
two documents of one time that were written after both; or the one is the other in another month or year, and does not fit its
document.
Of accounts that are one meeting every two days that differ are asked.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .doubt import Doubt

NEAR, WEEKS, SLIP = 2, 14, 45
"""Days between two dates of one event; between documents of one time, and from a day to the document that it fits; between
documents of which one misprints the month or the year."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document says of a meeting or call that was held on one stated day.

    Attributes:
        meeting: the resolved id.
        document: id of the document.
        kind: meeting or call.
        people: ids of those who took part, all of whom are named.
        place: id of the place, where one is told.
        day: the day.
        seen_on: the document's own day.
        piece: number of what tells it, for whoever gathered it.
    """

    meeting: str
    document: str
    kind: str
    people: frozenset[str]
    place: str | None
    day: date
    seen_on: date | None
    piece: int

    @property
    def order(self) -> tuple[object, ...]:
        """Return what sorts it."""
        return self.day, self.document, self.meeting, self.piece


def two_days(tellings: Iterable[Telling]) -> Iterator[Doubt[Telling, Telling]]:
    """Yield the pairs of dates that one event is told under, in order, each once."""
    groups: dict[object, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if len(telling.people) > 1:
            groups[telling.kind, tuple(sorted(telling.people))].append(telling)
    for key in sorted(groups, key=str):
        yield from _of_group(sorted(groups[key], key=lambda t: t.order))


def _of_group(told: Sequence[Telling]) -> Iterator[Doubt[Telling, Telling]]:
    """Yield the doubts among what is told of the same people."""
    days: dict[str, set[date]] = defaultdict(set)
    for t in told:
        days[t.document].add(t.day)
    votes = Counter(t.day for t in told)
    by_day: dict[date, list[Telling]] = defaultdict(list)
    for t in told:
        by_day[t.day].append(t)
    ordered = sorted(by_day)
    for number, first in enumerate(ordered):
        for second in ordered[number + 1:]:
            pair = next(((a, b) for a in by_day[first] for b in by_day[second] if _one_event(a, b)), None)
            if pair is not None and not any({first, second} <= seen for seen in days.values()):
                odd, other = sorted(pair, key=lambda t: (_fits(t), votes[t.day], -t.day.toordinal()))
                yield _doubt(odd, other)


def _one_event(a: Telling, b: Telling) -> bool:
    if a.meeting == b.meeting:
        return a.document != b.document
    if a.document == b.document or a.place != b.place or None in (a.seen_on, b.seen_on):
        return False
    if a.kind == "meeting" and a.place is None:
        return False
    apart, told = abs((a.day - b.day).days), abs((a.seen_on - b.seen_on).days)
    if apart <= NEAR:
        return told <= WEEKS and max(a.day, b.day) <= min(a.seen_on, b.seen_on)
    return told <= SLIP and _slip(a.day, b.day) and _fits(a) != _fits(b)


def _fits(telling: Telling) -> bool:
    """Say whether a document tells of the day soon after it."""
    return telling.seen_on is None or 0 <= (telling.seen_on - telling.day).days <= WEEKS


def _slip(a: date, b: date) -> bool:
    """Say whether one date can be the other misprinted: another month, or another year."""
    return a.day == b.day and (a.year == b.year) != (a.month == b.month)


def _doubt(odd: Telling, other: Telling) -> Doubt[Telling, Telling]:
    what = "call" if odd.kind == "call" else "meeting"
    return Doubt("date_conflict", "warning", (odd.kind, *sorted(odd.people), *map(str, sorted((odd.day, other.day)))),
                 f"What looks like one {what} is dated {odd.day} here and {other.day} in another document.", odd, other,
                 f"on {odd.day}", f"on {other.day}")
