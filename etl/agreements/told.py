"""Say whom the mentions of a sentence denote where they agree: states, bodies, people, and for whom the last stand.

"The Kenyan and Chadian ministers" are two states, "rebels of the Lake Front" that front.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.agreements.principals import body_side
from etl.agreements.spoken_of import pair_called
from etl.agreements.terms import terms
from etl.spotting.mentions import Mention
from etl.spotting.units import Units
from etl.telling.sides import Side, country_side
from etl.telling.telling import Telling


def of_sign(telling: Telling, sign: str) -> tuple[Side, ...]:
    """Return whom the mentions behind a sign denote."""
    return told_sides(telling, telling.skel.groups[sign].mentions)


def told_sides(telling: Telling, mentions: tuple[Mention, ...]) -> tuple[Side, ...]:
    """Return whom mentions denote: "the two sides" are the states or bodies of those spoken of, not the people."""
    units, out = telling.skel.sentence.units, []
    for m in mentions:
        sides = _states_before(telling, m) or tuple(t for s in telling.sides((m,)) for t in _of_joint_body(telling, s))
        if m.kind == "group" and terms().naming.principals.search(units.phrase(m.first, m.last)):
            known = (s for s in sides if s.country or s.kind != "person")
            sides = tuple(country_side(s.country) if s.kind == "person" else s for s in known)
        states = states_of_several(units, m)
        if len(states) >= 2 and len(sides) < 2:
            sides = (*states, *sides) if m.kind == "person" else states
        sent_by = _sent_by(telling, m) if m.kind in ("person", "role") else _named_group(telling, m)
        if sent_by and m.kind == "group":
            # "the Chilean army and Andino rebels"
            before = units.classes.find("&", m.first, m.last)
            sides = tuple(country_side(units.values[i]) for i in range(m.first, before) if units.classes[i] in "cd")
        if any(s.kind == "organization" for s in sent_by):
            # who acts for a company does not act for its state
            sides = tuple(replace(s, country=None, posts=(), role=None) if s.kind != "country" else s for s in sides)
        out.extend(s for s in (*sent_by, *sides) if not s.among(out))
    return tuple(out)


def _of_joint_body(telling: Telling, side: Side) -> tuple[Side, ...]:
    """Return the two states of "the Chad-Niger commission"; any other party as it is."""
    linker = telling.parties.linker
    if side.kind != "organization" or side.key not in linker.bodies:
        return (side,)
    words = linker.bodies[side.key].name.split()
    return next((sides for word in words if (sides := pair_called(word, linker))), (side,))


def _states_before(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return the states that "they" means in "Chad and Mali let it be known that they had signed a pact"."""
    if m.kind != "pronoun" or m.value != "they":
        return ()
    listed = (g.mentions for g in telling.skel.groups.values() if g.kind == "C" and len(g.mentions) > 1)
    return telling.sides(next((states for states in listed if states[-1].last <= m.first), ()))


def states_of_several(units: Units, m: Mention) -> tuple[Side, ...]:
    """Return the states of "the Kenyan and Ugandan ministers", "the presidents of Kenya and Uganda, A" and B."""
    classes, last = units.classes, m.name[0] if m.name else m.last
    if m.kind not in ("group", "person") or not re.search("[cd],?&t?[cd]", classes[m.first:last]):
        return ()
    countries = (units.values.get(i) for i in range(m.first, last) if classes[i] in "cd")
    return tuple(country_side(c) for c in dict.fromkeys(countries) if c)


def _named_group(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return the body that a group is called by: "the ELN guerrilla group", "members of the rebel group ELN"."""
    linker, words = telling.parties.linker, telling.skel.sentence.units.words
    if m.kind != "group":
        return ()
    inside = [x for x in telling.skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last]
    firms, head = linker.knowledge.firms, words[m.first:m.last]
    of_body = next((x for x in inside if "of" in head[:x.first - m.first] and x.entity in linker.bodies), None)
    members = of_body is not None and any(w.lower() in terms().members for w in words[m.first:of_body.first])
    if of_body and members and not states_of_several(telling.skel.sentence.units, m):
        # "rebels of the Lake Front"
        return (body_side(linker, of_body.entity),)
    body = next((x.entity for x in inside if x.entity in linker.bodies and "militia" in (
        firms.before.get(words[m.last - 1]), firms.after.get(words[m.last - 1]), firms.before.get(words[x.first - 1]))), None)
    return (body_side(linker, body),) if body else ()


def _sent_by(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return whom somebody acts for where it follows: "Major Diarra for the Malian army"; or whose he is."""
    skel, bodies = telling.skel, telling.parties.linker.bodies
    inside = (x.entity for x in skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last)
    body = next((key for key in inside if key in bodies and bodies[key].kind in terms().principal_kinds), None)
    if body is not None:
        return (body_side(telling.parties.linker, body),)
    owner = next((x for x in skel.sentence.mentions if x.kind == "country" and x.last == m.first - 1), None)
    if owner is not None and skel.sentence.units.classes[m.first - 1] == "v":
        return telling.sides((owner,))
    after = next((x for x in skel.sentence.mentions if x.first >= m.last and x.kind in ("country", "body", "group")), None)
    if after is None or not terms().naming.acting_for.match(skel.sentence.units.phrase(m.last, after.first).lower()):
        return ()
    return telling.sides((after,))
