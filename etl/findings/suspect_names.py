"""Find names of people that one document spells in two ways, told as one person or as two."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from etl.findings.suspect_sources import one_slip
from etl.knowledge import slug
from etl.reading import Reading
from etl.records import Finding, Span

SHORT = 4
LONG = 7
CROWD = 40
"""Spellings that share a word, beyond which it tells nothing."""
# as of Chou and Zhou, Djindjic and Jinjic
ALIKE = re.compile("dsch|tsch|dzh|tch|zh|ch|dj")
ONE_SOUND = str.maketrans("qcwzf", "kkvsv")
OPENING = str.maketrans("iu", "eo")
# an apostrophe within a name, which one may write and another leave out
MARK = re.compile(r"(?<=\w)['`´‘’ʻʼʿʾ](?=\w\w)")
# Maria is no slip for Mario, nor Petrova for Petrov
GENDER = re.compile("[aeo]$")
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
    told_of: set[frozenset[str]] = set()
    for i, j in sorted(_comparable(spellings)):
        a, b = spellings[i], spellings[j]
        apart = _spelt_apart(a, b)
        if apart is not None and apart not in told_of:
            told_of.add(apart)
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
    """Return the pairs worth a look: of one person, full names that share a word in one place, names that sound alike."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    for i, spelling in enumerate(spellings):
        alike[(spelling.person,)].append(i)
        if len(spelling.plain) > 1:
            for place, word in enumerate(spelling.plain):
                alike[len(spelling.plain), place, word].append(i)
            alike[tuple(map(_sounds, spelling.plain))].append(i)
        alike["last", _sounds(spelling.plain[-1])].append(i)
    # a word that so many share tells nothing, and their pairs would be too many to look at
    return {pair for group in alike.values() if len(group) <= CROWD for pair in combinations(group, 2)}


def _spelt_apart(a: _Spelling, b: _Spelling) -> frozenset[str] | None:
    """Return the words in which two names differ that are else alike, where they can be one name in two spellings."""
    start = 0 if len(a.words) == len(b.words) else -1
    pairs = list(zip(zip(a.words[start:], a.plain[start:]), zip(b.words[start:], b.plain[start:])))
    differ = [(x, y) for x, y in pairs if x[1] != y[1]] or [
        (x, y) for x, y in pairs if bool(MARK.search(x[0])) != bool(MARK.search(y[0]))]
    is_one = a.person == b.person
    shared = len(pairs) - len(differ)
    if not differ or (not is_one and not (shared or len(differ) > 1 or _is_slip_of_last(a, b))):
        return None
    if len(differ) == 1:
        (_, plain), (_, other) = differ[0]
        can_be = plain == other or _can_be_one(plain, other, is_shared=shared > 0, is_one=is_one)
    else:
        can_be = start == 0 and len(differ) == len(pairs) == 2 and all(_close(x[1], y[1], 3) for x, y in differ)
    return frozenset(w.casefold() for x, y in differ for w in (x[0], y[0])) if can_be else None


def _is_slip_of_last(a: _Spelling, b: _Spelling) -> bool:
    """Say whether a family name alone is a slip for that of somebody named in full."""
    short, long = sorted((a.plain[-1], b.plain[-1]), key=len)
    alone = {len(a.plain), len(b.plain)} > {1}
    return alone and len(short) >= LONG and one_slip(short, long)


def _can_be_one(word: str, other: str, *, is_shared: bool, is_one: bool) -> bool:
    """Say whether two words can spell one name; a short one only beside a name in common and where the two sound alike."""
    sounds = _close(word, other, 2 if is_one else 3)
    short = min(len(word), len(other))
    if not is_one and (word[0] != other[0] and not sounds or GENDER.sub("", word) == GENDER.sub("", other)):
        return False
    return is_one and sounds and is_shared and short >= SHORT or short > SHORT and (one_slip(word, other) or sounds)


def _close(word: str, other: str, part: int) -> bool:
    """Say whether two words sound alike and differ in no more than one letter of so many."""
    return _sounds(word) == _sounds(other) and part * _steps(word, other) <= min(len(word), len(other))


def _steps(a: str, b: str) -> int:
    """Return how many letters to add, drop or change make one word of another."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    return ARTICLE.sub("", slug(word)).replace("-", "")


@lru_cache(maxsize=16_384)
def _sounds(word: str) -> str:
    """Return the consonants of a name, alike for alike sounds, with its first letter."""
    word = ALIKE.sub("j", word).translate(ONE_SOUND)
    return word[:1].translate(OPENING) + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", word))
