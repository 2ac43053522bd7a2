"""Short ways to accounts of meetings for tests.

A party is written `name.COUNTRY.post`: `zarif.IR`, `.IR.foreign minister` for one unnamed, `@hamas.PS` for a body, `.IR` for
a state. A place is `moscow.RU`, a whole state `.RU`. A day is `2019-05-03`, `2019-05-03/05` or `2019-05`; `~` before it makes
it approximate, `<` the day of a citation, `w` the seven days from it on the period of the document.
"""
from __future__ import annotations

import calendar
from datetime import date, timedelta

from etl.identity.facts.party import Party
from etl.identity.occasions.account import MeetingAccount, Venue

DAY = date.fromisoformat


def party(text: str) -> Party:
    """Return the party that a text writes."""
    name, country, role = (*text.split(".", 2), "", "")[:3]
    body = name[1:] if name.startswith("@") else None
    return Party(None if body or not name else name, body, role or None, country or None)


def venue(text: str) -> Venue:
    """Return the place that a text writes."""
    name, country = (*text.split(".", 1), "")[:2]
    return Venue(name or country.lower(), country or None, not name)


def when(text: str) -> tuple[date | None, date | None, str, str]:
    """Return first and last day, precision and basis that a text writes."""
    if not text:
        return None, None, "unknown", "none"
    sign, rest = (text[0], text[1:]) if text[0] in "~<w" else ("", text)
    if len(rest) == 7:
        year, month = int(rest[:4]), int(rest[5:])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month", "stated"
    start = DAY(rest[:10])
    end = start.replace(day=int(rest[11:])) if len(rest) > 10 else start
    if sign == "w":
        return start, start + timedelta(days=6), "approximate", "period"
    return start, end, "approximate" if sign == "~" else "day", "citation" if sign == "<" else "stated"


def told(document: str, parties: str, on: str = "", *, at: str = "", kind: str = "meeting", status: str = "held",
         title: str | None = None, seen: str | None = None, key: str | None = None, part_of: str | None = None) -> MeetingAccount:
    """Return what a document says of a meeting; parties and places are parted by commas."""
    start, end, precision, basis = when(on)
    return MeetingAccount(
        document, key or f"m-{parties}-{on}-{at}-{kind}-{status}", kind, status, start, end, precision, basis,
        tuple(party(p.strip()) for p in parties.split(",") if p.strip()),
        tuple(venue(p.strip()) for p in at.split(",") if p.strip()), title, part_of, None if seen is None else DAY(seen))
