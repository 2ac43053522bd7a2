"""Tell the stops of a journey apart: what an item tells of the host at one, or of its state, was there and on its day.

"He was in Oslo on May 3 and in Riga on May 4": the Norwegian minister met him in Oslo on May 3. Who met where is left open
where two stops can be meant.
"""
from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from etl.records import Place, When
from etl.telling.drafts import Draft
from etl.telling.sides import Side


class Stop(NamedTuple):
    """A place on a journey and the days there, unknown where only those of the whole journey are told."""

    place: Place
    when: When


def stops_of(draft: Draft) -> tuple[Stop, ...]:
    """Return the stops of a journey."""
    when = draft.when if len(draft.places) == 1 and draft.when.basis == "stated" else When()
    return tuple(Stop(place, when) for place in draft.places if place.name)


def at_stop(draft: Draft, stops: tuple[Stop, ...], visitors: tuple[Side, ...], *, placed: bool, dated: bool) -> Draft:
    """Return an encounter with the place and the day of the stop at which it was, where its own words tell none."""
    stop = None if draft.kind == "visit" else _stop(draft, stops, visitors, placed=placed)
    if stop is None:
        return draft
    if stop.place.key not in (p.key for p in draft.places):
        draft = replace(draft, places=(*(p for p in draft.places if p.site), stop.place))
    # a day told since the journey holds for what follows it
    inherited = draft.when.start in (None, *(s.when.start for s in stops))
    if dated or draft.status != "held" or stop.when.start is None or not inherited:
        return draft
    several = stop.when.start != stop.when.end
    return replace(draft, when=replace(stop.when, precision="approximate") if several else stop.when)


def _stop(draft: Draft, stops: tuple[Stop, ...], visitors: tuple[Side, ...], *, placed: bool) -> Stop | None:
    """Return the stop at which an encounter was: the one it names, else the only one in its state or in its host's."""
    hosts = {s.country for s in draft.sides if s.country and not s.among(visitors)}
    if len({s.place.key for s in stops}) < 2 and not draft.places:
        return None
    if placed or len(hosts) != 1:
        named = [s for s in stops if s.place.key in (p.key for p in draft.places)]
        if named:
            return named[-1]
        if any(p.name and not p.site for p in draft.places):
            return None
        lands = {p.country for p in draft.places if not p.name or p.site}
    else:
        lands = hosts
    found = [s for s in stops if s.place.country in lands and s.place.country]
    return found[-1] if len({s.place.key for s in found}) == 1 else None
