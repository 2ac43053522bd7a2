"""Find the person who writes a document in the first person, and the one it is about.

Only what stands apart tells: a byline, a signature, the title.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from etl.framing.skeleton import skeleton
from etl.layout.shape import Shape
from etl.linking.link import Linker
from etl.spotting.mentions import Mention, Sentence
from etl.telling.context import Item
from etl.telling.parties import Parties
from etl.telling.sides import Side, country_side

FIRST_BLOCKS, LAST_BLOCKS = 6, 2
LONGEST_LINE = 160
OFTEN, NEARLY_ALL = 2, 0.75
CALENDAR = re.compile(r"\b(?:calendar|schedule|programme|program|agenda|diary|engagements|travels|journeys)\b", re.IGNORECASE)


def signer(found: list[Sentence], shaped: Shape, linker: Linker) -> Side | None:
    """Return the person who writes in the first person: the byline or a line that holds a name and a post alone."""
    for sentence in found:
        if not _at_an_end(sentence.block, shaped):
            continue
        for m in _people(sentence):
            alone = m.last - m.first >= sentence.last - sentence.first - 1
            byline = m.first > sentence.first and sentence.units.words[m.first - 1].lower() == "by"
            if m.name and (alone or byline):
                return _side(m, linker)
    return next((_side(m, linker) for sentence in found for m in _quoted(sentence, shaped)), None)


def _quoted(sentence: Sentence, shaped: Shape) -> Iterator[Mention]:
    """Yield whose words the paragraphs after a line are: "On her return Minister X said:"."""
    words = [w.lower() for w in sentence.units.words[sentence.first:sentence.last]]
    whole = shaped.blocks[sentence.block].span.of(shaped.text).rstrip().endswith(":")
    people = list(_people(sentence))
    if whole and words[-2:] in (["said", ":"], ["stated", ":"], ["added", ":"]) and len(people) == 1:
        yield people[0]


def traveller(found: list[Sentence], shaped: Shape, linker: Linker) -> Side | None:
    """Return the person whom the title names first: whom sentences without a subject are about."""
    titles = (s for s in found if shaped.blocks[s.block].kind == "title")
    named = next((m for sentence in titles for m in _people(sentence)), None)
    return None if named is None else _side(named, linker)


def keeper(found: list[Sentence], shaped: Shape, parties: Parties) -> Side | None:
    """Return the holder of the one post that the title of a calendar names: "Programme of the Prime Minister"."""
    for sentence in found:
        if shaped.blocks[sentence.block].kind == "title" and CALENDAR.search(sentence.text_span().of(shaped.text)):
            posts = [m for m in sentence.mentions if m.kind == "role"]
            sides = parties.sides(skeleton(sentence), tuple(posts), Item()) if len(posts) == 1 else ()
            if sides:
                return sides[0]
    return None


def two_states(found: list[Sentence]) -> tuple[Side, ...]:
    """Return the two states of which nearly all is told that a text tells of states, nothing where it tells of more or of one."""
    told = Counter(s.units.values[i] for s in found for i in range(s.first, s.last) if s.units.classes[i] in "cd")
    ranked = told.most_common(2)
    if len(ranked) < 2 or ranked[1][1] < OFTEN or sum(n for _, n in ranked) < NEARLY_ALL * told.total():
        return ()
    return tuple(country_side(code) for code, _ in ranked)


def _at_an_end(block: int, shaped: Shape) -> bool:
    """Say whether a block is a short line at the beginning or end of its document."""
    inner = FIRST_BLOCKS <= block < len(shaped.blocks) - LAST_BLOCKS
    return not inner and len(shaped.blocks[block].span.of(shaped.text)) <= LONGEST_LINE


def _people(sentence: Sentence) -> Iterator[Mention]:
    return (m for m in sentence.mentions if m.kind == "person" and m.entity)


def _side(m: Mention, linker: Linker) -> Side:
    posts = tuple(r for r, _, _ in linker.people[m.entity].roles)
    return Side("person", m.entity, None, next((r.country for r in posts if r.country), None), posts=posts)
