"""Say what takes part where a text speaks of a group: a delegation's sender, the body whose members gather, two groups.

A group of nobody in particular ("officials") is no party.
"""
from __future__ import annotations

import re
from functools import cache

from etl.framing.skeleton import Skeleton
from etl.knowledge import Knowledge, toml
from etl.linking.link import Linker
from etl.spotting.mentions import Mention
from etl.spotting.units import Units
from etl.telling.sides import Side, content, group_side


@cache
def _words() -> dict:
    return toml("parties.toml")["groups"]


def is_delegation(text: str) -> bool:
    """Say whether the words name a delegation."""
    return re.search(_words()["delegation"], text) is not None


def seconds(words: str) -> bool:
    """Say whether those who came along sat beside another at the table rather than travel with him."""
    return re.search(_words()["seconds"], words.lower()) is not None


def gathers_nobody(side: Side) -> bool:
    """Say whether a group by itself tells no gathering: "the delegations met", or too few words to tell it apart."""
    return bool(re.search(_words()["gatherings"], side.text or "")) or len(side.words) < 2


def _is_bare(side: Side) -> bool:
    """Say whether a group is told by nothing but that it is one of several: "delegations", "other officials"."""
    words = (side.text or "").lower().split()
    return len(side.words) == 1 and ("other" in words or re.fullmatch(_words()["bare"], words[-1]) is not None)


def gathering(side: Side, linker: Linker) -> str | None:
    """Return the kind of encounter that a body is by itself when it meets, None for one that has a single side."""
    if side.kind != "organization":
        return None
    body = linker.bodies[side.key]
    if re.search(_words()["joint"], body.name) or re.search(_words()["joint"], body.name.lower()):
        return "meeting"
    many = body.kind == "international" or re.search(_words()["many"], body.name.lower())
    return "conference" if many else None


def country_of_group(m: Mention, units: Units, knowledge: Knowledge) -> str | None:
    """Return the country a group is said to be of."""
    for i in range(m.first, m.last):
        if units.classes[i] in "dc":
            return units.values.get(i)
        if units.classes[i] == "O":
            return knowledge.bodies[units.values[i]].country
    return None


def group_parties(m: Mention, text: str, units: Units, linker: Linker) -> tuple[Side, ...]:
    """Return what takes part for a group that refers to nobody told before; `text` is the group without its article."""
    body = _sent_by(m, text, units, linker) or _gathered(m, units, linker)
    if body is not None:
        return (body,)
    two = _two_groups(m, units, linker.knowledge)
    if two:
        return two
    side = group_side(text)
    counted = units.words[m.first].lower() in ("both", "all", "the")
    return (side,) if side.words and (counted or not _is_bare(side)) else ()


def _sent_by(m: Mention, text: str, units: Units, linker: Linker) -> Side | None:
    """Return the body that sent "a PUK delegation"; the body takes part."""
    if not is_delegation(text):
        return None
    for i in range(m.first, m.last):
        if units.classes[i] == "O":
            key = units.values[i]
            known = linker.knowledge.bodies[key]
            if key in linker.bodies and known.kind in _words()["senders"]:
                return Side("organization", key, None, known.country)
    return None


def _gathered(m: Mention, units: Units, linker: Linker) -> Side | None:
    """Return the body whose ministers or leaders gather: "the foreign ministers of the Arab League", "ASEAN ministers"."""
    first = m.first + (units.classes[m.first] in "tu")
    at, plural = m.last - 1, next((i for i in range(m.first, m.last) if units.classes[i:i + 2] == "Jo"), None)
    if plural is None and units.classes[first] == "O" and units.classes[at] == "J":
        at, plural = first, at
    key = units.values.get(at)
    if plural is None or units.classes[at] != "O" or key not in linker.bodies:
        return None
    if linker.knowledge.bodies[key].kind != "international":
        return None
    members = units.words[plural].lower().endswith(tuple(_words()["members"]))
    return Side("organization", key, None, None) if members else None


def _two_groups(m: Mention, units: Units, knowledge: Knowledge) -> tuple[Side, ...]:
    """Return both groups of "Egyptian and Iranian security officials" and "government and rebel negotiators"."""
    at = next((i for i in range(m.first, m.last - 2) if units.classes[i + 1] == "&"
               and any(all(units.classes[j] in kinds or units.words[j].lower() in _factions() for j in (i, i + 2))
                       for kinds in ("dO", "cO"))), None)
    if at is None:
        return ()
    first = m.first + (units.classes[m.first] in "tu")
    # "the heads of the Egyptian and Iranian services"
    of = " ".join(w for i, w in enumerate(units.words[first:at], first) if units.classes[i] != "t")
    rest = units.phrase(at + 3, m.last)
    out = []
    for i in (at, at + 2):
        out.append(group_side(f"{of} {units.words[i]} {rest}".strip(), _country_of(units, i, knowledge)))
    return tuple(out)


@cache
def _factions() -> frozenset[str]:
    return frozenset(toml("parties.toml")["groups"]["factions"])


def _country_of(units: Units, at: int, knowledge: Knowledge) -> str | None:
    """Return the country of a nationality or a body; a faction has none."""
    if units.classes[at] in "cd":
        return units.values[at]
    return knowledge.bodies[units.values[at]].country if units.classes[at] == "O" else None


def delegations(skel: Skeleton, lead: tuple[Mention, ...], linker: Linker) -> tuple[Side, ...]:
    """Return what stands beside the named members of a list: the body whose members they are, else the delegation they lead."""
    out = []
    units = skel.sentence.units
    for m in lead:
        text = units.phrase(m.first + (units.classes[m.first] in "tu"), m.last)
        sent = is_delegation(text)
        if m.kind != "group" or not (sent or re.search(_words()["of_body"], text.lower())):
            continue
        inside = (x.entity for x in skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last and x.entity)
        body = next(inside, None)
        if body is not None:
            out.append(Side("organization", body, None, linker.bodies[body].country))
        elif sent and len(content(text)) >= 2:
            out.append(group_side(text, country_of_group(m, units, linker.knowledge)))
    return tuple(out)
