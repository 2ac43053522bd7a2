"""Make the meetings of a document from its merged drafts: natural keys, parties, and the visit that holds each."""
from __future__ import annotations

import hashlib

from etl.confidence import meeting_confidence
from etl.merging.visits import holder
from etl.records import Meeting
from etl.telling.drafts import Draft
from etl.telling.sides import party


def meetings_of(drafts: list[Draft], document: str) -> list[Meeting]:
    """Return the meetings, each linked to the visit that holds it; `document` is the document's address."""
    visits = [d for d in drafts if d.kind == "visit"]
    keys = _keys(drafts, document)
    key_of_visit = {id(d): key for d, key in zip(drafts, keys, strict=True)}
    out = []
    for draft, key in zip(drafts, keys, strict=True):
        visit = holder(draft, visits) if draft.kind == "meeting" else None
        parties = tuple(party(s, part="visitor" if s.visitor else "unknown") for s in draft.sides)
        evidence = tuple(sorted(draft.evidence, key=lambda e: e.span))
        out.append(Meeting(
            key, draft.kind, draft.status, draft.when, parties, evidence, draft.places, draft.topics, title=draft.title,
            part_of=None if visit is None else key_of_visit[id(visit)],
            confidence=meeting_confidence(parties, draft.when, evidence)))
    return out


def _keys(drafts: list[Draft], document: str) -> list[str]:
    """Return one key a draft; of several with the same natural key the later ones are marked."""
    keys: dict[str, None] = {}
    for draft in drafts:
        key = key_of(draft, document)
        while key in keys:
            key += "x"
        keys[key] = None
    return list(keys)


def key_of(draft: Draft, document: str) -> str:
    """Return the natural key of an encounter: kind, parties, first day and place.

    One without a day or with an unnamed party is told apart by its document, as nothing else tells it from another.
    """
    parts = sorted(s.key or f"{s.country or ''}:{' '.join(sorted(s.words))}" for s in draft.sides)
    raw = [draft.kind, draft.status, str(draft.when.start or ""), draft.places[0].key if draft.places else "", *parts]
    if draft.when.start is None or any(s.key is None for s in draft.sides):
        raw.append(document)
    return "m" + hashlib.sha256("|".join(raw).encode()).hexdigest()[:15]
