"""Hold one encounter as one clause tells it, and divide what a clause tells of several.

A draft speaks for one clause, resolved within its item; merge.py decides which drafts are one encounter.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from etl.records import Evidence, Place, When
from etl.telling.sides import Side


@dataclass(frozen=True, slots=True)
class Draft:
    """One encounter as one clause tells it, resolved within its item."""

    kind: str
    status: str
    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    when: When
    evidence: tuple[Evidence, ...]
    block: int
    order: int
    overview: bool = False
    caption: bool = False
    title: str | None = None
    frame: str = ""
    weak: bool = False
    topics: tuple[str, ...] = ()


def one_each(draft: Draft, shared: int = 1) -> list[Draft]:
    """Return one draft a counterpart of the `shared` first parties: "held separate talks with X and Y", "saw them in turn"."""
    if draft.kind not in ("meeting", "call") or len(draft.sides) < shared + 2:
        return [draft]
    return [replace(draft, sides=(*draft.sides[:shared], other)) for other in draft.sides[shared:]]


def each_day(draft: Draft) -> list[Draft]:
    """Return one draft a day of "met on May 4 and 9": days that do not follow each other are two occasions."""
    days = draft.when.stated.count(" and ") + draft.when.stated.count(" & ")
    if draft.kind not in ("meeting", "call") or draft.when.precision != "day" or days != 1 or draft.when.start is None:
        return [draft]
    if draft.when.end - draft.when.start < timedelta(days=2):
        return [draft]
    return [replace(draft, when=replace(draft.when, start=day, end=day)) for day in (draft.when.start, draft.when.end)]


def one_a_stop(drafts: list[Draft]) -> list[Draft]:
    """Pair people with places where one clause tells a journey to several countries and whom the traveller met on it."""
    visit = next((d for d in drafts if d.kind == "visit" and len({p.country for p in d.places}) > 1), None)
    if visit is None:
        return drafts
    out: list[Draft] = []
    for draft in drafts:
        hosts = [s for s in draft.sides if not s.among(visit.sides)]
        if draft.kind != "meeting" or len(hosts) != len(visit.places) or len(hosts) < 2:
            out.append(draft)
            continue
        out.extend(replace(draft, sides=(*visit.sides, host), places=(place,)) for host, place in _at_home(hosts, visit.places))
    return out


def _at_home(hosts: list[Side], places: tuple[Place, ...]) -> list[tuple[Side, Place]]:
    """Pair each host with the place in the host's country; the others take what is left, in order."""
    left = list(places)
    pairs: list[tuple[Side, Place]] = []
    for host in sorted(hosts, key=lambda s: s.country is None):
        place = next((p for p in left if p.country == host.country), left[0])
        left.remove(place)
        pairs.append((host, place))
    return sorted(pairs, key=lambda p: hosts.index(p[0]))
