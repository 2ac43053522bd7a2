"""Compile the word lists by which names of bodies are read: `identity_bodies.toml`, with the heads and states known elsewhere.

Everything is folded as names are: no case, no marks, plurals as singulars.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.identity.sounds import fold
from etl.knowledge import load_knowledge, rows, split, toml

SPLIT = re.compile(r"[\s\-‐‑–/,;:&()\[\]\"“”]+")
PLURAL = re.compile(r"(?<=[a-z]{3})(?<![sui])(?<!corp)s$")
Phrase = tuple[str, ...]


@lru_cache(maxsize=131_072)
def single(word: str) -> str:
    """Return a word folded, the plural of an everyday word as its singular."""
    folded = fold(word)
    bare = folded[:-3] + "y" if folded.endswith("ies") and len(folded) > 5 else PLURAL.sub("", folded)
    return bare if bare in load_knowledge().ordinary or folded in load_knowledge().ordinary else folded


def phrase(text: str) -> Phrase:
    """Return the words of a text, folded."""
    return tuple(w for w in map(single, SPLIT.split(text)) if w)


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The word lists, compiled.

    Attributes:
        dropped: articles and links.
        places: what is followed by where a body is, or what it is about.
        prefixes: parts before a hyphen that are no words.
        same: phrases by what they are compared as.
        portfolios: what ministries are for, by what it is compared as.
        ministries: heads of the rank of a ministry.
        acronyms: what stands for the same in every state.
        idle, soft: words that one name may have more; after soft ones somebody should look.
        trades: what a company does.
        loose: heads that are taken for each other, by their group.
        forms: legal forms of companies; `named` of them say so in plain words.
        national: ends of names of bodies that every state has.
        heads, generic, ordinary: words by how little they tell.
        countries: names and demonyms by code.
        states: names of places by their state.
    """

    dropped: frozenset[str]
    places: frozenset[str]
    prefixes: tuple[str, ...]
    same: dict[Phrase, Phrase]
    portfolios: dict[Phrase, Phrase]
    ministries: frozenset[str]
    acronyms: dict[str, str]
    idle: frozenset[str]
    soft: frozenset[str]
    trades: frozenset[Phrase]
    loose: dict[str, int]
    forms: frozenset[str]
    named: frozenset[str]
    national: frozenset[Phrase]
    heads: frozenset[str]
    generic: frozenset[str]
    ordinary: frozenset[str]
    countries: dict[Phrase, str]
    states: dict[Phrase, str]


@cache
def body_words() -> BodyWords:
    """Return the word lists."""
    own, knowledge = toml("identity_bodies.toml"), load_knowledge()
    left_out, companies, weights = own["left_out"], own["companies"], own["weights"]
    heads = {w for head in knowledge.body_kinds for w in phrase(head)}
    return BodyWords(
        dropped=frozenset(map(single, [*own["articles"], *own["links"]])), places=frozenset(own["places"]),
        prefixes=tuple(own["prefixes"]), same=_groups(own["same"]), portfolios=_groups(own["portfolios"]),
        ministries=frozenset(own["ministries"]), acronyms={k.casefold(): v for k, v in own["acronyms"].items()},
        idle=_all(left_out["idle"]), soft=_all(left_out["soft"]), trades=frozenset(map(phrase, left_out["trades"])),
        loose={single(w): number for number, group in enumerate(left_out["loose"]) for w in group},
        forms=_all(companies["forms"]), named=_all(companies["named"]), national=frozenset(map(phrase, weights["national"])),
        heads=frozenset(heads), generic=_all(weights["generic"]), ordinary=_all(knowledge.ordinary),
        countries=_countries(), states=_states())


def _all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(single, words))


def _groups(groups: Iterable[list[str]]) -> dict[Phrase, Phrase]:
    """Return each phrase of the groups by the first of its group."""
    return {phrase(p): phrase(group[0]) for group in groups for p in group if phrase(p) != phrase(group[0])}


def _countries() -> dict[Phrase, str]:
    out: dict[Phrase, str] = {}
    for row in rows("countries.csv"):
        for form in [row["name"], row["official_name"], *split(row["names"]), *split(row["demonyms"])]:
            out.setdefault(tuple(w for w in map(fold, SPLIT.split(form)) if w not in ("", "the")), row["code"])
    return out


def _states() -> dict[Phrase, str]:
    places = load_knowledge().places.values()
    found = {(phrase(p.name), p.country) for p in places if p.country}
    out: dict[Phrase, str] = {}
    for name, country in sorted(found):
        out[name] = country if out.get(name, country) == country else ""
    return {name: country for name, country in out.items() if country}
