"""Say which sentences rest on which sources: those they name or cite, and without any those that close the sentences after them."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from etl.sources.citations import CitedBracket
from etl.spotting.mentions import Sentence
from etl.spotting.sentences import ENDNOTE
from etl.spotting.spotting import Fixtures


def cited_by(sentences: list[Sentence], fixtures: Fixtures) -> list[list[CitedBracket]]:
    """Return the sources that each sentence of a block names and cites, also by the number of an endnote."""
    out: list[list[CitedBracket]] = []
    closing: list[CitedBracket] = []
    for sentence in reversed(sentences):
        span, named = sentence.text_span(), fixtures.named[sentence.block]
        brackets = (fixtures.brackets[int(sentence.units.values[i])] for i in sentence.units_of("Z"))
        closing = [*brackets, *_in_notes(sentence, fixtures)] or closing
        first, last = (bisect_left(named, at, key=lambda n: n.span.start) for at in (span.start, span.end))
        out.append([*closing, *named[first:last]])
    return out[::-1]


def _in_notes(sentence: Sentence, fixtures: Fixtures) -> Iterator[CitedBracket]:
    """Yield what the endnotes cite whose numbers a sentence bears: "[3]", "[3, 5]"."""
    if not fixtures.notes:
        return
    units = sentence.units
    for m in ENDNOTE.finditer(units.classes, sentence.first, sentence.last):
        for i in range(m.start(), m.end()):
            if units.classes[i] == "#" and units.words[i].isdigit():
                yield from fixtures.notes.get(int(units.words[i]), ())
