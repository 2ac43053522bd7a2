"""Weigh what speaks for one occasion: who, when, where, how it is called, whether it was held.

Points are odds, in the natural logarithm, as for people; every reason says in words what it weighed.
"""
from __future__ import annotations

from ..score import Reason, Score
from .attendance import pairing_of, weigh_attendance
from .contradictions import ALIKE, alike, one_conference
from .days import EXACT, weigh_days
from .profile import Occasion
from .venues import weigh_venues

BEFORE = Reason(-2.7, "before anything is compared")
TITLE, OTHER_TITLE, SAME_WORDS = 2.5, -5.0, 0.6
STATUS = {
    frozenset(("planned", "cancelled")): 0.0,
    frozenset(("planned", "held")): 0.0,
    frozenset(("cancelled", "held")): -3.5,
    frozenset(("denied", "held")): -3.5,
    frozenset(("denied", "cancelled")): -1.0,
    frozenset(("denied", "planned")): -1.0,
}
PLANNED_AFTER, SMALL = -4.0, 2
"""What it says that a plan is told of after the day; how many parties make no conference."""


def weigh(a: Occasion, b: Occasion) -> Score:
    """Return how likely two accounts tell one occasion."""
    x, y = a.account, b.account
    reasons = [BEFORE, _attendance(a, b), weigh_days(x, y, a.time, b.time), weigh_venues(x, y), _kinds(a, b), _titles(a, b),
               _status(a, b)]
    told = sorted((r for r in reasons if r is not None and r.points), key=lambda r: (-abs(r.points), r.words))
    return Score(round(sum(r.points for r in told), 6), tuple(told))


def _attendance(a: Occasion, b: Occasion) -> Reason:
    found = pairing_of(a.account, b.account)
    if not found.worth and (one_conference(a, b) or not a.account.parties or not b.account.parties):
        return Reason(-0.5, "no party told by both")
    return weigh_attendance(a.account, b.account, found)


def _kinds(a: Occasion, b: Occasion) -> Reason | None:
    """Weigh a meeting against a conference: it may be one that few or many are told of, or be held beside it."""
    if a.account.kind == b.account.kind:
        return None
    few = min(len(a.account.parties), len(b.account.parties))
    return Reason(-5.0 if few <= SMALL else -1.5, f"a {a.account.kind} and a {b.account.kind}")


def _titles(a: Occasion, b: Occasion) -> Reason | None:
    if a.title is None or b.title is None:
        return None
    value = alike(a, b)
    conference = "conference" in (a.account.kind, b.account.kind)
    words = f"{a.account.title} and {b.account.title}"
    if value >= ALIKE:
        return Reason(TITLE if conference else SAME_WORDS, f"titles alike: {words}")
    return Reason(OTHER_TITLE, f"titles differ: {words}") if conference and value < 0.4 else None


def _status(a: Occasion, b: Occasion) -> Reason | None:
    statuses = {a.account.status, b.account.status}
    if len(statuses) == 1:
        return None
    words = "{} and {}".format(*sorted(statuses))
    for plan, held in ((a, b), (b, a)):
        late = plan.seen_on is not None and held.time.kind == EXACT and plan.seen_on > held.time.last
        if plan.account.status == "planned" and held.account.status == "held" and late and plan.time.first != held.time.first:
            return Reason(PLANNED_AFTER, "planned after it was held")
    return Reason(STATUS[frozenset(statuses)], words)
