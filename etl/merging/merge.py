"""Decide which drafts of a document are one encounter.

An overview, the body and a caption tell one occasion; officials received one after the other are several. A joint record whose
counterparts are each told separately is an overview of those. A visit holds the meetings of its traveller in its days.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from etl.merging.occasions import close, covers, joined, same_occasion, widens, with_evidence
from etl.merging.overviews import spread, stops_of_journeys, without_vague
from etl.merging.visits import placed
from etl.telling.drafts import Draft
from etl.telling.sides import Side


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return one draft an encounter."""
    out = _united(_confirmed(drafts))
    out = without_vague(stops_of_journeys(spread(out)))
    return placed(_united(out))


class _Told:
    """The encounters told so far, found again by their parties: a long document has too many to compare each with each."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self.drafts: list[Draft] = []
        self._overviews: set[int] = set()
        self._at: dict[str | None, set[int]] = defaultdict(set)
        for draft in drafts:
            self._add(draft)

    def put(self, draft: Draft) -> None:
        """Join a draft with the first that tells the same encounter, of the same day where there is one; else add it."""
        same = [i for i in self._candidates(draft) if same_occasion(self.drafts[i], draft)]
        if not same:
            self._add(draft)
            return
        at = next((i for i in same if close(self.drafts[i].when, draft.when)), same[0])
        self.drafts[at] = joined(self.drafts[at], draft)
        self._index(at)

    def _candidates(self, draft: Draft) -> list[int]:
        """Return, in order, those that may have a party in common with a draft; an overview names its parties in its own way."""
        if draft.overview:
            return list(range(len(self.drafts)))
        return sorted(self._overviews.union(*(self._at.get(sign, ()) for side in draft.sides for sign in _signs(side))))

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._index(len(self.drafts) - 1)

    def _index(self, at: int) -> None:
        draft = self.drafts[at]
        if draft.overview:
            self._overviews.add(at)
        for sign in (sign for side in draft.sides for sign in _signs(side)):
            self._at[sign].add(at)


def _signs(side: Side) -> Iterator[str | None]:
    """Yield marks of which two sides that are the same have one in common."""
    if side.key:
        yield side.key
    elif side.kind == "country":
        yield side.country
    else:
        yield from side.words
        if side.role is not None:
            yield side.role.head


def _confirmed(drafts: list[Draft]) -> list[Draft]:
    """Put weak drafts into the first strong one that tells the same, if with more parties; those that fit none stand alone."""
    told = _Told(d for d in drafts if not d.weak)
    out = told.drafts
    for weak in (d for d in drafts if d.weak):
        at = next((i for i, known in enumerate(out) if covers(known, weak)), None)
        wider = next((i for i, known in enumerate(out) if widens(weak, known)), None)
        if at is not None:
            out[at] = with_evidence(out[at], weak)
        elif wider is not None:
            out[wider] = joined(out[wider], weak)
        else:
            told.put(weak)
    return out


def _united(drafts: list[Draft]) -> list[Draft]:
    """Join what tells one encounter, the fuller tellings first."""
    told = _Told()
    for draft in sorted(drafts, key=lambda d: (d.caption, d.overview, d.order)):
        told.put(draft)
    return told.drafts
