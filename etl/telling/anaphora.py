"""Say whom a word that names nobody refers to: pronouns, "the guests", "the two", "both Americans".

Nobody is invented: where what was told before does not settle it, nobody is returned.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml
from etl.spotting.mentions import Mention
from etl.spotting.roles import head_fits
from etl.spotting.units import Units
from etl.telling.context import Item, Memory
from etl.telling.sides import Side

PAIR = 2


@dataclass(frozen=True, slots=True)
class Pointers:
    """The words that refer to what was told before."""

    writer: frozenset[str]
    several: frozenset[str]
    one: frozenset[str]
    objects: frozenset[str]
    guests: frozenset[str]
    visitors: re.Pattern[str]
    company: re.Pattern[str]
    leaders: re.Pattern[str]
    of_states: re.Pattern[str]
    pair: re.Pattern[str]
    numbers: dict[str, int]
    heads: dict[str, str]
    below: frozenset[str]


@cache
def pointers() -> Pointers:
    """Compile the words of the lexicon."""
    data = toml("parties.toml")
    kinds = (frozenset(data["pronouns"][kind]) for kind in ("writer", "several", "one", "objects", "guests"))
    groups = data["groups"]
    patterns = (re.compile("".join(groups[key])) for key in ("visitors", "company", "leaders", "of_states", "pair"))
    return Pointers(*kinds, *patterns, data["numbers"], groups["heads"], frozenset(groups["below"]))


def pronoun(m: Mention, item: Item, memory: Memory, exclude: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return whom a pronoun means; `exclude` are those on the other side of the encounter."""
    if m.value in pointers().writer and memory.signer:
        return (memory.signer,)
    if m.value in ("the former", "the first-named"):
        return item.two_before(m.first)[:1]
    if m.value in ("the latter", "the last-named"):
        return (item.two_before(m.first) or item.recent)[-1:]
    if m.value == "the latter two":
        return item.two_before(m.first)
    if m.value == "both men":
        # the two of whom was spoken last, whether they met or not
        return item.ranked if len(item.ranked) == PAIR else item.pair
    if m.value in pointers().several:
        # "a delegation arrived; they" are those who came
        came = item.visitors if all(s.kind in ("group", "organization") for s in item.visitors) else ()
        return item.pair or came
    if m.value in pointers().one:
        return _spoken_of_as_one(m, item, memory, exclude)
    return ()


def _spoken_of_as_one(m: Mention, item: Item, memory: Memory, exclude: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return whom "he", "the visitor" or "his host" means; neither host nor guest is the one whose host or guest he is."""
    words, owner = m.value.split(), item.subject_before(m.first)
    if len(words) > 1 and words[0] != "the" and owner:
        exclude = (*exclude, owner)
    guests = item.visitors[:1] if words[-1] in pointers().guests else ()
    if words[-1] == "host":
        exclude = (*exclude, *item.visitors)
    # "exchanged gifts with Kern and saw him off"
    here = item.named_before(m.first, free=True)
    if m.value not in pointers().objects and (owner or any(not s.same(here[0]) for s in here)):
        # "the League sent Kern; he" is Kern, where the sentence names nobody else
        here = ()
    him = item.him_before(m.first, subject=m.value not in pointers().objects) if len(words) == 1 else None
    known = (*guests, him, owner, *reversed(here), item.topic, *reversed(item.recent), memory.topic)
    return tuple([s for s in known if s is not None and not s.among(exclude)][:1])


def spoken_of(phrase: str, country: str | None, item: Item, memory: Memory, exclude: tuple[Side, ...] = ()) -> tuple[Side, ...]:
    """Return whom "the visitors" or "the two leaders" means.

    `country` is the one the phrase states, `exclude` are those on the other side of the encounter.
    """
    phrase = pointers().leaders.sub("leaders", phrase.lower())
    for pattern, known in ((pointers().visitors, item.visitors), (pointers().company, item.company)):
        countries = {s.country for s in known if s.country}
        if known and pattern.match(phrase) and (country is None or not countries or country in countries):
            return known
    of_states = pointers().of_states.match(phrase)
    if of_states and of_states[1].split()[-1] in ("leaders", *pointers().heads):
        phrase = f"the {of_states[2]} {of_states[1]}"
    words = phrase.split()
    # one who "received two ministers" met others than those told of before
    others = exclude and words[0] in pointers().numbers and words[0] != "both" and words[-1] not in ("sides", "parties")
    if others or len(words) > 4 or not pointers().pair.match(phrase):
        return ()
    number = next((pointers().numbers[w] for w in words if w in pointers().numbers), None)
    peers = _of_one_post(words[-1], number, item, memory)
    if peers:
        return peers
    pair = item.pair if number in (None, len(item.pair)) else memory.met.get(number, item.pair if number == 2 else ())
    if len(pair) == PAIR and any(s.among(exclude) for s in pair):
        pair = _others(item, exclude)
    return pair if country is None else tuple(s for s in pair if s.country == country)


def _others(item: Item, exclude: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the two named last whom one met who will "meet both leaders together"."""
    out: list[Side] = []
    for side in reversed(item.recent):
        if not side.among((*out, *exclude)):
            out.append(side)
    return tuple(reversed(out[:PAIR])) if len(out) >= PAIR else ()


def their_states(phrase: str, item: Item) -> tuple[str, ...]:
    """Return the states of "the foreign ministers of the two countries": those of whom it was spoken last."""
    said = pointers().of_states.match(phrase.lower())
    states = tuple(dict.fromkeys(s.country for s in item.pair if s.country))
    return states if said and len(states) == pointers().numbers[said[2]] else ()


def is_one_side(phrase: str) -> bool:
    """Say whether a group by itself is one side of an encounter: "the delegation discussed the border"."""
    return pointers().visitors.match(phrase.lower()) is not None


def _of_one_post(plural: str, number: int | None, item: Item, memory: Memory) -> tuple[Side, ...]:
    """Return whom "the two ministers" means: so many of those who met last who hold the post, else who were named last."""
    head = pointers().heads.get(plural)
    if number is None or head is None:
        return ()
    if len(item.pair) == number and all(s.kind == "person" and _may_hold(s, head) for s in item.pair):
        return item.pair
    countries = {s.country for s in item.pair if s.country}
    # of two presidents who meet "the two foreign ministers" are theirs
    theirs = [s for s in memory.named if s.country in countries] if len(countries) == number else []
    out: list[Side] = []
    for side in (*reversed(item.pair), *reversed(theirs), *reversed(memory.named)):
        if len(out) < number and not side.among(out) and _holds(side, head):
            out.append(side)
    return tuple(reversed(out)) if len(out) == number else ()


def _may_hold(side: Side, head: str) -> bool:
    """Say whether nothing speaks against somebody's being such a one, be it a minister of state."""
    return not side.posts or any(head_fits(r.head, head) for r in side.posts)


def _holds(side: Side, head: str) -> bool:
    """Say whether somebody is such a one himself, not a deputy of one."""
    return any(r.head == head and not r.domains & pointers().below for r in side.posts)


def nationals(units: Units, m: Mention, item: Item, memory: Memory) -> tuple[Side, ...]:
    """Return whom "the American" or "both Americans" means: so many who took part together, else those named last."""
    country = units.values.get(m.last - 1)
    words = (w.lower() for w in units.words[m.first:m.last])
    number = next((pointers().numbers[w] for w in words if w in pointers().numbers), 1)
    plural = number == 1 and units.words[m.last - 1].endswith("s")
    for told in (item.visitors, item.company) if number > 1 or plural else ():
        if (plural or len(told) == number) and told and all(s.country == country or not (plural or s.country) for s in told):
            return told
    if plural:
        return ()
    out: list[Side] = []
    for side in reversed(memory.named):
        if side.country == country and not side.among(out):
            out.append(side)
    return tuple(out[:number]) if len(out) >= number else ()
