"""Say between whom an agreement is whose parties its own words leave open: those spoken of, or those whom it binds.

"The two countries signed a treaty" is between those who met, or the visitor's state and his host's; "under an agreement A will
sell oil to B" between A and B.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from etl.agreements.principals import body_side, of_one_state, principals
from etl.agreements.steps import Around
from etl.agreements.terms import terms
from etl.linking.link import Linker
from etl.telling.context import Item
from etl.telling.sides import Side, country_side
from etl.telling.telling import Telling

ASIDE = (("in",), ("at",), ("near",), ("to",), ("from",), ("against",), ("for",), ("by",), ("of",))
"""After these words nobody acts."""
CLAUSE = frozenset(("after", "when", "once", "as", "following", "since", "that", "which", ";"))
PLACING = frozenset(("in", "at", "near", "on", "over", "about", "from", "to", "against", "for", "of"))


def spoken_of(telling: Telling) -> tuple[Side, ...]:
    """Return the states and bodies spoken of: of those who met, of visitor and host, else the states told of together."""
    item, linker = telling.item, telling.parties.linker
    visit = _visit(telling)
    if len(visit) >= 2:
        return visit
    met = _bound(item.pair if item.pair is not item.lent else (), linker)
    nations = terms().naming.nations.search(telling.skel.text)
    if len(met) >= 2 and not (nations and any(s.kind != "country" for s in met)):
        return met
    hosts = [country_side(p.country) for p in item.place if p.country]
    stay = _bound((*item.visitors, *hosts), linker) if item.visitors else ()
    if len(stay) >= 2 or item.states:
        return stay if len(stay) >= 2 else item.states
    # of a guest or of one who met no state is told: he stands for himself
    guest = principals((*item.visitors[:1], *hosts), named=frozenset(), linker=linker) if item.visitors and hosts else ()
    pair = principals(item.pair if item.pair is not item.lent else (), named=frozenset(), linker=linker)
    known = (sides for sides in (guest, pair) if len(sides) == 2 and any(s.kind == "country" for s in sides))
    return next((sides for sides in known if all(s.kind in ("country", "person", "organization") for s in sides)), ())


def of_text(telling: Telling) -> tuple[Side, ...]:
    """Return the two states that the text is about, else that of whom it is about and that of the place where he is."""
    memory = telling.parties.memory
    if memory.about:
        return memory.about
    own = memory.subject.country if memory.subject else None
    lands = {p.country for p in telling.item.place if p.country}
    return (country_side(own), *map(country_side, lands)) if own and len(lands) == 1 and own not in lands else ()


def told_beside(telling: Telling, at: int, end: int) -> tuple[Side, ...]:
    """Return who is told of together in the sentence of an agreement of which nobody is said to be a party.

    "A pact was clinched after the ministers of A and B had met", "A saw B; a protocol was initialled". The agreement's noun is
    the tokens `[at, end)`.
    """
    skel, item, linker = telling.skel, telling.item, telling.parties.linker
    for i, token in enumerate(skel.tokens):
        group = skel.groups.get(token)
        if group is None or group.kind not in "EC" or at <= i < end or skel.tokens[i - 1:i] in ASIDE:
            continue
        if i > at and CLAUSE.isdisjoint(skel.tokens[end:i]):
            # "an accord to include A and B"
            continue
        together = _bound(telling.sides(group.mentions), linker)
        if len(together) >= 2:
            return together
    here = {m.entity for m in skel.sentence.mentions if m.kind == "person"}
    met = item.pair if item.pair is not item.lent and all(s.kind == "person" and s.key in here for s in item.pair) else ()
    return principals(met, named=frozenset(), linker=linker) if len(met) == 2 else ()


def at_event(telling: Telling, verb: int) -> tuple[Side, ...]:
    """Return who met at the event that leads to an agreement by the verb at token `verb`: "the talks of A with B led to".

    Beside one who is told stands whoever the item is about: "talks with B led to"; where none is told, the two who had talks.
    """
    skel, item = telling.skel, telling.item
    m = terms().naming.event.search(skel.text[:skel.offsets[verb]])
    if m is None:
        return ()
    signs = [i for i in range(skel.token_at(m.start("whose")), verb) if skel.kind_at(i) in ("E", "C")]
    named = (skel.groups[skel.tokens[i]].mentions for i in signs if skel.tokens[i - 1] in terms().wording.whose)
    told = telling.sides(tuple(mention for mentions in named for mention in mentions))
    if not told:
        words = skel.sentence.units.words[skel.sentence.first:skel.units[verb][0]]
        paired = (pair_called(word, telling.parties.linker) for word, after in pairwise((*words, ""))
                  if terms().naming.paired.match(after.lower()))
        if sides := next((sides for sides in paired if sides), ()):
            return sides
        return item.pair if m["two"] else ()
    return (item.topic, *told) if len(told) == 1 and item.topic and not item.topic.among(told) else told


def pair_called(word: str, linker: Linker) -> tuple[Side, ...]:
    """Return the two that a word names: "Russian-Turkish", "EU-Chile"."""
    known = [linker.knowledge.proper.single.get(part) for part in word.split("-")] if "-" in word else []
    if len(known) != 2 or not all(e and (e.cls in "dc" or (e.cls == "O" and e.value in linker.bodies)) for e in known):
        return ()
    return tuple(country_side(e.value) if e.cls in "dc" else body_side(linker, e.value) for e in known if e)


def _visit(telling: Telling) -> tuple[Side, ...]:
    """Return the states of "the visit of A to B" in the sentence."""
    m, linker = terms().naming.visit.search(telling.skel.text), telling.parties.linker
    if m is None:
        return ()
    guests, lands = (telling.skel.groups[m.group(name)].mentions for name in ("x", "y"))
    places = (linker.knowledge.places.get(land.value or "") for land in lands)
    hosts = [land.value if land.kind == "country" else place and place.country for land, place in zip(lands, places, strict=True)]
    return _bound((*telling.sides(guests), *(country_side(code) for code in hosts if code)), linker)


def with_hosts(telling: Telling, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return parties with the states of those whose own no sentence states.

    Where as many states are told of as people have none, these are added; else an office-holder who agrees with a guest is of
    the land where they do.
    """
    item, stateless = telling.item, _stateless(telling, sides)
    if not stateless:
        return sides
    others = {s.country or of_one_state(s) for s in sides if s not in stateless}
    left = [state for state in item.states if state.country not in others]
    if others <= {state.country for state in item.states} and len(left) == len(stateless):
        return (*left, *sides)
    named = [code for code in _states_named(telling) if code not in others]
    if len(stateless) > 1 and len(named) == len(stateless):
        return (*map(country_side, named), *sides)
    lands = _lands(telling)
    guests = any(s.among(item.visitors) for s in sides) and not any(g.country in lands for g in item.visitors)
    if len(lands) != 1 or not guests:
        return sides
    sentence, land = telling.skel.sentence, next(iter(lands))
    is_host = any(m.kind == "person" and sentence.units.words[m.first].lower().endswith(" host") for m in sentence.mentions)
    hosts = [s for s in stateless if (s.posts or is_host) and not s.among(item.visitors)]
    return tuple(replace(s, country=land) if s in hosts else s for s in sides)


def _stateless(telling: Telling, sides: tuple[Side, ...]) -> list[Side]:
    """Return the people among parties of whom no state and no body is stated."""
    people = telling.parties.linker.people
    return [s for s in sides if s.kind == "person" and not (s.country or of_one_state(s)) and people[s.key].body is None]


def land_of_one(telling: Telling, sides: tuple[Side, ...]) -> str | None:
    """Return the land in whose capital one office-holder of no stated state agrees with others: he may be at home there."""
    stateless = _stateless(telling, sides)
    lands = _lands(telling, capitals=True)
    one = len(stateless) == 1 and stateless[0].posts and len(sides) > 1 and len(lands) == 1
    return next(iter(lands)) if one and not any(s.country in lands for s in sides) else None


def _states_named(telling: Telling) -> list[str]:
    """Return the states that a sentence names, also by their adjectives, where nothing is said to be in them or about them."""
    sentence, units = telling.skel.sentence, telling.skel.sentence.units
    named = (i for i in range(sentence.first, sentence.last) if units.classes[i] in "cd")
    free = (i for i in named if not {w.lower() for w in units.words[max(sentence.first, i - 2):i]} & PLACING)
    return [code for code in dict.fromkeys(units.values.get(i) for i in free) if code]


def _lands(telling: Telling, *, capitals: bool = False) -> frozenset[str | None]:
    """Return the states in which a sentence says that something was done, else those where its item is.

    With `capitals` no other city tells one.
    """
    skel, knowledge = telling.skel, telling.parties.linker.knowledge
    signs = (skel.groups.get(t) for before, t in pairwise(skel.tokens) if before in ("in", "at"))
    there = [m for group in signs if group for m in group.mentions]
    cities = [knowledge.places[m.value] for m in there if m.kind == "place" and m.value in knowledge.places]
    if capitals:
        seats = set(knowledge.capital_keys.values())
        return frozenset(c.country for c in cities if c.key in seats or c.is_site) if cities else _around(telling.item)
    countries = frozenset(c.country for c in cities)
    return countries or frozenset(m.value for m in there if m.kind == "country") or _around(telling.item)


def _around(item: Item) -> frozenset[str | None]:
    return frozenset(p.country for p in item.place if p.country)


def with_government(telling: Telling, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return parties with the state of an armed group or a party that agrees with "the government"."""
    bodies = telling.parties.linker.bodies
    bound = [s for s in sides if s.kind != "person"]
    if len(bound) != 1 or bound[0].kind != "organization" or not terms().naming.government.search(telling.skel.text):
        return sides
    body = bodies[bound[0].key]
    return (country_side(body.country), *sides) if body.country and body.kind in ("militia", "party") else sides


def bound_by(telling: Telling, at: int, end: int, words: Around) -> tuple[Side, ...]:
    """Return the states and bodies in the clause that what stands under an agreement, whose noun is `[at, end)`, binds."""
    below = terms().naming.under_which.match(words.after)
    if not (below or terms().naming.under.search(words.before)):
        return ()
    skel = telling.skel
    signs = [i for i, token in enumerate(skel.tokens) if skel.kind_at(i) in ("E", "C") and not at <= i < end]
    if below and sum(i >= end for i in signs) > 1:
        # who brokered "an agreement under which A is to sell oil to B" is not bound
        signs = [i for i in signs if i >= end]
    there = [i for i in signs if skel.tokens[i - 1:i] not in (("in",), ("at",), ("near",), ("by",))]
    named = tuple(m for i in there for m in skel.groups[skel.tokens[i]].mentions if m.kind in ("country", "body", "group"))
    # "is to train Cambodian officers": their state is bound
    sides = [country_side(s.country) if s.kind == "group" and s.country else s for s in telling.sides(named)]
    return _bound(sides, telling.parties.linker)


def _bound(sides: Iterable[Side], linker: Linker) -> tuple[Side, ...]:
    """Return the states and the bodies of their own right for which these stand."""
    out: list[Side] = []
    for side in principals(sides, named=frozenset(), linker=linker):
        if side.kind == "organization" and side.country and linker.bodies[side.key].kind not in terms().principal_kinds:
            side = country_side(side.country)
        if side.kind in ("country", "organization") and not side.among(out):
            out.append(side)
    return tuple(out)
