"""Keep those who came along, and add them to the encounter they came to.

They make no encounter of their own: without one told before or after them they are dropped.
"""
from __future__ import annotations

from dataclasses import replace

from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.telling.drafts import Draft
from etl.telling.sides import Side


class Companions:
    """Those who came along in one document: `waiting` for a journey told next, and the suite "joined in his meetings"."""

    def __init__(self) -> None:
        self.waiting: tuple[Side, ...] = ()
        self.suite: tuple[Side, tuple[Side, ...]] | None = None

    def at_meeting(self, draft: Draft) -> Draft:
        """Return a meeting with those who were said to join the meetings of one of its parties."""
        if self.suite is None or draft.kind != "meeting" or draft.status not in ("held", "planned"):
            return draft
        of_whom, suite = self.suite
        new = tuple(s for s in suite if not s.among(draft.sides)) if of_whom.among(draft.sides) else ()
        return replace(draft, sides=(*draft.sides, *new)) if new else draft

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

    def join_all(self, told: list[Draft], later: list[int], joined: Draft, company: tuple[Side, ...]) -> None:
        """Add company also to what is told later, in `told` at these places, of the one whom it came with."""
        for i in later:
            draft = told[i]
            if draft.status == joined.status and joined.sides[0].among(draft.sides):
                new = tuple(replace(s, visitor=draft.kind == "visit") for s in company if not s.among(draft.sides))
                told[i] = replace(draft, sides=(*draft.sides, *new))


def is_beside_subject(skel: Skeleton, hit: Hit) -> bool:
    """Say whether company is told before the verb, beside the subject of all that follows."""
    units = skel.sentence.units
    closes = max((m.last for m in hit.right), default=0)
    return hit.first > skel.sentence.first and units.classes[hit.first - 1] == "," and units.classes[closes:closes + 1] == ","


def opens_clause(skel: Skeleton, hit: Hit) -> bool:
    """Say whether company is told of what follows: after "and" with a comma."""
    units, at = skel.sentence.units, hit.first - 1
    return at > skel.sentence.first and units.classes[at] == "," and units.words[at - 1].lower() == "and"
