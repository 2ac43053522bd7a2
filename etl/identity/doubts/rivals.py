"""Find two people whom different documents tell to be in an office of which there is one, without a change that explains it.

Sure is: one is seen between two sightings of the other within months, or both on one stated day. One who is seen after the
other follows him. Where the two may bear one name, the question is whether they are one person.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ..compare import DIFFERENT, compare
from ..names import parse
from ..terms.account import Exit, Sighting
from ..terms.seats import HELD, Seat, never_two
from .doubt import Doubt

WINDOW = timedelta(days=120)
"""Longest time from one sighting to the next in which nobody loses an office and comes back to it."""
LAG = timedelta(days=3)
"""Days that a source lags behind what it tells."""
Rival = Doubt[Sighting, Sighting]


def rivals(sightings: Iterable[Sighting], exits: Iterable[Exit], names: Mapping[str, str]) -> Iterator[Rival]:
    """Yield the pairs of people in one office at one time, in order, each once.

    Args:
        sightings: those of parties to dated meetings, and who is called a former or an incoming holder.
        exits: deaths and leaves.
        names: the full name of each person.
    """
    by_seat: dict[Seat, list[Sighting]] = defaultdict(list)
    offices: dict[tuple[str, str], set[Seat]] = defaultdict(set)
    changes: dict[str, list[date]] = defaultdict(list)
    for leave in exits:
        changes[leave.person].append(leave.by)
    for s in sightings:
        if not never_two(s.seat) or s.first is None or s.last is None:
            continue
        offices[s.person, s.seat.office].add(s.seat)
        if s.standing == HELD:
            by_seat[s.seat].append(s)
        else:
            changes[s.person].append(s.first)
    for seat in sorted(by_seat, key=lambda seat: seat.order):
        held = sorted((s for s in by_seat[seat] if len(offices[s.person, seat.office]) == 1), key=lambda s: s.order)
        counted = Counter(s.person for s in held)
        told: set[tuple[str, ...]] = set()
        for a, b in (*_between(held), *_on_one_day(held, changes)):
            pair = tuple(sorted((a.person, b.person)))
            if pair not in told:
                told.add(pair)
                odd, other = (a, b) if counted[a.person] < counted[b.person] else (b, a)
                yield _doubt(seat, odd, other, pair, names)


def _between(held: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield sightings with one of somebody else, from another document, that lies between them and the holder's last."""
    firsts = [s.first for s in held]
    last: dict[str, Sighting] = {}
    for s in held:
        before = last.get(s.person)
        if before is not None and _earliest(s) > before.last and s.first - before.last <= WINDOW:
            for other in held[bisect_right(firsts, before.last):bisect_left(firsts, s.first)]:
                inside = before.last < _earliest(other) and other.last < _earliest(s)
                if inside and other.person != s.person and other.document not in (s.document, before.document):
                    yield s, other
        if before is None or s.last >= before.last:
            last[s.person] = s


def _on_one_day(held: Sequence[Sighting], changes: Mapping[str, Sequence[date]]) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield the first sightings of two people on one stated day, where nothing is told of a change near it."""
    days: dict[date, dict[str, Sighting]] = defaultdict(dict)
    for s in held:
        if s.sure and s.first == s.last:
            days[s.first].setdefault(s.person, s)
    for day, seen in sorted(days.items()):
        people = sorted(seen)
        if len(people) == 2 and seen[people[0]].document != seen[people[1]].document and not any(
                abs(day - change) <= WINDOW for person in people for change in changes.get(person, ())):
            yield seen[people[0]], seen[people[1]]


def _earliest(s: Sighting) -> date:
    """Return the first day on which it can have been."""
    return s.first if s.sure else s.first - LAG


def _doubt(seat: Seat, odd: Sighting, other: Sighting, pair: tuple[str, ...], names: Mapping[str, str]) -> Rival:
    one, two = names.get(odd.person, odd.person), names.get(other.person, other.person)
    post = f"{seat.office} of {seat.country}"
    days = f"on {odd.first} and on {other.first}"
    about = (*seat.order, *pair)
    readings = f"{one}, {post} on {odd.first}", f"{two}, {post} on {other.first}"
    if compare(parse(one), parse(two)).kind != DIFFERENT:
        return Doubt("duplicate", "info", about, f"{one} and {two} are both told as {post}, {days}: they may be one person.",
                     odd, other, *readings)
    return Doubt("identity_conflict", "warning", about,
                 f"{one} and {two} are both told as {post}, {days}, and no document tells of a change.", odd, other, *readings)
