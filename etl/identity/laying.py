"""Lay one name on another: which word of the one is which of the other, and how alike they are.

Words keep their order, neighbours may be one word of the other name, and one of the two names may have words that the other
lacks.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .sounds import likeness, skeleton

APART, JOINED = 0.61, 0.9
"""Words below APART are two names; two neighbours are one word of the other name only from JOINED on."""


@dataclass(frozen=True, slots=True)
class Match:
    """A way to lay one name on the other: the pairs of words with their likeness."""

    pairs: tuple[tuple[str, str, float], ...]
    left_out: int
    ends: bool

    @property
    def value(self) -> float:
        """Return how alike the words are: their mean, drawn to the worst."""
        values = [v for _, _, v in self.pairs]
        return (min(values) + sum(values) / len(values)) / 2

    @property
    def rank(self) -> tuple[float, int, bool]:
        """Return what makes one way better than another."""
        return self.value, -self.left_out, self.ends


@lru_cache(maxsize=524_288)
def _fit(x: str, y: str) -> float:
    """Return how alike two words are; an initial fits what begins like it."""
    if min(len(x), len(y)) == 1:
        first, second = sorted((x, y), key=len)
        return 1.0 if first == second[0] or {first, second[0]} in SAME_START or first in START.get(second[:2], "") else 0.0
    return likeness(x, y)


START = {"ye": "e", "yu": "j", "kh": "h", "yo": "e", "ts": "c", "ch": "c", "zh": "j", "sh": "s", "ev": "y", "ek": "y",
         "dj": "j", "gh": "q"}
SAME_START = ({"q", "k"}, {"q", "g"}, {"v", "w"}, {"c", "k"}, {"i", "y"}, {"j", "y"}, {"u", "o"}, {"e", "i"}, {"j", "g"},
              {"d", "z"}, {"h", "k"})
"""Initials that transcriptions exchange."""


def lay(a: tuple[str, ...], b: tuple[str, ...]) -> Match | None:
    """Return the best way to lay one name on the other in their order; words may be left out of one of them only."""
    fits = list(_fits(a, b))
    ways = [w for w in (_walk(len(a), len(b), fits), _walk(len(b), len(a), [fit.turned() for fit in fits])) if w is not None]
    return max(ways, key=lambda m: m.rank, default=None)


class Fit(NamedTuple):
    """One or two words of the one name, from `i` on, that are one or two of the other, from `j` on."""

    i: int
    j: int
    m: int
    n: int
    pair: tuple[str, str, float]

    def turned(self) -> Fit:
        """Return it as seen from the other name."""
        x, y, value = self.pair
        return Fit(self.j, self.i, self.n, self.m, (y, x, value))


def _fits(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[Fit]:
    """Yield which words of two names can be one; two neighbours of either may be one word of the other."""
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if (fit := _fit(x, y)) >= APART:
                yield Fit(i, j, 1, 1, (x, y, fit))
            if j + 1 < len(b) and (found := _joined(x, y, b[j + 1])) is not None:
                yield Fit(i, j, 1, 2, (x, *found))
            if i + 1 < len(a) and (found := _joined(y, x, a[i + 1])) is not None:
                yield Fit(i, j, 2, 1, (found[0], y, found[1]))


def _joined(word: str, first: str, second: str) -> tuple[str, float] | None:
    """Return two neighbours as one word, with how alike it is to `word`, where they may be one."""
    if min(len(word), len(first), len(second)) == 1 or abs(len(word) - len(first) - len(second)) > 2:
        return None
    both = first + second
    fit = _fit(word, both) if skeleton(word) == skeleton(both) else 0.0
    return (both, fit) if fit >= JOINED else None


def _walk(short: int, long: int, fits: list[Fit]) -> Match | None:
    """Find every word of the one name in the other, in order; `short` and `long` are how many words they have."""
    if len({k for fit in fits for k in range(fit.i, fit.i + fit.m)}) < short:
        return None
    at: dict[tuple[int, int], list[Fit]] = defaultdict(list)
    for fit in fits:
        at[fit.i, fit.j].append(fit)
    memo: dict[tuple[int, int], Match | None] = {}

    def best(i: int, j: int) -> Match | None:
        if i == short:
            return Match((), long - j, j == long)
        if j == long:
            return None
        if (i, j) not in memo:
            memo[i, j] = max(filter(None, steps(i, j)), key=lambda m: (m.rank if m.pairs else (0, 0, False)), default=None)
        return memo[i, j]

    def steps(i: int, j: int) -> list[Match | None]:
        found = [_longer(best(i, j + 1))]
        for fit in at[i, j]:
            rest = best(i + fit.m, j + fit.n)
            found.append(None if rest is None else Match((fit.pair, *rest.pairs), rest.left_out, rest.ends))
        return found

    found = best(0, 0)
    return found if found is not None and found.pairs else None


def _longer(match: Match | None) -> Match | None:
    """Return a match with one more word left out."""
    return None if match is None else Match(match.pairs, match.left_out + 1, match.ends)
