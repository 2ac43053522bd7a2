"""Tell which frames a sentence can match from its words alone, so that most patterns are never tried.

The words come from the parse tree of each pattern, so the frames need no second list of their triggers: wherever a word must
begin, one of the words that can stand there has to be in the sentence; of a choice of phrases, the longest word of one of them.
A pattern that names no word is always tried. Nothing is matched here. Python keeps that parser among its internals
(`re._parser`); tests hold that every frame still finds its examples.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as sre
from re import _parser as parser

LOOKS = (sre.ASSERT, sre.ASSERT_NOT, sre.AT)
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
KNOWN_WORDS = 50_000


def words_needed(pattern: str) -> set[frozenset[str]]:
    """Return, for each place of a pattern where a word must begin, the words (or beginnings, marked "*") that can stand there.

    Of a choice, each branch gives the place that tells most. Places that anything can fill are left out.
    """
    tree = _flat(parser.parse(pattern))
    needed = _places([], tree, [])
    for i, (op, arg) in enumerate(tree):
        if op is sre.BRANCH:
            choices = [_places(tree[:i], _flat(branch), tree[i + 1:]) for branch in arg[1]]
            if all(choices):
                needed.add(frozenset().union(*(max(places, key=_telling) for places in choices)))
    return needed


def _flat(items: Iterable) -> list:
    """Return a sequence with what its groups hold in their place."""
    return [inner for op, arg in items for inner in (_flat(arg[3]) if op is sre.SUBPATTERN else [(op, arg)])]


def _places(before: list, items: list, rest: list) -> set[frozenset[str]]:
    """Return the words that can stand where a word of a sequence must begin, for each such place in `items`."""
    places = (_first_words([*items[i:], *rest]) for i in range(len(items)) if _after_word([*before, *items[:i]]))
    return {words for words in places if words is not None}


def _telling(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """Return how much words tell: long ones are rare in a text, and few."""
    return min(map(len, words)), -len(words), sorted(words)


def _after_word(items: list) -> bool:
    """Say whether a word begins after a sequence: it ends with a blank, or is empty."""
    if not items:
        return True
    *before, (op, arg) = items
    if op is sre.LITERAL:
        return arg == ord(" ")
    if op is sre.SUBPATTERN:
        return _after_word([*before, *arg[3]])
    if op is sre.BRANCH:
        return all(_after_word([*before, *branch]) for branch in arg[1])
    if op in REPEATS:
        least, _, inner = arg
        return _after_word([*before, *inner]) and (least > 0 or _after_word(before))
    return op in LOOKS and _after_word(before)


def _first_words(items: list, word: str = "") -> frozenset[str] | None:
    """Return the words with which a sequence can begin, after the letters `word`; None where it can begin with anything."""
    for i, (op, arg) in enumerate(items):
        rest = items[i + 1:]
        if op is sre.LITERAL:
            if arg == ord(" "):
                return frozenset((word,)) if word else None
            if not chr(arg).isalnum() and chr(arg) not in "-’":
                return None
            word += chr(arg)
        elif op is sre.SUBPATTERN:
            return _first_words([*arg[3], *rest], word)
        elif op is sre.BRANCH:
            return _any_of(_first_words([*branch, *rest], word) for branch in arg[1])
        elif op in REPEATS and (arg[1] == 1 or _after_word([*arg[2]])):
            least, _, inner = arg
            return _any_of(_first_words([*begun, *rest], word) for begun in ((inner,) if least else (inner, ())))
        elif op not in LOOKS:
            break
    return frozenset((word + "*",)) if word else None


def _any_of(choices: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """Return the words of all choices; None where one of them can be anything."""
    words = list(choices)
    return None if None in words else frozenset().union(*words)


class Anchors:
    """Which of a list of patterns can match, given the words of a sentence."""

    def __init__(self, patterns: Iterable[str]) -> None:
        needed = [words_needed(p) for p in patterns]
        places = {words: at for at, words in enumerate(set().union(*needed))}
        self.needs = [frozenset(places[words] for words in need) for need in needed]
        self.always = [i for i, need in enumerate(needed) if not need]
        self.led_by: list[list[int]] = [[] for _ in places]
        for i, need in enumerate(needed):
            if need:
                self.led_by[places[max(need, key=_telling)]].append(i)
        self.filled_by: dict[str, set[int]] = defaultdict(set)
        for words, place in places.items():
            for word in words:
                self.filled_by[word].add(place)
        self.longest = max(map(len, self.filled_by), default=0)
        self.places_of = lru_cache(maxsize=KNOWN_WORDS)(self._places_of)

    def due(self, tokens: Iterable[str]) -> list[int]:
        """Return the indices of the patterns worth trying, in order."""
        filled = set().union(*map(self.places_of, set(tokens)))
        led = [i for place in filled for i in self.led_by[place] if self.needs[i] <= filled]
        return sorted((*self.always, *led))

    def _places_of(self, token: str) -> set[int]:
        """Return the places that the words of a token ("together with") can fill, by themselves or by their beginnings."""
        words = [form for word in token.split()
                 for form in (word, *(word[:n] + "*" for n in range(1, min(len(word), self.longest) + 1)))]
        return set().union(*(self.filled_by.get(form, ()) for form in words))
