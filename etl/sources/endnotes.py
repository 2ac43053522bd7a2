"""Read the endnotes of a text as the sources of the sentences that bear their numbers: "they met in Oslo.[3]".

A note is a block that opens with its number in square brackets. It cites the outlets that stand before a day, in a bracket or
without one ("[3] J. Holm, "Talks in Oslo," Reuters, May 4, 2018."); what else it says, and one that names no outlet, cites nothing.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from etl.knowledge import Knowledge
from etl.records import Citation, Span
from etl.sources.citations import CitedBracket, bracket, cited_before, find_citations, is_outlet, outlet_of
from etl.time.dates import Calendar, find_dates

NUMBER = re.compile(r"\[(\d{1,3})\]\s*")
# what a note is about: a title, and who wrote it before it
TITLE = re.compile(r"^[^\"“”]{0,80}[\"“][^\"“”]+[\"”]\s*,?\s*")
SENTENCE = re.compile(r"\.\s+(?=[A-Z])")
# "for the visit see The National", "Norway's Aftenposten"
LEAD = re.compile(r"^(?:.*\bsee(?: also)?|cf\.?|quoted in|in|via)\s+|^[A-Z]\w+['’]s\s+(?=[A-Z])")


def endnotes(text: str, blocks: Iterable[Span], calendar: Calendar, knowledge: Knowledge) -> dict[int, list[CitedBracket]]:
    """Return what each endnote of a text cites, by its number; of two with one number the first."""
    notes: dict[int, list[CitedBracket]] = {}
    for block in blocks:
        if m := NUMBER.match(text, block.start):
            inside = Span(m.end(), block.end)
            cited = find_citations(text, inside.start, inside.end, calendar, knowledge)
            notes.setdefault(int(m.group(1)), cited or list(_cited(text, inside, calendar, knowledge)))
    return notes


def _cited(text: str, note: Span, calendar: Calendar, knowledge: Knowledge) -> Iterator[CitedBracket]:
    """Yield what a note cites outside brackets, piece by piece up to its first full stop."""
    start, words = note.start, note.of(text)
    for piece in words.split(";"):
        first = start + (m.end() if (m := TITLE.match(piece)) else 0)
        end, start = start + len(piece), start + len(piece) + 1
        dates = [d for d in find_dates(text, first, end) if d.form in ("day", "range")][:1]
        stop = SENTENCE.search(text, first, end)
        if not dates or (stop and stop.start() < dates[0].span.start):
            break
        names = [_named(c, text, knowledge) for c in cited_before(text, Span(first, dates[0].span.end), dates, calendar, knowledge)]
        # who is named before the outlet wrote what it published
        found = [c for i, c in enumerate(names) if c.outlet_key in knowledge.outlets
                 or (i == len(names) - 1 and is_outlet(c, text, knowledge))]
        if found:
            yield bracket(Span(first, dates[0].span.end), dates, found, calendar)
        if stop:
            break


def _named(citation: Citation, text: str, knowledge: Knowledge) -> Citation:
    """Return a citation without the words that lead to the outlet."""
    words = citation.span.of(text)
    lead = LEAD.match(words)
    if lead is None or citation.outlet_key in knowledge.outlets:
        return citation
    key, name = outlet_of(words[lead.end():], knowledge)
    return Citation(key, name, citation.reported_on, Span(citation.span.start + lead.end(), citation.span.end))


def is_endnote(text: str, block: Span, notes: dict[int, list[CitedBracket]]) -> bool:
    """Say whether a block is a note that cites: its words are titles and tell nothing by themselves."""
    m = NUMBER.match(text, block.start)
    return m is not None and any(block.start <= b.span.start < block.end for b in notes.get(int(m.group(1)), ()))
