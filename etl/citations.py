"""Find the sources a text cites: "(Tasnim, November 22)", "[SANA, 12/8/22]", "(Fars; ISNA, July 3-4)".

A bracket is a citation where it names an outlet and a day, or known outlets only. What an outlet is called follows the seeds;
an unknown one keeps the words of the text. A misspelling is kept as it stands and never silently repaired.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from etl.dates import Calendar, DateMention, find_dates, resolve, unbroken
from etl.knowledge import Knowledge, fold, slug
from etl.records import Citation, Span, When

BRACKET = re.compile(r"\(([^()]{2,220})\)|\[([^\[\]]{2,220})\]")
TRIM = re.compile(r"^(?:the|see|source|sources|photo|image|via|according to|as reported by|in)\b:?\s*|^[\s,;:–-]+|[\s,;:–-]+$|\s+(?:on|of|dated)$", re.IGNORECASE)
TAIL = re.compile(r"\s+(?:news agency|news agencies|agency|newspaper|daily|tv|tv channel|channel|website|news website|news site)$", re.IGNORECASE)
SPLIT = re.compile(r"\s*;\s*|,\s+(?=[^\d\s])|\s+and\s+(?=[A-Z])|\s*/\s*(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class CitedBracket:
    """A bracket that cites: its span, the outlets with the day stated for each, and the latest day."""

    span: Span
    citations: tuple[Citation, ...]
    when: When


def outlet_of(words: str, knowledge: Knowledge) -> tuple[str, str]:
    """Return the key and the public name of an outlet as written.

    The words after the outlet proper ("news agency") do not change which one it is.
    """
    name = unbroken(words).strip()
    bare = TAIL.sub("", name)
    for form in (name, bare):
        key = knowledge.outlet_forms.get(fold(form)) or knowledge.outlet_forms.get(fold(re.sub(r"^the\s+", "", form, flags=re.IGNORECASE)))
        if key:
            return key, knowledge.outlets[key].name
    return slug(bare), bare


def find_citations(text: str, start: int, end: int, calendar: Calendar, knowledge: Knowledge) -> list[CitedBracket]:
    """Return the brackets that cite a source in `text[start:end]`."""
    out = []
    for m in BRACKET.finditer(text, start, end):
        body_start = m.start() + 1
        dates = [d for d in find_dates(text, body_start, m.end() - 1) if d.form in ("day", "range", "month")]
        found = _citations(text, body_start, m.end() - 1, dates, calendar, knowledge)
        if found:
            whens = [resolve(d, calendar, basis="citation") for d in dates]
            whens = [w for w in whens if w.start]
            when = max(whens, key=lambda w: w.end) if whens else When()
            out.append(CitedBracket(Span(m.start(), m.end()), tuple(found), when))
    return out


def _citations(text: str, start: int, end: int, dates: list[DateMention], calendar: Calendar, knowledge: Knowledge) -> list[Citation]:
    """Read the outlets of one bracket; a day stands for the outlets before it that have none."""
    edges = [start, *(d.span.end for d in dates), end]
    found: list[Citation] = []
    known = 0
    for i, left in enumerate(edges[:-1]):
        right = dates[i].span.start if i < len(dates) else end
        day: date | None = None
        if i < len(dates):
            day = resolve(dates[i], calendar).end
        for piece, span in _pieces(text, left, right):
            key, name = outlet_of(piece, knowledge)
            known += key in knowledge.outlets
            if key:
                found.append(Citation(key, name, day, span))
    plain = all(re.match(r"(?:the\s+)?(?:[A-Z@#\d]|al-)", f.span.of(text)) for f in found)
    if not found or not plain:
        return []
    if dates and any(d.form != "month" or d.parts[0] for d in dates):
        tight = dates[0].span.start - start < 150 and not re.search(r"\b(?:died|born|was|were|is|are|since|until|from|between|which|who)\b", text[start:dates[0].span.start])
        return found if tight else []
    return found if known == len(found) else []


def _pieces(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Split a stretch into the outlets it lists, with their spans."""
    out, at = [], start
    cuts = [(m.start(), m.end()) for m in SPLIT.finditer(text, start, end)] + [(end, end)]
    for cut, after in cuts:
        words = text[at:cut]
        piece = words
        while True:
            trimmed = TRIM.sub("", piece, count=1)
            if trimmed == piece:
                break
            piece = trimmed
        if re.search(r"[^\W\d_]{2}", piece) and len(piece.split()) <= 12:
            offset = words.find(piece)
            out.append((" ".join(unbroken(piece).split()), Span(at + offset, at + offset + len(piece))))
        at = after
    return out
