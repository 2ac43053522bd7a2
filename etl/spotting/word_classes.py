"""Say what class a single word has, by the tables and by its form.

The answer is the same in every document but for one doubt: a capitalised word that no table knows is a name, unless the
document writes it in lower case elsewhere. That is left to the tokenizer, and so is all that depends on the neighbours.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from etl.knowledge import Knowledge
from etl.spotting.tables import APOSTROPHES, Entry

MARKS = {"(": "(", ")": ")", "[": "[", "]": "]", ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".",
         "-": "-", "–": "-", "—": "-", '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "&": "&"}
ARTICLE = re.compile(r"(?:al|el|ul|ol|as|ash|ad|at|an|ar|az|bin|abu|d|l|o|de|ed|et)(?:-'?|')[A-ZÀ-Þ]")
PREFIX = re.compile(r"((?:[Tt]hen|[Nn]ow|[Ff]ormer)(?=-[A-Z])|[Ee]x(?=-(?!officio)))-")
SHORTENED = re.compile(r"(I|[Yy]ou|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Ww]ho)(?='(?:d|ve|ll|re|m)$)")
INNER_MARKS = frozenset("$€£¥₹%/+=°")
"""Signs of money, shares and sums: they end no sentence, whatever follows ("$3 billion", "EU/AU")."""
RAISED = {"m": "M", "w": "W", "q": "Y"}
"""The classes of ordinary words that have another character where the word is capitalised."""


class Run(NamedTuple):
    """A run of several words that stands for one thing; `lowered` where letter case does not count."""

    words: tuple[str, ...]
    entry: Entry
    lowered: bool


class Look(NamedTuple):
    """What a word is: class, value, the runs it can open (None where the unit was read beforehand) and their second words.

    `doubtful` marks a name that is none where the document writes the word in lower case; `abstract` one that is none at the
    beginning of a sentence ("Reportedly", "Tensions"). Second words are in lower case.
    """

    cls: str
    value: str | None
    runs: tuple[Run, ...] | None = ()
    seconds: frozenset[str] = frozenset()
    doubtful: bool = False
    abstract: bool = False


Piece = tuple[str, int, int, Look]
"""A word, where it begins and ends within its token, and what it is."""


class WordClasses:
    """Looks words up; it remembers the commonest of all documents, since the answer never depends on one."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.closed = {w: cls for cls, ws in knowledge.rules["groups"]["closed"].items() for w in ws}
        self.read = lru_cache(maxsize=32_768)(self._read)

    def _read(self, token: str) -> tuple[tuple[Piece, ...], bool]:
        """Return the words of a token with their places in it and what they are, and whether one is doubtful."""
        out = tuple((word, first, last, self._look(word)) for word, first, last in self._apart(pieces(token)))
        return out, any(look.doubtful for _, _, _, look in out)

    def _apart(self, words: tuple[tuple[str, int, int], ...]) -> Iterator[tuple[str, int, int]]:
        """Yield the words, two bodies joined by a hyphen apart: "African Union-United Nations"."""
        for word, first, last in words:
            head, hyphen, opening = word.partition("-")
            runs = self.knowledge.proper.runs.get(opening, ()) if hyphen and self._cls(head) == "K" else ()
            if len(word) == last - first and any(entry.cls == "O" for _, entry in runs):
                middle = first + len(head)
                yield from ((head, first, middle), (hyphen, middle, middle + 1), (opening, middle + 1, last))
            else:
                yield word, first, last

    def _look(self, word: str) -> Look:
        k = self.knowledge
        cls, value = self._class(word)
        unsure = cls == "N" and word not in k.given
        doubtful = unsure and word[0].isalpha() and not word[0].islower() and value is None and word not in k.surnames
        runs = self._runs(word)
        return Look(cls, value, runs, frozenset(run.words[1].lower() for run in runs), doubtful,
                    unsure and word.lower().endswith(k.names.endings))

    def _runs(self, word: str) -> tuple[Run, ...]:
        proper, common = self.knowledge.proper.runs.get(word, ()), self.knowledge.common.runs.get(word.lower(), ())
        return (*(Run(words, entry, False) for words, entry in proper), *(Run(words, entry, True) for words, entry in common),
                *(self._shouted(word) if word.isupper() and len(word) > 2 else ()))

    def _shouted(self, word: str) -> Iterator[Run]:
        """Yield the places and countries that a word in capitals opens: "ADDIS ABABA"."""
        for words, entry in self.knowledge.proper.runs.get(word.title(), ()):
            if entry.cls in "cG":
                yield Run(tuple(w.lower() for w in words), entry, True)

    def _class(self, word: str) -> tuple[str, str | None]:
        """Classify a word as if no document wrote it in lower case."""
        if word in MARKS:
            return MARKS[word], None
        lower, first = word.lower(), word[0]
        closed = self.closed.get(lower)
        if closed and (word == lower or word.istitle() or len(word) == 1):
            return closed, None
        if first.isdigit():
            return "#", None
        if word[-1] in INNER_MARKS:
            return "x", None
        if word in ("'s", "'"):
            return "v", None
        if first == "'":
            return "x", None
        entry = self.knowledge.proper.single.get(word)
        if entry:
            return entry.cls, entry.value
        common = self.knowledge.common.single.get(lower)
        if common:
            return (RAISED.get(common.cls, common.cls) if first.isupper() else common.cls), common.value
        if first.islower():
            return self._small(word, lower), None
        if not first.isalpha():
            return ".", None
        return self._compound(word) or self._capital(word, lower)

    def _small(self, word: str, lower: str) -> str:
        """Classify a word in lower case that no table knows."""
        if ARTICLE.match(word):
            return "N"
        if lower in self.knowledge.names.particles:
            return "n"
        parts = word.split("-")
        return "q" if len(parts) > 1 and all(p.isalpha() for p in parts) else "x"

    def _cls(self, word: str) -> str | None:
        entry = self.knowledge.proper.single.get(word)
        return entry.cls if entry else None

    def _compound(self, word: str) -> tuple[str, str | None] | None:
        """Classify "Israel-Hamas" and "Russian-led": a hyphen after a country, a nationality, a place or a body."""
        parts = word.split("-")
        first = self.knowledge.proper.single.get(parts[0])
        if len(parts) < 2 or not first or first.cls not in "dcGO":
            return None
        if first.cls == "O":
            return ("q", None) if parts[-1].islower() or all(self._cls(p) in ("d", "c", "G", "O") for p in parts) else None
        if all(self._cls(p) in ("d", "c", "G") for p in parts):
            return ("d" if first.cls == "d" else "q"), first.value
        if parts[-1].islower() or parts[-1].lower() in self.knowledge.ordinary:
            return "q", None
        return None

    def _capital(self, word: str, lower: str) -> tuple[str, str | None]:
        """Classify a capitalised word that no table knows as such."""
        k = self.knowledge
        if len(word) == 1 or (len(word) == 2 and word[1] == "."):
            return "I", None
        if word in k.names.suffixes:
            return "S", None
        if word in k.given:
            return "N", None
        head, hyphen, tail = word.partition("-")
        if hyphen and tail.islower() and tail.endswith("ed"):
            # "UN-backed", "SADC-led"
            return "q", None
        if hyphen and len(head) > 2 and head.isupper() and head.isalpha() and head.lower() not in k.names.particles:
            # "ZKPM-North"
            return "A", None
        if word.isupper() and word.isalpha():
            entry = k.proper.single.get(word.title()) if len(word) > 3 else None
            if entry and entry.cls in "cdG":
                return entry.cls, entry.value
            if len(word) > 3 and lower in k.ordinary:
                return "X", None
            if len(word) <= 7:
                return "A", None
        return ("X" if lower in k.ordinary or all(p.lower() in k.ordinary for p in word.split("-")) else "N"), None


@lru_cache(maxsize=2)
def word_classes(knowledge: Knowledge) -> WordClasses:
    """Return the look-up over this knowledge, the same each time."""
    return WordClasses(knowledge)


def pieces(token: str) -> tuple[tuple[str, int, int], ...]:
    """Divide a token into words with their places in it: "then-President's" into three."""
    word, start, end = token.translate(APOSTROPHES), 0, len(token)
    if "\n" in word:
        word = re.sub(r"-\n\s*", "", word)
    short = SHORTENED.match(word) if "'" in word else None
    if short:
        # "They'd met": had or would, by the verb
        return (word[:short.end(1)], start, short.end(1)), (word[short.end(1):], short.end(1), end)
    tail = word.endswith("'s") and len(word) > 2
    prefix = PREFIX.match(word) if "-" in word else None
    out = []
    if prefix:
        out.append((prefix.group(1), 0, prefix.end()))
        start, word = prefix.end(), word[prefix.end():]
    if tail:
        return (*out, (word[:-2], start, end - 2), ("'s", end - 2, end))
    return (*out, (word, start, end))
