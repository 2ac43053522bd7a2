"""Make the records of where a document names people, organizations, places and outlets: the bare names, without posts.

A post that shares the name of somebody else ("the President and Mrs Banda") stands with all words up to that name.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from etl.reading import Reading
from etl.records import Mention, Span
from etl.spotting.mentions import Mention as Spotted, Sentence


def mentions_of(reading: Reading) -> Iterator[Mention]:
    """Yield the mentions of a document, one for a kind and span."""
    seen = set()
    for mention in (*_in_sentences(reading), *_in_citations(reading)):
        if (mention.kind, mention.span) not in seen:
            seen.add((mention.kind, mention.span))
            yield mention


def _in_sentences(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.sentences:
        for m in sentence.mentions:
            mention = _linked(m, sentence)
            if mention is not None:
                yield mention


def _linked(m: Spotted, sentence: Sentence) -> Mention | None:
    """Return the record of a mention whose entity is known."""
    units, block = sentence.units, sentence.block
    if m.kind == "person" and m.entity and m.name:
        # in "the President and Mrs Banda" the bare name is hers
        first = m.name[0] if m.name[0] < m.last else m.first
        return Mention("person", m.entity, units.span(first, m.name[1]), block)
    if m.kind in ("body", "inner") and m.entity:
        first = m.first + (units.classes[m.first] in "tu")
        span = units.span(first, m.last)
        if m.kind == "inner" and m.value:
            # a body inside a compound word: "EU-Israel"
            start = span.start + units.words[first].index(m.value)
            span = Span(start, start + len(m.value))
        return Mention("organization", m.entity, span, block)
    if m.kind == "place" and m.value and not m.value.startswith("~"):
        return Mention("place", m.value, units.span(m.first + (units.classes[m.first] == "t"), m.last), block)
    return None


def _in_citations(reading: Reading) -> Iterator[Mention]:
    spans = sorted((span, i) for i, block in enumerate(reading.shape.blocks) for span in block.spans)
    for bracket in reading.brackets:
        _, block = spans[bisect_right(spans, bracket.span.start, key=lambda s: s[0].start) - 1]
        for c in bracket.citations:
            yield Mention("outlet", c.outlet_key, c.span, block)
