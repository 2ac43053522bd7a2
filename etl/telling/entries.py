"""Read the heads of dated entries and headings: lines of days and places alone ("April 9-11", "Belgrade, Yugoslavia").

They set the time and place of what follows. A line with any other word sets nothing.
"""
from __future__ import annotations

from dataclasses import replace
from functools import cache

from etl.framing.series import Group
from etl.framing.skeleton import Skeleton, skeleton
from etl.knowledge import slug, toml
from etl.records import Evidence, Place, Span, When
from etl.spotting.mentions import Sentence
from etl.telling.context import Item
from etl.telling.drafts import Draft
from etl.telling.sides import Side
from etl.telling.timing import Timing
from etl.telling.whereabouts import Whereabouts, state


# the head of an entry stands in its first sentences
HEAD = 5
STAY = "stay"
# so many words can name a place
LONGEST_NAME = 3


@cache
def _between(kind: str) -> frozenset[str]:
    data = toml("settings.toml")["entry"]
    return frozenset((*data["between"], *data[kind]))


def _signs(skel: Skeleton, kind: str) -> list[Group]:
    """Return what the line names where it holds nothing else, else nothing."""
    if any(t not in skel.groups and t not in _between(kind) for t in skel.tokens):
        return []
    return [skel.groups[t] for t in skel.tokens if t in skel.groups]


def _named(found: list[Place]) -> tuple[Place, ...]:
    """Return the places that the head of an entry names, states only where it names nothing else; each once."""
    # "New York, New York" is one place
    return tuple({p.key: p for p in found if p.name}.values()) or tuple(found)


def stay(head: list[Sentence], stop: tuple[Place, ...], when: When, traveller: Side | None) -> Draft | None:
    """Return the stay that the head of an entry tells of a traveller, None where it states no day or no place."""
    if not stop or traveller is None or not when.start:
        return None
    span = Span(head[0].text_span().start, head[-1].text_span().end)
    return Draft("visit", "held", (replace(traveller, visitor=True),), stop, when, (Evidence(span, head[0].block, (), STAY),),
                 head[0].block, 0, frame=STAY)


class Entries:
    """Reads the heads of one document."""

    def __init__(self, timing: Timing, whereabouts: Whereabouts) -> None:
        self.timing = timing
        self.whereabouts = whereabouts

    def scene(self, heading: list[Sentence]) -> Item:
        """Return the place and days that a heading sets for what follows ("Belgrade, April 9-11")."""
        item = Item()
        for sentence in heading:
            skel = skeleton(sentence)
            signs = _signs(skel, "heading")
            if not signs or any(g.kind == "E" for g in signs):
                return Item()
            days = self._days(signs)
            if days and all(d.start for d in days):
                item.when = When(days[0].start, days[-1].end, "day", "stated", days[0].stated)
            found = tuple(self._places(skel, signs))
            # a heading of states or regions without a day is a topic: "JORDAN AND MOROCCO", "Darfur"
            item.place = tuple(p for p in found if item.when.start or (p.name and not self.whereabouts.is_area(p)))[:1]
        return item

    def heads(self, skeletons: list[Skeleton], item: Item) -> tuple[int, tuple[Place, ...]]:
        """Read the head of an entry into what its item knows; return how many sentences it has, and the places of its stop."""
        found: list[Place] = []
        at = 0
        while at < min(HEAD, len(skeletons)) and (places := self._head(skeletons[at], item)) is not None:
            found += places
            at += 1
        stop = _named(found)
        if found:
            item.place = stop if len(stop) == 1 else tuple(dict.fromkeys(state(p.country) for p in stop))
        return at, stop

    def _head(self, skel: Skeleton, item: Item) -> tuple[Place, ...] | None:
        """Read the days of a line into what its item knows; return its places, None where the line is no head."""
        signs = _signs(skel, "line")
        if not signs and skel.tokens == ("|",):
            # the edge of a table
            return ()
        if not signs:
            place = self._place_in_state(skel) if item.when.start else None
            return (place,) if place else None
        unknown = [g for g in signs if g.kind == "E"]
        if len(unknown) == 1 and item.when.start and skel.tokens[0] in skel.groups:
            place = self._unknown_place(skel, signs, unknown[0])
            if place is not None:
                return (place,)
        if not all(g.kind in "LCD" for g in signs):
            return None
        self._set_days([g for g in signs if g.kind == "D"], item)
        return tuple(self._places(skel, [g for g in signs if g.kind in "LC"]))

    def _unknown_place(self, skel: Skeleton, signs: list[Group], unknown: Group) -> Place | None:
        """Return an entry's place that no gazetteer knows: "Hafr al-Batin, Saudi Arabia"."""
        m = unknown.mentions[0]
        if not m.name or m.roles:
            return None
        name = skel.sentence.units.phrase(*m.name)
        return Place(slug(name), name, next((c.value for g in signs if g.kind == "C" for c in g.mentions), None))

    def _place_in_state(self, skel: Skeleton) -> Place | None:
        """Return an entry's place that is no name to the gazetteer nor to the grammar: "Dorado, Puerto Rico"."""
        units, tokens = skel.sentence.units, skel.tokens
        comma = tokens.index(",") if "," in tokens else 0
        capital = all(units.words[skel.units[i][0]][:1].isupper() and t not in skel.groups
                      for i, t in enumerate(tokens[:comma]))
        alone = skel.kind_at(comma + 1) == "C" and _between("line").issuperset(tokens[comma + 2:])
        if not 0 < comma <= LONGEST_NAME or not capital or not alone:
            return None
        name = units.phrase(skel.units[0][0], skel.units[comma - 1][1])
        return Place(slug(name), name, skel.groups[tokens[comma + 1]].mentions[0].value)

    def _set_days(self, signs: list[Group], item: Item) -> None:
        days = self._days(signs)
        if days and all(d.start for d in days):
            stated = " ".join(d.stated for d in days)
            item.when = When(days[0].start, max(d.end for d in days if d.end), "day", "stated", stated)

    def _days(self, signs: list[Group]) -> list[When]:
        return [self.timing.day(m) for g in signs if g.kind == "D" for m in g.mentions]

    def _places(self, skel: Skeleton, signs: list[Group]) -> list[Place]:
        return [self.whereabouts.place(m, skel.sentence.units) for g in signs if g.kind in "LC" for m in g.mentions]
