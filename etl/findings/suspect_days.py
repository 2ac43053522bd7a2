"""Find days that no calendar has: the 31st of June, or a Monday that was a Tuesday."""
from __future__ import annotations

import re
from calendar import day_abbr, day_name, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from etl.reading import Reading
from etl.records import Finding
from etl.time.dates import DateMention, resolve

WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)\w*\W", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
NEAR = 100
"""Days around a document's time within which a day without a year can be of one year only."""
ONE_YEAR = 180
"""Days of a period that can itself be of one year only."""


def impossible_days(reading: Reading) -> Iterator[Finding]:
    """Yield the stated days that a month does not have, and those that fall on another weekday than is said."""
    calendar = reading.shape.calendar
    start, end = calendar.start, calendar.end
    is_sure = calendar.published is not None or (start is not None and end is not None and (end - start).days <= ONE_YEAR)
    for mention in reading.dates:
        if mention.form != "day":
            continue
        year, month, number = mention.parts[:3]
        if month and number and 28 < number <= 31 and number > monthrange(year or 2000, month)[1]:
            last = monthrange(year or 2000, month)[1]
            yield Finding("date_conflict", "warning", mention.span, f"{mention.words}: the month has {last} days.",
                          mention.words, f"day {last} of the month, or the month after it")
            continue
        day = resolve(mention, calendar).start
        if day is None or not (YEAR.search(mention.words) or is_sure and abs((day - calendar.middle).days) <= NEAR):
            continue
        said = _weekday(mention)
        if said is not None and said != day.weekday():
            yield Finding("date_conflict", "warning", mention.span,
                          f"{mention.words}: {day} was a {day_name[day.weekday()]}, not a {day_name[said]}.",
                          str(day), str(_nearest(day, said)))


def _weekday(mention: DateMention) -> int | None:
    """Return the number of the weekday that opens a date, if one does."""
    m = WEEKDAY.match(mention.words)
    return None if m is None else [a.lower() for a in day_abbr].index(m[1].lower())


def _nearest(day: date, weekday: int) -> date:
    """Return the day of a weekday that is nearest to another day."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
