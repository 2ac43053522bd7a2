"""Compare the parties that two documents give to what may be one fact: by name, by office, by body, by state.

People and bodies are resolved before, so that two ids are two people. Who is unnamed is held against his office and state.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.knowledge import toml

from ..account import Post
from ..offices import office_of
from ..sounds import fold
from ..states import related

NAMED, SOLE, SHARED, BODY, STATE, VAGUE = 2.0, 1.7, 1.2, 1.4, 0.5, 0.4
"""What a party in common is worth: the same person or body, an office of one holder, of many, the body of a member, a
holder whose office is not told, a group that only its state tells."""
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a fact, resolved: a person, a body, or an unnamed role or state.

    Attributes:
        person: the person's resolved id.
        organization: the body's resolved id; of a person, that which he stands for.
        role: the post or group as stated.
        country: ISO 3166-1 code of the state.
        side: host, visitor, third_party or unknown.
    """

    person: str | None = None
    organization: str | None = None
    role: str | None = None
    country: str | None = None
    side: str = "unknown"

    @property
    def named(self) -> str | None:
        """Return what names the party beyond doubt: the person, else a body that nobody is told to speak for."""
        if self.person is not None:
            return "p:" + self.person
        return "o:" + self.organization if self.organization is not None and self.role is None else None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which parties of two accounts are one.

    Attributes:
        worth: what each pair is worth, most first.
        countries: the states of those in common.
        left, right: parties that only the one account tells.
        both: those in common, as each account tells them.
    """

    worth: tuple[float, ...]
    countries: frozenset[str]
    left: tuple[Party, ...]
    right: tuple[Party, ...]
    both: tuple[tuple[Party, Party], ...]


def pair_parties(a: Sequence[Party], b: Sequence[Party]) -> Pairing:
    """Return which parties are one, each with one other at most, the surest first."""
    fits = sorted(((worth, i, j) for i, p in enumerate(a) for j, q in enumerate(b) if (worth := fit(p, q)) > 0),
                  key=lambda f: (-f[0], f[1], f[2]))
    left, right = dict(enumerate(a)), dict(enumerate(b))
    found, countries, both = [], set(), []
    for worth, i, j in fits:
        if i in left and j in right:
            p, q = left.pop(i), right.pop(j)
            found.append(worth)
            both.append((p, q))
            countries |= {p.country, q.country} - {None}
    return Pairing(tuple(found), frozenset(countries), tuple(left.values()), tuple(right.values()), tuple(both))


@lru_cache(maxsize=262_144)
def fit(p: Party, q: Party) -> float:
    """Return what it is worth that two parties are one, 0 where they are not."""
    if p.named is not None and p.named == q.named:
        return NAMED
    if p.person is not None and q.person is not None or (p.country and q.country and not related(p.country, q.country)):
        return 0.0
    if p.person is None and q.person is None and p.named is not None and q.named is not None:
        return 0.0
    bodies = p.organization is not None and p.organization == q.organization
    offices = office_held(p), office_held(q)
    if None not in offices:
        if offices[0] != offices[1]:
            return 0.0
        known = bool(p.country and q.country) or bodies
        return (SOLE if offices[0][1] else SHARED) if known else VAGUE
    if bodies:
        return BODY
    if not (p.country and q.country):
        return 0.0
    if p.organization and q.organization:
        return 0.0
    vague = any(x.person is None and (x.role is None or is_group(x.role)) for x in (p, q))
    return VAGUE if vague else STATE


def office_held(party: Party) -> tuple[str, bool] | None:
    """Return the office that a party holds, and whether one person at a time holds it; a group holds none."""
    if party.role is None or is_group(party.role):
        return None
    office = office_of(Post(party.role, None, party.country))
    return office.key, office.sole


@lru_cache(maxsize=65_536)
def is_group(role: str) -> bool:
    """Say whether a role tells no office: "a delegation", "senior officials"."""
    return bool(_groups() & set(WORD.findall(fold(role))))


@cache
def _groups() -> frozenset[str]:
    return frozenset(toml("facts.toml")["groups"])
