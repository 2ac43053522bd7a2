"""A synthetic history with known truth: bodies of many states, and what a series of bulletins says of them.

It is written from what archives are like, not from what the resolver can do: outlets write ministries in their own wording,
transcribe names in their own way, know acronyms, add or leave out "party" and "plc", and now and then leave out the state.
"""
from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from etl.identity.account import Ref
from etl.identity.bodies.account import BodyAccount
from warehouse.keys import organization_key

START, DAYS = date(2010, 1, 4), 3650
STATES = {
    "KE": ("Kenya", "Kenyan"), "UG": ("Uganda", "Ugandan"), "NO": ("Norway", "Norwegian"), "CL": ("Chile", "Chilean"),
    "PE": ("Peru", "Peruvian"), "JO": ("Jordan", "Jordanian"), "KZ": ("Kazakhstan", "Kazakh"), "VN": ("Vietnam", "Vietnamese"),
    "EG": ("Egypt", "Egyptian"), "PT": ("Portugal", "Portuguese"), "GE": ("Georgia", "Georgian"), "TN": ("Tunisia", "Tunisian"),
    "GH": ("Ghana", "Ghanaian"), "FI": ("Finland", "Finnish"), "TH": ("Thailand", "Thai"), "BO": ("Bolivia", "Bolivian"),
}
CAPITALS = {"KE": "Nairobi", "UG": "Kampala", "NO": "Oslo", "CL": "Santiago", "PE": "Lima", "JO": "Amman", "KZ": "Astana",
            "VN": "Hanoi", "EG": "Cairo", "PT": "Lisbon", "GE": "Tbilisi", "TN": "Tunis", "GH": "Accra", "FI": "Helsinki",
            "TH": "Bangkok", "BO": "La Paz"}
MINISTRIES = (("Foreign Affairs", "Foreign Ministry"), ("Defense", "Defense Ministry"), ("the Interior", "Interior Ministry"),
              ("Finance", "Finance Ministry"), ("Energy", "Energy Ministry"), ("Agriculture", "Agriculture Ministry"),
              ("Trade and Industry", "Trade and Industry Ministry"), ("Health", "Health Ministry"))
ORGANS = (("National Assembly", "parliament"), ("Supreme Court", "court"), ("Central Bank", "government"),
          ("Army", "armed_forces"), ("Air Force", "armed_forces"), ("National Security Council", "government"),
          ("Constitutional Court", "court"),
          ("Council of Ministers", "government"), ("Chamber of Commerce", "civil_society"),
          ("Red Crescent Society", "civil_society"),
          ("Communist Party", "party"), ("Social Democratic Party", "party"), ("People's Democratic Party", "party"))
SYLLABLES = ("ba ke ri zo mu ta ven dor shal qas im har nad wil ost ger fen lok tir van dul sem gor kat bel rom yar zan hil "
             "mor pel tus").split()
SWAPS = (("i", "e"), ("u", "o"), ("q", "k"), ("sh", "ch"), ("ee", "i"), ("w", "v"), ("a", "ah"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the history; `pattern` says how it is called, with the words that it needs."""

    number: int
    pattern: str
    words: tuple[str, ...]
    kind: str
    country: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class History:
    """The accounts of all documents, and for each the number of the body meant."""

    accounts: tuple[BodyAccount, ...]
    truth: dict[Ref, int]


def rare(chance: random.Random, parts: int = 3) -> str:
    """Return a word that nothing else is called."""
    return "".join(chance.choice(SYLLABLES) for _ in range(parts)).capitalize()


def world(chance: random.Random, *, each: int = 12) -> list[Body]:
    """Return the bodies: of each state its organs and `each` others, and some of no state."""
    made: list[tuple[str, tuple[str, ...], str, str | None, float]] = []
    for code in STATES:
        made += [("ministry", names, "government", code, 4.0 / (1 + i)) for i, names in enumerate(MINISTRIES)]
        made += [("organ", (name,), kind, code, 1.0) for name, kind in ORGANS]
        made += [("numbered", (str(n), "Division"), "armed_forces", code, 0.2) for n in (1, 2, 14)]
        made += [("embassy", (host,), "embassy", code, 0.3) for host in chance.sample(sorted(STATES.keys() - {code}), 3)]
        kinds = ("party", "company", "militia", "university", "agency")
        for pattern in (kinds[i % len(kinds)] for i in range(each)):
            kind = pattern if pattern != "agency" else "government"
            made.append((pattern, (rare(chance), rare(chance, 2)), kind, code, 0.8))
    made += [("league", (rare(chance), rare(chance), word), "international", None, 1.0)
             for word in ("Cooperation", "Development", "Security") * 6]
    return [Body(number, *body) for number, body in enumerate(made)]


def transcribed(word: str, style: random.Random) -> str:
    """Return a word in the way of one outlet."""
    old, new = style.choice(SWAPS)
    return word[0] + word[1:].replace(old, new, 1) if style.random() < 0.5 else word


def named(body: Body, outlet: int, chance: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return the name and the forms that an outlet uses; without the state, which an account states beside it."""
    state, adjective = STATES[body.country] if body.country else ("", "")
    style = random.Random(f"{outlet}/{body.number}")
    draw = chance.random()
    if body.pattern == "ministry":
        long, short = f"Ministry of {body.words[0]}", body.words[1]
        name = long if style.random() < 0.6 else short
        return name, (f"{adjective} {name}",) if draw < 0.6 else (f"{state}'s {name}",)
    if body.pattern == "organ":
        name = body.words[0]
        return (f"{name} of {state}", ()) if style.random() < 0.3 else (name, (f"{adjective} {name}",))
    if body.pattern == "numbered":
        number = {"1": ("First", "1st"), "2": ("Second", "2nd"), "14": ("Fourteenth", "14th")}[body.words[0]]
        return f"{style.choice(number)} {body.words[1]}", ()
    if body.pattern == "embassy":
        host = body.words[0]
        return style.choice((f"Embassy of {state} in {STATES[host][0]}", f"{adjective} Embassy in {CAPITALS[host]}")), ()
    first, second = (transcribed(word, style) for word in body.words[:2])
    short = "".join(w[0] for w in body.words)
    match body.pattern:
        case "party":
            full = style.choice((f"{first} Democratic Party", f"Democratic Party of {first}"))
            return full, (f"{body.words[0][0]}DP",) if draw < 0.3 else ()
        case "company":
            return f"{style.choice(('PJSC ', '', ''))}{first} {second}{style.choice((' Company', ' plc', '', ''))}", ()
        case "militia":
            return style.choice((f"Liwa al-{first}", f"Liwa {first}", f"Liwa al {first} Movement")), ()
        case "university":
            return style.choice((f"{first} University", f"University of {first}")), ()
        case "agency":
            return f"{first} Valley {style.choice(('Organization', 'Organisation'))}", ()
        case _:
            what = body.words[2]
            full = style.choice((f"Organization for {first}-{second} {what}", f"Organisation for {first} and {second} {what}"))
            return (full, (f"O{short}",)) if draw < 0.8 else (f"O{short}", ())


def history(*, documents: int, seed: int = 1, each: int = 12, bodies: int = 8, stateless: float = 0.03) -> History:
    """Return a history.

    Args:
        documents: how many there are.
        seed: another one gives another history.
        each: how many bodies a state has besides its organs.
        bodies: the mean number of bodies in a document.
        stateless: the share of accounts that leave the state out.
    """
    chance = random.Random(seed)
    everything = world(chance, each=each)
    accounts: dict[Ref, BodyAccount] = {}
    truth: dict[Ref, int] = {}
    for number in range(documents):
        outlet = chance.randrange(30)
        states = {*chance.sample(sorted(STATES), chance.choice((1, 2, 2, 3))), None}
        here = [b for b in everything if b.country in states]
        day = START + timedelta(days=int(number * DAYS / documents))
        wanted = max(2, int(chance.gauss(bodies, 2)))
        for body in dict.fromkeys(chance.choices(here, [b.weight for b in here], k=wanted)):
            name, forms = named(body, outlet, chance)
            country = None if chance.random() < stateless else body.country
            forms = (name, *forms) if country == body.country else (name,)
            account = BodyAccount(f"doc-{number:05}", organization_key(name, country), name, forms, body.kind, country, None,
                                  day, day + timedelta(days=6))
            if account.ref not in accounts:
                accounts[account.ref] = account
                truth[account.ref] = body.number
    return History(tuple(accounts.values()), truth)
