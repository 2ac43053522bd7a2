"""Find names of people that one document spells in two ways, told as one person or as two."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from etl.knowledge import slug
from etl.records import Finding, Span
from etl.suspect_sources import one_slip

if TYPE_CHECKING:
    from etl.extract import Reading

SHORT = 4
ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|az)-")


def two_spellings(reading: Reading) -> Iterator[Finding]:
    """Yield the later of two spellings of a name: full names of anybody, short ones of one person."""
    for (words, _, key), (other, span, other_key) in combinations(list(_spellings(reading)), 2):
        if (key == other_key or min(len(words), len(other)) > 1) and _spelt_apart(words, other):
            a, b = " ".join(words), " ".join(other)
            told = "one person" if key == other_key else "two people"
            yield Finding("identity_conflict", "info", span, f"{b} is much like {a} in spelling; they are kept as {told}.", a, b)


def _spellings(reading: Reading) -> Iterator[tuple[tuple[str, ...], Span, str]]:
    """Yield each way a person is written, where it stands first."""
    seen: set[tuple[tuple[str, ...], str]] = set()
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind != "person" or m.entity is None or m.name is None:
                continue
            words = tuple(sentence.units.words[m.name[0]:m.name[1]])
            if (words, m.entity) not in seen:
                seen.add((words, m.entity))
                yield words, sentence.units.span(*m.name), m.entity


def _spelt_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names are alike but for the spelling of one longer word; accents, articles and hyphens do not count."""
    if len(a) != len(b):
        a, b = a[-1:], b[-1:]
    differ = [(x, y) for x, y in zip(map(_plain, a), map(_plain, b)) if x != y]
    if len(differ) != 1 or min(map(len, differ[0])) <= SHORT:
        return False
    return one_slip(*differ[0]) or _sounds(differ[0][0]) == _sounds(differ[0][1])


def _plain(word: str) -> str:
    return ARTICLE.sub("", slug(word)).replace("-", "")


def _sounds(word: str) -> str:
    """Return the consonants of a name, alike for alike sounds, with its first letter."""
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", word.translate(str.maketrans("qcwz", "kkvs"))))
