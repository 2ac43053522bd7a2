"""Find the agreements that an account may tell without comparing it with all: by two sides, or by a side and a word.

Two sides that agree on a great many things are told apart by the words of the subject.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from ..account import Ref
from .profile import Pact

COMMON, MANY_SIDES = 60, 8
"""Accounts that two sides may bring before words are asked for; sides beyond which no further ones are paired."""
Key = tuple[str, ...]


def keys_of(pact: Pact) -> tuple[set[Key], set[Key]]:
    """Return the keys of an account: by two sides alone, and by a side or two with a word of the subject."""
    names = [s.name for s in pact.sides[:MANY_SIDES]]
    broad = set(combinations(names, 2))
    words = sorted(pact.matter.words) or [""]
    fine = {(*pair, word) for pair in broad for word in words}
    fine |= {("", name, word) for name in names for word in words} if len(names) != 2 else set()
    return broad, fine | {("", "", word) for word in words if not names}


class Index:
    """The accounts by their keys. `add` all, then ask."""

    def __init__(self, pacts: Iterable[Pact] = ()) -> None:
        self._broad: dict[Key, list[Ref]] = defaultdict(list)
        self._fine: dict[Key, list[Ref]] = defaultdict(list)
        for pact in pacts:
            self.add(pact)

    def add(self, pact: Pact) -> None:
        """Add an account."""
        broad, fine = keys_of(pact)
        for key in broad:
            self._broad[key].append(pact.account.ref)
        for key in fine | self._single(pact):
            self._fine[key].append(pact.account.ref)

    def candidates(self, pact: Pact) -> set[Ref]:
        """Return the accounts of other documents that may tell the same."""
        broad, fine = keys_of(pact)
        found: set[Ref] = set()
        for table, keys, most in ((self._broad, broad, COMMON), (self._fine, fine, COMMON * 5)):
            for key in keys:
                refs = table.get(key, ())
                if len(refs) <= most:
                    found.update(refs)
        return {ref for ref in found if ref.document != pact.account.document}

    @staticmethod
    def _single(pact: Pact) -> set[Key]:
        """Return the keys under which an account is found that tells one side only, or none."""
        names = ["", *(s.name for s in pact.sides[:MANY_SIDES])]
        return {("", name, word) for name in names for word in sorted(pact.matter.words)}


def pairs(pacts: Iterable[Pact]) -> Iterator[tuple[Ref, Ref]]:
    """Yield the pairs of accounts that are worth a comparison, the lower first."""
    known = list(pacts)
    index = Index(known)
    found = {tuple(sorted((pact.account.ref, other))) for pact in known for other in index.candidates(pact)}
    yield from sorted(found)
