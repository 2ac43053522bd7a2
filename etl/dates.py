"""Find the dates a text states and resolve them to days, without guessing.

A date keeps its words. Missing years come from the document's period or the day of publication; where there is neither,
the date stays unresolved. Relative days ("yesterday", "on Tuesday") count from an anchor that the caller names.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from etl.knowledge import load_knowledge
from etl.records import Span, When


NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in the text: what is stated of it, not yet resolved.

    `form` says how to read `parts`: day, range, part (of a month), month, year, or a relative form (days, weeks, spans,
    weekday).
    """

    span: Span
    form: str
    parts: tuple[int | None, ...]
    words: str

    @property
    def follows(self) -> bool:
        """Say whether it counts from the event told before rather than from the day of writing."""
        return self.form == "shift" or (self.form in ("days", "weeks") and self.words.lower().split()[0] in ("the", "that", "a", "one"))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a document says of its own time."""

    start: date | None = None
    end: date | None = None
    published: date | None = None

    @property
    def middle(self) -> date | None:
        """Return the day that missing years are measured against."""
        if self.start and self.end:
            return self.start + (self.end - self.start) / 2
        return self.published or self.start or self.end


# A word may be broken by a hyphen at the end of a line.
BREAK = r"(?:-\n\s*)?"


def _names(forms: list[list[str]]) -> str:
    """Return a pattern of full names, and of abbreviations with their full stop."""
    full = "|".join(BREAK.join(f[0]) for f in forms)
    short = "|".join(sorted((w for f in forms for w in f[1:]), key=len, reverse=True))
    return rf"(?:(?:{full})\b|(?:{short})\b\.?)"


def unbroken(word: str) -> str:
    """Join a word that a hyphen breaks at the end of a line."""
    return re.sub(r"-\n\s*", "", word)


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, int], dict[str, int], dict[str, dict]]:
    rules = load_knowledge().rules["dates"]
    months = {w.lower(): i for i, forms in enumerate(rules["months"], 1) for w in forms}
    weekdays = {w.lower(): i for i, forms in enumerate(rules["weekdays"]) for w in forms}
    month, weekday = (_names(rules[key]) for key in ("months", "weekdays"))
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|,\d{3}|\.\d|:\d|%)"
    year = r"(?:1[6-9]|20)\d\d(?!\d)"
    dash = r"\s*(?:-|–|—|to|through|and|until|&)\s*"
    lead = rf"(?:(?:{weekday}),?\s+)?"

    def words(key: str) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(rules[key], key=len, reverse=True))

    relative = sorted({w.split()[0] for key in ("parts", "days", "weeks", "spans") for w in rules[key]} | set(NUMBERS) | {"last", "next", "this", "the"})
    starts = "|".join(f[0][:3] for key in ("months", "weekdays") for f in rules[key])
    # a date is tried only where a word begins as one can: most words are passed over at once
    pattern = rf"""\b(?=\d|{starts}|(?i:{"|".join(relative)})\b)(?:
      (?P<iso>{year}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))\b
    | (?P<slash>(?:0?[1-9]|1[0-2])/(?:[0-2]?\d|3[01])/(?:{year}|\d\d))\b
    | (?P<dotted>(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:{year}))\b
    | {lead}(?P<m1>{month})\s+(?P<a1>{day})(?:,?\s+(?P<z1>{year}))?{dash}(?:{weekday},?\s+)?(?P<m2>{month})\s+(?P<b1>{day})(?:,?\s+(?P<y1>{year}))?
    | {lead}(?P<m3>{month})\s+(?P<a3>{day}){dash}(?P<b3>{day})(?:,?\s+(?P<y3>{year}))?
    | {lead}(?P<m4>{month})\s+(?P<a4>{day})(?:,?\s+(?P<y4>{year}))?
    | {lead}(?P<a5>{day})(?:\s+(?P<m5>{month})(?:,?\s+(?P<z5>{year}))?)?{dash}(?:{weekday},?\s+)?(?P<b5>{day})\s+(?:of\s+)?(?P<m6>{month})(?:,?\s+(?P<y5>{year}))?
    | {lead}(?:the\s+)?(?P<a7>{day})\s+(?:of\s+)?(?P<m7>{month})(?:,?\s+(?P<y7>{year}))?
    | (?P<part>(?i:{words("parts")}))[-\s]+(?P<m8>{month})(?:,?\s+(?:of\s+)?(?P<y8>{year}))?
    | (?P<m9>{month}),?\s+(?:of\s+)?(?P<y9>{year})
    | (?P<days>(?i:{words("days")}))\b
    | (?P<shift>(?i:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s+(?:days?|weeks?|months?)\s+(?:later|earlier|afterwards?|before|after(?!\s+the)))\b
    | (?P<weeks>(?i:{words("weeks")}))\b
    | (?P<spans>(?i:{words("spans")}))\b
    | (?:(?P<which>last|next|this|this\s+coming|this\s+past)\s+)?(?P<weekday>{weekday})(?!\w)
    | (?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bsince\s)|(?<=\bof\s))(?P<m10>{month})(?!\s+\w+ed\b)
    | (?<=\bin\s)(?P<year>{year})\b(?!\s*[%-])
    )"""
    return re.compile(pattern, re.VERBOSE), months, weekdays, {k: rules[k] for k in ("parts", "days", "weeks", "spans")}


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Yield the dates stated in `text[start:end]`, in reading order."""
    pattern, months, weekdays, tables = _grammar()

    def month_of(word: str) -> int:
        return months[unbroken(word).lower().rstrip(".")]

    def num(word: str | None) -> int | None:
        return int(re.match(r"\d+", word).group()) if word else None

    for m in pattern.finditer(text, start, len(text) if end is None else end):
        span, g, words = Span(m.start(), m.end()), m.group, " ".join(m.group().split())
        if g("iso"):
            y, mo, d = (int(x) for x in g("iso").split("-"))
            form, parts = "day", (y, mo, d)
        elif g("slash"):
            mo, d, y = (int(x) for x in g("slash").split("/"))
            form, parts = "day", (y + (2000 if y < 70 else 1900) if y < 100 else y, mo, d)
        elif g("dotted"):
            d, mo, y = (int(x) for x in g("dotted").split("."))
            form, parts = "day", (y, mo, d)
        elif g("m1"):
            form, parts = "range", (num(g("y1")), month_of(g("m1")), num(g("a1")), month_of(g("m2")), num(g("b1")), num(g("z1")))
        elif g("m3"):
            form, parts = "range", (num(g("y3")), month_of(g("m3")), num(g("a3")), month_of(g("m3")), num(g("b3")), None)
        elif g("m4"):
            form, parts = "day", (num(g("y4")), month_of(g("m4")), num(g("a4")))
        elif g("b5"):
            first = month_of(g("m5") or g("m6"))
            form, parts = "range", (num(g("y5")), first, num(g("a5")), month_of(g("m6")), num(g("b5")), num(g("z5")))
        elif g("m7"):
            form, parts = "day", (num(g("y7")), month_of(g("m7")), num(g("a7")))
        elif g("part"):
            low, high = tables["parts"][" ".join(g("part").lower().split())]
            form, parts = "part", (num(g("y8")), month_of(g("m8")), low, high)
        elif g("m9"):
            form, parts = "month", (num(g("y9")), month_of(g("m9")))
        elif g("m10"):
            form, parts = "month", (None, month_of(g("m10")))
        elif g("shift"):
            number, unit, direction = g("shift").lower().split()[:3]
            count = NUMBERS.get(number) or int(number)
            form, parts = "shift", ((-1 if direction in ("earlier", "before") else 1) * count, {"d": 1, "w": 7, "m": 30}[unit[0]])
        elif g("year"):
            form, parts = "year", (num(g("year")),)
        elif g("weekday"):
            which = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get(" ".join((g("which") or "").split()), 0)
            form, parts = "weekday", (weekdays[unbroken(g("weekday")).lower().rstrip(".")], which)
        else:
            form = next(k for k in ("days", "weeks", "spans") if g(k))
            parts = (tables[form][" ".join(g(form).lower().split())],)
        yield DateMention(span, form, parts, words)


def _day(y: int, m: int, d: int) -> date | None:
    try:
        return date(y, m, d)
    except ValueError:
        return None


def _last(y: int, m: int) -> int:
    return ((date(y + (m == 12), m % 12 + 1, 1)) - timedelta(days=1)).day


def _year_for(month: int, day: int, calendar: Calendar) -> int | None:
    """Return the year that brings the day nearest to the document's own time."""
    middle = calendar.middle
    if middle is None:
        return None
    inside = [y for y in (middle.year + 1, middle.year, middle.year - 1) if calendar.start and calendar.end and (d := _day(y, month, min(day, _last(y, month)))) and calendar.start <= d <= calendar.end]
    if inside:
        # where a long period holds the day twice, texts give the year of the earlier one
        return inside[0]
    near = [d for y in (middle.year - 1, middle.year, middle.year + 1) if (d := _day(y, month, min(day, _last(y, month))))]
    return min(near, key=lambda d: abs((d - middle).days)).year


def resolve(mention: DateMention, calendar: Calendar, anchor: date | None = None, *, ahead: bool = False, basis: str = "stated") -> When:
    """Turn a stated date into days.

    Args:
        mention: the date as stated.
        calendar: the document's period or day of publication, for missing years.
        anchor: the day that relative dates count from; without one they stay unknown.
        ahead: the event lies in the future, so "on Tuesday" is the next one.
        basis: where the date stands, for the record.
    """
    p, unknown = mention.parts, When(stated=mention.words, basis=basis)
    if mention.form == "day":
        year = p[0] or _year_for(p[1], p[2], calendar)
        day = _day(year, p[1], p[2]) if year else None
        return When(day, day, "day", basis, mention.words) if day else unknown
    if mention.form == "range":
        year = p[0] or _year_for(p[3], p[4], calendar)
        if not year:
            return unknown
        start, end = _day(p[5] or (year - 1 if (p[1], p[2]) > (p[3], p[4]) else year), p[1], p[2]), _day(year, p[3], p[4])
        return When(start, end, "day", basis, mention.words) if start and end and start <= end else unknown
    if mention.form == "part":
        year = p[0] or _year_for(p[1], p[2], calendar)
        if not year:
            return unknown
        return When(_day(year, p[1], p[2]), _day(year, p[1], min(p[3], _last(year, p[1]))), "approximate", basis, mention.words)
    if mention.form == "month":
        year = p[0] or _year_for(p[1], 15, calendar)
        return When(date(year, p[1], 1), date(year, p[1], _last(year, p[1])), "month", basis, mention.words) if year else unknown
    if mention.form == "year":
        return When(date(p[0], 1, 1), date(p[0], 12, 31), "approximate", basis, mention.words)
    if mention.form == "weekday" and calendar.start and calendar.end and (calendar.end - calendar.start).days < 7 and not p[1]:
        day = calendar.start + timedelta(days=(p[0] - calendar.start.weekday()) % 7)
        return When(day, day, "day", basis, mention.words) if day <= calendar.end else unknown
    if anchor is None:
        return unknown
    if mention.form == "days":
        day = anchor + timedelta(days=p[0])
        return When(day, day, "day", basis, mention.words)
    if mention.form == "shift":
        day = anchor + timedelta(days=p[0] * p[1])
        return When(day, day, "day" if p[1] == 1 else "approximate", basis, mention.words)
    if mention.form == "weeks":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=p[0])
        return When(monday, monday + timedelta(days=6), "approximate", basis, mention.words)
    if mention.form == "spans":
        month = anchor.month - 1 + p[0]
        year, month = anchor.year + month // 12, month % 12 + 1
        return When(date(year, month, 1), date(year, month, _last(year, month)), "month", basis, mention.words)
    weekday, which = p
    back = (anchor.weekday() - weekday) % 7
    if ahead or which > 0:
        day = anchor + timedelta(days=(weekday - anchor.weekday()) % 7 or (7 if which > 0 else 0))
    else:
        day = anchor - timedelta(days=back or (7 if which < 0 else 0))
    return When(day, day, "day", basis, mention.words)
