"""Keep up to date what an item and a document have told: whom they speak of, where and when they are.

Later sentences lean on it; nothing here makes a record.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from etl.framing.series import Group
from etl.framing.skeleton import SIGNS, Skeleton
from etl.knowledge import toml
from etl.records import Place
from etl.spotting.mentions import Mention
from etl.telling.anaphora import pointers
from etl.telling.context import Item, Memory, Spoken
from etl.telling.datelines import dateline
from etl.telling.drafts import Draft
from etl.telling.parties import Parties
from etl.telling.sides import Side
from etl.telling.stops import stops_of
from etl.telling.timing import Timing
from etl.telling.whereabouts import Whereabouts

PAIR_LIMIT = 8
RECENT_LIMIT = 8
# "Fifth tour of X"
CAPTION = 6
# the preposition, an article and the place
OPENING = 2
# "had held talks with"
VERB_LIMIT = 4
SCENE = frozenset("if")
# so far before "with X" stands "her" in "her long talks with X"
BOUND = 6


class Attention:
    """Notes what one document tells."""

    def __init__(self, parties: Parties, timing: Timing, whereabouts: Whereabouts, memory: Memory) -> None:
        self.parties = parties
        self.timing = timing
        self.whereabouts = whereabouts
        self.memory = memory

    def opens(self, skel: Skeleton, item: Item) -> None:
        """Note the first subject of a sentence, for the pronouns after it."""
        place = dateline(skel)
        if place is not None:
            self.memory.written = self.whereabouts.place(place, skel.sentence.units)
            item.place = item.place or (self.memory.written,)
        item.written = self.memory.written
        item.here = self._opening(skel, item)
        item.clauses = tuple(self._after_semicolon(skel))
        item.him = None
        item.named = tuple((m.last - 1, side) for m in skel.sentence.mentions for side in self._named(skel, m, item))
        item.bound = frozenset(m.last - 1 for m in skel.sentence.mentions if _is_bound(skel, m))
        item.him = self._spoken_of(skel, item)

    def _spoken_of(self, skel: Skeleton, item: Item) -> Spoken | None:
        """Return who a sentence first speaks of as him right after another's verb: its own subject, else whom the text is about."""
        for group, at, owns in _acting_on(skel):
            actors = self.parties.sides(skel, group.mentions, item)
            if owns and len(actors) == 1:
                return Spoken(at, at, actors[0])
            subject = item.here[1] if item.here and not item.here[1].among(actors) else item.topic
            if subject is not None and not subject.among(actors):
                clause = skel.sentence.units.classes.find(";", at, skel.sentence.last)
                return Spoken(at, clause if clause >= 0 else skel.sentence.last, subject)
        return None

    def _named(self, skel: Skeleton, m: Mention, item: Item) -> tuple[Side, ...]:
        """Return whom a mention names: a person, also by what he is to another ("his guest")."""
        before = skel.sentence.units.words[m.first - 1].lower() if m.first else ""
        if before in _aside():
            return ()
        if m.kind == "pronoun" and m.value.split()[-1] in pointers().guests:
            return self.parties.sides(skel, (m,), item)
        return (self.parties.person(m),) if m.kind == "person" and m.entity else ()

    def _opening(self, skel: Skeleton, item: Item) -> tuple[int, Side] | None:
        group = next((g for g, owner in _subjects(skel) if not owner), None)
        if group is None:
            return None
        people = [s for s in self.parties.sides(skel, group.mentions, item) if s.kind in ("person", "role")]
        first = group.mentions[0]
        if first.kind == "role" and skel.sentence.units.words[first.first].lower() in ("his", "her"):
            # "his spokesman said that he": he whose spokesman that is
            return None
        if len(people) >= 2:
            item.pair = tuple(people[:PAIR_LIMIT])
        return (group.mentions[0].last - 1, people[0]) if people else None

    def _after_semicolon(self, skel: Skeleton) -> Iterator[tuple[int, Side]]:
        """Yield the named people who open a clause after a semicolon."""
        for before, token in pairwise(skel.tokens):
            group = skel.groups.get(token) if before == ";" else None
            m = group.mentions[0] if group is not None and len(group.mentions) == 1 else None
            if m is not None and m.kind == "person" and m.entity:
                yield m.last - 1, self.parties.person(m)

    def tells(self, draft: Draft, item: Item) -> None:
        """Note the parties, place and day of an encounter just told."""
        self.meets(draft, item)
        if self._looks_back(draft, item):
            return
        if draft.places and draft.status in ("held", "planned"):
            # a journey of several stops leaves open where it goes on
            place = draft.places if draft.kind != "visit" or len(draft.places) == 1 else ()
            if draft.status == "planned":
                item.ahead = place
            else:
                item.place = place
        if draft.when.start and draft.status == "held":
            item.cited = draft.when
        if draft.when.start and draft.when.basis == "stated" and draft.status == "held":
            item.when, item.told_in = draft.when, draft.evidence[0].span
            if draft.when.precision == "day":
                self.memory.last = draft.when

    def agrees(self, sides: tuple[Side, ...], item: Item) -> None:
        """Note the people who have agreed on something together: "the three ministers" after it are they."""
        if len(sides) >= 2:
            item.pair = sides[:PAIR_LIMIT]
            self.memory.met[len(sides)] = sides

    def meets(self, draft: Draft, item: Item) -> None:
        """Note the parties of an encounter, also once more have joined it."""
        if draft.kind == "visit":
            item.visitors = draft.sides
            if len(draft.sides) > 1 and all(s.kind == "person" for s in draft.sides):
                item.pair = draft.sides[:PAIR_LIMIT]
            item.stops = (*item.stops, *stops_of(draft))
            when, stay = draft.when, item.stay
            within = stay.start and when.start and stay.start <= when.start <= when.end <= stay.end
            # a trip within a stay leaves its days to be counted
            item.stay = when if when.precision == "day" and not within else stay
        elif draft.kind == "conference" and draft.when.precision == "day" and draft.when.start != draft.when.end:
            item.stay = draft.when
        if draft.kind != "visit" and len(draft.sides) >= 2:
            # who brings two together is none of the two
            parties = draft.sides[1:] if draft.frame == "bring together" and len(draft.sides) > 2 else draft.sides
            item.pair = self.memory.pair = parties[:PAIR_LIMIT]
            self.memory.met[len(draft.sides)] = draft.sides

    def _looks_back(self, draft: Draft, item: Item) -> bool:
        """Say whether an encounter is told as one before another of its sentence: "fresh from Rome, where a day earlier"."""
        before = bool(draft.when.end and item.when.start) and draft.when.end < item.when.start
        return before and draft.evidence[0].span == item.told_in

    def closes(self, skel: Skeleton, item: Item, *, told: bool) -> None:
        """Note whom a sentence names and is about, and the last day it states; `told` says whether it told an encounter."""
        named = [side for _, side in item.named]
        self.memory.named.extend(named)
        item.recent = (*item.recent, *named)[-RECENT_LIMIT:]
        item.ranked = self._listed_pair(skel) or _two_last(item, named)
        if not told:
            item.place = self._scene(skel) or item.place
        self._leaders(skel, item)
        item.venue = self.whereabouts.venue(skel) or item.venue
        item.states = self.states(skel, item) or item.states
        item.nation = self._nation(skel, item) or item.nation
        item.there = self.whereabouts.last_named(skel) or self.whereabouts.venue(skel) or item.there
        self._topic(skel, item, told=told)
        self._day(skel, item)

    def _leaders(self, skel: Skeleton, item: Item) -> None:
        """Note who leads a group: "a committee headed by Kern and Reis"."""
        for m in _led().finditer(skel.text) if " by " in skel.text else ():
            led = self.parties.sides(skel, skel.groups[m["who"]].mentions, item)
            if led and all(s.kind == "person" for s in led):
                item.led[m["noun"]] = led

    def states(self, skel: Skeleton, item: Item) -> tuple[Side, ...]:
        """Return the states that a sentence lists first: "Chad and Sudan held talks"."""
        listed = (g.mentions for g in skel.groups.values() if g.kind == "C" and len(g.mentions) > 1)
        return self.parties.sides(skel, next(listed, ()), item)[:PAIR_LIMIT]

    def _nation(self, skel: Skeleton, item: Item) -> Side | None:
        """Return the one state that opens a sentence: "Chad left the union"."""
        group = skel.groups.get(skel.tokens[0])
        alone = group is not None and group.kind == "C" and len(group.mentions) == 1 and skel.tokens[1:2] != ("§",)
        return next(iter(self.parties.sides(skel, group.mentions, item)), None) if alone else None

    def _topic(self, skel: Skeleton, item: Item, *, told: bool) -> None:
        group, _ = next(_subjects(skel), (None, False))
        if group is None:
            traveller = _journey_of(skel, item)
            if traveller is not None:
                item.topic, item.visitors = traveller, (replace(traveller, visitor=True),)
            return
        sides = self.parties.sides(skel, group.mentions, item)
        if len(sides) >= 2 and not told:
            item.pair = sides[:PAIR_LIMIT]
        people = [s for s in sides if s.kind in ("person", "role")]
        others = [s for _, s in item.named if not s.among(sides)]
        they = group.mentions[0].kind == "pronoun" and len(people) > 1
        if they and item.topic is not None and item.topic.among(people):
            # "the king received him. They spoke of fish. Later he": he is of whom the text went on
            people = [item.topic]
        elif len(people) > 1 and others and all(s.same(others[0]) for s in others):
            # "Kern and Reis called on Holm": who is then spoken of as one is Holm
            people = others
        if people and item.him and not item.him.side.among(people):
            # "the minister received him": he it is of whom the text goes on
            people = [item.him.side]
        if len(people) > 1 and not told and item.topic is not None and not item.topic.among(people):
            # of several who are only named none is the one spoken of
            people = []
        if people:
            item.topic = self.memory.topic = people[0]

    def _scene(self, skel: Skeleton) -> tuple[Place, ...]:
        """Return the place that opens a sentence and sets the scene of those after it, else one beside its day.

        "In Oslo, the minister spoke"; "the protocol was signed in Oslo on May 4".
        """
        sentence = skel.sentence
        first = next((m for m in sentence.mentions if m.kind == "place"), None)
        if first is None or first.first - sentence.first > OPENING or sentence.units.classes[sentence.first] not in SCENE:
            venue = self.whereabouts.day_place(skel)
            return (venue,) if venue else ()
        return (self.whereabouts.place(first, sentence.units),)

    def _listed_pair(self, skel: Skeleton) -> tuple[Side, ...]:
        """Return the two people that a sentence lists last: "Kern, the minister, and Reis, a cousin of Holm"."""
        lists = ([m for m in g.mentions if m.kind == "person" and m.entity] for g in reversed(skel.groups.values()))
        return next((tuple(map(self.parties.person, two)) for two in lists if len(two) == 2), ())

    def _day(self, skel: Skeleton, item: Item) -> None:
        """Keep the last day a sentence states, for "on the same day" and "the next morning" after it."""
        when = self.timing.last_day(skel, item)
        if when.start:
            item.last = self.memory.last = when


@cache
def _led() -> re.Pattern[str]:
    """Compile the words that say who leads a group which they name by its kind."""
    return re.compile(toml("parties.toml")["groups"]["led"].format(**SIGNS))


def _journey_of(skel: Skeleton, item: Item) -> Side | None:
    """Return whose journey is all that a sentence names: "Fifth tour of Kern."."""
    alone = len(item.named) == 1 and len(skel.tokens) <= CAPTION and skel.tokens[-3:-2] == ("of",)
    return item.named[0][1] if alone and not _journeys().isdisjoint(skel.tokens) else None


@cache
def _journeys() -> frozenset[str]:
    return frozenset(toml("parties.toml")["subjects"]["journeys"])


def _two_last(item: Item, named: list[Side]) -> tuple[Side, ...]:
    """Return the two people spoken of last once a sentence is over; beside one alone stands whom it is about."""
    if named and all(s.same(named[0]) for s in named):
        return (*((item.topic,) if item.topic and not item.topic.same(named[0]) else item.ranked[-1:]), named[0])
    return item.two_before()


@cache
def _aside() -> frozenset[str]:
    return frozenset(toml("parties.toml")["subjects"]["aside"])


@cache
def _fronted() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in toml("parties.toml")["fronted"].items()}


@cache
def _never_after() -> frozenset[str]:
    return frozenset(toml("parties.toml")["subjects"]["never_after"])


def _acting_on(skel: Skeleton) -> Iterator[tuple[Group, int, bool]]:
    """Yield each subject in whose clause only a verb stands before "him", with the unit of that word.

    Last is told whether the subject is something of his own: "Kern's second trip took him".
    """
    tokens = skel.tokens
    for j, token in enumerate(tokens):
        group = skel.groups.get(token)
        if group is None or group.mentions[0].kind != "pronoun" or group.mentions[0].value not in pointers().objects:
            continue
        i = next((i for i in range(j - 1, -1, -1) if tokens[i] in skel.groups), None)
        if i is None or skel.kind_at(i) != "E" or (i and tokens[i - 1] in _never_after()):
            continue
        owns = tokens[i + 1] == "§"
        verb = [t for t in tokens[i + 1 + owns:j] if t != ","]
        if 0 < len(verb) <= VERB_LIMIT and verb[0].isalpha() and "to" not in verb:
            yield skel.groups[tokens[i]], group.mentions[0].first, owns


def _is_bound(skel: Skeleton, m: Mention) -> bool:
    """Say whether somebody is told of as another's: "after her talks with X she" is not X."""
    units, at = skel.sentence.units, m.first - 1
    if m.kind != "person" or at <= skel.sentence.first:
        # "With X he"
        return m.kind == "person" and at == skel.sentence.first and units.words[at].lower() == "with"
    opening, before = units.words[skel.sentence.first].lower(), units.words[at].lower()
    beside = before.split()[-1] == "with" or before.endswith("ing")
    if opening in _fronted()["after"] and beside and "," not in units.classes[skel.sentence.first:at]:
        # "after lunch with X he", "after seeing X he"
        return True
    if opening.split()[0] in ("his", "her") and before in ("was", "is", "were", "are"):
        # "His host was X, and on the last day he"
        return True
    if m.first in _fronted_clause(skel):
        return True
    if opening in _fronted()["along"] and at - skel.sentence.first <= 1 and before in ("by", "with", opening):
        # "accompanied by X, he"
        return True
    if before in ("together with", "along with", "alongside"):
        return True
    if before not in ("with", "to"):
        return False
    while at > max(skel.sentence.first, m.first - BOUND) and units.classes[at - 1] in "xwq":
        at -= 1
    return at < m.first - 1 and units.words[at - 1].lower() in ("his", "her")


def _fronted_clause(skel: Skeleton) -> range:
    """Return the units of a clause that says what was at the place that opens a sentence: "From X, where A had met B, he"."""
    units, first = skel.sentence.units, skel.sentence.first
    opens = units.classes.find("r", first, skel.sentence.last) if units.words[first].lower() in ("from", "in", "at") else -1
    closes = units.classes.find(",", opens, skel.sentence.last) if opens > 0 and units.classes[opens - 1] == "," else -1
    return range(opens, closes) if closes > 0 else range(0)


def _subjects(skel: Skeleton) -> Iterator[tuple[Group, bool]]:
    """Yield the parties that can be the subject of a sentence, and whether something of theirs is ("X's aide")."""
    aside = _fronted_clause(skel)
    for j, token in enumerate(skel.tokens):
        group = skel.groups.get(token)
        if j > 1 and skel.tokens[j - 1].endswith("ing") and skel.tokens[j - 2] in _fronted()["after"]:
            # "After seeing X he"
            continue
        if skel.tokens[0] in ("his", "her", "their") and skel.tokens[j - 1] in ("was", "is", "were", "are"):
            # "Her guide was X. She"
            continue
        if skel.units[j][0] in aside:
            continue
        if group is not None and group.kind == "E" and not (j and skel.tokens[j - 1] in _never_after()):
            yield group, skel.tokens[j + 1:j + 2] == ("§",)
