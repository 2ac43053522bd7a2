"""Say why two profiles cannot be one person's, whatever else speaks for it.

Such pairs are never merged, unless somebody decided so. It holds for every pair of accounts that the two stand for; only
two names that differ may both be parts of a fuller name of a third account, where the office is one.
"""
from __future__ import annotations

from datetime import date, timedelta

from .account import parted
from .compare import COMPATIBLE, DIFFERENT, compare
from .profile import Names, Profile, Tenure
from .states import related

SAME_DEATH = timedelta(days=3)
"""Days by which reports of one death may differ."""
LIFE = timedelta(days=365 * 85)
"""Longest time between two acts of one person."""


def contradiction(a: Profile, b: Profile) -> str | None:
    """Return why two profiles must stay apart, None where nothing forbids that they are one person's."""
    return _decided(a, b) or _names(a, b) or _dead(a, b) or _posts(a, b) or _far(a, b)


def _decided(a: Profile, b: Profile) -> str | None:
    if parted(a.marks, b.marks):
        return "decided to be different people"
    return None


def _names(a: Profile, b: Profile) -> str | None:
    fuller = (*a.ordered_names, *b.ordered_names) if _one_office(a, b) else ()
    for x in a.ordered_names:
        for y in b.ordered_names:
            if x != y and (told := different(x, y)) and not any(explains(z, x, y) for z in fuller):
                return told
    return None


def _one_office(a: Profile, b: Profile) -> bool:
    """Say whether both hold one and the same office that one person has at a time."""
    held = [{(t.office.key, t.country) for t in p.tenures if t.office.sole and t.country} for p in (a, b)]
    return bool(held[0] & held[1])


def explains(fuller: Names, x: Names, y: Names) -> bool:
    """Say whether two different names are parts of a fuller one: Mohammad Zarif, Javad Zarif of Mohammad Javad Zarif."""
    name = fuller.main
    return name.whole > 2 and all(
        len(part.main.words) < name.whole and part.main.full and compare(part.main, name).kind == COMPATIBLE for part in (x, y))


def different(x: Names, y: Names) -> str | None:
    """Return why none of the names of one account can be one of another's."""
    first = compare(x.main, y.main)
    if first.kind != DIFFERENT:
        return None
    if any(compare(m, n).kind != DIFFERENT for m in x.all() for n in y.all()):
        return None
    return first.reason


def _dead(a: Profile, b: Profile) -> str | None:
    if a.deaths and b.deaths and max(max(a.deaths) - min(b.deaths), max(b.deaths) - min(a.deaths)) > SAME_DEATH:
        return f"died on {min(a.deaths)} and on {min(b.deaths)}"
    for dead, alive in ((a, b), (b, a)):
        if dead.dead_by is None:
            continue
        if alive.deaths and dead.dead_by + SAME_DEATH < min(alive.deaths):
            return f"dead by {dead.dead_by} and died on {min(alive.deaths)}"
        if alive.acted is not None and dead.dead_by + SAME_DEATH < alive.acted:
            return f"{'died on' if dead.dead_by in dead.deaths else 'dead by'} {dead.dead_by} and acts on {alive.acted}"
    return None


def _posts(a: Profile, b: Profile) -> str | None:
    for x in _national(a):
        for y in _national(b):
            if not related(x.country, y.country) and _meet(x.first, x.last, y.first, y.last):
                return f"{x.office.key} of {x.country} and {y.office.key} of {y.country} at one time"
    return None


def _national(profile: Profile) -> list[Tenure]:
    """Return the posts held that nobody can hold in two states; none where the profile itself names two."""
    held = [t for t in profile.tenures if t.office.national and t.country and not t.former]
    return held if len({t.country for t in held}) == 1 else []


def _far(a: Profile, b: Profile) -> str | None:
    days = [a.first, a.last, b.first, b.last]
    if None not in days and max(a.last, b.last) - min(a.first, b.first) > LIFE:
        return f"spoken of in {min(a.first, b.first).year} and in {max(a.last, b.last).year}"
    return None


def _meet(first_a: date | None, last_a: date | None, first_b: date | None, last_b: date | None) -> bool:
    """Say whether two stretches of days, all known, have a day in common."""
    return None not in (first_a, last_a, first_b, last_b) and first_a <= last_b and first_b <= last_a
