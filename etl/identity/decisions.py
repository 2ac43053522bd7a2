"""Bring what somebody decided into the resolution: "same" forces, "different" forbids, and "different" wins where both are
said.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .account import DIFFERENT, Account, Decision, Ref
from .clusters import Link
from .profile import Profile, together
from .scoring import Score
from .tenure_evidence import Reason

CERTAIN = 99.0


def marks_of(accounts: Mapping[Ref, Account], decisions: Iterable[Decision]) -> dict[Ref, frozenset[tuple[int, int]]]:
    """Return, of each account that a decision "different" names, which and on which side."""
    by_key = _by_key(accounts)
    marks: dict[Ref, set[tuple[int, int]]] = defaultdict(set)
    for number, decision in enumerate(d for d in decisions if d.judgement == DIFFERENT):
        left, right = (_meant(side, accounts, by_key) for side in (decision.left, decision.right))
        for side, refs in ((0, left - right), (1, right - left)):
            for ref in refs:
                marks[ref].add((number, side))
    return {ref: frozenset(found) for ref, found in marks.items()}


def forced(profiles: list[Profile], decisions: Iterable[Decision]) -> tuple[list[Link], list[Profile], list[Decision]]:
    """Put together what was decided to be the same.

    Returns the links made, the profiles then, and the decisions that another forbids.
    """
    accounts = {p.refs[0]: p for p in profiles}
    by_key = _by_key(accounts)
    group = {ref: (ref,) for ref in accounts}
    links: list[Link] = []
    unmet: list[Decision] = []
    for decision in decisions:
        refs = sorted(_meant(decision.left, accounts, by_key) | _meant(decision.right, accounts, by_key))
        for first, second in zip(refs, refs[1:]):
            if group[first] == group[second]:
                continue
            both = tuple(sorted((*group[first], *group[second])))
            marks = frozenset().union(*(accounts[r].marks for r in both))
            if any((number, 1 - side) in marks for number, side in marks):
                unmet.append(decision)
                continue
            for ref in both:
                group[ref] = both
            links.append(Link(first, second, Score(CERTAIN, (Reason(CERTAIN, "decided to be the same person"),))))
    held = [together(accounts[r] for r in refs) for refs in sorted(set(group.values()))]
    return links, held, list(dict.fromkeys(unmet))


def _by_key(accounts: Iterable[Ref]) -> dict[str, set[Ref]]:
    out: dict[str, set[Ref]] = defaultdict(set)
    for ref in accounts:
        out[ref.key].add(ref)
    return out


def _meant(side: Ref | str, accounts: Mapping[Ref, object], by_key: Mapping[str, set[Ref]]) -> set[Ref]:
    """Return the accounts that one side of a decision names and that exist."""
    if isinstance(side, Ref):
        return {side} & accounts.keys()
    return by_key.get(side, set())
