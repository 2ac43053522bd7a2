"""Find the dates a text states and resolve them to days, without guessing.

A date keeps its words. Missing years come from the document's period or the day of publication; where there is neither,
the date stays unresolved. Relative days ("yesterday", "on Tuesday") count from an anchor that the caller names.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from etl.records import Span, When
from etl.time.date_forms import READERS, Parts
from etl.time.date_words import date_words

MID_MONTH = 15
LONGEST_MONTH = 31
SATURDAY = 5
# so long after a document was written what it tells as over can still be meant to come
NOT_YET = timedelta(days=45)
# so long after its period lie the days that a text says are to come
SOON_AFTER = timedelta(days=10)
# weekdays of three letters are parts of names, too, where another name stands beside them
SHORT, REACH = 3, 24
BEFORE_IN_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b(?!(?:On|Last|Next|This|And|By|Until|Since|From|Late|Early)\b)[A-Z][a-z]+ $")
AFTER_IN_NAME = re.compile(r" [A-Z][a-z]{3,}(?<!\d)(?! \d)")
# so long ago can lie what it tells as planned
PASSED = timedelta(days=75)

Stretch = tuple[date, date, str]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in the text: what is stated of it, not yet resolved.

    `form` says how to read `parts`: day, range, part (of a month), year_part, month, year, or a relative form (days, weekends,
    weeks, spans, years, shift, ago, weekday, which_month, month_of; nth: a day of the month told before; stays: one of a stay; month_part,
    part_of_year, nth_of, rest, season: parts of a month or year that is told by its distance).
    `year` counts the year of a day or a month from that of writing: -1 in "in May last year".
    """

    span: Span
    form: str
    parts: Parts
    words: str
    year: int | None = None

    @property
    def follows(self) -> bool:
        """Say whether it counts from the event told before rather than from the day of writing."""
        words = self.words.lower().split()
        opening = words[words[0] in ("later", "earlier") and len(words) > 1]
        told = opening in ("the", "that", "a", "one", "an", "two", "some") or words[0] in ("in", "on") or "hours" in words
        told = told or (opening == "next" and self.form == "days")
        if self.form in ("month_part", "part_of_year", "nth_of", "rest"):
            # "the end of the month" is that of the month told before, "the end of this month" that of writing
            return self.form == "rest" or words[-2] in ("the", "that", "same", "following") or words[-3:-1] == ["the", "next"]
        return self.form in ("shift", "nth") or (self.form in ("days", "weekends", "weeks", "spans", "years") and told)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a document says of its own time; `over` and `ahead` where the day sought is of what has happened by then or will."""

    start: date | None = None
    end: date | None = None
    published: date | None = None
    over: bool = False
    ahead: bool = False

    @property
    def middle(self) -> date | None:
        """Return the day that missing years are measured against."""
        if self.start and self.end:
            return self.start + (self.end - self.start) / 2
        return self.published or self.start or self.end

    @property
    def is_week(self) -> bool:
        """Say whether the period holds each weekday once at most."""
        return self.start is not None and self.end is not None and (self.end - self.start).days < 7

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the period, where there is one."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end


def year_of(year: int) -> Calendar:
    """Return the calendar of a text that speaks of one year."""
    return Calendar(date(year, 1, 1), date(year, 12, 31))


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Yield the dates stated in `text[start:end]`, in reading order."""
    words, end, last = date_words(), len(text) if end is None else end, start
    for m in words.pattern.finditer(text, start, end):
        if m.start() < last or (m["weekday"] and _is_name(text, m)):
            continue
        form, parts = next(read for group, read in READERS.items() if m[group])(m, words)
        dated = words.of_year.match(text, m.end(), end) if form in RESOLVERS and parts[0] is None else None
        last = dated.end() if dated else m.end()
        year = words.relative["years"][" ".join(dated["years"].lower().split())] if dated else None
        yield DateMention(Span(m.start(), last), form, parts, " ".join(text[m.start():last].split()), year)


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Say whether a short weekday is part of a name: "Myint Thu", "Sun Weidong"."""
    return len(m.group()) == SHORT and (BEFORE_IN_NAME.search(text, max(0, m.start() - REACH), m.start()) is not None
                                        or AFTER_IN_NAME.match(text, m.end()) is not None)


def resolve(
    mention: DateMention, calendar: Calendar, anchor: date | None = None, *, ahead: bool = False, basis: str = "stated",
) -> When:
    """Turn a stated date into days.

    Args:
        mention: the date as stated.
        calendar: the document's period or day of publication, for missing years.
        anchor: the day that relative dates count from; without one they stay unknown.
        ahead: the event lies in the future, so "on Tuesday" is the next one.
        basis: where the date stands, for the record.
    """
    found = _stretch(mention, calendar, anchor, ahead)
    if found is None:
        return When(stated=mention.words, basis=basis)
    start, end, precision = found
    return When(start, end, precision, basis, mention.words)


def _stretch(mention: DateMention, calendar: Calendar, anchor: date | None, ahead: bool) -> Stretch | None:
    """Return the first and last day of a date with its precision, None where that would be a guess."""
    if mention.form in RESOLVERS:
        written = anchor or calendar.middle
        stated = mention.parts if mention.year is None or not written else (written.year + mention.year, *mention.parts[1:])
        return RESOLVERS[mention.form](stated, calendar)
    if mention.form == "weekday" and calendar.is_week and not mention.parts[1]:
        day = calendar.start + timedelta(days=(mention.parts[0] - calendar.start.weekday()) % 7)
        return (day, day, "day") if day <= calendar.end else None
    if mention.form == "nth":
        return _nth(mention.parts, calendar, anchor, ahead)
    return None if anchor is None else _counted(mention, anchor, ahead)


def _resolved_day(p: Parts, calendar: Calendar) -> Stretch | None:
    year = p[0] or _year_for(p[1], p[2], calendar)
    day = _day(year, p[1], p[2]) if year else None
    return (day, day, "day") if day else None


def _resolved_range(p: Parts, calendar: Calendar) -> Stretch | None:
    year = p[0] or _year_for(p[3], p[4], calendar)
    if not year:
        return None
    turns = (p[1], p[2]) > (p[3], p[4])
    start, end = _day(p[5] or (year - 1 if turns else year), p[1], p[2]), _day(year, p[3], p[4])
    return (start, end, "day") if start and end and start <= end else None


def _resolved_part(p: Parts, calendar: Calendar) -> Stretch | None:
    year = p[0] or _year_for(p[1], p[2], calendar)
    return (date(year, p[1], p[2]), _clipped(year, p[1], p[3]), "approximate") if year else None


def _resolved_month(p: Parts, calendar: Calendar) -> Stretch | None:
    year = p[0] or _year_for(p[1], MID_MONTH, calendar)
    return (*_month(year, p[1]), "month") if year else None


def _resolved_year_part(p: Parts, calendar: Calendar) -> Stretch | None:
    year = p[0] or _year_for(p[1], MID_MONTH, calendar)
    return (date(year, p[1], 1), _month(year, p[2])[1], "approximate") if year else None


def _resolved_year(p: Parts, _: Calendar) -> Stretch:
    return date(p[0], 1, 1), date(p[0], 12, 31), "approximate"


RESOLVERS: dict[str, Callable[[Parts, Calendar], Stretch | None]] = {
    "day": _resolved_day,
    "range": _resolved_range,
    "part": _resolved_part,
    "month": _resolved_month,
    "year_part": _resolved_year_part,
    "year": _resolved_year,
    # only who knows the stay can tell
    "stays": lambda _, __: None,
}


def _nth(p: Parts, calendar: Calendar, anchor: date | None, ahead: bool) -> Stretch | None:
    """Return the days of the month that are meant: those near the day told before, that of a period the only ones in it."""
    if anchor is None:
        first, last = (_nth_within(nth, calendar) for nth in p)
    else:
        first = _nth_near(anchor, p[0], calendar, ahead)
        last = max(first, _nth_near(first, p[1], calendar, ahead))
    return (first, last, "day") if first and last else None


def _nth_within(nth: int, calendar: Calendar) -> date | None:
    """Return the one day of the document's period that has this number: "the 5th" of a week."""
    if calendar.start is None or calendar.end is None or (calendar.end - calendar.start).days > LONGEST_MONTH:
        return None
    period = (calendar.start + timedelta(days=k) for k in range((calendar.end - calendar.start).days + 1))
    days = [day for day in period if day.day == nth]
    return days[0] if len(days) == 1 else None


def _counted(mention: DateMention, anchor: date, ahead: bool) -> Stretch:
    """Return the days of a relative date, counted from the anchor."""
    p = mention.parts
    if mention.form == "weeks":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=p[0])
        return monday, monday + timedelta(days=6), "approximate"
    if mention.form == "spans":
        return *_month_after(anchor, p[0]), "month"
    if mention.form == "years":
        return date(anchor.year + p[0], 1, 1), date(anchor.year + p[0], 12, 31), "approximate"
    if mention.form == "month_of":
        return *_month(anchor.year + p[1], p[0]), "month"
    if mention.form in COUNTED:
        return COUNTED[mention.form](p, anchor)
    if mention.form == "which_month":
        return *_month_near(anchor, *p), "month"
    if mention.form == "weekends":
        saturday = _weekday_near(anchor, SATURDAY, p[0], ahead)
        return saturday, saturday + timedelta(days=1), "approximate"
    if mention.form == "days":
        day, precision = anchor + timedelta(days=p[0]), "day"
    elif mention.form in ("shift", "ago"):
        day, precision = anchor + timedelta(days=p[0] * p[1]), "day" if p[1] == 1 else "approximate"
    else:
        day, precision = _weekday_near(anchor, p[0], p[1], ahead), "day"
    return day, day, precision


def _month_part(p: Parts, anchor: date) -> Stretch:
    first, _ = _month_after(anchor, p[2])
    return first.replace(day=p[0]), _clipped(first.year, first.month, p[1]), "approximate"


def _part_of_year(p: Parts, anchor: date) -> Stretch:
    return date(anchor.year + p[2], p[0], 1), _month(anchor.year + p[2], p[1])[1], "approximate"


def _rest(p: Parts, anchor: date) -> Stretch:
    """Return what is left of the anchor's month or year."""
    return anchor, date(anchor.year, 12, 31) if p[0] else _month(anchor.year, anchor.month)[1], "approximate"


def _season(p: Parts, anchor: date) -> Stretch:
    """Return the season that was over before the anchor, the next after it, or that of its year; a winter ends in the next year."""
    years = (_season_in(anchor.year + k, p) for k in ((0, -1, -2) if p[2] < 0 else (-1, 0, 1) if p[2] else (0,)))
    start, end = next(s for s in years if not p[2] or (s[1] < anchor if p[2] < 0 else s[0] > anchor))
    return start, end, "approximate"


def _season_in(year: int, p: Parts) -> tuple[date, date]:
    return date(year, p[0], 1), _month(year + (p[1] > 12), (p[1] - 1) % 12 + 1)[1]


def _nth_of(p: Parts, anchor: date) -> Stretch:
    day = _month_after(anchor, p[1])[0]
    day = _clipped(day.year, day.month, p[0])
    return day, day, "day"


COUNTED: dict[str, Callable[[Parts, date], Stretch]] = {
    "month_part": _month_part, "part_of_year": _part_of_year, "rest": _rest, "season": _season, "nth_of": _nth_of,
}


def _month_after(anchor: date, count: int) -> tuple[date, date]:
    """Return the month that is so many after the anchor's."""
    months = anchor.month - 1 + count
    return _month(anchor.year + months // 12, months % 12 + 1)


def _nth_near(anchor: date, nth: int, calendar: Calendar, ahead: bool) -> date:
    """Return the day of the month nearest to the anchor, of those in the period, or soon after it, where there are such.

    "The 1st" after the 30th is the next month's; after an anniversary told in passing it is still one of the period.
    """
    low, high = calendar.start or date.min, calendar.end if calendar.start and calendar.end else date.max
    late = high + SOON_AFTER if ahead and high < date.max else high
    anchor = min(max(anchor, low), late)
    months = (_month(anchor.year + (anchor.month + k - 1) // 12, (anchor.month + k - 1) % 12 + 1) for k in (-1, 0, 1))
    days = [first.replace(day=min(nth, last.day)) for first, last in months]
    return min(days, key=lambda d: (not low <= d <= late, abs((d - anchor).days)))


def _month_near(anchor: date, month: int, which: int) -> tuple[date, date]:
    """Return the month of this name before the anchor's, or after it."""
    over = (month > anchor.month) - (month < anchor.month)
    return _month(anchor.year + (which if over != which else 0), month)


def _weekday_near(anchor: date, weekday: int, which: int, ahead: bool) -> date:
    """Return the weekday after the anchor or before it; "last" and "next" never mean the anchor itself."""
    if ahead or which > 0:
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7 or (7 if which > 0 else 0))
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7 or (7 if which < 0 else 0))


@lru_cache(maxsize=4_096)
def _year_for(month: int, day: int, calendar: Calendar) -> int | None:
    """Return the year that brings the day nearest to the document's own time."""
    middle = calendar.middle
    if middle is None:
        return None
    near = [_clipped(year, month, day) for year in (middle.year + 1, middle.year, middle.year - 1)]
    if calendar.over:
        # "in February", said in October of what is over, is not the next one
        near = [d for d in near if d <= middle + NOT_YET]
    if calendar.ahead:
        # "on August 1", said in January of what is planned, is not last year's
        near = [d for d in near if d >= middle - PASSED]
    # where a long period holds the day twice, texts give the year of the later one
    inside = next((d for d in near if calendar.holds(d)), None)
    return (inside or min(reversed(near), key=lambda d: abs((d - middle).days))).year


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar has no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    after = date(year + (month == 12), month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _clipped(year: int, month: int, day: int) -> date:
    """Return a day, or the last one of a month that is shorter."""
    return _day(year, month, day) or _month(year, month)[1]
