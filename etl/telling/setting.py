"""Complete where and when an encounter was by what the text tells apart from it.

A sentence of its own can say it ("The talks were held in Oslo on May 6"). A report goes on where it was written with those who
are told to be there, and what a traveller will do falls within a stay that is under way.
"""
from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from etl.framing.clauses import clause_dates
from etl.framing.hits import Hit
from etl.knowledge import toml
from etl.records import Place, When
from etl.telling.context import Item, Memory
from etl.telling.drafts import Draft
from etl.telling.sides import Side
from etl.telling.telling import Telling
from etl.telling.timing import Timing
from etl.telling.whereabouts import Whereabouts

# so many days before it is written a report tells what is new
REPORTED = 2
HOME = re.compile("return|(?:back|home)$")


class Setting:
    """The place and the days that encounters have from elsewhere in a document."""

    def __init__(self, timing: Timing, whereabouts: Whereabouts, memory: Memory) -> None:
        self.timing = timing
        self.whereabouts = whereabouts
        self.memory = memory
        self.there: list[Side] = []

    def where_it_is_told(self, draft: Draft) -> Draft:
        """Give what those who are told to be where a report comes from do on its days, too, that place."""
        home, calendar = self.memory.written, self.timing.calendar
        if home is None or calendar.published is None or calendar.start is not None:
            return draft
        if any(p.key == home.key for p in draft.places):
            self.there.extend(draft.sides)
            return draft
        days = draft.when.end is None or abs((draft.when.end - calendar.published).days) <= REPORTED
        only_state = all(p.name is None and p.country == home.country for p in draft.places)
        lone = draft.kind == "meeting" and draft.status == "held" and only_state
        return replace(draft, places=(home,)) if lone and days and any(s.among(self.there) for s in draft.sides) else draft

    def comes_home(self, telling: Telling, hit: Hit, places: tuple[Place, ...]) -> bool:
        """Say whether a traveller only comes back to where the report was written."""
        returns = HOME.match(telling.skel.sentence.units.words[hit.first].lower()) is not None
        home = self.memory.written
        return returns and home is not None and [p.key for p in places] == [home.key]

    def within_stay(self, draft: Draft, item: Item) -> Draft:
        """Give what a traveller will do the days of his stay where that is under way as the text is written."""
        calendar, stay = self.timing.calendar, item.stay
        written = calendar.published if calendar.start is None else None
        under_way = written is not None and stay.start is not None and stay.start <= written <= stay.end
        to_come = draft.kind == "meeting" and draft.status == "planned" and draft.when == When()
        here = {p.key for p in draft.places} <= {p.key for p in item.place}
        if not (under_way and to_come and here and any(s.among(item.visitors) for s in draft.sides)):
            return draft
        return replace(draft, when=replace(stay, precision="approximate"))

    def completed(self, telling: Telling, draft: Draft) -> Draft:
        """Give the encounter told last the place and the day that a sentence of its own tells: "They were held in Oslo"."""
        skel, units = telling.skel, telling.skel.sentence.units
        m = _took_place().match(skel.text)
        if m is None or draft.kind not in ("meeting", "conference"):
            return draft
        first, last = skel.units[0][0], skel.units[skel.token_at(m.end()) - 1][1]
        span, end = units.span(first, last), skel.sentence.last
        hit = Hit("", draft.kind, draft.status, (), (), (), span, first, last, low=first, high=end)
        places = tuple(p for p in self.whereabouts.places(skel, hit, Item()) if p.name)
        when = telling.when(hit) if clause_dates(skel, hit) and draft.when.basis != "stated" else draft.when
        evidence = (*draft.evidence, telling.evidence("took place"))
        return replace(draft, places=places or draft.places, when=when, evidence=evidence)


@cache
def _took_place() -> re.Pattern[str]:
    return re.compile(toml("settings.toml")["place"]["took_place"])
