"""Find names of people that one document spells in two ways, told as one person or as two."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from etl.knowledge import slug
from etl.records import Finding, Span
from etl.suspect_sources import one_slip

if TYPE_CHECKING:
    from etl.extract import Reading

SHORT = 4


def two_spellings(reading: Reading) -> Iterator[Finding]:
    """Yield the later of two full names that differ by one slip in one of their words."""
    full = list(_full_names(reading))
    for (words, _, key), (other, span, other_key) in combinations(full, 2):
        if _spelt_apart(words, other):
            a, b = " ".join(words), " ".join(other)
            told = "one person" if key == other_key else "two people"
            yield Finding("identity_conflict", "info", span, f"{b} is one slip away from {a}; they are kept as {told}.", a, b)


def _full_names(reading: Reading) -> Iterator[tuple[tuple[str, ...], Span, str]]:
    """Yield each spelling of a name of two words or more, where it stands first."""
    seen: set[tuple[str, ...]] = set()
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind != "person" or m.entity is None or m.name is None or m.name[1] - m.name[0] < 2:
                continue
            words = tuple(sentence.units.words[m.name[0]:m.name[1]])
            if words not in seen:
                seen.add(words)
                yield words, sentence.units.span(*m.name), m.entity


def _spelt_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names are alike but for one slip in one longer word; accents, hyphens and capitals do not count."""
    if len(a) != len(b):
        return False
    differ = [(x, y) for x, y in zip(map(_plain, a), map(_plain, b)) if x != y]
    return len(differ) == 1 and min(map(len, differ[0])) > SHORT and one_slip(*differ[0])


def _plain(word: str) -> str:
    return slug(word).replace("-", "")
