"""Find what a careful reader would question: dates, sources, people and texts that do not fit together.

Nothing is repaired: each finding gives the exact words and both readings, and a person decides. Dates, people, posts, names
and sources are looked at in modules of their own.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from etl.findings.own_sources import own_sources
from etl.findings.suspect_dates import suspect_dates
from etl.findings.suspect_days import impossible_days
from etl.findings.suspect_names import two_spellings
from etl.findings.suspect_people import acting_dead, acting_former
from etl.findings.suspect_posts import rival_holders, unresolved_roles
from etl.findings.suspect_sources import misspelt_sources
from etl.findings.suspect_titles import misspelt_posts
from etl.knowledge import Knowledge
from etl.reading import Reading
from etl.records import Finding

LONG_ENOUGH = 60
"""Characters below which a text may well stand twice, as captions and headings do."""


def find_findings(reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """Return the findings of one document in the order of the text; one finding a kind and span."""
    found = (*suspect_dates(reading), *impossible_days(reading), *misspelt_sources(reading, knowledge),
             *own_sources(reading, knowledge), *rival_holders(reading), *acting_dead(reading), *acting_former(reading),
             *two_spellings(reading), *misspelt_posts(reading), *_duplicates(reading), *unresolved_roles(reading))
    distinct = {(f.kind, f.span): f for f in reversed(found)}
    return sorted(distinct.values(), key=lambda f: (f.span, f.kind))


def _duplicates(reading: Reading) -> Iterator[Finding]:
    """Yield the items and paragraphs whose text stood before; an overview may repeat the body."""
    text = reading.shape.text
    seen: dict[str, int] = {}
    for block in reading.shape.blocks:
        words = " ".join(re.findall(r"\w+", block.span.of(text).casefold()))
        if block.overview or block.kind not in ("item", "paragraph") or len(words) < LONG_ENOUGH:
            continue
        if words in seen:
            yield Finding("duplicate", "warning", block.span,
                          f"This {block.kind} stands in the document before, at character {seen[words]}.",
                          "the same event told twice", "two events, one of them with the wrong text")
        seen.setdefault(words, block.span.start)
