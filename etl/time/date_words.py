"""Compile the words and the pattern of dates (lexicon/dates.toml), once a process.

The pattern says where a date stands and of which form it is; what its parts mean is read elsewhere.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}
RELATIVE = ("seasons", "whose", "parts", "year_parts", "days", "weekends", "weeks", "spans", "years", "stays")
# A word may be broken by a hyphen at the end of a line.
BREAK = r"(?:-\n\s*)?"
BROKEN = re.compile(r"-\n\s*")


@dataclass(frozen=True, slots=True)
class DateWords:
    """The pattern of all dates, months from 1 and weekdays from 0 by their names, and the offsets of relative dates.

    `of_year` is the pattern of what says after a day or a month of which year it is: "of last year".
    """

    pattern: re.Pattern[str]
    of_year: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, dict]

    def month(self, word: str) -> int:
        """Return the number of a month as written."""
        return self.months[unbroken(word).lower().rstrip(".")]

    def weekday(self, word: str) -> int:
        """Return the number of a weekday as written, Monday being 0."""
        return self.weekdays[unbroken(word).lower().rstrip(".")]


def unbroken(word: str) -> str:
    """Join a word that a hyphen breaks at the end of a line."""
    return BROKEN.sub("", word)


@cache
def date_words() -> DateWords:
    """Compile the words of dates."""
    rules = toml("dates.toml")
    return DateWords(
        pattern=_pattern(rules),
        of_year=re.compile(rf"\s+(?:of\s+)?(?P<years>{_phrases(dict.fromkeys(rules['of_year']))})\b(?!['’])"),
        months={w.lower(): i for i, forms in enumerate(rules["months"], 1) for w in forms},
        weekdays={w.lower(): i for i, forms in enumerate(rules["weekdays"]) for w in forms},
        relative={key: rules[key] for key in RELATIVE},
    )


def _names(forms: list[list[str]]) -> str:
    """Return a pattern of full names, and of abbreviations with their full stop."""
    full = "|".join((*(BREAK.join(f[0]) for f in forms), *(f[0].upper() for f in forms)))
    short = "|".join(sorted((w for f in forms for w in f[1:]), key=len, reverse=True))
    return rf"(?:(?:{full})\b|(?:{short})\b\.?)"


def _phrases(table: dict) -> str:
    """Return a pattern of the phrases of a table, the longest first, in any case."""
    phrases = (re.escape(w).replace(r"\ ", r"\s+") for w in sorted(table, key=len, reverse=True))
    return f"(?i:{'|'.join(phrases)})"


def _after_day(rules: dict) -> str:
    """Return a pattern of what follows a day without its month: no noun, for "the 26th session" is none, but a name."""
    words, numbered = ("|".join(rules[key]) for key in ("after_day", "numbered"))
    return rf"\s*[,.;:)(—–]|\s+-\s|\s+(?:{words}|[a-z]+ed)\b|\s+(?!(?:{numbered})\b)[A-Z]"


def _starts(rules: dict) -> str:
    """Return a pattern of the beginnings of dates, so that most words are passed over at once."""
    names = [forms[0][:3] for key in ("months", "weekdays") for forms in rules[key]] + [feast[:3] for feast in rules["feasts"]]
    names += [name.upper() for name in names]
    relative = {w.split()[0] for key in RELATIVE for w in rules[key]} | set(COUNTS) | {"last", "next", "this", "past", "the"}
    letters = {name[0] for name in names} | {letter for word in relative for letter in (word[0], word[0].upper())}
    # the first letter alone rules out most words, and is cheaper to ask for
    return rf"(?=[\d{''.join(sorted(letters))}])(?=\d|{'|'.join(names)}|(?i:{'|'.join(sorted(relative))})\b)"


def _pattern(rules: dict) -> re.Pattern[str]:
    """Compile the pattern of dates.

    Each alternative has groups of its own: m a month, a and b the first and last day, y a year (z the one of the first day).
    """
    feast = rf"(?:(?:{'|'.join(rules['feasts'])})\s+)?"
    month, weekday = _names(rules["months"]), rf"{feast}{_names(rules['weekdays'])}"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|,\d{3}|\.\d|:\d|%)"
    year = r"(?:1[6-9]|20)\d\d(?!\d)"
    dash = r"\s*(?:-|–|—|to|through|and|until|&|TO|AND)\s*"
    until = rf"{dash}(?:{weekday},?\s+)?"
    lead = rf"(?:(?:{weekday}),?\s+)?"
    whose = _phrases(rules["whose"])
    count = rf"(?i:{'|'.join(COUNTS)}|\d{{1,2}})"
    return re.compile(rf"""\b{_starts(rules)}(?:
      (?P<iso>{year}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))\b
    | (?P<slash>(?:0?[1-9]|1[0-2])/(?:[0-2]?\d|3[01])/(?:{year}|\d\d))\b
    | (?P<dotted>(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:{year}))\b
    | {lead}(?P<m1>{month})\s+(?P<a1>{day})(?:,?\s+(?P<z1>{year}))?{until}
        (?P<m2>{month})\s+(?P<b1>{day})(?:,?\s+(?P<y1>{year}))?
    | {lead}(?P<m3>{month})\s+(?P<a3>{day}){dash}(?P<b3>{day})(?:,?\s+(?P<y3>{year}))?
    | {lead}(?P<m4>{month})\s+(?P<a4>{day})(?:,?\s+(?P<y4>{year}))?
    | {lead}(?P<a5>{day})(?:\s+(?P<m5>{month})(?:,?\s+(?P<z5>{year}))?)?{until}
        (?P<b5>{day})\s+(?:of\s+)?(?P<m6>{month})(?:,?\s+(?P<y5>{year}))?
    | {lead}(?:the\s+)?(?P<a7>{day})\s+(?:of\s+)?(?P<m7>{month})(?:,?\s+(?P<y7>{year}))?
    | (?P<part>{_phrases(rules["parts"])})[-\s]+(?P<m8>{month})(?:,?\s+(?:of\s+)?(?P<y8>{year}))?
    | (?P<month_part>{_phrases(rules["parts"])})\s+(?P<whose_part>{whose})\s+month\b
    | (?P<year_part>{_phrases(rules["year_parts"])})[-\s]+(?P<y10>{year})
    | (?P<part_of_year>{_phrases(rules["year_parts"])})\s+(?P<whose_year2>{whose})\s+year\b
    | (?P<rest>later\s+in\s+the\s+(?:month|year))\b
    | (?P<which_season>last|next|this|this\s+coming|the\s+coming|this\s+past)\s+(?P<season_of>{_phrases(rules["seasons"])})\b
        (?!\s+(?:of|session|in\s+(?!\d|[A-Z])|from|to)\b)
    | (?:the\s+)?(?P<nth_of>{day})(?<=[a-z])\s+of\s+(?P<whose_month>{whose})\s+month\b
    | (?<=\bin\s)(?P<season>the\s+(?:spring|summer|autumn))(?!\s+(?:of|session))\b
    | (?P<m9>{month}),?\s+(?:of\s+)?(?P<y9>{year})
    | (?=the\s)(?:(?<=\b(?:of|on|On|by|By|to)\s)|(?<=\b(?:for|For)\s)|(?<=\b(?:from|From|till)\s)|(?<=\b(?:until|Until|since|Since|spent)\s)
        |(?<=\b(?:between|Between)\s))(?:(?<=\b[Oo]n\s)|(?!the\s+\w+\s+[A-Z]))
        the\s+(?P<nth>{day})(?<=[a-z])(?!{dash}(?:the\s+)?{day}\s+(?:of\s+)?{month})
        (?:\s+(?:to|until|through|and)\s+(?:the\s+)?(?P<nth2>{day})(?<=[a-z])(?!\s+(?:of\s+)?{month}))?(?={_after_day(rules)})
    | (?=[A-Z]){weekday},?\s+the\s+(?P<nth3>{day})(?<=[a-z])(?!\s+(?:of\s+)?{month})
    | (?<=\()(?P<nth4>{day})(?<=[a-z])(?=\))
    | (?P<days>{_phrases(rules["days"])})\b(?!\s+of\s+{lead}(?:{month}|\d))(?<!eve(?=\s+of\s))
    | (?P<shift>{count}\s+(?:days?|weeks?|fortnights?|months?)\s+
        (?:later|earlier|afterwards?|on(?=,|\s+(?:he|she|they|it)\b)|(?:before|after)(?!\s+(?i:the|his|her|its|their)\b)))\b
    | (?P<ago>{count}\s+(?:days?|weeks?|fortnights?|months?)\s+ago)\b
    | (?:(?<=\b(?:on|On)\s)|(?<=(?:morning|evening)\sof\s)|(?<=afternoon\sof\s))
        (?P<stays>{_phrases(rules["stays"])})(?:(?<=day)\b|(?={_after_day(rules)}))
    | (?P<weekends>{_phrases(rules["weekends"])})\b
    | (?P<weeks>{_phrases(rules["weeks"])})\b
    | (?P<spans>{_phrases(rules["spans"])})\b
    | (?P<years>{_phrases(rules["years"])})\b
    | (?P<m12>{month})\s+(?:of\s+)?(?P<whose_year>last|this|next)\s+year\b
    | (?P<which_month>last|next|this\s+coming|this\s+past)\s+(?P<m11>{month})(?!\s+\d)
    | (?:(?P<which>last|next|this|this\s+coming|this\s+past)\s+)?{feast}(?P<weekday>{_names(rules['weekdays'])})(?!\w)
    | (?:(?<=\b[Ii]n\s)|(?<=\bfor\s)|(?<=\b[Ss]ince\s)|(?<=\bof\s))(?P<m10>{month})(?!\s+\w+ed\b)
    | (?<=\b[Ii]n\s)(?P<year>{year})\b(?!\s*[%-])
    | (?:(?<=['’]s\s)|(?<=\b(?:[Hh]is|[Hh]er|[Tt]he)\s)|(?<=\b[Tt]heir\s))
        (?P<year_of>{year})(?=\s+(?:{'|'.join(rules['of_a_year'])})\b)
    )""", re.VERBOSE)
