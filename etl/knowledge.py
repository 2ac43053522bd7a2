"""Compile the language data of `etl/lexicon` and the world data of `seeds` into look-up tables, once a process.

An entry names what a run of tokens can be (its class) and what it stands for (its value). Tables that hold proper names are
case-sensitive, tables of ordinary words are not. Nothing here reads a document.
"""
from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from seeds import SEEDS
from warehouse.keys import slug

LEXICON = Path(__file__).parent / "lexicon"

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’‘`ʻʿ-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?\b|[^\w\s]|_")
APOSTROPHES = str.maketrans({c: "'" for c in "’‘`ʻʿ´"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a run of tokens can be: `cls` is its class character, `value` what it stands for."""

    cls: str
    value: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A gazetteer place: its public name and the country it lies in, where one is settled."""

    key: str
    name: str
    country: str | None
    ambiguous: bool
    is_site: bool


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body or an outlet of the seeds."""

    key: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None


class Table:
    """Runs of tokens found by their first token, the longest first."""

    def __init__(self) -> None:
        self.single: dict[str, Entry] = {}
        self.runs: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(self, text: str, entry: Entry) -> None:
        """Add a form; of two entries for one form the higher rank stays."""
        tokens = tuple(words_of(text))
        if not tokens:
            return
        if len(tokens) == 1:
            known = self.single.get(tokens[0])
            if known is None or known.rank < entry.rank:
                self.single[tokens[0]] = entry
            return
        runs = self.runs.setdefault(tokens[0], [])
        for i, (other, known) in enumerate(runs):
            if other == tokens:
                if known.rank < entry.rank:
                    runs[i] = (tokens, entry)
                return
        runs.append((tokens, entry))
        runs.sort(key=lambda run: -len(run[0]))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that the stages look up."""

    proper: Table
    common: Table
    countries: dict[str, str]
    capital_keys: dict[str, str]
    places: dict[str, KnownPlace]
    bodies: dict[str, KnownBody]
    outlets: dict[str, KnownBody]
    outlet_forms: dict[str, str]
    given: frozenset[str]
    ordinary: frozenset[str]
    surnames: frozenset[str]
    body_kinds: dict[str, str]
    weak_heads: frozenset[str]
    former_words: frozenset[str]
    rules: dict[str, dict]


def words_of(text: str) -> list[str]:
    """Split a lexicon form as the tokenizer splits text."""
    out: list[str] = []
    for word in WORD.findall(text.translate(APOSTROPHES)):
        out.extend((word[:-2], "'s") if word.endswith("'s") and len(word) > 2 else (word,))
    return out


def fold(text: str) -> str:
    """Lower-case and drop everything but letters and digits, for comparing spellings."""
    return re.sub(r"[^a-z0-9]+", "", text.translate(APOSTROPHES).lower())


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


def plural(head: str) -> str:
    """Return the plural of a role head."""
    for one, many in (("attaché", "attachés"), ("chief of", "chiefs of"), ("secretary of", "secretaries of"), ("head of", "heads of"),
                      ("minister of", "ministers of"), ("member of", "members of"), ("attorney general", "attorneys general")):
        if head.startswith(one):
            return many + head[len(one):]
    if head.endswith("man"):
        return head[:-3] + "men"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "h")) else "s")


def _roles(table: Table, data: dict) -> None:
    for rank, cls, key in ((1, "q", "qualifiers"), (3, "w", "domains"), (4, "m", "modifiers"), (5, "J", "groups")):
        for word in data[key]:
            table.add(word, Entry(cls, word, rank))
    for head in data["heads"]:
        table.add(plural(head), Entry("J", head, 6))
    for head in data["heads"]:
        table.add(head, Entry("H", head, 7))


def _bodies(data: dict) -> tuple[Iterable[tuple[str, Entry]], dict[str, str]]:
    kinds = {head: kind for kind, heads in data["heads"].items() for head in heads}
    return ((head, Entry("K", head, 2)) for head in kinds), kinds


@cache
def load_knowledge() -> Knowledge:
    """Compile the lexicon and the seeds.

    Raises:
        FileNotFoundError: where a file of the lexicon or the seeds is missing from the installation.
    """
    proper, common = Table(), Table()
    roles, bodies, names = toml("roles.toml"), toml("organizations.toml"), toml("names.toml")
    _roles(common, roles)
    heads, kinds = _bodies(bodies)
    for form, entry in heads:
        proper.add(form, entry)
    rules = {name: toml(f"{name}.toml") for name in ("dates", "encounters", "agreements", "styles", "names", "groups")}
    for cls, closed in rules["groups"]["closed"].items():
        for word in closed:
            if " " in word:
                common.add(word, Entry(cls, word, 10))
    for word in bodies["words"]["lower"]:
        common.add(word, Entry("k", word, 2))
    for word in names["never"]:
        proper.add(word, Entry("X", word, 1))
    for word in names["honorifics"]:
        proper.add(word, Entry("T", word, 3))
        proper.add(word + ".", Entry("T", word, 3))
    countries, capital_keys = {}, {}
    for row in rows("countries.csv"):
        code = row["code"]
        countries[code] = row["name"]
        for form in split(row["demonyms"]):
            proper.add(form, Entry("d", code, 7))
        for form in [row["name"], row["official_name"], *split(row["names"])]:
            proper.add(form, Entry("c", code, 8))
    places = {}
    for row in rows("places.csv"):
        country = row["country_code"] or None
        key = "-".join(filter(None, (slug(row["name"]), (country or "").lower())))
        if row["kind"] == "capital" and country:
            capital_keys.setdefault(country, key)
        places[key] = KnownPlace(key, row["name"], country, row.get("ambiguous") == "true", row["kind"] == "site")
        for form in [row["name"], *split(row["names"])]:
            proper.add(form, Entry("G", key, 6 if row["kind"] == "capital" else 5))
    known = {name: {} for name in ("organizations", "outlets")}
    for name, table in known.items():
        for row in rows(f"{name}.csv"):
            country = row["country_code"] or None
            key = slug(row["name"]) + (f"-{country.lower()}" if name == "organizations" and country else "")
            table[key] = KnownBody(key, row["name"], tuple([row["name"], *split(row["names"])]), row["kind"], country)
    for key, body in known["organizations"].items():
        for form in body.names:
            proper.add(form, Entry("O", key, 9))
    ordinary = frozenset(listed("common_words.txt"))
    plain = set(listed("given_names.txt")) | {w.capitalize() for w in listed("name_words.txt")} | {w.capitalize() for w in listed("common_words.txt")}
    for key, body in known["outlets"].items():
        for form in body.names:
            words = [w.lower() for w in words_of(form)]
            telling = not all(w in common.single or w in ordinary or w == "the" for w in words)
            if telling and (" " in form or (form not in plain and len(form) > 3)):
                proper.add(form, Entry("Q", key, 0))
    outlet_forms = {fold(form): key for key, body in known["outlets"].items() for form in body.names}
    return Knowledge(
        proper=proper, common=common, countries=countries, capital_keys=capital_keys, places=places, bodies=known["organizations"],
        outlets=known["outlets"], outlet_forms=outlet_forms, given=frozenset(listed("given_names.txt")),
        ordinary=ordinary, surnames=frozenset(w.capitalize() for w in listed("name_words.txt")),
        body_kinds=kinds, weak_heads=frozenset(bodies["words"]["weak"]), former_words=frozenset(roles["former"]),
        rules=rules,
    )
