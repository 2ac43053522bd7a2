"""Read the title of a post as the office that it names, whatever its wording.

"Minister of Foreign Affairs" and "Foreign Minister" are one office. What nobody listed keeps its own words and is an office
by itself.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.knowledge import toml

from .account import Post
from .sounds import fold

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Office:
    """An office.

    Attributes:
        key: its words, of all wordings one.
        national: whether it is one of those that nobody holds in two states.
        sole: whether one person at a time holds it.
        full_time: whether its holder hardly holds another of this kind.
    """

    key: str
    national: bool
    sole: bool
    full_time: bool


@dataclass(frozen=True, slots=True)
class _Offices:
    synonyms: dict[frozenset[str], str]
    spellings: dict[str, str]
    idle: frozenset[str]
    national: frozenset[str]
    shared: frozenset[str]
    full_time: frozenset[str]
    in_country: dict[str, dict[str, str]]


@cache
def _lexicon() -> _Offices:
    data = toml("identity.toml")["offices"]
    synonyms = {frozenset(words.split()): group[0] for group in data["synonyms"] for words in group}
    return _Offices(synonyms, data["spellings"], frozenset(data["idle"]), frozenset(data["national"]),
                    frozenset(data["shared"]), frozenset(_sorted(w) for w in data["full_time"]), data["in_country"])


@lru_cache(maxsize=65_536)
def office_of(post: Post) -> Office:
    """Return the office of a post."""
    lexicon = _lexicon()
    words = [lexicon.spellings.get(w, w) for w in WORD.findall(fold(post.title.replace("-", " ")))]
    kept = [w for w in words if w not in lexicon.idle] or words
    key = lexicon.synonyms.get(frozenset(kept)) or " ".join(kept)
    key = lexicon.in_country.get(post.country or "any", {}).get(key, key)
    key = key if key in lexicon.national or key in lexicon.shared else " ".join(sorted(key.split()))
    national = key in lexicon.national and post.organization is None
    sole = key not in lexicon.shared
    return Office(key, national, sole, national and sole or _sorted(key) in lexicon.full_time)


def _sorted(key: str) -> str:
    return " ".join(sorted(key.split()))
