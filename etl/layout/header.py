"""Read what a document says of itself: its title, the period it covers and the day it was published.

Only the first blocks are read, and the last where they say nothing. A year that is not stated is not guessed here.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from etl.layout.blocks import Block, is_dated_line
from etl.records import Header, Stated, When
from etl.time.dates import Calendar, DateMention, find_dates, resolve

FIRST = 8
LATE = timedelta(days=92)
DATELINE = re.compile(r".{0,90}?(?:\)|:|\s[-–—]{1,2}|\.\.\.)\s")
# "Tbilisi, May 4, 2021 (GNA) - ": what stands before and after the day of a dateline
BEFORE_DAY = re.compile(r"^[A-Z][\w'’.-]*(?:[ ,]+(?:[A-Z][\w'’.-]*|\([A-Z]\w+\)))*[ ,/]*$")
AFTER_DAY = re.compile(r"^[ ,/]*(?:\([^)]{2,40}\)|[A-Z][\w/]*(?: [A-Z]\w*)?)?[ ]*(?:[-–—]{1,2}|:|\.\.\.)\s")
WEEK_OF = re.compile(r"\bweek\b[^.]{0,12}$", re.IGNORECASE)
# "week ending 15 May 2004": so many days
ENDING = re.compile(r"\b(week|fortnight)\s+(?:ending|ended|to|up to|closing)\b[^.]{0,12}$", re.IGNORECASE)
LENGTHS = {"week": 7, "fortnight": 14}
# a line under the title that says more than the period
SUBTITLE = 160
TO = re.compile(r"\s*(?:-|–|—|to|until|through)\s*")
MONTH_TO = re.compile(r"([A-Z][A-Za-z]+)\.?\s*(?:-|–|—|/|to|and|&)\s*$")
RELEASE = re.compile(r"\b(?:published|release|issued|posted|date|updated)\b|^[A-Z][A-Z .,'-]{3,}")
RELEASE_LINE = re.compile(RELEASE.pattern, re.IGNORECASE)


def read_header(text: str, blocks: list[Block], stated: Stated = Stated()) -> tuple[Header, Calendar]:
    """Read title, period and day of publication from the first blocks and the dateline.

    A line that is little more than a range gives the period; one that is little more than a day gives the day of publication,
    as does a dateline at the head of the first paragraph or a release line. What the words leave open is taken from `stated`.
    """
    title = next((b.span.of(text) for b in blocks if b.kind == "title"), None)
    period: tuple[date, date] | None = None
    published: date | None = None
    for block, words, m, when in _dates(text, blocks):
        ending = ENDING.search(words[:m.span.start]) if m.form == "day" and period is None else None
        if ending:
            period = when.start - timedelta(days=LENGTHS[ending[1].lower()] - 1), when.start
        elif m.form == "day" and period is None and WEEK_OF.search(words[:m.span.start]):
            period = when.start, when.start + timedelta(days=6)
        elif m.form == "day" and period is None and (last := _last_of_range(words, m)) and is_dated_line(words):
            period = when.start, last
        elif m.form == "day" and period is not None and when.start == period[1] and is_dated_line(words):
            # the second day of a range in figures
            continue
        elif m.form == "day":
            told = _tells_publication(block, words) or _heads(words, m)
            published = published or (when.start if told else None)
        elif period is None and (is_dated_line(words) or block.kind == "title" or (m.form not in ("day", "month") and _is_subtitle(text, block, blocks))):
            period = _first_of_months(words, m) or when.start, when.end
    if period is not None and published is not None and published < period[1]:
        # the day of an entry, since nobody publishes before the period is over
        published = None
    if published is None and period is None:
        published = _published_at_end(text, blocks)
    start, end = period or (None, None)
    known = published or (stated.published_on if _is_near(stated.published_on, period) else None)
    published = published or stated.published_on
    header = Header(title=title or stated.title, series=title if period else None, publisher=stated.publisher,
                    period_start=start, period_end=end, published_on=published)
    return header, Calendar(start, end, known)


def _is_near(stated: date | None, period: tuple[date, date] | None) -> bool:
    """Say whether a day that metadata state can date the words: one long after their period is that of a copy put up later."""
    return stated is not None and (period is None or period[0] <= stated <= period[1] + LATE)


def _dates(text: str, blocks: list[Block]) -> Iterator[tuple[Block, str, DateMention, When]]:
    """Yield the dates with a year in the first blocks; of a long block only its dateline is read."""
    for block in blocks[:FIRST]:
        words = block.span.of(text)
        if len(words) > 260 and block.kind != "title":
            head = DATELINE.match(words)
            words = head.group() if head else ""
        for m in find_dates(words):
            when = resolve(m, Calendar())
            if m.form in ("day", "range", "month", "part", "year_part") and when.start is not None:
                yield block, words, m, when


def _last_of_range(words: str, m: DateMention) -> date | None:
    """Return the day behind a dash after a day: "04.05.2004 - 10.05.2004"."""
    after = next(find_dates(words, m.span.end), None)
    if after is None or after.form != "day" or not TO.fullmatch(words[m.span.end:after.span.start]):
        return None
    first, last = resolve(m, Calendar()).start, resolve(after, Calendar()).start
    return last if first and last and first < last else None


def _first_of_months(words: str, m: DateMention) -> date | None:
    """Return the first day of "April - May 2004"."""
    before = MONTH_TO.search(words[:m.span.start]) if m.form == "month" else None
    first = next(find_dates(f"{before[1]} {m.words[-4:]}"), None) if before else None
    return resolve(first, Calendar()).start if first and first.form == "month" else None


def _is_subtitle(text: str, block: Block, blocks: list[Block]) -> bool:
    """Say whether a block right below the title is no sentence: it tells the period."""
    words = block.span.of(text)
    return block in blocks[:2] and not block.bulleted and len(words) < SUBTITLE and not words.rstrip(" )").endswith((".", ":", "?", "!"))


def _tells_publication(block: Block, words: str) -> bool:
    """Say whether a day in a block is the one of publication."""
    release = RELEASE_LINE if len(words) < 120 else RELEASE
    return is_dated_line(words) or block.kind == "title" or release.search(words) is not None


def _heads(words: str, m: DateMention) -> bool:
    """Say whether a day is that of a dateline at the head of a paragraph."""
    before, after = words[:m.span.start], words[m.span.end:]
    return BEFORE_DAY.match(before) is not None and AFTER_DAY.match(after) is not None


def _published_at_end(text: str, blocks: list[Block]) -> date | None:
    """Return the day that a last line holds, where it holds little else."""
    tail = blocks[-1].span.of(text) if blocks else ""
    m = next((m for m in find_dates(tail) if m.form == "day" and m.parts[0]), None)
    return resolve(m, Calendar()).start if m and is_dated_line(tail) else None
