"""Say whether two drafts tell one encounter, and put two tellings of one together.

Dates and places that are vague can be one with anything; only what is known excludes.
"""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from etl.knowledge import slug
from etl.records import Place, When
from etl.telling.drafts import Draft
from etl.telling.evidence import united
from etl.telling.sides import Side, differ

SLACK = timedelta(days=3)
WIDE_SLACK = timedelta(days=7)
# the frame of "during his visit to"
REFERRING = "possessor's visit to"
RANK = {"day": 0, "approximate": 1, "month": 2, "unknown": 3}
BASIS = {"stated": 0, "citation": 1, "period": 2, "none": 3}


def shared(a: Draft, b: Draft) -> int:
    """Count the parties that two drafts have in common."""
    if a.overview != b.overview:
        return sum(any(x.like(y) for y in b.sides) for x in a.sides)
    return sum(x.among(b.sides) for x in a.sides)


def close(a: When, b: When) -> bool:
    """Say whether two dates can be one day."""
    return _within(a, b, timedelta(0) if a.precision == b.precision == "day" else SLACK)


def agree(a: Draft, b: Draft) -> bool:
    """Say whether the days of two drafts allow one encounter; an overview and the body may state it a few days apart."""
    return close(a.when, b.when) or (a.overview != b.overview and a.kind != "visit" and _within(a.when, b.when, SLACK))


def near(a: When, b: When) -> bool:
    """Say whether a part can belong to a joint telling, whose date is often vague."""
    return close(a, b) if a.precision == b.precision == "day" else _within(a, b, WIDE_SLACK)


def _within(a: When, b: When, slack: timedelta) -> bool:
    if not a.start or not b.start:
        return True
    return a.start <= b.end + slack and b.start <= a.end + slack


def apart(a: Draft, b: Draft) -> bool:
    """Say whether the places of two drafts exclude each other."""
    if not a.places or not b.places:
        return False
    return not any(_can_be(p, q) for p in a.places for q in b.places)


def _can_be(p: Place, q: Place) -> bool:
    if p.site != q.site and not differ(p.country, q.country):
        return True
    return p.key == q.key or (p.country == q.country and (p.name is None or q.name is None))


def same_occasion(a: Draft, b: Draft) -> bool:
    """Say whether two drafts tell one encounter."""
    if a.kind != b.kind:
        return False
    if a.status != b.status and ("held" not in (a.status, b.status) or not (a.when.start and b.when.start)):
        return False
    if not agree(a, b) or apart(a, b):
        return False
    if a.kind == "visit":
        return _same_visit(a, b)
    if a.kind == "conference":
        titled = a.title and b.title and slug(a.title) == slug(b.title)
        return shared(a, b) >= 1 and (bool(titled) or a.evidence[0].span == b.evidence[0].span)
    small, large = sorted((len(a.sides), len(b.sides)))
    n = shared(a, b)
    if n < 2 or n < small:
        return False
    if a.overview != b.overview and n == len((a if a.overview else b).sides):
        return True
    return small == large or ((a.caption or b.caption) and large - small <= 1)


def _same_visit(a: Draft, b: Draft) -> bool:
    """Say whether two visits whose days and places agree are one."""
    if _is_stop(a, b) or _is_stop(b, a):
        return False
    if _is_journey(a) != _is_journey(b) and a.places and b.places and a.when != b.when:
        # a stop of a journey through several states is told on its own
        return False
    places = (*a.places, *b.places)
    both_levels = len({bool(p.name) for p in places}) == 2
    dated = a.when.start and b.when.start
    # "arrived in Oslo. During his visit to Norway"
    refers = a.block == b.block and REFERRING in (a.frame, b.frame)
    if both_levels and not dated and not refers and a.evidence[0].span != b.evidence[0].span and not (a.overview or b.overview):
        return False
    if a.overview != b.overview and len(a.places) != len(b.places) and all(p.name for p in places):
        return False
    n = shared(a, b)
    return n >= 1 and n == min(len(a.sides), len(b.sides)) and bool(a.places) == bool(b.places)


def _is_journey(visit: Draft) -> bool:
    """Say whether a visit leads through several states."""
    return len({p.country for p in visit.places if p.country}) > 1


def _is_stop(journey: Draft, stop: Draft) -> bool:
    """Say whether a visit told with days of its own is a stop of a journey to several places."""
    if journey.overview or stop.overview or journey.evidence[0].span == stop.evidence[0].span:
        return False
    if len(journey.places) < 2 or len(stop.places) != 1:
        return False
    own = stop.when.start is not None and stop.when.basis == "stated" and stop.when.precision == "day"
    return own and (journey.when.start, journey.when.end) != (stop.when.start, stop.when.end)


def can_hold(draft: Draft, part: Draft) -> bool:
    """Say whether a draft can tell what another tells a part of: of one kind and status, about then and there."""
    # what is discussed in a call is told like a meeting
    one = draft.kind == part.kind or (draft.kind == "call" and part.kind == "meeting" and part.weak)
    return one and draft.status == part.status and near(draft.when, part.when) and not apart(draft, part)


def covers(draft: Draft, part: Draft) -> bool:
    """Say whether a draft tells a meeting of all the parties of another, at a time and place that can be the same."""
    return can_hold(draft, part) and shared(part, draft) == len(part.sides) >= 2


def widens(weak: Draft, known: Draft) -> bool:
    """Say whether "the two discussed fish; X attended" adds to an encounter told of the two, who are there too."""
    named = [s for s in known.sides if s.kind != "group"]
    return (known.kind == weak.kind and known.status == weak.status and len(weak.sides) > 2 and len(named) > 1
            and all(s.among(weak.sides) for s in named) and near(known.when, weak.when) and not apart(known, weak))


def joined(a: Draft, b: Draft) -> Draft:
    """Put two tellings of one encounter together; the first one's values lead."""
    return replace(
        a, sides=_all_sides(a, b), when=better(a.when, b.when), places=_all_places(a, b), evidence=united(a.evidence, b.evidence),
        topics=tuple(dict.fromkeys((*a.topics, *b.topics))), title=a.title or b.title,
        overview=a.overview and b.overview, caption=a.caption and b.caption)


def _all_sides(a: Draft, b: Draft) -> tuple[Side, ...]:
    sides = list(a.sides)
    for side in b.sides:
        fits = side.like if a.overview != b.overview else side.same
        at = next((i for i, s in enumerate(sides) if fits(s)), None)
        if at is None:
            sides.append(side)
        elif sides[at].text is None and side.text:
            sides[at] = replace(sides[at], text=side.text)
    return tuple(sides)


def _all_places(a: Draft, b: Draft) -> tuple[Place, ...]:
    """Return the places of both tellings of a visit, else those of the one that names them; no state beside a place in it.

    An encounter takes the city from one telling and the site from the other.
    """
    if a.kind != "visit":
        first, second = (a, b) if a.places and (a.places[0].name or not b.places) else (b, a)
        sites = {p.site for p in first.places if p.name}
        # one tells the site, the other the city
        return (*first.places, *(p for p in second.places if p.name and len(sites) == 1 and p.site not in sites))
    keys = {p.key for p in a.places}
    places = (*a.places, *(p for p in b.places if p.key not in keys and p.name))
    named = {p.country for p in places if p.name}
    return tuple(p for p in places if p.name or p.country not in named)


def better(a: When, b: When) -> When:
    """Return the date that says more: stated before cited, a day before an interval."""
    key_a, key_b = ((w.start is None, BASIS[w.basis], RANK[w.precision]) for w in (a, b))
    return b if key_b < key_a else a


def with_evidence(part: Draft, joint: Draft) -> Draft:
    """Give a part the evidence and topics of a joint telling, and its places where the part has none, or not the house."""
    places = part.places if part.kind in ("call", "visit") and part.places else _all_places(part, joint)
    places = () if part.kind == "call" and not part.places else places
    topics = tuple(dict.fromkeys((*part.topics, *joint.topics)))
    return replace(part, evidence=united(part.evidence, joint.evidence), places=places, topics=topics)
