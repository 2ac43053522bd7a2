"""Decide which drafts of a document are one encounter.

An overview, the body and a caption tell one occasion; officials received one after the other are several. A joint record whose
counterparts are each told separately is an overview of those. A visit holds the meetings of its traveller in its days.
"""
from __future__ import annotations

from etl.merging.occasions import close, covers, joined, same_occasion, widens, with_evidence
from etl.merging.overviews import spread, stops_of_journeys, without_vague
from etl.merging.visits import placed
from etl.telling.drafts import Draft


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return one draft an encounter."""
    out = _united(_confirmed(drafts))
    out = without_vague(stops_of_journeys(spread(out)))
    return placed(_united(out))


def _confirmed(drafts: list[Draft]) -> list[Draft]:
    """Put weak drafts into the first strong one that tells the same, if with more parties; those that fit none stand alone."""
    out = [d for d in drafts if not d.weak]
    for weak in (d for d in drafts if d.weak):
        at = next((i for i, known in enumerate(out) if covers(known, weak)), None)
        wider = next((i for i, known in enumerate(out) if widens(weak, known)), None)
        if at is not None:
            out[at] = with_evidence(out[at], weak)
        elif wider is not None:
            out[wider] = joined(out[wider], weak)
        else:
            _put(weak, out)
    return out


def _united(drafts: list[Draft]) -> list[Draft]:
    """Join what tells one encounter, the fuller tellings first."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.caption, d.overview, d.order)):
        _put(draft, out)
    return out


def _put(draft: Draft, out: list[Draft]) -> None:
    """Join a draft with the first that tells the same encounter, of the same day where there is one; else add it."""
    same = [i for i, known in enumerate(out) if same_occasion(known, draft)]
    if not same:
        out.append(draft)
    else:
        at = next((i for i in same if close(out[i].when, draft.when)), same[0])
        out[at] = joined(out[at], draft)
