"""Count how common names are, and how many have met somebody: what is rare tells more.

Counted over all accounts, so that no order matters.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .profile import Profile
from .sounds import skeleton, tone


@dataclass(frozen=True, slots=True)
class Population:
    """How common names and companions are among all accounts.

    Attributes:
        names: how many different full names there are, by first and last word.
        bearers: how many of them begin or end with a word, by its tone.
        met: how many profiles have met somebody.
    """

    names: int
    bearers: dict[str, int]
    met: dict[tuple[str, ...], int]

    def namesakes(self, first: str, last: str) -> float:
        """Return how many others of a name chance would give."""
        return (self.bearing(first) - 1) * (self.bearing(last) - 1) / max(self.names, 1)

    def bearing(self, word: str) -> int:
        """Return how many full names hold a word."""
        return self.bearers.get(tone(word), 1)


def population(profiles: Iterable[Profile]) -> Population:
    """Count names and companions."""
    ends: set[tuple[str, str]] = set()
    beside: dict[str, set[str]] = defaultdict(set)
    met: Counter[tuple[str, ...]] = Counter()
    for profile in profiles:
        met.update(profile.companions)
        for whole in ([w for w in n.main.words if len(w) > 1] for n in profile.names if n.main.full):
            first, last = whole[0], whole[-1]
            ends.add(tuple(sorted((skeleton(first), skeleton(last)))))
            beside[tone(first)].add(skeleton(last))
            beside[tone(last)].add(skeleton(first))
    return Population(len(ends), {word: len(others) for word, others in beside.items()}, dict(met))
