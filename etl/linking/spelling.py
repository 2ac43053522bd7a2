"""Compare the spellings of names: without case, marks, articles and the habits of one transcription.

Words only; which person bears a name is people.py's question.
"""
from __future__ import annotations

import re
from functools import lru_cache

from etl.knowledge import load_knowledge
from warehouse.keys import slug

UMLAUT = re.compile(r"([aou])e")
ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|az)-")
VOWELS = re.compile(r"[aeiouy]")
DOUBLED = re.compile(r"(.)\1+")
SOUNDS = str.maketrans("qcwz", "kkvs")
GENERATIONS = frozenset((",", "Jr", "Sr"))


@lru_cache(maxsize=65_536)
def bare(token: str) -> str:
    """Return a name token as it is compared: without case, diacritics, apostrophes, umlaut spelling and the article."""
    key = slug(token) if "-" in token else slug(token).replace("-", "")
    return UMLAUT.sub(r"\1", ARTICLE.sub("", key))


@lru_cache(maxsize=65_536)
def bones(token: str) -> str:
    """Return the consonants of a name, alike for alike sounds: Mekdar and Miqdar."""
    return DOUBLED.sub(r"\1", VOWELS.sub("", bare(token).translate(SOUNDS)))


@lru_cache(maxsize=16_384)
def compared(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return name tokens for comparing: without marks and suffixes, a short given name as the long one."""
    short = load_knowledge().names.short
    return tuple(bare(short.get(t, t) if i == 0 else t) for i, t in enumerate(tokens) if t not in GENERATIONS)


def one_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether of two compared names one is the other with names left out at the end, at the beginning or within."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or len(short) == len(long):
        return False
    if short[-1] == long[-1] and short[0] == long[0]:
        return True
    return long[-len(short):] == short or (long[:len(short)] == short and len(long) - len(short) <= 2)


def initials_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two compared names have one family name and given names that begin alike, some by their initials."""
    given = list(zip(a[:-1], b[:-1]))
    return a[-1] == b[-1] and bool(given) and all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in given)
