"""Read the parts of a date from a match of the pattern of dates: its form, and the numbers that are stated.

A part that the text does not state is None. Nothing is resolved here.
"""
from __future__ import annotations

import re
from collections.abc import Callable

from etl.time.date_words import COUNTS, DateWords

DAYS_IN = {"d": 1, "w": 7, "f": 14, "m": 30}
YEARS = {"last": -1, "this": 0, "next": 1}
WHICH = {"last": -1, "this past": -1, "next": 1, "this coming": 1, "the coming": 1}

Parts = tuple[int | None, ...]
Reader = Callable[[re.Match[str], DateWords], tuple[str, Parts]]


def _number(word: str | None) -> int | None:
    """Return the number that a day or a year begins with ("3rd"), None where it is not stated."""
    return int(word.rstrip("dhnrst")) if word else None


def _numeric(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read 2021-05-03, 5/3/21 or 3.5.2021."""
    if m["iso"]:
        year, month, day = (int(n) for n in m["iso"].split("-"))
    elif m["slash"]:
        month, day, year = (int(n) for n in m["slash"].split("/"))
        if year < 100:
            year += 2000 if year < 70 else 1900
    else:
        day, month, year = (int(n) for n in m["dotted"].split("."))
    return "day", (year, month, day)


def _day_of(n: int) -> Reader:
    """Return a reader of a day of a month."""
    return lambda m, words: ("day", (_number(m[f"y{n}"]), words.month(m[f"m{n}"]), _number(m[f"a{n}"])))


def _between_months(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "May 30 - June 2"."""
    first, last = words.month(m["m1"]), words.month(m["m2"])
    return "range", (_number(m["y1"]), first, _number(m["a1"]), last, _number(m["b1"]), _number(m["z1"]))


def _within_month(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "May 3-5"."""
    month = words.month(m["m3"])
    return "range", (_number(m["y3"]), month, _number(m["a3"]), month, _number(m["b3"]), None)


def _days_first(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "3 - 5 May" and "30 May - 2 June"."""
    first, last = words.month(m["m5"] or m["m6"]), words.month(m["m6"])
    return "range", (_number(m["y5"]), first, _number(m["a5"]), last, _number(m["b5"]), _number(m["z5"]))


def _part(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "early May"."""
    low, high = words.relative["parts"][_phrase(m["part"])]
    return "part", (_number(m["y8"]), words.month(m["m8"]), low, high)


def _year_part(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "early 1988"."""
    low, high = words.relative["year_parts"][_phrase(m["year_part"])]
    return "year_part", (_number(m["y10"]), low, high)


def _season(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "in the autumn"."""
    low, high = words.relative["year_parts"][_phrase(m["season"]).removeprefix("the ")]
    return "year_part", (None, low, high)


def _month_part(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "the end of the month" and "early next month": days, and how far the month is from the one that is spoken of."""
    return "month_part", (*words.relative["parts"][_phrase(m["month_part"])], words.relative["whose"][_phrase(m["whose_part"])])


def _part_of_year(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "the end of the year": months, and how far the year is from the one that is spoken of."""
    low, high = words.relative["year_parts"][_phrase(m["part_of_year"])]
    return "part_of_year", (low, high, words.relative["whose"][_phrase(m["whose_year2"])])


def _rest(m: re.Match[str], _: DateWords) -> tuple[str, Parts]:
    """Read "later in the year": the year or the month that goes on."""
    return "rest", (int(m["rest"].endswith("year")),)


def _season_of(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "last summer": its months, and whether it is over or to come."""
    low, high = words.relative["seasons"][_phrase(m["season_of"])]
    return "season", (low, high, WHICH.get(_phrase(m["which_season"]), 0))


def _nth_of(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "the 20th of the next month"."""
    return "nth_of", (_number(m["nth_of"]), words.relative["whose"][_phrase(m["whose_month"])])


def _which_month(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "last May"."""
    return "which_month", (words.month(m["m11"]), WHICH[_phrase(m["which_month"])])


def _ago(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "two days ago"."""
    count, unit = m["ago"].lower().split()[:2]
    return "ago", (-(COUNTS.get(count) or int(count)), DAYS_IN[unit[0]])


def _shift(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "two days later"."""
    count, unit, direction = m["shift"].lower().split()[:3]
    sign = -1 if direction in ("earlier", "before") else 1
    return "shift", (sign * (COUNTS.get(count) or int(count)), DAYS_IN[unit[0]])


def _weekday(m: re.Match[str], words: DateWords) -> tuple[str, Parts]:
    """Read "Tuesday" and "next Tuesday"."""
    return "weekday", (words.weekday(m["weekday"]), WHICH.get(" ".join((m["which"] or "").split()), 0))


def _offset(form: str) -> Reader:
    """Return a reader of a relative phrase, whose offset the lexicon gives."""
    return lambda m, words: (form, (words.relative[form][_phrase(m[form])],))


def _phrase(words: str) -> str:
    """Return a phrase as the lexicon spells it."""
    return " ".join(words.lower().split())


# By the group of the pattern that tells the form.
READERS: dict[str, Reader] = {
    "iso": _numeric,
    "slash": _numeric,
    "dotted": _numeric,
    "m1": _between_months,
    "m3": _within_month,
    "m4": _day_of(4),
    "b5": _days_first,
    "m7": _day_of(7),
    "nth": lambda m, words: ("nth", (_number(m["nth"]), _number(m["nth2"] or m["nth"]))),
    "nth3": lambda m, words: ("nth", (_number(m["nth3"]),) * 2),
    "nth4": lambda m, words: ("nth", (_number(m["nth4"]),) * 2),
    "part": _part,
    "month_part": _month_part,
    "part_of_year": _part_of_year,
    "rest": _rest,
    "season_of": _season_of,
    "nth_of": _nth_of,
    "year_part": _year_part,
    "season": _season,
    "m9": lambda m, words: ("month", (_number(m["y9"]), words.month(m["m9"]))),
    "m10": lambda m, words: ("month", (None, words.month(m["m10"]))),
    "shift": _shift,
    "ago": _ago,
    "year": lambda m, words: ("year", (_number(m["year"]),)),
    "year_of": lambda m, words: ("year", (_number(m["year_of"]),)),
    "m12": lambda m, words: ("month_of", (words.month(m["m12"]), YEARS[m["whose_year"].lower()])),
    "which_month": _which_month,
    "weekday": _weekday,
    **{form: _offset(form) for form in ("days", "weekends", "weeks", "spans", "years", "stays")},
}
