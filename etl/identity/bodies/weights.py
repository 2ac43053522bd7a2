"""Say how much the words of a body's name tell of which body it is: "commission" little, "Zagoristan" enough by itself."""
from __future__ import annotations

from functools import lru_cache

from .words import Phrase, body_words

HEAD, GENERIC, ORDINARY, PLACE, RARE = 0.4, 0.6, 1.2, 1.0, 3.0
ENOUGH = 3.0
"""From here on a name is one body's although no state is named."""


@lru_cache(maxsize=262_144)
def weight(words: Phrase) -> float:
    """Return how much words tell that make a whole name."""
    return sum(_weight(word) for word in words)


@lru_cache(maxsize=262_144)
def told_by(words: Phrase) -> float:
    """Return how much words tell that are a part of a name: a town has many bodies."""
    return sum(min(_weight(word), PLACE) if (word,) in body_words().states else _weight(word) for word in words)


def _weight(word: str) -> float:
    lexicon = body_words()
    if word in lexicon.generic or word.endswith(" company"):
        return GENERIC
    if word in lexicon.heads or word in lexicon.idle or (word,) in lexicon.national:
        return HEAD
    return ORDINARY if word in lexicon.ordinary else RARE
