"""Say why two accounts cannot tell one occasion, whatever else speaks for it.

Such pairs are never in one group, unless somebody decided so. Parties of a conference are never told in full, so that of one
with the same title none need be in common.
"""
from __future__ import annotations

from ..facts.wording import likeness, numbers_differ
from .attendance import pairing_of
from .days import CITED, EXACT, LAST, LASTING, OPEN, gap
from .profile import Occasion

ALIKE = 0.75


def contradiction(a: Occasion, b: Occasion) -> str | None:
    """Return why two accounts must stay apart, None where nothing forbids that they are one."""
    return _kinds(a, b) or _days(a, b) or _titles(a, b) or _parties(a, b)


def _kinds(a: Occasion, b: Occasion) -> str | None:
    kinds = {a.account.kind, b.account.kind}
    if len(kinds) > 1 and kinds != {"meeting", "conference"}:
        return "a {} is no {}".format(*sorted(kinds))
    return None


def _days(a: Occasion, b: Occasion) -> str | None:
    if not a.account.status == b.account.status == "held":
        return None
    kinds = {a.time.kind, b.time.kind}
    apart = gap(a.time, b.time)
    lasting = a.account.kind in LASTING
    if kinds == {EXACT} and apart > (LAST if lasting else 0):
        return f"held on {a.time.first} and on {b.time.first}"
    if kinds == {EXACT, CITED}:
        cited, exact = (a.time, b.time) if a.time.kind == CITED else (b.time, a.time)
        if (exact.first - cited.cited).days > (LAST if lasting else 1):
            return f"held on {exact.first} and told of on {cited.cited}"
    if OPEN in kinds:
        for told, other in ((a, b), (b, a)):
            if told.time.kind == OPEN and told.seen_on and other.time.kind == EXACT and other.time.first > told.seen_on:
                return f"held on {other.time.first} and told of on {told.seen_on}"
    return None


def _titles(a: Occasion, b: Occasion) -> str | None:
    if a.title is not None and b.title is not None and numbers_differ(a.title, b.title):
        return f"{a.account.title} and {b.account.title}"
    return None


def _parties(a: Occasion, b: Occasion) -> str | None:
    if not a.account.parties or not b.account.parties or one_conference(a, b):
        return None
    return None if pairing_of(a.account, b.account).worth else "no party in common"


def one_conference(a: Occasion, b: Occasion) -> bool:
    """Say whether the titles of two conferences are alike."""
    return alike(a, b) >= ALIKE and {a.account.kind, b.account.kind} == {"conference"}


def alike(a: Occasion, b: Occasion) -> float:
    """Return how alike two titles are; 0.5 where one tells nothing, 0 where their numbers differ."""
    if a.title is not None and b.title is not None and numbers_differ(a.title, b.title):
        return 0.0
    found = None if a.title is None or b.title is None else likeness(a.title, b.title)
    return 0.5 if found is None else found
