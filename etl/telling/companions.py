"""Keep those who came along, and add them to the encounter they came to.

They make no encounter of their own: without one told before or after them they are dropped.
"""
from __future__ import annotations

from dataclasses import replace

from etl.framing.hits import Hit
from etl.telling.drafts import Draft
from etl.telling.sides import Side


class Companions:
    """Those who came along in one document: `waiting` for a journey told next, and the suite "joined in his meetings"."""

    def __init__(self) -> None:
        self.waiting: tuple[Side, ...] = ()
        self.suite: tuple[Side, tuple[Side, ...]] | None = None

    def at_meetings(self, hit: Hit, left: tuple[Side, ...]) -> tuple[Side, ...]:
        """Return who was said to join the meetings of those on the left."""
        if self.suite is None or hit.kind != "meeting" or hit.frame != "meet with" or not self.suite[0].among(left):
            return ()
        return self.suite[1]

    def on_journey(self, travellers: tuple[Side, ...]) -> tuple[Side, ...]:
        """Return the travellers with those who waited for a journey, as visitors."""
        waiting, self.waiting = self.waiting, ()
        return (*travellers, *(replace(s, visitor=True) for s in waiting if not s.among(travellers)))

    def join(self, told: list[Draft], company: tuple[Side, ...], *, journey: bool, start: int, before: int) -> Draft | None:
        """Add company to the journey told last, else to the encounter told last; keep it for the next where none is told.

        `start` is where the sentence's own drafts begin in `told`, which is changed; so many as `before` are told before the
        company is, who join one of these where the sentence has one. Returns what the company joined.
        """
        def fitting(places: range, default: int) -> int:
            return next((i for i in places if (told[i].kind == "visit") == journey), default)

        last = before - 1 if before > start else len(told) - 1
        at = fitting(range(last, start - 1, -1), last) if last >= start else fitting(range(start - 1, -1, -1), start - 1)
        if at >= 0:
            draft = told[at]
            new = tuple(replace(s, visitor=draft.kind == "visit") for s in company if not s.among(draft.sides))
            # "the ministers of Chad and Mali met; Mali was represented by Ana Reis": she is the minister
            posts = [s for s in draft.sides if s.key is None and any(n.key and n.like(s) for n in new)]
            known = tuple(s for s in draft.sides if len(posts) != 1 or s is not posts[0])
            told[at] = replace(draft, sides=(*known, *new))
            return told[at]
        if journey:
            self.waiting = company
        return None
