"""Weigh the places of two accounts: one city, a city and its state, two cities, two states."""
from __future__ import annotations

from collections.abc import Sequence

from ..states import related
from ..score import Reason
from .account import MeetingAccount, Venue

SAME, INSIDE, OTHER_PLACE, OTHER_STATE = 1.4, 1.0, -0.4, -3.0
VISIT = {SAME: 2.4, INSIDE: 2.1, OTHER_PLACE: 1.0, OTHER_STATE: -6.0}
"""What the places of a visit say: they are what tells it from others of the same visitor."""
NONE_TOLD = -0.5


def weigh_venues(a: MeetingAccount, b: MeetingAccount) -> Reason | None:
    """Return what the places say; those of a call say nothing, as each side has its own."""
    if "call" in (a.kind, b.kind):
        return None
    visit = a.kind == b.kind == "visit"
    if not a.places or not b.places:
        return Reason(NONE_TOLD, "no place told") if visit else None
    points, words = best_venue(a.places, b.places)
    return Reason(VISIT[points] if visit else points, words)


def best_venue(some: Sequence[Venue], others: Sequence[Venue]) -> tuple[float, str]:
    """Return how near the two nearest places are, with the words for it."""
    return max(_venue(v, w) for v in some for w in others)


def _venue(v: Venue, w: Venue) -> tuple[float, str]:
    if v.place == w.place:
        return (INSIDE if v.whole else SAME), f"both in {v.place}"
    first, second = sorted((v.place, w.place))
    if v.country and w.country:
        if not related(v.country, w.country):
            return OTHER_STATE, f"in {first} and in {second}"
        if v.whole or w.whole:
            return INSIDE, f"{first} and {second} are of one state"
    return OTHER_PLACE, f"in {first} and in {second}"
