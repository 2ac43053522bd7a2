"""A synthetic history with known truth: who met whom, and what a series of bulletins tells of it.

Written from what bulletins are like, not from what the resolver can do: they take the day from the source that they cite, leave
out places and companions, say "the foreign minister" or "a delegation" for a name, tell late what happened, and err.
"""
from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from etl.identity.account import Ref
from etl.identity.facts.party import Party
from etl.identity.occasions.account import MeetingAccount, Venue

START = date(2019, 1, 7)
COUNTRIES = "IR IQ RU TR SY LB QA AE OM CN FR DE GB US PK IN AF AZ AM KW SA EG JO IT JP VE CU ZA CH AT".split()
OFFICES = ("foreign minister", "president", "defense minister", "prime minister", "deputy foreign minister", "ambassador",
           "oil minister", "interior minister")
TITLES = ("Security Conference", "Energy Forum", "Summit on Syria", "Conference on Water", "Economic Forum", "Donors Meeting")
CITIES = ("capital", "port", "resort")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened."""

    number: int
    kind: str
    day: date
    last: date
    people: tuple[Party, ...]
    place: tuple[str, str]
    title: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The accounts of all documents, for each the number of what it tells."""

    accounts: tuple[MeetingAccount, ...]
    truth: dict[Ref, int]


def history(*, weeks: int, series: int, events: int, seed: int = 1, unnamed: float = 0.01) -> History:
    """Return a history.

    Args:
        weeks: how long it is.
        series: bulletins that come out each week.
        events: what happens in a week.
        seed: another one gives another history.
        unnamed: the share of parties told as a delegation; besides, some are told by their office alone.
    """
    chance = random.Random(seed)
    people = [Party(f"{office.replace(' ', '-')}-{c.lower()}", None, office, c) for c in COUNTRIES for office in OFFICES]
    happened: list[Event] = []
    for week in range(weeks):
        for _ in range(events):
            day = START + timedelta(days=7 * week + chance.randrange(7))
            for event in _events(day, people, happened, chance):
                if not any(_is_same(event, other) for other in happened[-200:]):
                    happened.append(replace(event, number=len(happened)))
    accounts: list[MeetingAccount] = []
    truth: dict[Ref, int] = {}
    for week in range(weeks):
        first = START + timedelta(days=7 * week)
        for number in range(series):
            document, seen = f"s{number}-w{week:03}", first + timedelta(days=7 + number % 3)
            now = [e for e in happened if first <= e.day < first + timedelta(days=7)]
            late = [e for e in happened if first - timedelta(days=7) <= e.day < first]
            told = [e for e in now if chance.random() < 0.55] + [e for e in late if chance.random() < 0.05]
            for n, event in enumerate(told):
                account = _account(document, f"m{n:03}", event, (first, seen), unnamed, chance)
                accounts.append(account)
                truth[account.ref] = event.number
    return History(tuple(accounts), truth)


def _is_same(a: Event, b: Event) -> bool:
    """Say whether two events could not both have been: one visitor in one place, one pair at one table on one day."""
    if a.kind != b.kind:
        return False
    if a.kind == "visit":
        return a.people == b.people and a.place[1] == b.place[1] and abs((a.day - b.day).days) < 6
    return a.day == b.day and set(a.people[:2]) <= set(b.people)


def _events(day: date, people: list[Party], before: list[Event], chance: random.Random) -> list[Event]:
    """Return an occasion, with what goes with it: the meetings of a visit, those beside a conference, a call after a meeting."""
    weights = [4 if p.role in OFFICES[:2] else 1 for p in people]
    first = chance.choices(people, weights)[0]
    draw = chance.random()
    if draw < 0.12:
        guests = tuple(dict.fromkeys((first, *chance.choices(people, weights, k=chance.randrange(3, 7)))))
        place = (chance.choice(CITIES), chance.choice(COUNTRIES))
        title = f"{place[1]} {chance.choice(TITLES)} {day.year}"
        whole = Event(0, "conference", day, day + timedelta(days=chance.randrange(3)), guests, place, title)
        aside = [Event(0, "meeting", day, day, pair, place) for pair in _pairs(guests, chance)]
        return [whole, *aside]
    recent = [e for e in before[-60:] if e.kind in ("meeting", "call") and len(e.people) == 2]
    others = [p for p in people if p.country != first.country and (p.role == first.role or chance.random() < 0.2)]
    pair = chance.choice(recent).people if recent and chance.random() < 0.08 else (first, chance.choice(others))
    if draw < 0.27:
        return [Event(0, "call", day, day, pair, ("", pair[0].country))]
    place = (chance.choice(CITIES[:2]), pair[1].country)
    if draw < 0.45:
        last = day + timedelta(days=chance.randrange(3))
        hosts = [p for p in people if p.country == pair[1].country and p.person != pair[1].person]
        met = [pair, (pair[0], chance.choice(hosts))]
        return [Event(0, "visit", day, last, pair[:1], place),
                *(Event(0, "meeting", day, day, p, place) for p in met)]
    if chance.random() < 0.2:
        aide = [p for p in people if p.country == pair[1].country and p.role != pair[1].role]
        pair = (*pair, chance.choice(aide))
    if chance.random() < 0.1:
        third = [p for p in others if p.country not in {x.country for x in pair}]
        pair = (*pair, chance.choice(third)) if third else pair
    if chance.random() < 0.3:
        place = (chance.choice(CITIES), chance.choice(COUNTRIES))
    return [Event(0, "meeting", day, day, pair, place)]


def _pairs(guests: tuple[Party, ...], chance: random.Random) -> list[tuple[Party, Party]]:
    pairs = [(a, b) for i, a in enumerate(guests) for b in guests[i + 1:] if a.country != b.country]
    return chance.sample(pairs, min(len(pairs), chance.randrange(3)))


def _account(document: str, key: str, event: Event, days: tuple[date, date], unnamed: float,
             chance: random.Random) -> MeetingAccount:
    first, seen = days
    start, end, precision, basis = _when(event, first, chance)
    city, country = event.place
    places: tuple[Venue, ...] = ()
    draw = chance.random()
    if draw < 0.75 and event.kind != "call" or event.kind == "visit":
        places = (Venue(f"{city}-{country.lower()}", country),) if draw < 0.5 else (Venue(country.lower(), country, True),)
    return MeetingAccount(document, key, event.kind, "held", start, end, precision, basis, _parties(event, unnamed, chance), places,
                          event.title if event.title is None or chance.random() < 0.9 else None, None, seen)


def _when(event: Event, first: date, chance: random.Random) -> tuple[date | None, date | None, str, str]:
    draw = chance.random()
    if draw < 0.6:
        return event.day, event.last, "day", "stated"
    if draw < 0.608:
        day = event.day + timedelta(days=chance.choice((-2, -1, 1, 2, 10)))
        return day, day, "day", "stated"
    if draw < 0.9:
        day = event.day + timedelta(days=chance.choices((0, 1, 2, 3), (50, 38, 9, 3))[0])
        return day, day, "day", "citation"
    if draw < 0.97:
        return (first, first + timedelta(days=6), "approximate", "period") if event.day >= first else (
            event.day, event.day, "approximate", "stated")
    if draw < 0.98:
        return event.day.replace(day=1), event.day.replace(day=28), "month", "stated"
    return None, None, "unknown", "none"


def _parties(event: Event, unnamed: float, chance: random.Random) -> tuple[Party, ...]:
    told = list(event.people)
    if event.kind == "conference":
        told = [p for p in told if chance.random() < 0.7] or told[:1]
    elif len(told) > 2 and chance.random() < 0.2:
        told.pop()
    out = []
    for party in told:
        draw = chance.random()
        if draw < unnamed and event.kind != "visit":
            party = Party(None, None, "a delegation", party.country)
        elif draw < unnamed + 0.06:
            party = replace(party, person=None)
        elif draw < 0.3:
            party = replace(party, role=None)
        out.append(party)
    chance.shuffle(out)
    return tuple(out)
