"""Hold what one clause tells of an encounter, and settle which of several readings of the same words stays.

Nothing here looks beyond one sentence: who a pronoun is and which hits are one encounter is decided later.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from etl.framing.skeleton import Skeleton
from etl.records import Span
from etl.spotting.mentions import Mention


class Hit(NamedTuple):
    """One encounter as one clause tells it.

    `first` and `last` bound its units, `low` and `high` those up to its neighbours; `lead` and `left_lead` are groups whose
    members a side lists.
    """

    frame: str
    kind: str
    status: str
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    places: tuple[Mention, ...]
    trigger: Span
    first: int
    last: int
    title: str | None = None
    lead: tuple[Mention, ...] = ()
    left_lead: tuple[Mention, ...] = ()
    subject_missing: bool = False
    weak: bool = False
    company: bool = False
    apart: bool = False
    states: bool = False
    continued: bool = False
    joint: bool = False
    opens: bool = False
    placed: bool = False
    low: int = 0
    high: int = 0

    @property
    def filled(self) -> int:
        """Return how many of its slots are filled; a party of several fills both sides."""
        return bool(self.left) + bool(self.right) + bool(self.places) + (self.joint and bool(self.left))

    def rivals(self, other: Hit) -> bool:
        """Say whether two hits read the same words as the same sort of encounter."""
        overlap = self.trigger.start < other.trigger.end and other.trigger.start < self.trigger.end
        return overlap and (self.kind == "visit") == (other.kind == "visit")


def distinct(hits: Iterable[Hit]) -> list[Hit]:
    """Keep one hit for one trigger: the one that knows both sides, then the longest."""
    out: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.weak, -h.filled, -(h.last - h.first))):
        if not any(hit.rivals(other) for other in out):
            out.append(hit)
    return sorted(out, key=lambda h: h.first)


def bounded(skel: Skeleton, hits: list[Hit]) -> list[Hit]:
    """Give each hit the unit range up to its neighbours."""
    out = []
    for i, hit in enumerate(hits):
        low = max((h.last for h in hits[:i] if h.last <= hit.first), default=skel.sentence.first)
        high = min((h.first for h in hits[i + 1:] if h.first >= hit.last), default=skel.sentence.last)
        out.append(hit._replace(low=low, high=high))
    return out
