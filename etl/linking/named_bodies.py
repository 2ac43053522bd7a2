"""Link the mentions of bodies, and find the bodies within posts, groups and compounds ("UN-led").

Which body a stretch names is bodies.py's answer; here is only the order: what is described at length comes first, so that the
short forms before it are understood too.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.knowledge import Knowledge
from etl.linking.bodies import Bodies
from etl.linking.firms import names_within
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.proper_names import inner_bodies
from etl.spotting.units import Units


def link_bodies(bodies: Bodies, sentences: list[Sentence]) -> None:
    """Link every mention of a body; one that names none becomes unknown, those inside others are added as `inner`."""
    for sentence in sentences:
        for m in sentence.mentions:
            if m.kind == "body" and _venue(sentence.units, m, bodies.knowledge):
                continue
            if m.kind == "body" and m.last - m.first > 1 and tuple(sentence.units.words[m.first:m.last]) not in bodies.firms:
                bodies.named(sentence.units, m.first, m.last, m.value)
            elif m.kind in ("person", "role", "group"):
                for first, last in _within(bodies, sentence.units, m):
                    if last - first > 1 or " of " in sentence.units.words[first]:
                        bodies.named(sentence.units, first, last, None)
    for body in bodies.entries.values():
        # the second reading counts the forms
        body.forms.clear()
    for sentence in sentences:
        for at, m in enumerate(sentence.mentions):
            if m.kind == "body" and _venue(sentence.units, m, bodies.knowledge):
                first = m.first + (sentence.units.classes[m.first] == "t")
                sentence.mentions[at] = replace(m, kind="place", first=first, value="~" + sentence.units.phrase(first, m.last))
            elif m.kind == "body":
                key = bodies.named(sentence.units, m.first, m.last, m.value)
                sentence.mentions[at] = replace(m, entity=key) if key else replace(m, kind="unknown")
    for sentence in sentences:
        for m in list(sentence.mentions):
            if m.kind in ("person", "role", "group"):
                _link_inner(bodies, sentence, m)
    for sentence in sentences:
        _link_compounds(bodies, sentence)


def _venue(units: Units, m: Mention, knowledge: Knowledge) -> bool:
    """Say whether a house or a club is where one is or goes: "at the State House"."""
    named = m.value is None and m.last - m.first - (units.classes[m.first] == "t") > 1
    there = units.classes[m.first - 1:m.first] == "i" or units.words[m.first - 1:m.first] == ["to"]
    return named and there and units.words[m.last - 1] in knowledge.names.venues


def _link_inner(bodies: Bodies, sentence: Sentence, m: Mention) -> None:
    """Add the bodies named inside a post or a group: "commander of the Coast Guard"."""
    units = sentence.units
    for first, last in (*_within(bodies, units, m), *names_within(units, m, bodies.firms)):
        value = units.values.get(first) if last - first == 1 and units.classes[first] == "O" else None
        key = bodies.named(units, first, last, value)
        if key:
            sentence.mentions.append(Mention("inner", first, last, entity=key))


def _within(bodies: Bodies, units: Units, m: Mention) -> Iterator[tuple[int, int]]:
    """Yield where bodies stand inside a mention; the matter of a post ("U.S. Energy Secretary") is no company."""
    for first, last in inner_bodies(units, m, bodies.knowledge):
        matter = units.classes[first] in "dc" and any(r.first <= first and last == r.last - 1 for r in m.roles)
        if not (matter and bodies.knowledge.body_kinds.get(units.words[last - 1]) == "company"):
            yield first, last


def _link_compounds(bodies: Bodies, sentence: Sentence) -> None:
    """Add the bodies in "UN-led" and "Israel-Hamas"."""
    units = sentence.units
    for i in range(sentence.first, sentence.last):
        word = units.words[i]
        if "-" in word and units.classes[i] in "qXNYd":
            for part in word.split("-"):
                key = _known(bodies.knowledge, part)
                if key:
                    bodies.add_known(key, part)
                    sentence.mentions.append(Mention("inner", i, i + 1, value=part, entity=key))


def _known(knowledge: Knowledge, word: str) -> str | None:
    entry = knowledge.proper.single.get(word)
    return entry.value if entry and entry.cls == "O" else None
