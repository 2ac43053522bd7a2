"""Say facts in plain English: who, where, when. Names are names; an id is never shown."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from exports.facts.records import Agreement, Days, Meeting, Party, Place
from exports.plain_text import in_one_line

Countries = Mapping[str, str]
NOUNS = {"meeting": "meeting", "call": "telephone call", "visit": "visit", "conference": "conference"}
NOBODY = "somebody who is not named"
MANY = 6


def joined(names: Sequence[str]) -> str:
    """Return names as a list in a sentence."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def party_name(party: Party, countries: Countries) -> str:
    """Return what a party is called: the person, else the body, else the role or group, else the country."""
    known = party.person or party.organization or party.role or countries.get(party.country_code or "")
    return in_one_line(known or "") or NOBODY


def people_and_countries(parties: Iterable[Party], countries: Countries) -> str:
    """Return the parties as a list in which the country stands once behind those who act for it."""
    groups: list[tuple[str | None, list[str]]] = []
    for party in parties:
        name = party_name(party, countries)
        country = countries.get(party.country_code or "")
        shown = None if country is None or name == country else country
        if groups and groups[-1][0] == shown and shown is not None:
            groups[-1][1].append(name)
        else:
            groups.append((shown, [name]))
    return joined([joined(names) + (f" ({country})" if country else "") for country, names in groups])


def two_sides(meeting: Meeting) -> tuple[list[Party], list[Party]]:
    """Return who meets and who is met: hosts are met, and else those whose country is another one than that of the first."""
    hosts = [party for party in meeting.parties if party.side == "host"]
    others = [party for party in meeting.parties if party.side != "host"]
    if hosts and others:
        return others, hosts
    own = next((party.country_code for party in meeting.parties if party.country_code), None)
    first_foreign = next((number for number, party in enumerate(meeting.parties)
                          if party.country_code not in (None, own) and number > 0), len(meeting.parties))
    return list(meeting.parties[:first_foreign]), list(meeting.parties[first_foreign:])


def place_name(place: Place, countries: Countries) -> str:
    """Return a place with its state; the state alone where nothing else is known."""
    country = countries.get(place.country_code or "")
    if place.name is None:
        return country or ""
    name = in_one_line(place.name)
    return name if country is None or country == name else f"{name}, {country}"


def heading(meeting: Meeting, countries: Countries) -> str:
    """Return a meeting as a title: its kind, or its own title, and who takes part."""
    if meeting.title:
        title = in_one_line(meeting.title)
        return title[:1].upper() + title[1:] + (f": {_some(meeting.parties, countries)}" if meeting.parties else "")
    noun = NOUNS[meeting.kind].capitalize()
    if meeting.kind == "visit":
        visitors = [party for party in meeting.parties if party.side != "host"] or meeting.parties
        places = [name for place in meeting.places if (name := place_name(place, countries))]
        return f"{noun} of {_some(visitors, countries)}" + (f" to {joined(places)}" if places else "")
    return f"{noun} {'between' if len(meeting.parties) == 2 else 'of'} {_some(meeting.parties, countries)}"


def agreement_heading(agreement: Agreement, countries: Countries) -> str:
    """Return an agreement as a title: what it is about and whose it is."""
    subject = in_one_line(agreement.subject or agreement.kind)
    title = subject[:1].upper() + subject[1:]
    return f"{title}: {_some(agreement.parties, countries)}" if agreement.parties else title


def _some(parties: Sequence[Party], countries: Countries) -> str:
    """Return who takes part, the last ones as a number where they are many."""
    names = [party_name(party, countries) for party in parties] or [NOBODY]
    return joined(names if len(names) <= MANY else [*names[:MANY - 1], f"{len(names) - MANY + 1} others"])


def long_day(day: date, *, with_year: bool = True) -> str:
    """Return a day as July 30, 1975, or without the year."""
    return f"{day:%B} {day.day}" + (f", {day.year}" if with_year else "")


def long_days(first: date, last: date, *, with_year: bool = True) -> str:
    """Return a stretch of days: July 28-29, 1975, or July 28 - August 1, 1975, with dashes as print has them."""
    if first == last:
        return long_day(first, with_year=with_year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.day}–{last.day}" + (f", {last.year}" if with_year else "")
    return f"{long_day(first, with_year=with_year and first.year != last.year)} – {long_day(last, with_year=with_year)}"


def when(days: Days, *, with_year: bool = True) -> str:
    """Return when something was, as sure as that is: on a day, about then, in a month; nothing where no day is known."""
    if days.first is None or days.last is None:
        return ""
    if days.precision == "month" and (days.first.year, days.first.month) == (days.last.year, days.last.month):
        return f"in {days.first:%B}" + (f" {days.first.year}" if with_year else "")
    shown = long_days(days.first, days.last, with_year=with_year)
    if days.precision == "day":
        return f"on {shown}"
    return f"about {shown}" if days.first == days.last else f"some time in {shown}"
