"""Tell which frames a sentence can match from its words alone, so that most patterns are never tried.

The words come from the parse tree of each pattern, so the frames need no second list of their triggers; a pattern that can
begin with anything is always tried. Nothing is matched here. Python keeps that parser among its internals (`re._parser`);
tests hold that every frame still finds its examples.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import _constants as sre
from re import _parser as parser

KNOWN_WORDS = 50_000


def words_needed(pattern: str) -> frozenset[str] | None:
    """Return words (or beginnings, marked "*") of which one must stand in any match; None where none can be told."""
    found = [words for words in _mandatory(list(parser.parse(pattern))) if words is not None]
    return min(found, key=len, default=None)


def _mandatory(tree: list) -> Iterator[frozenset[str] | None]:
    """Yield, for each place of a sequence where a word must begin, the words that can begin there."""
    yield _first_words(tree)
    for i, (op, _) in enumerate(tree):
        after_blank = bool(i) and tree[i - 1] == (sre.LITERAL, ord(" "))
        if i and (op in (sre.BRANCH, sre.SUBPATTERN) or (op is sre.LITERAL and after_blank)):
            yield _first_words(tree[i:])


def _first_words(items: list) -> frozenset[str] | None:
    """Return the words with which a sequence can begin; None where it can begin with anything."""
    word = ""
    for i, (op, arg) in enumerate(items):
        if op is sre.LITERAL:
            if arg == ord(" "):
                return frozenset((word,)) if word else None
            if not chr(arg).isalnum() and chr(arg) not in "-’":
                return None
            word += chr(arg)
        elif word:
            return frozenset((word + "*",))
        elif op is sre.SUBPATTERN:
            inner = list(arg[3])
            plain = all(kind is sre.LITERAL for kind, _ in inner)
            return _first_words(inner + items[i + 1:] if plain else inner)
        elif op is sre.BRANCH:
            branches = [_first_words([*branch, (sre.LITERAL, ord(" "))]) for branch in arg[1]]
            return None if None in branches else frozenset().union(*branches)
        elif op not in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            return None
    return frozenset((word + "*",)) if word else None


class Anchors:
    """Which of a list of patterns can match, given the words of a sentence."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.needs = [words_needed(p) for p in patterns]
        self.always = frozenset(i for i, need in enumerate(self.needs) if need is None)
        self.known: dict[str, tuple[int, ...]] = {}

    def due(self, tokens: Iterable[str]) -> list[int]:
        """Return the indices of the patterns worth trying, in order."""
        out = set(self.always)
        for token in set(tokens):
            begun = self.known.get(token)
            if begun is None:
                if len(self.known) > KNOWN_WORDS:
                    self.known.clear()
                begun = self.known[token] = tuple(i for i, need in enumerate(self.needs) if need and (
                    token in need or any(w[-1] == "*" and token.startswith(w[:-1]) for w in need)))
            out.update(begun)
        return sorted(out)
