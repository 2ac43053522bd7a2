"""Lay one name on another: which word of the one is which of the other, and how alike they are.

Words keep their order, neighbours may be one word of the other name, and one of the two names may have words that the other
lacks.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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
    ways = [w for w in (_walk(a, b), _walk(b, a)) if w is not None]
    return max(ways, key=lambda m: m.rank, default=None)


def _walk(short: tuple[str, ...], long: tuple[str, ...]) -> Match | None:
    """Find every word of `short` in `long`, in order; two neighbours of either may be one word of the other."""
    memo: dict[tuple[int, int], Match | None] = {}

    def best(i: int, j: int) -> Match | None:
        if i == len(short):
            return Match((), len(long) - j, j == len(long))
        if j == len(long):
            return None
        if (i, j) not in memo:
            memo[i, j] = max(filter(None, steps(i, j)), key=lambda m: (m.rank if m.pairs else (0, 0, False)), default=None)
        return memo[i, j]

    def steps(i: int, j: int) -> list[Match | None]:
        found = [_longer(best(i, j + 1))]
        for m, n in ((1, 1), (1, 2), (2, 1)):
            if i + m <= len(short) and j + n <= len(long):
                x, y = "".join(short[i:i + m]), "".join(long[j:j + n])
                joined = m + n > 2
                fit = _fit(x, y) if not joined or _joins(x, y, (*short[i:i + m], *long[j:j + n])) else 0.0
                rest = best(i + m, j + n) if fit >= (JOINED if joined else APART) else None
                found.append(Match(((x, y, fit), *rest.pairs), rest.left_out, rest.ends) if rest is not None else None)
        return found

    found = best(0, 0)
    return found if found is not None and found.pairs else None


def _joins(x: str, y: str, words: tuple[str, ...]) -> bool:
    """Say whether words joined to one may be a word of the other name."""
    return min(map(len, words)) > 1 and abs(len(x) - len(y)) < 3 and skeleton(x) == skeleton(y)


def _longer(match: Match | None) -> Match | None:
    """Return a match with one more word left out."""
    return None if match is None else Match(match.pairs, match.left_out + 1, match.ends)
