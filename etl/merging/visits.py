"""Relate encounters to the visit during which they happened, which lends them its place and days.

Nothing is lent that the encounter itself states.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.merging.occasions import apart, close
from etl.records import Place
from etl.telling.drafts import Draft
from etl.telling.whereabouts import state


def holder(draft: Draft, visits: Iterable[Draft]) -> Draft | None:
    """Return the visit during which an encounter happened: in the same block rather than near in the document."""
    fits = [v for v in visits if _can_hold(v, draft)]
    return min(fits, key=lambda v: (v.block != draft.block, abs(v.order - draft.order)), default=None)


def _can_hold(visit: Draft, draft: Draft) -> bool:
    if visit.status != draft.status or not any(s.among(visit.sides) for s in draft.sides):
        return False
    if not close(visit.when, draft.when) or apart(draft, visit):
        return False
    dated = visit.when.start and draft.when.start
    return bool(visit.block == draft.block or dated or draft.places)


def placed(drafts: list[Draft]) -> list[Draft]:
    """Give encounters without a place or a day those of the visit they belong to."""
    visits = [d for d in drafts if d.kind == "visit"]
    return [_dated(_located(d, visits), visits) for d in drafts]


def _located(draft: Draft, visits: list[Draft]) -> Draft:
    """Give a meeting without a place the place of the visit that holds it: its one named place, else its country."""
    if draft.kind != "meeting" or draft.places:
        return draft
    visit = holder(draft, [v for v in visits if len({p.country for p in v.places}) == 1 and not _is_told_later(v, draft)])
    if visit is None:
        return draft
    named = len([p for p in visit.places if p.name]) == 1
    return replace(draft, places=visit.places if named else _country(visit.places[0]))


def _is_told_later(visit: Draft, draft: Draft) -> bool:
    """Say whether a block goes on to a journey only after the meeting, which then happened elsewhere."""
    return visit.block == draft.block and visit.order > draft.order and visit.evidence[0].span != draft.evidence[0].span


def _country(place: Place) -> tuple[Place, ...]:
    return (state(place.country),) if place.country else ()


def _dated(draft: Draft, visits: list[Draft]) -> Draft:
    """Give an encounter without a day the days of its journey: same traveller and state, or the journey planned last before."""
    if draft.when.start is not None or draft.kind == "call":
        return draft
    own = [v for v in visits if v is not draft and v.when.start and v.status == draft.status
           and any(s.among(v.sides) for s in draft.sides)]
    there = [v for v in own if draft.places and v.places and not apart(draft, v)]
    fits = there or ([v for v in own if v.when.end != v.when.start] if draft.status == "planned" else [])
    if not there:
        fits = sorted((v for v in fits if v.order < draft.order), key=lambda v: v.order)[-1:] or fits
    if len({(v.when.start, v.when.end) for v in fits}) != 1:
        return draft
    when = fits[0].when
    return replace(draft, when=replace(when, precision="day" if when.start == when.end else "approximate"))
