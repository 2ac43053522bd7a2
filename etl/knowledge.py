"""Compile the language data of `etl/lexicon` and the world data of `seeds` into look-up tables, once a process.

Nothing here reads a document.
"""
from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.spotting.tables import APOSTROPHES, Entry, Table, plural, words_of
from etl.spotting.vocabulary import (FirmWords, NameWords, PostWords, StandInWords, VerbWords, firm_words, name_words, post_words,
                                     stand_in_words, verb_words)
from seeds import SEEDS
from warehouse.keys import slug

LEXICON = Path(__file__).parent / "lexicon"
NOT_COMPARED = re.compile(r"[^a-z0-9]+")


AREAS = frozenset(("region", "water"))


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A gazetteer place: its public name, the country it lies in, where one is settled, and all its names.

    An area is a region or a sea; `at` are degrees north and east.
    """

    key: str
    name: str
    country: str | None
    ambiguous: bool
    is_site: bool
    is_area: bool = False
    names: tuple[str, ...] = ()
    at: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body or an outlet of the seeds."""

    key: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Everything that the stages look up; two are equal only where they are one, so that memos can go by it.

    `city_states` are the states that bear the name of their capital, with its key.
    """

    proper: Table
    common: Table
    countries: dict[str, str]
    capital_keys: dict[str, str]
    city_states: dict[str, str]
    places: dict[str, KnownPlace]
    bodies: dict[str, KnownBody]
    outlets: dict[str, KnownBody]
    outlet_forms: dict[str, str]
    given: frozenset[str]
    ordinary: frozenset[str]
    surnames: frozenset[str]
    body_kinds: dict[str, str]
    national_bodies: frozenset[str]
    sole_bodies: frozenset[str]
    common_bodies: tuple[str, ...]
    joint_bodies: frozenset[str]
    full_heads: frozenset[str]
    colleges: frozenset[str]
    organs: frozenset[str]
    pact_words: frozenset[str]
    firms: FirmWords
    posts: PostWords
    names: NameWords
    verbs: VerbWords
    stand_ins: StandInWords
    rules: dict[str, dict]


def fold(text: str) -> str:
    """Lower-case and drop everything but letters and digits, for comparing spellings."""
    return NOT_COMPARED.sub("", text.translate(APOSTROPHES).lower())


@cache
def toml(name: str) -> dict:
    """Read one lexicon file."""
    return tomllib.loads((LEXICON / name).read_text(encoding="utf-8"))


def listed(name: str) -> Iterator[str]:
    """Yield the words of a plain list, without its comments."""
    path = LEXICON / name
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.strip()
        if word and not word.startswith("#"):
            yield word


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a seed table."""
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def split(cell: str | None) -> list[str]:
    """Return the values of a cell that holds several."""
    return [v.strip() for v in (cell or "").split("|") if v.strip()]


@cache
def load_knowledge() -> Knowledge:
    """Compile the lexicon and the seeds.

    Raises:
        FileNotFoundError: where a file of the lexicon or the seeds is missing from the installation.
    """
    proper, common = Table(), Table()
    roles, bodies = toml("roles.toml"), toml("organizations.toml")
    rules = {name: toml(f"{name}.toml") for name in ("names", "groups")}
    kinds = {head: kind for kind, heads in bodies["heads"].items() for head in heads}
    foreign = {head: kind for kind, heads in bodies["leading"].items() for head in heads}
    _add_posts(common, roles)
    for head in kinds:
        proper.add(head, Entry("K", head, 2))
    _add_closed(common, rules["groups"]["closed"])
    for word in bodies["words"]["lower"]:
        common.add(word, Entry("k", word, 2))
    _add_name_words(proper, rules["names"])
    countries = _add_countries(proper)
    places, capital_keys = _add_places(proper)
    city_states = {code: key for code, key in capital_keys.items() if proper.entry(places[key].name) == Entry("c", code, 8)}
    organizations, outlets = _known("organizations.csv", by_country=True), _known("outlets.csv", by_country=False)
    for key, body in organizations.items():
        for form in body.names:
            proper.add(form, Entry("O", key, 9))
    given, ordinary = frozenset(listed("given_names.txt")), frozenset(listed("common_words.txt"))
    surnames = frozenset(w.capitalize() for w in listed("name_words.txt"))
    _add_outlets(proper, common, outlets, ordinary, given | surnames | {w.capitalize() for w in ordinary})
    return Knowledge(
        proper=proper, common=common, countries=countries, capital_keys=capital_keys, city_states=city_states,
        places=places, bodies=organizations, outlets=outlets,
        outlet_forms={fold(form): key for key, body in outlets.items() for form in body.names},
        given=given, ordinary=ordinary, surnames=surnames, body_kinds=foreign | kinds,
        national_bodies=frozenset(bodies["words"]["national"]), sole_bodies=frozenset(bodies["words"]["sole"]),
        common_bodies=tuple(bodies["words"]["common"]), joint_bodies=frozenset(bodies["words"]["joint"]),
        full_heads=frozenset(bodies["words"]["full"]),
        colleges=frozenset(bodies["words"]["colleges"]), organs=frozenset(toml("clauses.toml")["governments"]["words"]),
        pact_words=frozenset(bodies["words"]["pacts"]), firms=firm_words(bodies),
        posts=post_words(roles), names=name_words(rules["names"]),
        verbs=verb_words(toml("verbs.toml")), stand_ins=stand_in_words(rules["groups"]), rules=rules,
    )


def _add_posts(table: Table, data: dict) -> None:
    for rank, cls, key in ((1, "q", "qualifiers"), (3, "w", "domains"), (4, "m", "modifiers"), (5, "J", "groups")):
        for word in data[key]:
            table.add(word, Entry(cls, word, rank))
    for head in data["heads"]:
        table.add(plural(head), Entry("J", head, 6))
    for head in data["heads"]:
        table.add(head, Entry("H", head, 7))


def _add_closed(table: Table, closed: dict[str, list[str]]) -> None:
    """Add the runs of the closed classes; their single words are looked up before any table."""
    for cls, words in closed.items():
        for word in words:
            if " " in word:
                table.add(word, Entry(cls, word, 10))


def _add_name_words(table: Table, data: dict) -> None:
    for word in data["never"]:
        table.add(word, Entry("X", word, 1))
    for word in data["honorifics"]:
        table.add(word, Entry("T", word, 3))
        table.add(word + ".", Entry("T", word, 3))


def _add_countries(table: Table) -> dict[str, str]:
    countries = {}
    for row in rows("countries.csv"):
        code = row["code"]
        countries[code] = row["name"]
        for form in split(row["demonyms"]):
            table.add(form, Entry("d", code, 7))
        for form in [row["name"], row["official_name"], *split(row["names"])]:
            table.add(form, Entry("c", code, 8))
    return countries


def _add_places(table: Table) -> tuple[dict[str, KnownPlace], dict[str, str]]:
    """Add the gazetteer; return its places and each country's capital."""
    places, capital_keys = {}, {}
    for row in rows("places.csv"):
        country = row["country_code"] or None
        key = "-".join(filter(None, (slug(row["name"]), (country or "").lower())))
        if row["kind"] == "capital" and country:
            capital_keys.setdefault(country, key)
        kind = row["kind"]
        forms = (row["name"], *split(row["names"]))
        ambiguous = row.get("ambiguous") == "true"
        at = float(row["latitude"]), float(row["longitude"])
        places[key] = KnownPlace(key, row["name"], country, ambiguous, kind == "site", kind in AREAS, forms, at)
        for form in forms:
            table.add(form, Entry("G", key, 6 if row["kind"] == "capital" else 5))
    return places, capital_keys


def _known(name: str, *, by_country: bool) -> dict[str, KnownBody]:
    """Read bodies or outlets; two bodies of one name in two countries are two."""
    out = {}
    for row in rows(name):
        country = row["country_code"] or None
        key = slug(row["name"]) + (f"-{country.lower()}" if by_country and country else "")
        out[key] = KnownBody(key, row["name"], (row["name"], *split(row["names"])), row["kind"], country)
    return out


def _add_outlets(proper: Table, common: Table, outlets: dict[str, KnownBody], ordinary: frozenset[str],
                 plain: frozenset[str]) -> None:
    """Add the outlets whose names are no everyday words (`ordinary`) and, of one word, no name or word (`plain`)."""
    for key, body in outlets.items():
        for form in body.names:
            words = [w.lower() for w in words_of(form)]
            telling = not all(w in common.single or w in ordinary or w == "the" for w in words)
            if telling and (" " in form or (form not in plain and len(form) > 3)):
                proper.add(form, Entry("Q", key, 0))
