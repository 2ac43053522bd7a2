"""Say facts in plain English: who, where, when. Names are names; an id is never shown."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from exports.facts.records import Agreement, Days, Meeting, Party, Place, Proof
from exports.plain_text import in_one_line

Countries = Mapping[str, str]
NOUNS = {"meeting": ("meeting", "meetings"), "call": ("telephone call", "telephone calls"), "visit": ("visit", "visits"),
         "conference": ("conference", "conferences")}
"""What one meeting of each kind is called, and several."""
NOBODY = "somebody who is not named"
MANY = 6
TAKE_ARTICLE_BEFORE = ("United ", "Democratic ", "Central African")
TAKE_ARTICLE_AFTER = (" Republic", " Islands", " Union", " Antilles", "Netherlands", "Philippines", "Bahamas", "Maldives",
                      "Comoros", "Seychelles", "Gambia", "Congo")
"""How names of countries begin and end that take an article."""


def joined(names: Sequence[str]) -> str:
    """Return names as a list in a sentence."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def party_name(party: Party, countries: Countries) -> str:
    """Return what a party is called: the person, else the body, else the role or group, else the country."""
    known = party.person or party.organization or party.role or with_article(countries.get(party.country_code or "", ""))
    return in_one_line(known) or NOBODY


def people_and_countries(parties: Iterable[Party], countries: Countries) -> str:
    """Return the parties as a list with their countries, which stands once where it is that of all."""
    known = [(party_name(party, countries), countries.get(party.country_code or "")) for party in parties]
    shared = {country for _, country in known}
    if len(known) > 1 and len(shared) == 1 and None not in shared:
        (country,) = shared
        names = joined([name for name, _ in known])
        return names if country in names else f"{names} ({country})"
    return joined([name if country is None or country in name else f"{name} ({country})" for name, country in known])


def two_sides(meeting: Meeting) -> tuple[list[Party], list[Party]]:
    """Return who meets and who is met; nobody is met where the sides are not known, so that no side is made up.

    Hosts are met; else two parties meet each other, and those who act for the country of the first meet those of others.
    """
    parties = list(meeting.parties)
    hosts = [party for party in parties if party.side == "host"]
    if hosts and len(hosts) < len(parties):
        return [party for party in parties if party.side != "host"], hosts
    if len(parties) == 2:
        return parties[:1], parties[1:]
    own = parties[0].country_code if parties else None
    foreign = next((number for number, party in enumerate(parties) if party.country_code != own), len(parties))
    if own is None or any(party.country_code in (None, own) for party in parties[foreign:foreign + 1]):
        return parties, []
    return parties[:foreign], parties[foreign:]


def place_name(place: Place, countries: Countries) -> str:
    """Return a place with its state; the state alone where nothing else is known."""
    country = countries.get(place.country_code or "")
    if place.name is None:
        return country or ""
    name = in_one_line(place.name)
    return name if country is None or country == name else f"{name}, {country}"


def with_article(country: str) -> str:
    """Return the name of a country as it stands in a sentence: the United States, Romania."""
    takes = country.startswith(TAKE_ARTICLE_BEFORE) or country.endswith(TAKE_ARTICLE_AFTER)
    return f"the {country}" if takes else country


def heading(meeting: Meeting, countries: Countries) -> str:
    """Return a meeting as a title: its kind, or its own title, and who takes part."""
    if meeting.title:
        title = in_one_line(meeting.title)
        return title[:1].upper() + title[1:] + (f": {_some(meeting.parties, countries)}" if meeting.parties else "")
    noun = NOUNS[meeting.kind][0].capitalize()
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


def long_day(day: date, *, year: int | None = None) -> str:
    """Return a day as July 30, 1975; the year that is given goes without saying."""
    return f"{day:%B} {day.day}" + (f", {day.year}" if day.year != year else "")


def long_days(first: date, last: date, *, year: int | None = None) -> str:
    """Return a stretch of days as July 28–29, 1975, or July 28 – August 1, 1975; the year that is given goes without saying."""
    if first == last:
        return long_day(first, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.day}–{last.day}" + (f", {last.year}" if last.year != year else "")
    return f"{long_day(first, year=last.year)} – {long_day(last, year=year)}"


def when(days: Days, *, year: int | None = None) -> str:
    """Return when something was, as sure as that is: on a day, about then, in a month; nothing where no day is known.

    The year that is given goes without saying.
    """
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    one_month = (first.year, first.month) == (last.year, last.month)
    if days.precision == "month" and one_month:
        return f"in {first:%B}" + (f" {first.year}" if first.year != year else "")
    if days.precision == "day":
        return f"on {long_days(first, last, year=year)}"
    if first == last:
        return f"about {long_day(first, year=year)}"
    until = f"{last.day}" + (f", {last.year}" if last.year != year else "") if one_month else long_day(last, year=year)
    return f"between {long_day(first, year=last.year)} and {until}"


def source_of(proof: Proof) -> str:
    """Return where the words of a proof stand: the document with its section and page, and whom it cites."""
    section = f", “{in_one_line(proof.section)}”" if proof.section else ""
    page = f", p. {proof.page}" if proof.page is not None else ""
    cited = [in_one_line(citation.outlet) + (f", {long_day(citation.day)}" if citation.day else "")
             for citation in proof.citations]
    return f"{in_one_line(proof.document)}{section}{page}" + (f"; citing {'; '.join(cited)}" if cited else "")
