"""Find the occasions that an account may tell without comparing it with all: by two of its parties and the weeks it may lie in.

Two named parties, a named one with the state of another, or two states bring accounts together; a visit is found by its
visitor alone, a conference by a word of its title.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations

from ..account import Ref
from .attendance import guests
from .profile import Occasion

WEEK, ROOM = 7, timedelta(days=2)
PUT_OFF = timedelta(days=30)
COMMON = 400
"""Accounts that a key may bring before it is passed over."""
ANY = -1
Key = tuple[str, ...]


def keys_of(occasion: Occasion) -> set[Key]:
    """Return the keys of an account by itself, without its time."""
    account = occasion.account
    family = "meeting" if account.kind == "conference" else account.kind
    found: set[Key] = set()
    if account.kind == "visit":
        found |= {(family, token) for p in guests(account) for token in _tokens(p.named, p.country)}
    elif len(account.parties) == 1:
        found |= {(family, "alone", token) for p in account.parties for token in _tokens(p.named, p.country)}
    else:
        for p, q in combinations(account.parties, 2):
            found |= {(family, *sorted((x, y))) for x in _tokens(p.named, p.country) for y in _tokens(q.named, q.country)}
    if account.kind == "conference" and occasion.title is not None:
        found |= {("title", word) for word in occasion.title.words}
    return found


def _tokens(named: str | None, country: str | None) -> list[str]:
    return [token for token in (named, None if country is None else "c:" + country) if token is not None]


def weeks_of(occasion: Occasion) -> range:
    """Return the weeks that an account may lie in, counted from the first day of all; one that stands for any."""
    time = occasion.time
    if time.first is None:
        return range(ANY, ANY + 1)
    last = time.last + (PUT_OFF if occasion.account.status == "planned" else ROOM)
    return range((time.first - ROOM).toordinal() // WEEK, last.toordinal() // WEEK + 1)


class Index:
    """The accounts by their keys and weeks. `add` all, then ask."""

    def __init__(self, occasions: Iterable[Occasion] = ()) -> None:
        self._at: dict[tuple[Key, int], list[Ref]] = defaultdict(list)
        self._all: dict[Key, list[Ref]] = defaultdict(list)
        for occasion in occasions:
            self.add(occasion)

    def add(self, occasion: Occasion) -> None:
        """Add an account."""
        ref = occasion.account.ref
        for key in keys_of(occasion):
            self._all[key].append(ref)
            for week in weeks_of(occasion):
                self._at[key, week].append(ref)

    def candidates(self, occasion: Occasion) -> set[Ref]:
        """Return the accounts of other documents that may tell the same."""
        found: set[Ref] = set()
        weeks = weeks_of(occasion)
        for key in keys_of(occasion):
            held = [self._all.get(key, ())] if weeks[0] == ANY else [self._at.get((key, w), ()) for w in (ANY, *weeks)]
            for refs in held:
                if len(refs) <= COMMON:
                    found.update(refs)
        return {ref for ref in found if ref.document != occasion.account.document}


def pairs(occasions: Iterable[Occasion]) -> Iterator[tuple[Ref, Ref]]:
    """Yield the pairs of accounts that are worth a comparison, the lower first."""
    known = list(occasions)
    index = Index(known)
    for occasion in known:
        ref = occasion.account.ref
        for other in sorted(index.candidates(occasion)):
            if ref < other:
                yield ref, other
