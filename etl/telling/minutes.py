"""Read the head of the record of a conversation: labelled lines that say who took part, when and where.

"PARTICIPANTS:" with names on its line or on those below it, "DATE:", "PLACE:", in any order.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from etl.framing.skeleton import skeleton
from etl.knowledge import toml
from etl.layout.shape import Shape
from etl.records import Evidence, When
from etl.spotting.mentions import Sentence
from etl.telling.context import Item
from etl.telling.drafts import Draft
from etl.telling.parties import Parties
from etl.telling.sides import Side
from etl.telling.timing import Timing
from etl.telling.whereabouts import Whereabouts

RULE = "participants of a record"
LABEL = re.compile(r"([A-Za-z][A-Za-z&/ ]{2,30}):\s*")


@cache
def _labels() -> dict[str, str]:
    """Return what each label is one of: who, day or place."""
    return {label: field for field, labels in toml("settings.toml")["record"].items() for label in labels}


def _named(sentences: list[Sentence]) -> bool:
    """Say whether a line begins with somebody."""
    return any(m.kind == "person" and m.first == s.first for s in sentences for m in s.mentions)


def recorded(found: Iterable[Sentence], shaped: Shape, parties: Parties, timing: Timing, whereabouts: Whereabouts) -> Draft | None:
    """Return the conversation whose participants a record lists, None where the document is no such record."""
    sides: list[Side] = []
    when, places, field, listed = When(), (), "", list[Sentence]()
    for at, group in groupby(found, key=lambda s: s.block):
        block, sentences = shaped.blocks[at], list(group)
        label = LABEL.match(block.span.of(shaped.text))
        if label is None and (field != "who" or block.kind == "paragraph" or len(sentences) > 1 or not _named(sentences)):
            # names below "PARTICIPANTS:" go on with them
            field = ""
        elif label is not None:
            field = _labels().get(label.group(1).lower(), "other")
            if field == "who" and sides:
                # of several records in one document nobody can tell which day is whose
                return None
        for sentence in sentences:
            if field == "who":
                people = tuple(m for m in sentence.mentions if m.kind == "person")
                sides += [s for s in parties.sides(skeleton(sentence), people, Item()) if not s.among(sides)]
                listed.append(sentence)
            elif field == "day" and not when.start:
                when = next((timing.day(m) for m in sentence.mentions if m.kind == "date"), when)
            elif field == "place" and not places:
                places = tuple(whereabouts.place(m, sentence.units) for m in sentence.mentions if m.kind == "place")
    if len(sides) < 2:
        return None
    evidence = tuple(Evidence(sentence.text_span(), sentence.block, (), RULE) for sentence in listed if sentence.mentions)
    return Draft("meeting", "held", tuple(sides), places, when, evidence, listed[0].block, 0, frame=RULE)
