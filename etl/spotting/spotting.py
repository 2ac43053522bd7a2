"""Find the sentences and mentions of a document, with citations and dates read beforehand as single units.

A document that names "Yasser Arafat" or "Menachem Begin" is read again where such a family name is also a place or a word.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.knowledge import Knowledge
from etl.layout.shape import Shape
from etl.records import Span
from etl.sources.attributions import find_attributions
from etl.sources.citations import CitedBracket, find_citations
from etl.sources.endnotes import endnotes
from etl.spotting.mentions import Sentence
from etl.spotting.sentences import sentences
from etl.spotting.spot import Spotter
from etl.spotting.tokens import Tokenizer
from etl.spotting.units import Fixed
from etl.time.dates import DateMention, find_dates


@dataclass(slots=True)
class Fixtures:
    """The dates and citations of a document, which units refer to by number; of each block, the units and the sources it names.

    `notes` are what its endnotes cite, by their numbers.
    """

    dates: list[DateMention] = field(default_factory=list)
    brackets: list[CitedBracket] = field(default_factory=list)
    blocks: list[list[Fixed]] = field(default_factory=list)
    named: list[list[CitedBracket]] = field(default_factory=list)
    notes: dict[int, list[CitedBracket]] = field(default_factory=dict)


def find_fixtures(shaped: Shape, knowledge: Knowledge) -> Fixtures:
    """Read the citations, the sources named in running text and the dates of a document."""
    out = Fixtures()
    for block in shaped.blocks:
        fixed: list[Fixed] = []
        out.named.append([])
        for span in block.spans:
            _add_fixtures(shaped, span, knowledge, out, fixed)
        out.blocks.append(sorted(fixed, key=lambda f: f.span))
    out.notes = endnotes(shaped.text, (b.span for b in shaped.blocks), shaped.calendar, knowledge)
    return out


def _add_fixtures(shaped: Shape, span: Span, knowledge: Knowledge, out: Fixtures, fixed: list[Fixed]) -> None:
    """Add what one stretch holds; a date inside a citation belongs to it."""
    cited = find_citations(shaped.text, span.start, span.end, shaped.calendar, knowledge)
    for bracket in cited:
        fixed.append(Fixed(bracket.span, "Z", len(out.brackets)))
        out.brackets.append(bracket)
    for named in find_attributions(shaped.text, span.start, span.end, shaped.calendar, knowledge):
        if not any(b.span.start <= named.span.start < b.span.end for b in cited):
            out.named[-1].append(named)
    for mention in find_dates(shaped.text, span.start, span.end):
        if not any(b.span.start <= mention.span.start < b.span.end for b in cited):
            fixed.append(Fixed(mention.span, "D", len(out.dates)))
            out.dates.append(mention)


def find_sentences(shaped: Shape, fixtures: Fixtures, knowledge: Knowledge) -> list[Sentence]:
    """Return the sentences of a document with their mentions, not linked yet."""
    # what stands in a web address proves nothing about a name
    lowers = frozenset(re.findall(r"(?<![^\W\d_])(?<![.@/])[a-zà-ÿ][a-zà-ÿ'-]+(?!\.\w)", shaped.text))
    tokenizer, spotter = Tokenizer(knowledge, lowers), Spotter(knowledge)
    abbreviations = frozenset(knowledge.rules["groups"]["abbreviations"]["words"])

    def spotted(blocks: Iterable[int]) -> list[Sentence]:
        out = []
        for at in blocks:
            block = shaped.blocks[at]
            units = tokenizer.units(shaped.text, block.spans, fixtures.blocks[at])
            heads = block.kind in ("heading", "title")
            for first, last in sentences(units, abbreviations):
                mentions = spotter.mentions(units, first, last)
                # a headline's capitals prove nothing: only what the seeds know or a post introduces is a name there
                out.append(Sentence(at, units, first, last, [m for m in mentions if not heads or m.kind != "body" or m.value]))
        return out

    found = spotted(range(len(shaped.blocks)))
    tokenizer.surnames = _misleading_surnames(found, knowledge)
    if not tokenizer.surnames:
        return found
    again = {s.block for s in found if not tokenizer.surnames.isdisjoint(s.units.words)}
    return sorted((*(s for s in found if s.block not in again), *spotted(sorted(again))), key=lambda s: (s.block, s.first))


def _misleading_surnames(found: list[Sentence], knowledge: Knowledge) -> frozenset[str]:
    """Return the family names of this document that are also places or ordinary words ("Yasser Arafat", "Menachem Begin")."""
    out = set()
    for sentence in found:
        for m in sentence.mentions:
            if m.kind == "person" and m.name and m.name[1] - m.name[0] >= 2:
                word = sentence.units.words[m.name[1] - 1]
                if _is_more_than_a_name(word, knowledge):
                    out.add(word)
    return frozenset(out)


def _is_more_than_a_name(word: str, knowledge: Knowledge) -> bool:
    entry = knowledge.proper.single.get(word)
    lower = word.lower()
    return bool(entry and entry.cls in "GcdKX") or lower in knowledge.ordinary or lower in knowledge.common.single
