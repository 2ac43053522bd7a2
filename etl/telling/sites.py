"""Find the sites that a sentence names by what they are: "at the Croatian embassy", "in the state guest house".

A site must be told from others of its kind, by a word before it or by "of" after it; "at the embassy" is none. Whether an
encounter was there is not asked here.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units

# so many words can stand before the head, and after "of"
BEFORE, AFTER = 4, 4
# what can say which site it is: nationalities, names, places, bodies, posts, domains and other words
TELLING = frozenset("dNGOAXYWMwmxKkHcvIqn-")
ARTICLES = frozenset("t")
TOWARDS = frozenset(("to", "into"))
NAMES = frozenset("NGXQA")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The heads of sites after "at" and after "in", those of which a state has one, who goes to one, and the words that do not
    say which it is.
    """

    at: frozenset[str]
    inside: frozenset[str]
    sole: frozenset[str]
    goes: frozenset[str]
    vague: frozenset[str]


@cache
def site_words() -> SiteWords:
    """Compile the words of sites."""
    data = toml("settings.toml")["site"]
    at, inside, sole, goes, vague = (frozenset(data[key]) for key in ("at", "inside", "sole", "goes", "vague"))
    return SiteWords(at | inside, inside, sole, goes, vague)


@dataclass(frozen=True, slots=True)
class Site:
    """A site as named in a sentence: the unit of its preposition, and its units without the article."""

    preposition: int
    first: int
    last: int


def sites(sentence: Sentence) -> Iterator[Site]:
    """Yield the sites that follow "at" or "in"."""
    units, words = sentence.units, site_words()
    for at in sentence.units_of("i"):
        if at >= sentence.last - 2:
            break
        heads = {"at": words.at, "in": words.inside}.get(units.words[at].lower())
        if heads is None or not (units.classes[at + 1] in ARTICLES or units.words[at + 1][0].isupper()):
            continue
        site = _site(units, at, heads, sentence.last)
        if site is not None:
            yield site


def goals(sentence: Sentence) -> Iterator[Site]:
    """Yield the sites to which somebody goes or is called: "summoned to the Foreign Ministry", "shown into the palace"."""
    units, words = sentence.units, site_words()
    for at in sorted((*sentence.units_of("f"), *sentence.units_of("b"))):
        if sentence.first < at < sentence.last - 2 and units.words[at] in TOWARDS and units.words[at - 1] in words.goes:
            site = _site(units, at, words.at, sentence.last)
            if site is not None:
                yield site


def owners_of_sites(sentence: Sentence) -> tuple[Mention, ...]:
    """Return those whose a site is, who need not be there: "at the residence of the Swiss consul"."""
    return tuple(m for site in sites(sentence) for m in sentence.mentions if site.preposition < m.first < site.last)


def _site(units: Units, at: int, heads: frozenset[str], end: int) -> Site | None:
    """Read the site that stands after the preposition at unit `at`, by name where it has no article: "at State House"."""
    named, vague = units.classes[at + 1] not in ARTICLES, site_words().vague
    first = at + 2 - named
    for i in range(first, min(first + BEFORE + 1, end)):
        if named and not units.words[i][0].isupper() and (i == first or units.words[i] not in heads):
            # "at NATO headquarters", but "at sea"
            return None
        if units.words[i].lower() in heads:
            while i + 1 < end and units.words[i + 1].lower() in heads:
                i += 1
            last = _named_after(units, i + 1, end) if i == first and units.words[i][0].isupper() else i + 1
            last = last if last > i + 1 else _complement(units, i + 1, end)
            told = any(units.words[j].lower() not in vague for j in range(first, i)) or last > i + 1
            told = told or (units.words[i][0].isupper() and units.words[i].lower() in site_words().sole)
            return Site(at, first, last) if told and units.words[first].lower() not in vague else None
        if units.classes[i] not in TELLING and units.classes[i:i + 2] != "Hv":
            return None
    return None


def _named_after(units: Units, at: int, end: int) -> int:
    """Return the unit after the name that follows a head: "Hotel Bristol Palace"."""
    last = at
    while last < min(end, at + AFTER) and units.classes[last] in NAMES and units.words[last][0].isupper():
        last += 1
    return last


def _complement(units: Units, at: int, end: int) -> int:
    """Return the unit after "of the Revolution" where it stands at `at`, else `at`: an article, names and nationalities."""
    if at + 1 >= end or units.classes[at] != "o":
        return at
    last = at + 1 + (units.classes[at + 1] in ARTICLES)
    start = last
    while last < min(end, start + AFTER) and units.classes[last] in "dNGOAXYWMKHc":
        last += 1
    return last if last > start else at
