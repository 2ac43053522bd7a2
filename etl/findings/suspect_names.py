"""Find names of people that one document spells in two ways, told as one person or as two."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from etl.findings.suspect_sources import one_slip, traces
from etl.knowledge import slug
from etl.reading import Reading
from etl.records import Finding, Span

SHORT = 4
ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|az)-")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way a person is written, where it stands first; `plain` are its words without accents, articles and hyphens."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    span: Span
    person: str


def two_spellings(reading: Reading) -> Iterator[Finding]:
    """Yield the later of two spellings of a name: full names of anybody, short ones of one person."""
    spellings = list(_spellings(reading))
    for i, j in sorted(_comparable(spellings)):
        a, b = spellings[i], spellings[j]
        if _spelt_apart(a.plain, b.plain):
            first, second = " ".join(a.words), " ".join(b.words)
            told = "one person" if a.person == b.person else "two people"
            yield Finding("identity_conflict", "info", b.span,
                          f"{second} is much like {first} in spelling; they are kept as {told}.", first, second)


def _spellings(reading: Reading) -> Iterator[_Spelling]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind != "person" or m.entity is None or m.name is None:
                continue
            words = tuple(sentence.units.words[m.name[0]:m.name[1]])
            if (words, m.entity) not in seen:
                seen.add((words, m.entity))
                yield _Spelling(words, tuple(map(_plain, words)), sentence.units.span(*m.name), m.entity)


def _comparable(spellings: list[_Spelling]) -> set[tuple[int, int]]:
    """Return the pairs worth a look: of one person, or full names that are one but for a word much alike."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    for i, spelling in enumerate(spellings):
        alike[(spelling.person,)].append(i)
        if len(spelling.plain) > 1:
            for place, word in enumerate(spelling.plain):
                rest = (*spelling.plain[:place], *spelling.plain[place + 1:])
                for trace in {*traces(word), _sounds(word)} if len(word) > SHORT else ():
                    alike[place, rest, trace].append(i)
    return {pair for group in alike.values() for pair in combinations(group, 2)}


def _spelt_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names are alike but for the spelling of one longer word."""
    if len(a) != len(b):
        a, b = a[-1:], b[-1:]
    differ = [(x, y) for x, y in zip(a, b) if x != y]
    if len(differ) != 1 or min(map(len, differ[0])) <= SHORT:
        return False
    return one_slip(*differ[0]) or _sounds(differ[0][0]) == _sounds(differ[0][1])


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    return ARTICLE.sub("", slug(word)).replace("-", "")


def _sounds(word: str) -> str:
    """Return the consonants of a name, alike for alike sounds, with its first letter."""
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", word.translate(str.maketrans("qcwz", "kkvs"))))
