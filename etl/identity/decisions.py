"""Bring what somebody decided into the resolution: "same" forces, "different" forbids, and "different" wins where both are
said.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from .account import DIFFERENT, Decision, Ref, Side, parted
from .rounds import Link
from .score import Reason, Score

CERTAIN = 99.0


class Marked(Protocol):
    """What decisions need of a profile: its accounts, and the sides of decisions "different" that it stands on."""

    refs: tuple[Ref, ...]
    marks: frozenset[tuple[int, int]]


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions, each once, by what they say: they count in no order of their own."""
    def words(decision: Decision) -> tuple[str, ...]:
        sides = (sorted(side) if isinstance(side, frozenset) else side for side in (decision.left, decision.right))
        return decision.judgement, *map(str, sides)

    return sorted(set(decisions), key=words)


def marks_of(accounts: Mapping[Ref, object], decisions: Iterable[Decision]) -> dict[Ref, frozenset[tuple[int, int]]]:
    """Return, of each account that a decision "different" names, which and on which side."""
    by_key = _by_key(accounts)
    marks: dict[Ref, set[tuple[int, int]]] = defaultdict(set)
    for number, decision in enumerate(d for d in decisions if d.judgement == DIFFERENT):
        left, right = (_meant(side, accounts, by_key) for side in (decision.left, decision.right))
        if left == right:
            continue
        # an account against the key that it bears itself is meant against the others
        for side, refs in ((0, left - right or left), (1, right - left or right)):
            for ref in refs:
                marks[ref].add((number, side))
    return {ref: frozenset(found) for ref, found in marks.items()}


def forced(profiles: Iterable[Marked], decisions: Iterable[Decision],
           together: Callable[[Iterable[Any]], Any]) -> tuple[list[Link], list[Any], list[Decision]]:
    """Put together what was decided to be the same, each profile being of one account.

    Returns the links made, the profiles then, and the decisions that another forbids.
    """
    accounts = {p.refs[0]: p for p in profiles}
    links, groups, unmet = decided({ref: p.marks for ref, p in accounts.items()}, decisions)
    return links, [together(accounts[r] for r in refs) for refs in groups], unmet


def decided(marks: Mapping[Ref, frozenset[tuple[int, int]]],
            decisions: Iterable[Decision]) -> tuple[list[Link], list[tuple[Ref, ...]], list[Decision]]:
    """Return the groups of accounts that decisions "same" make, with their links and the decisions that another forbids.

    Args:
        marks: of every account, the decisions "different" that name it.
        decisions: those that say "same".
    """
    by_key = _by_key(marks)
    group = {ref: (ref,) for ref in marks}
    links: list[Link] = []
    unmet: list[Decision] = []
    for decision in decisions:
        refs = sorted(_meant(decision.left, marks, by_key) | _meant(decision.right, marks, by_key))
        for first, second in zip(refs, refs[1:]):
            if group[first] == group[second]:
                continue
            both = tuple(sorted((*group[first], *group[second])))
            sides = frozenset().union(*(marks[r] for r in both))
            if parted(sides, sides):
                unmet.append(decision)
                continue
            for ref in both:
                group[ref] = both
            links.append(Link(first, second, Score(CERTAIN, (Reason(CERTAIN, "decided to be the same"),))))
    return links, sorted(set(group.values())), list(dict.fromkeys(unmet))


def _by_key(accounts: Iterable[Ref]) -> dict[str, set[Ref]]:
    out: dict[str, set[Ref]] = defaultdict(set)
    for ref in accounts:
        out[ref.key].add(ref)
    return out


def _meant(side: Side, accounts: Mapping[Ref, object], by_key: Mapping[str, set[Ref]]) -> set[Ref]:
    """Return the accounts that one side of a decision names and that exist."""
    if isinstance(side, frozenset):
        return side & accounts.keys()
    if isinstance(side, Ref):
        return {side} & accounts.keys()
    return by_key.get(side, set())
