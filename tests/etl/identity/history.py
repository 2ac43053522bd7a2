"""A synthetic history with known truth: people, their careers, and what a series of bulletins says of them.

It is written from what archives are like, not from what the resolver can do: outlets transcribe each in its own way, name a
minister by title and family name, leave out posts and countries, report an old post after a change, mistake a country now
and then.
"""
from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from etl.identity.account import Account, Post, Ref
from warehouse.keys import slug

from .cultures import FullName, invent
from .spellings import Style, full, initialled, mistyped, style, surname

START, DAYS = date(2010, 1, 4), 3650
COUNTRIES = {
    "arabic": "IQ SY LB SA AE EG JO KW QA YE DZ MA", "persian": "IR AF TJ", "turkish": "TR AZ", "russian": "RU BY UA KZ",
    "chinese": "CN TW",
    "korean": "KP KR", "spanish": "VE CO MX ES AR CU", "western": "US GB CA AU", "nordic": "SE NO DE DK",
    "african": "SN BF NG KE ZA ML",
    "indian": "IN PK BD", "magyar": "HU",
}
TOP = (("President", 9), ("Prime Minister", 9), ("Foreign Minister", 10), ("Defense Minister", 5), ("Interior Minister", 3),
       ("Finance Minister", 3), ("Speaker of the Parliament", 3), ("Chief of Staff of the Armed Forces", 2),
       ("Spokesman of the Ministry of Foreign Affairs", 3), ("Oil Minister", 2),
       ("Secretary of the National Security Council", 2))
LOWER = ("Deputy Foreign Minister", "Ambassador", "Member of Parliament", "Adviser to the President", "Governor",
    "Special Envoy",
         "Commander of the Ground Forces", "Deputy Defense Minister", "Chairman of the Chamber of Commerce",
         "General Director", None, None)
WORDINGS = {
    "Foreign Minister": ("Foreign Minister", "Minister of Foreign Affairs", "Minister for Foreign Affairs"),
    "Defense Minister": ("Defense Minister", "Minister of Defense", "Defence Minister"),
    "Interior Minister": ("Interior Minister", "Minister of the Interior", "Minister of Interior"),
    "Finance Minister": ("Finance Minister", "Minister of Finance"),
    "Oil Minister": ("Oil Minister", "Minister of Oil", "Petroleum Minister"),
    "Prime Minister": ("Prime Minister", "Prime Minister", "Premier"),
    "Speaker of the Parliament": ("Speaker of the Parliament", "Parliament Speaker", "Speaker"),
    "Deputy Foreign Minister": ("Deputy Foreign Minister", "Deputy Minister of Foreign Affairs"),
    "Adviser to the President": ("Adviser to the President", "Presidential Adviser", "Advisor to the President"),
    "Chief of Staff of the Armed Forces": ("Chief of Staff of the Armed Forces", "Chief of Staff",
    "Armed Forces Chief of Staff"),
}
MINISTERS = frozenset(title for title, _ in TOP)


@dataclass(slots=True)
class Human:
    """A person of the history; `career` holds title, first and last day in office, as days from the start."""

    number: int
    name: FullName
    country: str
    weight: float
    career: list[tuple[str | None, int, int]] = field(default_factory=list)
    dies: int | None = None

    def post(self, day: int) -> str | None:
        """Return the title held on a day."""
        return next((title for title, first, last in self.career if first <= day <= last), None)


@dataclass(frozen=True, slots=True)
class History:
    """The accounts of all documents, for each the number of the person meant, and the share of people who have a namesake."""

    accounts: tuple[Account, ...]
    truth: dict[Ref, int]
    namesakes: float


def history(*, documents: int, people: int, seed: int = 1, names: int = 12, namesakes: float = 0.0) -> History:
    """Return a history.

    Args:
        documents: how many there are.
        people: how many there are in the world; some are never spoken of.
        seed: another one gives another history.
        names: the mean number of people in a document.
        namesakes: the share of people who are named like another on purpose; by chance some 8 % share their name anyway.
    """
    chance = random.Random(seed)
    world = _world(people, chance, namesakes)
    outlets = [style(chance) for _ in range(40)]
    by_country: dict[str, list[Human]] = {}
    for human in world:
        by_country.setdefault(human.country, []).append(human)
    accounts: list[Account] = []
    truth: dict[Ref, int] = {}
    for number in range(documents):
        day = int(number * DAYS / documents)
        for account, human in _document(f"doc-{number:05}", day, chance.choice(outlets), by_country, names, chance):
            if account.ref not in truth:
                truth[account.ref] = human.number
                accounts.append(account)
    return History(tuple(accounts), truth, _sharing(world))


def _sharing(world: list[Human]) -> float:
    """Return the share of people whose given and family name another bears as well."""
    borne = Counter((human.name.given, human.name.family[0].removeprefix("al-")) for human in world)
    return sum(n for n in borne.values() if n > 1) / len(world)


def _world(people: int, chance: random.Random, namesakes: float) -> list[Human]:
    """Return the people with their careers."""
    places = [(culture, country) for culture, codes in COUNTRIES.items() for country in codes.split()]
    world: list[Human] = []
    for number in range(people):
        culture, country = places[number % len(places)]
        name = invent(culture, chance)
        if world and chance.random() < namesakes:
            name = chance.choice([h.name for h in world if h.name.culture == culture] or [name])
        world.append(Human(number, name, country, 1 / (1 + number // len(places)) ** 0.3))
    for _, country in places:
        _offices([h for h in world if h.country == country], chance)
    for human in world:
        if not human.career:
            human.career.append((chance.choice(LOWER), 0, DAYS))
        if chance.random() < 0.03:
            human.dies = chance.randrange(300, DAYS)
            human.career = [(t, a, min(b, human.dies)) for t, a, b in human.career if a <= human.dies]
    return world


def _offices(humans: list[Human], chance: random.Random) -> None:
    """Fill the offices of one country; who leaves one often takes another later."""
    free = {human.number: 0 for human in humans}
    for title, weight in TOP:
        day = 0
        while day < DAYS:
            term = chance.randrange(400, 2200)
            able = [h for h in humans if free[h.number] <= day]
            if not able:
                break
            holder = chance.choice(able[:len(TOP) * 3])
            if not holder.career and day > 0 and chance.random() < 0.5:
                holder.career.append((chance.choice(LOWER), 0, day - 1))
            holder.career.append((title, day, min(day + term, DAYS)))
            holder.weight = max(holder.weight, weight)
            free[holder.number] = day + term + 1
            day += term + 1


def _document(uri: str, day: int, own: Style, by_country: dict[str, list[Human]], names: int,
              chance: random.Random) -> list[tuple[Account, Human]]:
    """Return what one bulletin says of the people whom it has meet."""
    focus = chance.sample(sorted(by_country), 3)
    chosen: dict[int, Human] = {}
    for country in chance.choices(focus, k=max(2, int(chance.gauss(names, names / 4)))):
        alive = [h for h in by_country[country] if h.dies is None or h.dies > day or chance.random() < 0.05]
        human = chance.choices(alive, [h.weight if h.post(day) in MINISTERS else min(h.weight, 1.0) for h in alive])[0]
        chosen[human.number] = human
    humans = list(chosen.values())
    written = {h.number: _name(h, day, own, chance) for h in humans}
    chance.shuffle(humans)
    meetings = [humans[i:i + 3] for i in range(0, len(humans), 3)]
    return [(_account(uri, day, human, written, [h for h in met if h is not human], own, chance), human)
            for met in meetings for human in met]


def _name(human: Human, day: int, own: Style, chance: random.Random) -> str:
    """Return the fullest name that a bulletin uses."""
    known = human.post(day) in MINISTERS
    draw = chance.random()
    if draw < (0.12 if known else 0.02):
        return surname(human.name, own, chance)
    name = initialled(human.name, own, chance) if draw > 0.96 else full(human.name, own, chance)
    return mistyped(name, chance) if chance.random() < 0.015 else name


def _account(uri: str, day: int, human: Human, written: dict[int, str], met: list[Human], own: Style,
             chance: random.Random) -> Account:
    name = written[human.number]
    lone = " " not in name
    posts = []
    stated = day - chance.randrange(60) if chance.random() < 0.1 else day
    title = human.post(max(stated, 0))
    if title and (lone or chance.random() < 0.8):
        wording = chance.choice(WORDINGS.get(title, (title,)))
        posts.append(Post(wording, None, human.country if chance.random() < 0.9 else None))
    past = [t for t, _, last in human.career if last < day and t]
    if past and chance.random() < (0.03 if posts else 0.4):
        posts.append(Post(past[-1], None, human.country, former=True))
    country = next((p.country for p in posts if p.country), None)
    if country is None and chance.random() < 0.3:
        country = human.country
    if chance.random() < 0.004:
        country = chance.choice("IQ IR SY US RU".split())
        posts = [Post(p.title, None, country, p.former) for p in posts]
    first = START + timedelta(days=day)
    dead = human.dies is not None and human.dies <= day
    died = START + timedelta(days=human.dies) if dead and day - human.dies < 60 else None
    return Account(uri, slug(name), name, tuple(dict.fromkeys((name, name.split()[-1]))), country, tuple(posts),
                   first, first + timedelta(days=6), tuple(written[h.number] for h in met), died,
                   None if dead else first + timedelta(days=chance.randrange(6)))
