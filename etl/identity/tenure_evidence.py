"""Weigh the posts of two profiles: one office held at one time speaks for one person, two offices against."""
from __future__ import annotations

import math
from datetime import date

from .profile import Profile, Tenure
from .score import Reason

OVERLAP, CHANGE = 60, 20
"""Days for which two offices are held at one time before that speaks against one holder; days in which reports may lag."""
FADING = ((1, 1.0), (4, 0.8), (8, 0.5), (math.inf, 0.2))
FADING_ALONE = ((0.5, 1.0), (1, 0.8), (2, 0.6), (4, 0.3), (math.inf, 0.1))
"""What is left of the worth of an office held by both, by the years between."""
YEAR = 365.25


def shared_office(a: Profile, b: Profile) -> Reason | None:
    """Return the post that the two have in common, or the posts of one time that one man rarely holds together."""
    alone = not (a.full and b.full)
    shared = [r for x in a.tenures for y in b.tenures if (r := _one_office(x, y, alone=alone)) is not None]
    if shared:
        return max(shared, key=lambda r: (r.points, r.words))
    for x in a.tenures:
        for y in b.tenures:
            if x.office.full_time and y.office.full_time and not (x.former or y.former) and _side_by_side(x, y):
                return Reason(-3.0, f"{x.office.key} and {y.office.key} at one time")
    return None


def _one_office(x: Tenure, y: Tenure, *, alone: bool) -> Reason | None:
    """Return what it is worth that two posts are one; for a lone name it must be at one time."""
    apart = (x.country and y.country and x.country != y.country) or (
        x.organization and y.organization and x.organization != y.organization)
    if x.office.key != y.office.key or apart:
        return None
    settled = bool(x.country and y.country) or bool(x.organization and y.organization)
    worth = 4.5 if x.office.sole and settled else 3.3 if x.office.sole else 2.0 if settled else 1.0
    years = years_between(x, y)
    years = years / 3 if x.former or y.former else years
    fading = next(share for limit, share in (FADING_ALONE if alone else FADING) if years <= limit)
    where = f" of {x.country or y.country}" if x.country or y.country else ""
    when = "" if years <= 1 else f", {years:.0f} years apart"
    return Reason(round(worth * fading, 3), f"both {x.office.key}{where}{when}")


def _side_by_side(x: Tenure, y: Tenure) -> bool:
    """Say whether two offices are held at one time: for long, or one between two sightings of the other."""
    if None in (x.first, x.last, y.first, y.last):
        return False
    if (min(x.last, y.last) - max(x.first, y.first)).days > OVERLAP:
        return True
    return any((i.first - o.first).days > CHANGE and (o.last - i.last).days > CHANGE for i, o in ((x, y), (y, x)))


def years_between(x: Tenure | Profile, y: Tenure | Profile) -> float:
    """Return the years between two times, 0 where they overlap or one is not known."""
    if None in (x.first, x.last, y.first, y.last):
        return 0.0
    return max(0.0, _years(x.last, y.first), _years(y.last, x.first))


def _years(before: date, after: date) -> float:
    return (after - before).days / YEAR
