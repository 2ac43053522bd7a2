"""Find the sources a text cites: "(Tasnim, November 22)", "[SANA, 12/8/22]", "(Fars; ISNA, July 3-4)".

A bracket is a citation where it names an outlet and a day, or known outlets only; so is what stands between strokes ("/PAP, 3 XII/")
or behind a dash at the end ("- Lusa, 28 January."), where it names both. What an outlet is called follows the seeds; an unknown one
keeps the words of the text. A misspelling is kept as it stands and never silently repaired.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.knowledge import Knowledge, fold, slug, toml
from etl.records import Citation, Span, When
from etl.time.date_words import unbroken
from etl.time.dates import Calendar, DateMention, find_dates, resolve
from etl.time.terse_dates import terse_dates

BRACKET = re.compile(r"\(([^()]{2,220})\)|\[([^\[\]]{2,220})\]|/(?<=\s/)((?:[^\W\d_]|@)[^\n/]{2,120}(?:\n?[^\n/]{1,120})?)/(?=[\s.,;:)]|$)")
CLOSING = re.compile(r"(?<=\s)(?:—|–|--?)\s+(?=[^\W\d_])([^—()\[\]]{4,160}?)(?=\.?\s*(?:\n\s*\n|\Z)|\.\s)")
SPLIT = re.compile(r"\s*;\s*|,\s+(?=[^\d\s])|\s+and\s+(?=[A-Z])|\s*/\s*(?=[A-Z])")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
PROPER = re.compile(r"(?:the\s+)?(?:[A-Z@#\d]|al-)")
LETTERS = re.compile(r"[^\W\d_]{2}|[A-Z]\d")
DASHES = (" —", "\n—", " –", "\n–", " - ", " -- ", "\n- ", "\n-- ", " -\n")
OUTLET_WORDS = 12
# so many words can name an outlet behind a dash
NAME_WORDS = 5
FAR = 150


@dataclass(frozen=True, slots=True)
class CitedBracket:
    """A bracket that cites: its span, the outlets with the day stated for each, and the latest day."""

    span: Span
    citations: tuple[Citation, ...]
    when: When


@dataclass(frozen=True, slots=True)
class _Words:
    """What is trimmed from the name of an outlet, what it may end in, and what shows that a bracket cites nothing."""

    trim: re.Pattern[str]
    kinds: re.Pattern[str]
    telling: re.Pattern[str]


@cache
def _words() -> _Words:
    """Compile the words of citations."""
    before, after, kinds, telling = ("|".join(toml("citations.toml")[key]) for key in ("before", "after", "kinds", "telling"))
    trim = rf"^(?:{before})\b:?\s*|^[\s,;:–-]+|[\s,;:–-]+$|\s+(?:{after})$"
    return _Words(
        trim=re.compile(trim, re.IGNORECASE),
        kinds=re.compile(rf"\s+(?:{kinds})$", re.IGNORECASE),
        telling=re.compile(rf"\b(?:{telling})\b"),
    )


@lru_cache(maxsize=4_096)
def outlet_of(words: str, knowledge: Knowledge) -> tuple[str, str]:
    """Return the key and the public name of an outlet as written.

    The words after the outlet proper ("news agency") do not change which one it is.
    """
    name = unbroken(words).strip()
    bare = _words().kinds.sub("", name)
    for form in (name, bare):
        plain = ARTICLE.sub("", form)
        key = knowledge.outlet_forms.get(fold(form)) or knowledge.outlet_forms.get(fold(plain)) or _articled(knowledge).get(fold(plain))
        if key:
            return key, knowledge.outlets[key].name
    return slug(bare), bare


@cache
def _articled(knowledge: Knowledge) -> dict[str, str]:
    """Return the outlets that are known with an article only ("The Times"), which a sentence can seem to own; none of several."""
    named = Counter(form for outlet in knowledge.outlets.values() for form in set(map(fold, outlet.names)))
    return {fold(ARTICLE.sub("", form)): key for key, outlet in knowledge.outlets.items() for form in outlet.names
            if ARTICLE.match(form) and named[fold(form)] == 1}


def find_citations(text: str, start: int, end: int, calendar: Calendar, knowledge: Knowledge) -> list[CitedBracket]:
    """Return the brackets that cite a source in `text[start:end]`, and what cites one at the end of a sentence behind a dash."""
    out = []
    for m in BRACKET.finditer(text, start, end):
        inside = Span(m.start() + 1, m.end() - 1)
        dates = _dates(text, inside, calendar)
        found = list(cited_before(text, inside, dates, calendar, knowledge))
        if _cites(text, inside, dates, found, knowledge) and (dates or text[m.start()] != "/"):
            out.append(bracket(Span(m.start(), m.end()), dates, found, calendar))
    out.extend(_behind_dashes(text, start, end, calendar, knowledge))
    return sorted(out, key=lambda b: b.span)


def _behind_dashes(text: str, start: int, end: int, calendar: Calendar, knowledge: Knowledge) -> Iterator[CitedBracket]:
    """Yield what cites behind a dash: outlets and their days alone, one of them known where more of the block follows."""
    stretch = text[start:end]
    if not any(dash in stretch for dash in DASHES):
        return
    for m in CLOSING.finditer(stretch):
        inside = Span(start + m.start(1), start + m.end(1))
        dates = _dates(text, inside, calendar)
        found = list(cited_before(text, inside, dates, calendar, knowledge))
        known = any(c.outlet_key in knowledge.outlets for c in found)
        if not dates or dates[-1].span.end < inside.end or not found or not (known or not stretch[m.end():].strip(" .\n")):
            continue
        if all(is_outlet(c, text, knowledge) for c in found):
            yield bracket(Span(start + m.start(), inside.end), dates, found, calendar)


def is_outlet(citation: Citation, text: str, knowledge: Knowledge) -> bool:
    """Say whether a name behind a dash can be that of an outlet: known, or some capitalised words that name no place."""
    words = citation.span.of(text)
    if citation.outlet_key in knowledge.outlets:
        return True
    capitals = all(w[:1].isupper() or w in ("of", "de", "the", "and", "al") or w.startswith("al-") for w in words.split())
    return capitals and len(words.split()) <= NAME_WORDS and not is_place(words, knowledge)


def _dates(text: str, inside: Span, calendar: Calendar) -> list[DateMention]:
    """Return the days stated between two marks, else those that give the month by a number."""
    dates = [d for d in find_dates(text, inside.start, inside.end) if d.form in ("day", "range", "month")]
    return dates or list(terse_dates(text, inside.start, inside.end, calendar))


def bracket(span: Span, dates: list[DateMention], found: list[Citation], calendar: Calendar) -> CitedBracket:
    """Return a citation with the latest of its days."""
    whens = [when for d in dates if (when := resolve(d, calendar, basis="citation")).start]
    return CitedBracket(span, tuple(found), max(whens, key=lambda w: w.end, default=When()))


def cited_before(
    text: str, inside: Span, dates: list[DateMention], calendar: Calendar, knowledge: Knowledge,
) -> Iterator[Citation]:
    """Yield the outlets of one bracket; a day stands for the outlets before it that have none."""
    start = inside.start
    for date in (*dates, None):
        day = resolve(date, calendar).end if date else None
        before = None
        for piece, span in _pieces(text, start, date.span.start if date else inside.end, knowledge):
            key, name = outlet_of(piece, knowledge)
            if key and not (before and key not in knowledge.outlets and is_place(piece, knowledge)):
                # "El País, Montevideo" is one outlet
                yield Citation(key, name, day, span)
            before = key
        start = date.span.end if date else inside.end


def _cites(text: str, inside: Span, dates: list[DateMention], found: list[Citation], knowledge: Knowledge) -> bool:
    """Say whether a bracket cites: proper names only, with a day soon after them, or all of them known outlets."""
    if not found or not all(PROPER.match(c.span.of(text)) for c in found):
        return False
    if any(d.form != "month" or d.parts[0] for d in dates):
        first = dates[0].span.start
        return first - inside.start < FAR and not _words().telling.search(text[inside.start:first])
    return all(c.outlet_key in knowledge.outlets for c in found)


def is_place(name: str, knowledge: Knowledge) -> bool:
    """Say whether a name is that of a place or a state, or tells somebody's nation."""
    entry = knowledge.proper.entry(name)
    return entry is not None and entry.cls in "Gcd"


def _pieces(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[tuple[str, Span]]:
    """Split a stretch into the outlets it lists, with their spans; "The Globe and Mail" is one."""
    at = start
    cuts = [(m.start(), m.end()) for m in SPLIT.finditer(text, start, end)]
    for (cut, after), (stop, _) in zip((*cuts, (end, end)), (*cuts[1:], (end, end), (end, end))):
        words = text[at:cut]
        if "and" in text[cut:after] and fold(_trimmed(text[at:stop])) in knowledge.outlet_forms:
            continue
        piece = _trimmed(words)
        if LETTERS.search(piece) and len(piece.split()) <= OUTLET_WORDS:
            offset = at + words.find(piece)
            yield " ".join(unbroken(piece).split()), Span(offset, offset + len(piece))
        at = after


@lru_cache(maxsize=4_096)
def _trimmed(piece: str) -> str:
    """Take off the words and marks around the name of an outlet, one after another."""
    while (trimmed := _words().trim.sub("", piece, count=1)) != piece:
        piece = trimmed
    return piece
