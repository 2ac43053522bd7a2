"""Make the records of the people, organizations and places of a document from what the stages linked and placed."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from etl.knowledge import Knowledge
from etl.linking.people import PersonEntry
from etl.reading import Reading
from etl.records import Evidence, Organization, Person, Place, Position
from etl.spotting.mentions import Mention, Role, Sentence

Post = tuple[str, frozenset[str], str | None, bool, bool]
"""What tells posts of a person apart: head, fields, country, former, incoming."""


def people_of(reading: Reading) -> Iterator[Person]:
    """Yield the people of a document with the posts it states for them."""
    by_block = {block: list(told) for block, told in groupby(reading.sentences, key=lambda s: s.block)}
    for entry in reading.linker.people.values():
        name = entry.full_name()
        positions = _positions(entry, by_block, reading.linker.knowledge)
        country = next((p.country for p in positions if p.country), None)
        yield Person(entry.key, name, tuple(dict.fromkeys((name, *entry.forms))), country, positions)


def _positions(entry: PersonEntry, by_block: dict[int, list[Sentence]], knowledge: Knowledge) -> tuple[Position, ...]:
    """Return the posts of a person, each with the sentence that states it first."""
    positions: dict[Post, Position] = {}
    for role, mention, block in entry.roles:
        sentence = next((s for s in by_block.get(block, ()) if s.first <= mention.first < s.last), None)
        if sentence is not None:
            key = (role.head, role.domains, role.country, role.former, "incoming" in role.phrase.lower().split())
            positions.setdefault(key, _position(role, sentence, knowledge))
    return _told_once(positions)


def _told_once(positions: dict[Post, Position]) -> tuple[Position, ...]:
    """Return the posts; a bare "president" is the one of a country or body that the person holds, where that is only one."""
    out = dict(positions)
    for post, bare in positions.items():
        whole = [other for other, position in positions.items() if _is_whole(position) and _but_country(other) == _but_country(post)]
        if not _is_whole(bare) and len(whole) == 1:
            del out[post]
            out[whole[0]] = replace(out[whole[0]], evidence=(*out[whole[0]].evidence, *bare.evidence))
    return tuple(out.values())


def _is_whole(position: Position) -> bool:
    return position.country is not None or position.organization_key is not None


def _but_country(post: Post) -> tuple:
    return (*post[:2], *post[3:])


def _position(role: Role, sentence: Sentence, knowledge: Knowledge) -> Position:
    """Return one post; its title is without the country and "former" before it, but with "acting" and "incoming"."""
    units, first, standing = sentence.units, role.first, []
    idle = knowledge.posts.former | knowledge.posts.passing
    while first < role.last - 1:
        word = units.words[first]
        if word.lower() in knowledge.posts.standing:
            standing.append(word)
        elif units.classes[first] not in "dcv" and word.lower() not in idle:
            break
        first += 1
    evidence = Evidence(sentence.text_span(), sentence.block)
    stated = role.phrase == units.phrase(role.first, role.last)
    title = " ".join((*standing, units.phrase(first, role.last))) if stated else _without_nation(role.phrase, knowledge)
    return Position(title, _body(role, sentence.mentions), role.country, role.former, (evidence,))


def _without_nation(phrase: str, knowledge: Knowledge) -> str:
    """Return the words of one of several posts ("the Chilean and Peruvian ministers") without whose it is."""
    first, _, rest = phrase.partition(" ")
    entry = knowledge.proper.single.get(first)
    return rest if rest and entry is not None and entry.cls == "d" else phrase


def _body(role: Role, mentions: list[Mention]) -> str | None:
    """Return the body that a post's words hold."""
    return next((m.entity for m in mentions if m.kind == "inner" and role.first <= m.first < role.last), None)


def organizations_of(reading: Reading) -> Iterator[Organization]:
    """Yield the organizations of a document."""
    for body in reading.linker.bodies.values():
        yield Organization(body.key, body.name, tuple(dict.fromkeys((body.name, *body.forms))), body.kind, body.country)


def places_of(reading: Reading, knowledge: Knowledge) -> Iterator[Place]:
    """Yield the places of the encounters, then the other places of the gazetteer that the text names, each once."""
    out: dict[str, Place] = {}
    for draft in reading.merged:
        for place in draft.places:
            out.setdefault(place.key, place)
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind == "place" and m.value and not m.value.startswith("~") and m.value not in out:
                known = knowledge.places[m.value]
                out[m.value] = Place(known.key, known.name, known.country)
    yield from out.values()
