"""Compare titles and subjects by the words that tell one from another.

Articles, the nouns of agreements and the names of states tell nothing and are dropped; words of one matter ("defense",
"military") are one; numbers and years are kept apart, as they tell the fifth session from the sixth.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from etl.knowledge import rows, split, toml

from ..sounds import fold

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+")
SPELT_ALIKE = 88.0
LONG = 4
"""Letters from which on a word may be spelt in two ways."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a phrase that tell something, and the numbers in it."""

    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=65_536)
def wording_of(phrase: str) -> Wording:
    """Return what tells a phrase from others."""
    found = WORD.findall(fold(phrase.replace("-", " ")))
    numbers = frozenset(m.group() for w in found if (m := NUMBER.match(w)))
    ordinals = _lexicon().ordinals
    numbers |= {ordinals[w] for w in found if w in ordinals}
    kept = {_stem(w) for w in found if not w[0].isdigit() and w not in ordinals}
    return Wording(frozenset(_lexicon().matters.get(w, w) for w in kept - _lexicon().empty), numbers)


def likeness(a: Wording, b: Wording, weights: Mapping[str, float] | None = None) -> float | None:
    """Return how much of the two phrases is in common, from 0 to 1; None where one of them tells nothing.

    `weights` are what words tell, 1 for each that is not among them.
    """
    if not a.words or not b.words:
        return None
    given = weights or {}
    common = {w for w in a.words if w in b.words or any(_alike(w, other) for other in b.words)}
    back = {w for w in b.words if w in a.words or any(_alike(w, other) for other in a.words)}

    def worth(words: frozenset[str] | set[str]) -> float:
        return sum(given.get(w, 1.0) for w in sorted(words))

    shares = sorted((worth(common) / worth(a.words), worth(back) / worth(b.words)))
    return 0.6 * shares[0] + 0.4 * shares[1]


def numbers_differ(a: Wording, b: Wording) -> bool:
    """Say whether both phrases bear numbers, and none in common."""
    return bool(a.numbers and b.numbers and not a.numbers & b.numbers)


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) > LONG and ratio(a, b) >= SPELT_ALIKE


def _stem(word: str) -> str:
    """Return a word without the ending of a plural."""
    if len(word) > LONG and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > LONG and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class _Lexicon:
    empty: frozenset[str]
    matters: dict[str, str]
    ordinals: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = toml("facts.toml")
    empty = set(data["empty"])
    for row in rows("countries.csv"):
        for phrase in (row["name"], *split(row["names"]), *split(row["demonyms"])):
            words = WORD.findall(fold(phrase.replace("-", " ")))
            empty |= set(words) if len(words) == 1 else set()
    for phrases in toml("agreements.toml")["nouns"].values():
        empty |= {w for phrase in phrases if len(phrase.split()) == 1 for w in WORD.findall(fold(phrase))}
    matters = {_stem(w): group[0] for group in data["matters"] for w in group}
    ordinals = {w: str(n) for n, w in enumerate(data["ordinals"], 1)}
    return _Lexicon(frozenset(empty | {_stem(w) for w in empty}), matters, ordinals)
