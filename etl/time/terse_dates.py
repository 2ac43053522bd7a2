"""Read the days of citations that give no month by its name: "3 XII", "6/2", "21/2".

Which number is the month is left to the document's own time; without one such a day stays unread.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from etl.records import Span
from etl.time.dates import Calendar, DateMention, resolve

ROMAN = {word: n for n, word in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)}
TERSE = re.compile(
    rf"(?<![\w/.])(?P<day>[12]\d|3[01]|0?[1-9])(?:\.?\s?(?P<roman>{'|'.join(sorted(ROMAN, key=len, reverse=True))})|/(?P<month>\d\d?))"
    r"(?:[\s/](?P<year>(?:1[6-9]|20)\d\d))?(?![\w/])"
)


def terse_dates(text: str, start: int, end: int, calendar: Calendar) -> Iterator[DateMention]:
    """Yield the days that `text[start:end]` states by numbers, in reading order."""
    for m in TERSE.finditer(text, start, end):
        first, second = int(m["day"]), ROMAN.get(m["roman"]) or int(m["month"])
        pairs = [(first, second)] if m["roman"] else [(first, second), (second, first)]
        year = int(m["year"]) if m["year"] else None
        days = [DateMention(Span(m.start(), m.end()), "day", (year, month, day), m.group()) for day, month in pairs if month <= 12]
        told = [(d, when.start) for d in days if (when := resolve(d, calendar)).start]
        middle = calendar.middle
        if told and middle is not None:
            yield min(told, key=lambda pair: (not calendar.holds(pair[1]), abs((pair[1] - middle).days)))[0]
