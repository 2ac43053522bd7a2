"""Say who agrees where a sentence names only one side: the other is understood from who speaks, acts or is listed beside it."""
from __future__ import annotations

from etl.agreements.steps import Around
from etl.agreements.terms import terms
from etl.agreements.told import of_sign, told_sides
from etl.framing.modality import is_past
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.framing.wording import subject_words
from etl.telling.sides import Side, country_side
from etl.telling.telling import Telling


def speaker(telling: Telling, at: int, partner: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the state or body of who tells of an agreement with a partner before token `at`: "A said that a pact with B"."""
    m = terms().naming.speaker.search(telling.skel.text[:telling.skel.offsets[at]])
    told = of_sign(telling, m["x"] or m["y"]) if m else ()
    return _other_state(told, partner)


def of_signing(telling: Telling, end: int, words: Around, verb: int | None, partner: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the state of who is at the signing of an agreement with a partner: "A came for the signing of a pact with B"."""
    if verb is None or not terms().naming.nominal.match(words.before[verb:]):
        return ()
    group, _ = subject(telling.skel, words.token_of(verb), end)
    told = told_sides(telling, group.mentions) if group else ()
    return _other_state(told, partner)


def _other_state(told: tuple[Side, ...], partner: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the state of those told, where it is one, and not one of a partner's."""
    codes = {s.country for s in told if s.country} - {p.country for p in partner}
    return tuple(map(country_side, codes)) if len(codes) == 1 else ()


def spoken_of_last(telling: Telling, partner: Side) -> tuple[Side, ...]:
    """Return whom the text is about where a named partner signed: "Kern opened the embassy. A pact was signed with Holm"."""
    topic = telling.item.topic
    return (topic,) if topic and partner.kind == topic.kind == "person" and not topic.same(partner) else ()


def unsaid(telling: Telling, words: Around, verb: int) -> tuple[Side, ...]:
    """Return whom a sentence is about that opens with what he does: "Met with A and signed a protocol with B"."""
    opening = telling.skel.sentence.units.words[telling.skel.sentence.first].lower()
    about = telling.item.topic or telling.parties.memory.subject
    does = words.low == 0 and is_past(opening) and is_past(words.before[verb:].split()[0])
    return (about,) if does and about else ()


def and_of(telling: Telling, j: int) -> tuple[Side, ...]:
    """Return whose others act, too, beside the group at token `j`: "delegates of Chad and of the Lake Front"."""
    skel = telling.skel
    further = skel.tokens[j + 1:j + 3] == ("and", "of") and skel.kind_at(j + 3) in ("E", "C")
    return told_sides(telling, skel.groups[skel.tokens[j + 3]].mentions) if further else ()


def capital(telling: Telling, j: int) -> tuple[Side, ...]:
    """Return the state whose capital is listed with the group at token `j`: "Lima and the Andean Front"."""
    skel, knowledge = telling.skel, telling.parties.linker.knowledge
    before = j >= 2 and skel.tokens[j - 1] == "and" and skel.kind_at(j - 2) == "L"
    after = skel.tokens[j + 1:j + 2] == ("and",) and skel.kind_at(j + 2) == "L"
    if not (before or after) or (before and j > 2 and skel.tokens[j - 3] in subject_words().prepositions):
        return ()
    key = skel.groups[skel.tokens[j - 2 if before else j + 2]].mentions[-1].value or ""
    place = knowledge.places.get(key)
    return (country_side(place.country),) if place and knowledge.capital_keys.get(place.country or "") == key else ()


def country_inside(skel: Skeleton, end: int) -> tuple[Side, ...]:
    """Return the state that an agreement without parties holds in: "a ceasefire in Chad"."""
    where = terms().naming.inside.match(" ".join(skel.tokens[end:end + 3]) + " ")
    place = skel.groups[where.group("x")].mentions[0] if where else None
    return (country_side(place.value),) if place is not None and place.kind == "country" else ()
