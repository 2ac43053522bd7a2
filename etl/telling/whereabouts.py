"""Say where an encounter was: in the places its frame names, else where its sentence or its item says.

"In X" counts only where it sets the encounter (placing.py), not where it tells whose post or affair something is.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from etl.framing.clauses import nearness
from etl.framing.grammar import grammar
from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.knowledge import Knowledge, KnownPlace, slug, toml
from etl.records import Place
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.places import preposition as before_place
from etl.spotting.units import Units
from etl.telling.context import Item
from etl.telling.placing import (
    BEFORE_VERB, beside_day, comes_first, exists, heads, in_the_city, introduces, is_brought, is_of_speaker, leads_to, opening,
    opens_and_closes, sets, setting_words, where_of, with_day,
)
from etl.telling.sides import differ
from etl.telling.sites import goals, sites

# a state is named where a place in it would be told, had it been known
STATE_PENALTY = 60
# what stands between a place and its state
BESIDE = frozenset((",", "i", ",i"))
# what a clause itself says of its place comes before the stop that it is told of
PER_STOP = 12
# the frame of a visit whose sentence need not say where ("his second visit, on May 4")
ONE_OF_SEVERAL = "one of several visits"
# the frames of visits to where the text is already
HERE = frozenset(("come, where the text is", "arrivals", "from a place came"))
# the frames of who was at an encounter that was told before
THERE_TOO = frozenset(("attend", "took part too", "sides led by", "joined by"))
# one is on what is called by these
ISLANDS = frozenset(("Island", "Islands", "Isle"))
# the kinds of bodies one can be in as in a house
HOUSES = frozenset(("government", "parliament", "court"))
# a house is in the town that lies no more degrees away
WITHIN = 0.1
# so far before its place stands the noun of an event
VENUE_REACH = 10


# "at the Munich Security Conference": an article, the town, at most two words and the noun
EVENT_OF = re.compile(r"(?<=[if])t(?P<name>O|G[XWKkxw]{0,3}?[Kkxw](?![XWKk]))")


class Whereabouts:
    """Resolves the places of one document, of which `sentences` are those that name places."""

    def __init__(self, knowledge: Knowledge, sentences: Iterable[Sentence] = ()) -> None:
        self.knowledge = knowledge
        named = (m for s in sentences for m in s.mentions if m.kind in ("place", "country"))
        self._named = {knowledge.city_states.get(m.value) if m.kind == "country" else m.value for m in named}

    def place(self, m: Mention, units: Units) -> Place:
        """Return the place that a mention denotes, by the name that the text has for it.

        A state has no name, unless it is a city too.
        """
        if m.kind == "country" and m.value not in self.knowledge.city_states:
            return state(m.value)
        if m.kind == "country":
            m = replace(m, value=self.knowledge.city_states[m.value])
        if m.value and m.value.startswith("~"):
            name = m.value[1:]
            # "the X" is a house rather than a town
            return Place(slug(name), name, None, site=units.classes[m.first - 1:m.first] == "t" or self._is_site_name(name))
        known = self.knowledge.places[m.value or ""]
        return Place(known.key, _as_written(known, m, units), known.country, site=known.is_site)

    def _around_house(self, found: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the town in which a known house is, where the document names it and no other place is told."""
        house = next((p.key for p in found if p.site and p.key in self.knowledge.places), None)
        if house is None or any(p.name and not p.site for p in found):
            return ()
        towns = (self.knowledge.places[key] for key in towns_around(house, self.knowledge) if key in self._named)
        return tuple(Place(town.key, town.name, town.country) for town in towns)[:1]

    def _is_around(self, place: Place, site: Place) -> bool:
        """Say whether a site can lie in a place; of a known one the town is known."""
        if not place.name or place.site or place.key == site.key or differ(place.country, site.country):
            return False
        towns = towns_around(site.key, self.knowledge) if site.key in self.knowledge.places else ()
        return not towns or place.key in towns or self.is_area(place)

    def is_area(self, place: Place) -> bool:
        """Say whether a place is a region or a sea rather than a spot in one."""
        known = self.knowledge.places.get(place.key)
        return known is not None and known.is_area

    def venue(self, skel: Skeleton) -> Place | None:
        """Return where a sentence says that an event is: "the forum in Oslo"."""
        units, nouns = skel.sentence.units, setting_words("events")
        for m in skel.sentence.mentions:
            if not self._is_spot(m) or units.words[m.first - 1].lower() not in ("in", "at"):
                continue
            before = range(m.first - 2, max(m.first - VENUE_REACH, skel.sentence.first - 1), -1)
            at = next((i for i in before if units.words[i].lower() in nouns or units.classes[i] in ",;"), None)
            if at is not None and units.words[at].lower() in nouns:
                return self.place(m, units)
        return self._in_name_of_event(skel)

    def _in_name_of_event(self, skel: Skeleton) -> Place | None:
        """Return the town that an event bears in its name: "at the Munich Security Conference"."""
        units = skel.sentence.units
        for m in EVENT_OF.finditer(units.classes, skel.sentence.first, skel.sentence.last):
            words = units.phrase(m.start("name"), m.end()).split()
            entry = self.knowledge.proper.single.get(words[0]) if words[-1].lower() in setting_words("events") else None
            town = self.knowledge.places.get(entry.value) if entry is not None and entry.cls == "G" else None
            if town is not None and not town.is_area:
                return Place(town.key, town.name, town.country, site=town.is_site)
        return None

    def day_place(self, skel: Skeleton) -> Place | None:
        """Return where a sentence says that something of its day was: "the protocol was signed in Oslo on May 4"."""
        units = skel.sentence.units
        spots = (m for m in skel.sentence.mentions if self._is_spot(m) and units.words[m.first - 1].lower() in ("in", "at"))
        spot = next((m for m in spots if beside_day(skel, m) or units.classes[m.first - 2] == "D"), None)
        return None if spot is None else self.place(spot, units)

    def _is_spot(self, m: Mention) -> bool:
        """Say whether a mention is a place with a name, a state that is a city too."""
        return m.kind == "place" or (m.kind == "country" and m.value in self.knowledge.city_states)

    def last_named(self, skel: Skeleton) -> Place | None:
        """Return the place that a sentence names last."""
        last = next((m for m in reversed(skel.sentence.mentions) if self._is_spot(m)), None)
        return self.place(last, skel.sentence.units) if last else None

    def _located(self, skel: Skeleton, m: Mention) -> Place:
        """Return the place that a mention denotes, an unknown one with the state named beside it: "at Songo, Mozambique"."""
        place, classes = self.place(m, skel.sentence.units), skel.sentence.units.classes
        beside = (c.value for c in skel.sentence.mentions if c.kind == "country" and classes[m.last:c.first] in BESIDE)
        return place if place.country or m.kind == "country" else replace(place, country=next(beside, None))

    def places(self, skel: Skeleton, hit: Hit, item: Item) -> tuple[Place, ...]:
        """Return the places of a hit, a room with the site it is in: who is in the one is in the other."""
        found = self._found(skel, hit, item)
        if not found:
            return found
        sites = (self.knowledge.places.get(_rooms().get(p.key, "")) for p in found)
        keys = {p.key for p in found}
        new = tuple(Place(s.key, s.name, s.country, site=True) for s in sites if s is not None and s.key not in keys)
        new = (*new, *self._around_house((*found, *new)))
        return (*found, *new) if new else found

    def _found(self, skel: Skeleton, hit: Hit, item: Item) -> tuple[Place, ...]:
        """Return the places of a hit: its own slot, else one said to be where, in this sentence or the item."""
        if hit.kind == "visit" and hit.frame != ONE_OF_SEVERAL:
            located = tuple(self._located(skel, m) for m in hit.places) or self._there(skel, hit, item)
            return located if located or hit.frame not in HERE else item.place
        where = where_of(skel, hit)
        around = (hit.status == "planned" and item.ahead) or item.place
        if hit.status == "planned":
            # who will meet in the city need not do so in the house where others met
            around = tuple(p for p in around if not p.site)
            # nor where it is reported from before anybody was told to be there
            around = () if around == (item.written,) and not item.visitors and item.cited.start is None else around
        if hit.frame not in THERE_TOO and item.told_in != skel.sentence.text_span() and any(p.name and not p.site for p in around):
            # who meets next in the city need not do so in the same house
            around = tuple(p for p in around if not p.site)
        around = _left_behind(skel, around, lambda m: self.place(m, skel.sentence.units))
        settings = sorted(self._settings(skel, hit, where), key=lambda f: f[0])
        if settings:
            stated = self._stated(skel, settings, around)
            premises = self._premises(skel, hit, settings, stated[0])
            # "the Kaba Aye pagoda" is not at a place called Kaba Aye, too
            part = premises[0].name.split() if premises else ()
            return (*premises, *(p for p in stated if p.name is None or p.country or not set(p.name.split()).issubset(part)))
        # "flew on to X, where": not where the item was before
        around = self._there(skel, hit, item) or self._at_event(skel, hit, item) or (() if where is not None else around)
        premises = self._premises(skel, hit, settings, next((p for p in around if p.name), None))
        return (*premises, *(p for p in around if self._is_around(p, premises[0]))) if premises else around

    def _stated(self, skel: Skeleton, settings: list[tuple[int, Mention]], around: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the nearest of the places said to be where, a site with the place it lies in."""
        found = [self._located(skel, m) for _, m in settings]
        best = found[0]
        # a site and the city it lies in are both said: "at the Kremlin in Moscow", or the city where the traveller is
        for (_, m), other in zip(settings[1:], found[1:]):
            named = other.name and best.name and other.key != best.key and not differ(other.country, best.country)
            if named and (best.site != other.site or self._adjoins(skel, settings[0][1], m)):
                return (best, other)
        if best.site:
            return (best, *(p for p in around if self._is_around(p, best)))
        return (best,)

    def _adjoins(self, skel: Skeleton, a: Mention, b: Mention) -> bool:
        """Say whether one place is said to lie in the other: "at Songo, on the island of Selva"."""
        units, (a, b) = skel.sentence.units, sorted((a, b), key=lambda m: m.first)
        between = range(a.last, b.first)
        prepositions = sum(units.classes[i] in "if" for i in between)
        kinds = self.knowledge.names.place_kinds
        return prepositions == 1 and all(units.classes[i] in ",iftodqXN" or units.words[i].lower() in kinds for i in between)

    def _settings(self, skel: Skeleton, hit: Hit, where: int | None) -> Iterator[tuple[int, Mention]]:
        """Yield the places that are said to be where, each with its distance; those before a unit "where" are not."""
        units, kinds = skel.sentence.units, self.knowledge.names.place_kinds
        for m in skel.sentence.mentions:
            if m.kind not in ("place", "country"):
                continue
            if where is not None and m.first < where:
                if introduces(skel, m, where):
                    yield PER_STOP + (STATE_PENALTY if m.kind == "country" else 0), m
                elif self._opens(skel, m) and not any(
                        p.kind in ("place", "country") and m.first < p.first < where and not self._is_known_house(p)
                        for p in skel.sentence.mentions):
                    # "In Oslo he was called to the ministry, where X"
                    yield STATE_PENALTY, m
                continue
            at = before_place(units, m.first, kinds)
            before = units.words[at].lower() if m.first else ""
            beside = before == "," and m.kind == "place" and any(site.last == at for site in sites(skel.sentence))
            island = before == "on" and not ISLANDS.isdisjoint(" ".join(units.words[m.last - 1:m.last + 1]).split())
            there = before in ("in", "at", "near", "into") or island or beside or (before == "on" and at < m.first - 1)
            if m not in hit.places and is_of_speaker(skel, m, at, self.knowledge.verbs.speech):
                continue
            if m in hit.places or (before == "to" and leads_to(skel, m, hit)) or heads(skel, m):
                yield (0 if m.first >= hit.first else BEFORE_VERB), m
                continue
            if before in ("to", "in", "at") and comes_first(skel, at):
                # "On his return to Oslo he reported to"
                yield BEFORE_VERB, m
                continue
            # "summoned him to the Oslo Palace", "shown into the Oval Office"
            called = not setting_words("calls").isdisjoint(w.lower() for w in units.words[hit.first:hit.last])
            if not there and not (before == "to" and (hit.kind == "conference" or called)):
                continue
            behind = any(s.last == at and sets(skel, hit, s.preposition) for s in sites(skel.sentence)) or any(
                b.kind == "body" and b.last == at and units.words[b.first - 1].lower() == "at" and sets(skel, hit, b.first - 1)
                for b in skel.sentence.mentions)
            if behind or sets(skel, hit, at) or with_day(skel, m):
                distance = nearness(skel, hit, opens if (opens := opening(skel, at)) and opens > skel.sentence.first else m.first)
                if distance is None and m.first < hit.first and (
                        opens_and_closes(skel, at, hit.first) or is_brought(skel, m, hit.first)):
                    distance = STATE_PENALTY
                if distance is not None:
                    yield distance + (STATE_PENALTY if m.kind == "country" else 0), m

    def _premises(self, skel: Skeleton, hit: Hit, settings: list[tuple[int, Mention]], city: Place | None) -> tuple[Place, ...]:
        """Return the site or the body's seat where an encounter was: "at the Croatian embassy", "at the State Department".

        Beside a stated place a seat counts only where that place follows it or opens the sentence; the site lies in the state of
        `city`.
        """
        units, sentence = skel.sentence.units, skel.sentence
        stated = [m for _, m in settings]
        called = {s.preposition: s for s in goals(sentence)} if hit.kind == "meeting" else {}
        named = [(s.preposition, s.first, s.last) for s in (*sites(sentence), *called.values())]
        bodies = (m for m in sentence.mentions if m.kind == "body" and m.first > sentence.first
                  and (self._is_house(units, m) or not grammar().events.search(units.words[m.last - 1])))
        # "officials in the ministry" need not be met there
        groups = {m.last for m in sentence.mentions if m.kind == "group"}
        beside = not stated or self._opens(skel, stated[0])
        named += [(m.first - 1, m.first + (units.classes[m.first] in "tu"), m.last) for m in bodies
                  if (units.words[m.first - 1].lower() == "at" or (
                      units.words[m.first - 1].lower() == "in" and self._is_house(units, m) and m.first - 1 not in groups))
                  and (beside or units.classes[m.last:stated[0].first] in BESIDE)]
        near = ((distance, *n) for n in named if (distance := nearness(skel, hit, n[1])) is not None)
        for _, preposition, first, last in sorted(near, key=lambda n: (n[0], -n[3])):
            # "the air base of X" is X
            itself = any(m.first < last and (m.last >= last or (m.first >= first and self._is_known_house(m)))
                         for m in stated)
            if not itself and (preposition in called or sets(skel, hit, preposition)):
                name = units.phrase(first, last)
                seat = self._seat_of_owner(skel, first, last)
                lies = seat or city
                site = Place(slug(name), name, lies.country if lies else None, site=True)
                return (site,) if seat is None else (site, seat)
        return ()

    def _is_known_house(self, m: Mention) -> bool:
        known = self.knowledge.places.get(m.value or "")
        return known is not None and known.is_site

    def _is_house(self, units: Units, m: Mention) -> bool:
        """Say whether a body has a house that is called by its name: a ministry, a parliament."""
        known = self.knowledge.bodies.get(m.entity or m.value or "")
        kind = known.kind if known else self.knowledge.body_kinds.get(units.words[m.last - 1])
        return kind in HOUSES

    def _opens(self, skel: Skeleton, m: Mention) -> bool:
        """Say whether a place opens its sentence: "In Oslo he called on X at the Foreign Ministry"."""
        first = skel.sentence.first
        return m.kind == "place" and m.first - first in (1, 2) and skel.sentence.units.classes[first] in "if"

    def _seat_of_owner(self, skel: Skeleton, first: int, last: int) -> Place | None:
        """Return the city in the words of whose the site `[first, last)` is: "the residence of the Swiss consul in Oslo"."""
        units = skel.sentence.units
        owner = next((m for m in skel.sentence.mentions if m.kind in ("role", "person") and first < m.first < last < m.last), None)
        keys = (units.values[i] for i in range(last, owner.last) if units.classes[i] == "G") if owner else ()
        known = next((self.knowledge.places[key] for key in keys), None)
        return Place(known.key, known.name, known.country, site=known.is_site) if known else None

    def _at_event(self, skel: Skeleton, hit: Hit, item: Item) -> tuple[Place, ...]:
        """Return where the event is that the encounter was beside, or that bears the name of its city.

        "On the sidelines of the conference", which was told before; "the Oslo talks".
        """
        units, beside = skel.sentence.units, setting_words("beside")
        # "the second round of the Oslo talks took place"
        bearing = (m for m in skel.sentence.mentions if m.kind == "place" and hit.first <= m.last < hit.last
                   and units.words[m.last].lower() in setting_words("events") | {"talks"})
        named = next(bearing, None) if hit.kind == "conference" else None
        if named is not None:
            return (self.place(named, units),)
        words = [w.lower() for w in units.words[hit.low:hit.high + 1]]
        # "on the sidelines", "before the session"
        aside = not beside.isdisjoint(words[:-1]) or any(
            a == "the" and b in setting_words("events") and c not in ("of", "in", "on") for a, b, c in zip(words, words[1:], words[2:]))
        return (item.venue,) if aside and item.venue else ()

    def _there(self, skel: Skeleton, hit: Hit, item: Item) -> tuple[Place, ...]:
        """Return the place named last before "there" ("met there on May 4"), which no clause has where it only says "there is"."""
        units = skel.sentence.units
        opens = [w.lower() for w in units.words[skel.sentence.first:skel.sentence.first + 2]]
        early = hit.first - skel.sentence.first < BEFORE_VERB
        if early and opens[-1] == "there" and opens[0] in setting_words("while") and item.there is not None:
            # "While there she met X"
            return (item.there,)
        for at in range(hit.first, hit.high):
            if units.words[at].lower() == "here" and item.written is not None:
                return (item.written,)
            if (units.words[at].lower() == "there" and not exists(units, at)) or in_the_city(units, at):
                before = [m for m in skel.sentence.mentions if m.last <= at and _can_be_there(units, m)]
                place = self.place(before[-1], units) if before else item.there
                if place is not None and units.words[at].lower() != "there" and self.is_area(place):
                    # "in the same city" is no sea
                    return item.place
                return (place,) if place else ()
        return ()

    def _is_site_name(self, name: str) -> bool:
        names = self.knowledge.names
        return not (names.site_after | names.place_kinds | names.site_before).isdisjoint(name.split())


@lru_cache(maxsize=1_024)
def towns_around(house: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys of the towns in one of which a house of the gazetteer is: those nearest to it, the capital first."""
    known = knowledge.places[house]
    towns = (t for t in knowledge.places.values() if t.country == known.country and not (t.is_site or t.is_area))
    near = sorted((round(max(abs(a - b) for a, b in zip(t.at, known.at)), 1), knowledge.capital_keys.get(t.country) != t.key, t.key)
                  for t in towns)
    return tuple(key for distance, _, key in near if distance == near[0][0] <= WITHIN)


def _as_written(known: KnownPlace, m: Mention, units: Units) -> str:
    """Return the name by which a text calls a place: "Peking" in one of 1972."""
    said = next((units.words[i].lower() for i in range(m.last - 1, m.first - 1, -1) if units.classes[i] == "G"), "")
    return next((name for name in known.names if name.lower() == said), known.name)


def state(code: str | None) -> Place:
    """Return a state as a place, which has no name."""
    return Place((code or "").lower(), None, code)


def _left_behind(skel: Skeleton, places: tuple[Place, ...], place: Callable[[Mention], Place]) -> tuple[Place, ...]:
    """Return places without the one from which somebody is back as a sentence opens: "On his return from Oslo he saw"."""
    sentence = skel.sentence
    first = next((m for m in sentence.mentions if m.kind in ("place", "country")), None) if places else None
    if first is None or sentence.units.words[first.first - 1].lower() != "from" or not comes_first(skel, first.first - 1):
        return places
    left = place(first)
    return tuple(p for p in places if p.key != left.key)


def _can_be_there(units: Units, m: Mention) -> bool:
    """Say whether "there" can mean a place or state named before it."""
    return m.kind == "place" or (m.kind == "country" and m.first > 0 and units.words[m.first - 1].lower() in ("in", "to"))


@cache
def _rooms() -> dict[str, str]:
    return toml("settings.toml")["rooms"]
