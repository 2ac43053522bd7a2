"""Read a full name as words that can be compared: without titles, articles and the ways of one transcription.

Words only. Which of them is the family name is left open: that depends on who writes, so the comparison tries the orders.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.knowledge import toml

from .sounds import fold, skeleton

SPLIT = re.compile(r"[\s\-‐‑–.,_/()]+")
SERVANT = re.compile(r"^(?:abd(?:[aeou][lrszntd])?|abdol|abdul|abdel)$")
JOINED = re.compile(r"^abd(?:[aeou][lrszntd])(?!l?ah)(?=[a-z]{3})")
FILIAL = frozenset(("bin", "ibn", "ben", "bint", "binti", "binte"))
SYLLABLE = 6
OPENING = frozenset(("bin", "ibn", "de"))
LETTERS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared.

    Attributes:
        words: its words, folded; an initial is one letter.
        generation: junior, senior, or a numeral, where the name says so.
        of_father: whether the second word is said to be his father's ("bin Salman").
    """

    words: tuple[str, ...]
    generation: str | None = None
    of_father: bool = False

    @property
    def order(self) -> tuple[tuple[str, ...], str, bool]:
        """Return what names are sorted by."""
        return self.words, self.generation or "", self.of_father

    @property
    def whole(self) -> int:
        """Return how many of the words are written out."""
        return sum(len(word) > 1 for word in self.words)

    @property
    def full(self) -> bool:
        """Say whether more than one name is written out."""
        return self.whole > 1

    @property
    def ends(self) -> tuple[str, str]:
        """Return the skeletons of the first and the last word written out, in alphabetical order."""
        whole = [skeleton(word) for word in self.words if len(word) > 1]
        return min(whole[0], whole[-1]), max(whole[0], whole[-1])

    @property
    def bones(self) -> tuple[str, ...]:
        """Return the skeletons of the words written out, in alphabetical order."""
        return tuple(sorted(skeleton(word) for word in self.words if len(word) > 1))


@dataclass(frozen=True, slots=True)
class _Words:
    articles: frozenset[str]
    links: frozenset[str]
    generations: dict[str, str]
    titles: tuple[tuple[str, ...], ...]
    one: dict[str, str]
    syllabic: frozenset[str]


@cache
def _lexicon() -> _Words:
    own, names = toml("identity.toml"), toml("names.toml")
    doubtful = {fold(word) for word in names["short_titles"]}
    titles = {tuple(map(fold, title.split())) for title in (*names["honorifics"], *own["titles"])}
    titles -= {(word,) for word in doubtful}
    one = {fold(word): fold(group[0]) for group in own["alike"] for word in group}
    one |= {fold(short): fold(full) for short, full in names["short"].items()}
    return _Words(frozenset(own["articles"]), frozenset(own["links"]),
                  own["generations"] | {n: n for n in own["numerals"] if len(n) > 1},
                  tuple(sorted(titles, key=lambda t: (-len(t), t))), one, frozenset(own["syllabic"]))


@lru_cache(maxsize=262_144)
def syllabic(name: Name) -> bool:
    """Say whether a name is a family name and the syllables of a given name, as in China, Korea and Vietnam."""
    families = _lexicon().syllabic
    short = [w for w in name.words if len(w) <= SYLLABLE]
    return len(short) == len(name.words) > 1 and (name.words[0] in families or name.words[-1] in families)


@lru_cache(maxsize=262_144)
def parse(text: str) -> Name:
    """Return a name as it is compared; one of nothing but titles keeps them."""
    lexicon = _lexicon()
    before, comma, after = text.partition(",")
    if comma and fold(after.strip()) not in lexicon.generations:
        text = f"{after.strip()} {before}"
    words = [w for w in map(fold, SPLIT.split(LETTERS.sub(r"\1 ", text))) if w]
    generation = None
    if len(words) > 1 and words[-1] in lexicon.generations:
        generation = lexicon.generations[words.pop()]
    words = _untitled(words, lexicon)
    of_father = len(words) > 2 and words[1] in FILIAL
    words = _joined(_plain(words, lexicon))
    return Name(tuple(lexicon.one.get(w, w) for w in words), generation, of_father)


def _untitled(words: list[str], lexicon: _Words) -> list[str]:
    """Drop the titles before a name, as long as something is left."""
    while True:
        title = next((t for t in lexicon.titles if tuple(words[:len(t)]) == t and len(t) < len(words)), None)
        if title is None:
            return words
        words = words[len(title):]


def _plain(words: list[str], lexicon: _Words) -> list[str]:
    """Drop articles, and links within a name."""
    last = len(words) - 1
    leading = lexicon.articles | OPENING
    kept = [w for i, w in enumerate(words) if not ((w in leading and i < last) or (w in lexicon.links and 0 < i < last))]
    return kept or words


def _joined(words: list[str]) -> list[str]:
    """Join "Abd al-Rahman" and "Abdul Rahman" to one name, as long as another is left."""
    out: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if SERVANT.match(word) and at + 1 < len(words) and len(words) > 2 and len(words[at + 1]) > 1:
            out.append("abd" + words[at + 1])
            at += 2
        else:
            out.append(JOINED.sub("abd", word))
            at += 1
    return out
