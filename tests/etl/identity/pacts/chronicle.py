"""A synthetic history of agreements with known truth, and what a series of bulletins tells of their steps.

Written from what bulletins are like: each words the subject in its own way or leaves it out, calls a memorandum an agreement,
names ministers for states, reports a step a day late, and a state signs several things with another on one day.
"""
from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from etl.identity.account import Ref
from etl.identity.facts.party import Party
from etl.identity.pacts.account import AgreementAccount, Step

START = date(2015, 1, 5)
COUNTRIES = "IR IQ RU TR SY QA OM CN PK IN AZ AM KW SA EG JO".split()
MATTERS = (
    ("the export of natural gas", "natural gas exports", "gas exports"), ("visa-free travel", "visa-free travel of tourists"),
    ("extradition", "the extradition of convicts"), ("defense cooperation", "military cooperation", "defence cooperation"),
    ("the Basra railway", "a railway to Basra", "rail link to Basra"), ("customs", "customs cooperation", "customs affairs"),
    ("fishing in shared waters", "fisheries in shared waters"), ("student exchange", "exchange of students"),
    ("border crossings", "border crossing points"), ("nuclear safety", "safety of nuclear plants"),
    ("electricity supply", "supply of electricity", "power supply"), ("banking", "banking transactions"),
    ("air services", "air transport services"), ("drug trafficking", "fighting drug trafficking"),
    ("water sharing", "sharing of river water"), ("media", "media cooperation"), ("space research", "research in space"),
    ("agricultural trade", "trade in agricultural goods"), ("tourism", "tourism cooperation"),
    ("investment protection", "protection of investments"),
)
WORDINGS = {
    "agreement": ("agreement on {}", "{} agreement", "deal on {}", "accord on {}"),
    "memorandum": ("memorandum of understanding on {}", "MoU on {}", "memorandum on {}"),
    "treaty": ("treaty on {}", "{} treaty"), "contract": ("contract on {}", "contract for {}"),
}


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The accounts of all documents, for each the number of the agreement that it tells."""

    accounts: tuple[AgreementAccount, ...]
    truth: dict[Ref, int]


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement as it was: its parties, matter, kind, and the days of its steps."""

    number: int
    parties: tuple[str, ...]
    matter: tuple[str, ...]
    kind: str
    steps: tuple[tuple[str, date], ...]


def chronicle(*, deals: int, series: int, years: int = 6, seed: int = 1) -> Chronicle:
    """Return a history of agreements."""
    chance = random.Random(seed)
    known: list[Deal] = []
    busy: dict[tuple[tuple[str, ...], tuple[str, ...]], date] = {}
    while len(known) < deals:
        deal = _deal(len(known), known, years, chance)
        over = busy.get((deal.parties, deal.matter))
        if over is None or deal.steps[0][1] - over > timedelta(days=365 * 2):
            busy[deal.parties, deal.matter] = deal.steps[-1][1]
            known.append(deal)
    accounts: list[AgreementAccount] = []
    truth: dict[Ref, int] = {}
    for deal in known:
        for number in range(series):
            for i, (status, day) in enumerate(deal.steps):
                if chance.random() < 0.45:
                    account = _account(deal, i, number, chance)
                    if account.ref not in truth:
                        accounts.append(account)
                        truth[account.ref] = deal.number
    return Chronicle(tuple(accounts), truth)


def _deal(number: int, known: list[Deal], years: int, chance: random.Random) -> Deal:
    parties = tuple(sorted(chance.sample(COUNTRIES, 2 if chance.random() < 0.9 else 4)))
    day = START + timedelta(days=chance.randrange(365 * years))
    if known and chance.random() < 0.3:
        beside = chance.choice(known)
        parties, day = beside.parties, beside.steps[-1][1]
    matter = chance.choice(MATTERS)
    steps = []
    for status, share, lag in (("negotiating", 0.6, 150), ("reached", 0.4, 120), ("signed", 0.95, 200), ("ratified", 0.25, 300)):
        if chance.random() < share:
            steps.append((status, day))
        day += timedelta(days=chance.randrange(10, lag))
    return Deal(number, parties, matter, chance.choice(("agreement", "agreement", "memorandum", "treaty", "contract")),
                tuple(steps or [("signed", day)]))


def _account(deal: Deal, at: int, series: int, chance: random.Random) -> AgreementAccount:
    status, day = deal.steps[at]
    told = day + timedelta(days=chance.choices((0, 1, 2), (85, 12, 3))[0])
    steps = [Step(status, told)]
    if at + 1 < len(deal.steps) and chance.random() < 0.1:
        steps.append(Step(deal.steps[at + 1][0], None, True))
    if at and chance.random() < 0.15:
        steps.insert(0, Step(deal.steps[at - 1][0], deal.steps[at - 1][1]))
    kind = deal.kind if chance.random() < 0.85 else "agreement"
    matter = deal.matter[0] if chance.random() < 0.5 else chance.choice(deal.matter)
    subject = chance.choice(WORDINGS[kind]).format(matter) if chance.random() < 0.97 else kind
    parties = []
    for country in deal.parties:
        minister = Party(f"minister-{country.lower()}", None, "foreign minister", country)
        parties.append(minister if chance.random() < 0.3 else replace(minister, person=None, role=None))
    if len(parties) > 2 and chance.random() < 0.3:
        parties.pop()
    seen = day + timedelta(days=7 - day.weekday() + series % 3)
    return AgreementAccount(f"s{series}-{seen}", f"a{deal.number:04}", kind, subject, status, steps[0].day, told, "day",
                            tuple(parties), tuple(steps), seen)
