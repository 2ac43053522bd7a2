"""Put what the machine wrote about a finding or a merge into words: days as days, countries by their names."""
from __future__ import annotations

import re
from datetime import date

from explorer.countries import country_names
from explorer.words import day, span

DAY = r"\d{4}-\d{2}-\d{2}"
SPAN = re.compile(rf"\b({DAY})(?:/| to )({DAY})\b")
ONE = re.compile(rf"\b{DAY}\b")
CODE = re.compile(r"\b(?<=of )([A-Z]{2})\b|(?<=\()([A-Z]{2})(?=\))")


def plainly(text: str) -> str:
    """Return a sentence with its days and countries in words; what only looks like one stays."""
    text = SPAN.sub(lambda found: _span(found[1], found[2]) or found[0], text)
    text = ONE.sub(lambda found: _day(found[0]) or found[0], text)
    return CODE.sub(lambda found: country_names().get(found[1] or found[2], found[0]), text)


def _span(first: str, last: str) -> str | None:
    try:
        return span(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None


def _day(value: str) -> str | None:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return None
