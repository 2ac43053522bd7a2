"""Hold accounts against each other: the score of each pair, what forbids it, and whether groups of accounts can be one."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..account import Ref, parted
from ..rounds import Link, torn
from ..score import PROPOSE, Score

MARGIN, DOUBT = 1.0, -1.0
"""Points by which the best of several facts must lead that an account could tell; below DOUBT two accounts tell two."""

Group = tuple[Ref, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judge(Generic[T]):
    """How two accounts are held against each other.

    Attributes:
        weigh: gives the score of a pair.
        contradiction: gives why a pair must stay apart.
        vague: says whether an account could be of several facts at once.
        asks: whether a likely pair that is forbidden is worth a question, as one of the two documents may err.
    """

    weigh: Callable[[T, T], Score]
    contradiction: Callable[[T, T], str | None]
    vague: Callable[[T], bool]
    asks: bool = True


class Table(Generic[T]):
    """The accounts with what was found of their pairs."""

    def __init__(self, accounts: Mapping[Ref, T], marks: Mapping[Ref, frozenset[tuple[int, int]]], judge: Judge[T]) -> None:
        self.accounts, self.marks, self.judge = accounts, marks, judge
        self._scores: dict[tuple[Ref, Ref], Score] = {}
        self._against: dict[tuple[Ref, Ref], str | None] = {}

    def likely(self, pairs: Iterable[tuple[Ref, Ref]]) -> list[Link]:
        """Return the pairs that may be one fact, best first; not those whom one document tells apart."""
        out = []
        for left, right in pairs:
            if left.document != right.document and not self._differ(left, right):
                score = self.judge.weigh(self.accounts[left], self.accounts[right])
                if score.value >= PROPOSE and (self.judge.asks or self.against(left, right) is None):
                    self._scores[left, right] = score
                    out.append(Link(left, right, score, self.against(left, right)))
        return sorted(out, key=lambda x: (-x.score.points, x.left, x.right))

    def doubtful(self, links: Iterable[Link]) -> set[Link]:
        """Return the links of vague accounts that could as well tell another fact."""
        return torn((link for link in links if link.against is None),
                    margin=lambda ref: MARGIN if self.judge.vague(self.accounts[ref]) else None,
                    apart=lambda _, first, other: self.apart(first, other))

    def fit(self, a: Group, b: Group) -> bool:
        """Say whether two groups can be one: no pair is forbidden, and on the whole the pairs are likely."""
        if self.forbidden(a, b) is not None:
            return False
        pairs = [(x, y) for x in a for y in b]
        return sum(self._score(x, y).points for x, y in pairs) / len(pairs) > 0

    def forbidden(self, a: Group, b: Group) -> str | None:
        """Return why two groups must stay apart."""
        return next((told for x in a for y in b if (told := self.against(x, y)) is not None), None)

    def decided(self, a: Group, b: Group) -> bool:
        """Say whether somebody decided that two groups are two facts."""
        return any(self._differ(x, y) for x in a for y in b)

    def apart(self, x: Ref, y: Ref) -> bool:
        """Say whether two accounts tell two facts."""
        return self.against(x, y) is not None or self._score(x, y).points < DOUBT

    def against(self, x: Ref, y: Ref) -> str | None:
        """Return why two accounts must stay apart."""
        key = (x, y) if x < y else (y, x)
        if key not in self._against:
            self._against[key] = self._forbids(*key)
        return self._against[key]

    def _forbids(self, x: Ref, y: Ref) -> str | None:
        if self._differ(x, y):
            return "decided to be different"
        if x.document == y.document:
            return "told apart in one document"
        return self.judge.contradiction(self.accounts[x], self.accounts[y])

    def _score(self, x: Ref, y: Ref) -> Score:
        key = (x, y) if x < y else (y, x)
        if key not in self._scores:
            self._scores[key] = self.judge.weigh(self.accounts[key[0]], self.accounts[key[1]])
        return self._scores[key]

    def _differ(self, x: Ref, y: Ref) -> bool:
        return parted(self.marks[x], self.marks[y])
