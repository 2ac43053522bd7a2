"""Decide which drafts are one encounter, and make the meetings of a document.

An overview, the body and a caption tell one occasion; officials received one after the other are several. A joint record whose
counterparts are each told separately is an overview of those. A visit holds the meetings of its traveller in its days.
"""
from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from etl.drafts import Draft, Side
from etl.records import Evidence, Meeting, Party, Place, When
from etl.knowledge import slug

SLACK = timedelta(days=3)


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return one draft an encounter."""
    out = [d for d in drafts if not d.weak]
    for weak in (d for d in drafts if d.weak):
        at = next((i for i, d in enumerate(out) if same_occasion(d, weak)), None)
        if at is None:
            out.append(weak)
        else:
            out[at] = joined(out[at], weak)
    out = _fixpoint(out)
    out = _vague(_journeys(_spread(out)))
    return _placed(_fixpoint(out))


def _fixpoint(drafts: list[Draft]) -> list[Draft]:
    """Join pairs until no two are one."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.caption, d.overview, d.order)):
        for i, known in enumerate(out):
            if same_occasion(known, draft):
                out[i] = joined(known, draft)
                break
        else:
            out.append(draft)
    return out


def shared(a: Draft, b: Draft) -> int:
    """Count the parties that two drafts have in common."""
    if a.overview != b.overview:
        return sum(any(x.like(y) for y in b.sides) for x in a.sides)
    return sum(any(x.same(y) for y in b.sides) for x in a.sides)


def close(a: When, b: When) -> bool:
    """Say whether two dates can be one day."""
    if not a.start or not b.start:
        return True
    slack = timedelta(0) if a.precision == b.precision == "day" else SLACK
    return a.start <= b.end + slack and b.start <= a.end + slack


def apart(a: Draft, b: Draft) -> bool:
    """Say whether the places of two drafts exclude each other."""
    if not a.places or not b.places:
        return False
    for p in a.places:
        for q in b.places:
            if p.key == q.key or (p.country == q.country and (p.name is None or q.name is None)):
                return False
    return True


def same_occasion(a: Draft, b: Draft) -> bool:
    """Say whether two drafts tell one encounter."""
    if (a.kind == "visit") != (b.kind == "visit") or (a.kind == "conference") != (b.kind == "conference") or (a.kind == "call") != (b.kind == "call"):
        return False
    if a.status != b.status and "held" not in (a.status, b.status):
        return False
    if a.status != b.status and not (a.when.start and b.when.start):
        return False
    if not close(a.when, b.when) or apart(a, b):
        return False
    n = shared(a, b)
    if a.kind == "visit":
        level = {bool(p.name) for p in (*a.places, *b.places)}
        if len(level) == 2 and not (a.when.start and b.when.start) and a.evidence[0].span != b.evidence[0].span and not (a.overview or b.overview):
            return False
        several = a.overview != b.overview and len(a.places) != len(b.places) and all(p.name for p in (*a.places, *b.places))
        return n >= 1 and n == min(len(a.sides), len(b.sides)) and bool(a.places) == bool(b.places) and not several
    if a.kind == "conference":
        titled = a.title and b.title and slug(a.title) == slug(b.title)
        return n >= 1 and (bool(titled) or a.evidence[0].span == b.evidence[0].span)
    small, large = min(len(a.sides), len(b.sides)), max(len(a.sides), len(b.sides))
    if n < 2 or n < small:
        return False
    return small == large or a.overview != b.overview or (a.caption or b.caption) and large - small <= 1


def joined(a: Draft, b: Draft) -> Draft:
    """Put two tellings of one encounter together; the first one's values lead."""
    sides = list(a.sides)
    for side in b.sides:
        at = next((i for i, s in enumerate(sides) if (s.like(side) if a.overview != b.overview else s.same(side))), None)
        if at is None:
            sides.append(side)
        elif sides[at].text is None and side.text:
            sides[at] = replace(sides[at], text=side.text)
    when = better(a.when, b.when)
    places = a.places if len(a.places) and (a.places[0].name or not b.places) else b.places or a.places
    if a.kind == "visit":
        keys = {p.key for p in a.places}
        places = (*a.places, *(p for p in b.places if p.key not in keys and p.name))
        named = {p.country for p in places if p.name}
        places = tuple(p for p in places if p.name or p.country not in named)
    evidence = [*a.evidence]
    for e in b.evidence:
        if e.span not in {x.span for x in evidence}:
            evidence.append(e)
    return replace(a, sides=tuple(sides), when=when, places=places, evidence=tuple(evidence), topics=tuple(dict.fromkeys((*a.topics, *b.topics))), title=a.title or b.title, status=a.status, overview=a.overview and b.overview, caption=a.caption and b.caption)


RANK = {"day": 0, "approximate": 1, "month": 2, "unknown": 3}
BASIS = {"stated": 0, "citation": 1, "period": 2, "none": 3}


def better(a: When, b: When) -> When:
    """Return the date that says more: stated before cited, a day before an interval."""
    key_a, key_b = ((w.start is None, BASIS[w.basis], RANK[w.precision]) for w in (a, b))
    return b if key_b < key_a else a


def _spread(drafts: list[Draft]) -> list[Draft]:
    """Give a joint telling's evidence to the records that tell its parts, and keep what they leave."""
    out = list(drafts)
    for joint in sorted(drafts, key=lambda d: -len(d.sides)):
        if joint.kind in ("visit", "conference") or len(joint.sides) < 3 or joint not in out:
            continue
        parts = [d for d in out if d is not joint and d.kind == joint.kind and len(d.sides) < len(joint.sides) and shared(d, joint) == len(d.sides) >= 2
                 and _near(d.when, joint.when) and not apart(d, joint)]
        if not parts:
            continue
        if len(parts) == 1 and (not joint.overview or parts[0].overview):
            out[out.index(joint)] = joined(joint, parts[0])
            out.remove(parts[0])
            continue
        for part in parts:
            out[out.index(part)] = _with_evidence(part, joint)
        covered = [s for s in joint.sides if any(s.like(x) for p in parts for x in p.sides)]
        left = [s for s in joint.sides if s not in covered]
        common = [s for s in joint.sides if all(any(s.like(x) for x in p.sides) for p in parts)]
        at = out.index(joint)
        if left and common:
            out[at] = replace(joint, sides=(*common, *left))
        else:
            out.remove(joint)
    return out


def _vague(drafts: list[Draft]) -> list[Draft]:
    """Drop "his meetings with Israeli officials" where the document says which officials."""
    out = list(drafts)
    for draft in drafts:
        groups = [s for s in draft.sides if s.kind == "group"]
        if draft.kind != "meeting" or len(groups) != 1 or len(draft.sides) != 2 or not groups[0].country:
            continue
        common = next(s for s in draft.sides if s is not groups[0])
        told = [d for d in out if d is not draft and d.kind == "meeting" and d.status == draft.status and _near(d.when, draft.when) and not apart(d, draft)
                and any(s.same(common) for s in d.sides) and any(s.key and s.country == groups[0].country and not s.same(common) for s in d.sides)]
        if told and "official" in groups[0].words | {w[:-1] for w in groups[0].words}:
            at = out.index(told[0])
            out[at] = _with_evidence(told[0], draft)
            out.remove(draft)
    return out


def _journeys(drafts: list[Draft]) -> list[Draft]:
    """Give an overview's journey to several places to the visits that tell its stops."""
    out = list(drafts)
    for journey in drafts:
        if journey.kind != "visit" or not journey.overview or len(journey.places) < 2:
            continue
        keys = {p.key for p in journey.places}
        stops = [d for d in out if d is not journey and d.kind == "visit" and d.places and {p.key for p in d.places} < keys and shared(d, journey) and _near(d.when, journey.when)]
        if {p.key for d in stops for p in d.places} == keys:
            for stop in stops:
                out[out.index(stop)] = _with_evidence(stop, journey)
            out.remove(journey)
    return out


def _near(a: When, b: When) -> bool:
    """Say whether a part can belong to a joint telling, whose date is often vague."""
    if not a.start or not b.start:
        return True
    if a.precision == b.precision == "day":
        return close(a, b)
    return a.start <= b.end + timedelta(days=7) and b.start <= a.end + timedelta(days=7)


def _with_evidence(part: Draft, joint: Draft) -> Draft:
    spans = {e.span for e in part.evidence}
    places = part.places or joint.places
    topics = tuple(dict.fromkeys((*part.topics, *joint.topics)))
    return replace(part, evidence=(*part.evidence, *(e for e in joint.evidence if e.span not in spans)), places=places, topics=topics)


def holder(draft: Draft, visits: Iterable[Draft]) -> Draft | None:
    """Return the visit during which an encounter happened."""
    fits = []
    for visit in visits:
        if visit.status != draft.status or not any(s.same(v) for s in draft.sides for v in visit.sides):
            continue
        if not close(visit.when, draft.when) or (draft.places and apart(draft, visit)):
            continue
        same_block = visit.block == draft.block
        if not same_block and not (visit.when.start and draft.when.start) and not draft.places:
            continue
        fits.append((not same_block, abs(visit.order - draft.order), visit))
    return min(fits, key=lambda f: f[:2])[2] if fits else None


def _placed(drafts: list[Draft]) -> list[Draft]:
    """Give meetings without a place the place of the visit that holds them."""
    visits = [d for d in drafts if d.kind == "visit"]
    out = []
    for draft in drafts:
        if draft.kind == "meeting" and not draft.places:
            visit = holder(draft, [v for v in visits if len({p.country for p in v.places}) == 1])
            if visit is not None:
                named = len([p for p in visit.places if p.name]) == 1
                country = visit.places[0].country
                places = visit.places if named else (Place((country or "").lower(), None, country),) if country else ()
                draft = replace(draft, places=places)
        out.append(_dated(draft, visits))
    return out


def _dated(draft: Draft, visits: list[Draft]) -> Draft:
    """Give an encounter without a day the days of the journey it belongs to: same traveller and state, or the one planned journey."""
    if draft.when.start is not None or draft.kind == "call":
        return draft
    own = [v for v in visits if v is not draft and v.when.start and v.status == draft.status and any(s.same(x) for s in draft.sides for x in v.sides)]
    there = [v for v in own if draft.places and not apart(draft, v) and v.places]
    fits = there or ([v for v in own if v.when.end != v.when.start] if draft.status == "planned" else [])
    days = {(v.when.start, v.when.end) for v in fits}
    if len(days) != 1:
        return draft
    when = fits[0].when
    return replace(draft, when=replace(when, precision="day" if when.start == when.end else "approximate", stated=when.stated))


def key_of(draft: Draft, document: str) -> str:
    """Return the natural key of an encounter: kind, parties, first day and place.

    One without a day or with an unnamed party is told apart by its document, as nothing else tells it from another.
    """
    parts = sorted(s.key or f"{s.country or ''}:{' '.join(sorted(s.words))}" for s in draft.sides)
    raw = [draft.kind, draft.status, str(draft.when.start or ""), draft.places[0].key if draft.places else "", *parts]
    if draft.when.start is None or any(s.key is None for s in draft.sides):
        raw.append(document)
    return "m" + hashlib.sha256("|".join(raw).encode()).hexdigest()[:15]


def meetings_of(drafts: list[Draft], document: str) -> list[Meeting]:
    """Return the meetings, each visit linked to those it holds."""
    visits = [d for d in drafts if d.kind == "visit"]
    keys: dict[int, str] = {}
    used: set[str] = set()
    for i, draft in enumerate(drafts):
        key = key_of(draft, document)
        while key in used:
            key += "x"
        used.add(key)
        keys[i] = key
    index = {id(d): i for i, d in enumerate(drafts)}
    out = []
    for i, draft in enumerate(drafts):
        visit = holder(draft, visits) if draft.kind == "meeting" else None
        out.append(Meeting(keys[i], draft.kind, draft.status, draft.when, tuple(party(s) for s in draft.sides), tuple(_sorted(draft.evidence)), draft.places, draft.topics,
                           title=draft.title, part_of=keys[index[id(visit)]] if visit is not None else None))
    return out


def _sorted(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    return sorted(evidence, key=lambda e: e.span)


def party(side: Side) -> Party:
    """Return the record of one side."""
    return Party(side.key if side.kind == "person" else None, side.key if side.kind == "organization" else None, side.text, side.country, "visitor" if side.visitor else "unknown")
