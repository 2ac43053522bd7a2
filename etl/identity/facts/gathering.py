"""Put accounts together that tell one fact: the likeliest pair first, never a group that holds a forbidden pair.

Groups are small, so every pair of theirs is asked: none may be forbidden, and on the whole they must be likely. What many
documents tell is likelier told by one more, so that an account which nearly fits goes to it where no other fact is near.
What comes out does not depend on the order of what goes in.
"""
from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..account import SAME, Decision, Ref
from ..rounds import Link
from ..decisions import decided, in_order, marks_of
from ..score import MERGE, Reason, Score
from .table import MARGIN, Group, Judge, Table

RENOWN, STRAY = 0.8, 1
"""Points for each time by which the documents of one group are (by the natural logarithm) more than those of the other; the
documents above which that other is none that strayed."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The groups of accounts, the links that made them, those that somebody should look at, and decisions not met."""

    groups: tuple[Group, ...]
    merges: tuple[Link, ...]
    proposals: tuple[Link, ...]
    unmet: tuple[Decision, ...]


def gather(accounts: Mapping[Ref, T], pairs: Iterable[tuple[Ref, Ref]], decisions: Iterable[Decision],
           judge: Judge[T]) -> Gathered:
    """Return which accounts tell one fact.

    Args:
        accounts: all of them.
        pairs: those worth a comparison, each once, the lower first.
        decisions: what somebody decided.
        judge: how two accounts compare.
    """
    ordered = in_order(decisions)
    marks = {ref: frozenset() for ref in accounts} | marks_of(accounts, ordered)
    made, groups, unmet = decided(marks, [d for d in ordered if d.judgement == SAME])
    table = Table(accounts, marks, judge)
    links = table.likely(pairs)
    group = {ref: refs for refs in groups for ref in refs}
    merges = [*made, *_by_pairs(links, group, table)]
    while more := _by_renown(links, group, table):
        merges += more
    return Gathered(tuple(sorted(set(group.values()))), tuple(merges), tuple(_open(links, group, table)), tuple(unmet))


def _by_pairs(links: Sequence[Link], group: dict[Ref, Group], table: Table) -> list[Link]:
    """Merge along the links that are sure by themselves, best first."""
    doubtful = table.doubtful(links)
    merged = []
    for link in links:
        if link.score.value < MERGE:
            break
        a, b = group[link.left], group[link.right]
        if a != b and link not in doubtful and link.against is None and table.fit(a, b):
            _join(group, a, b)
            merged.append(link)
    return merged


def _by_renown(links: Sequence[Link], group: dict[Ref, Group], table: Table) -> list[Link]:
    """Merge groups of which the one is told much more often; those that have another fact near as well are left."""
    best: dict[tuple[Group, Group], Link] = {}
    of: dict[Group, list[tuple[float, Group]]] = defaultdict(list)
    for link in links:
        a, b = sorted((group[link.left], group[link.right]))
        if a != b and link.against is None and (a, b) not in best and table.forbidden(a, b) is None:
            best[a, b] = Link(link.left, link.right, _renowned(link.score, a, b))
            of[a].append((link.score.points, b))
            of[b].append((link.score.points, a))
    merged = []
    for (a, b), link in sorted(best.items(), key=lambda x: (-x[1].score.points, x[0])):
        if link.score.value < MERGE:
            break
        small, large = sorted((a, b), key=lambda g: (len(g), g))
        near = max(points for points, _ in of[small]) - MARGIN
        rivals = [g for points, g in of[small] if g != large and points >= near and not table.fit(g, large)]
        if not rivals and group[a[0]] == a and group[b[0]] == b and table.fit(a, b):
            _join(group, a, b)
            merged.append(link)
    return merged


def _renowned(score: Score, a: Group, b: Group) -> Score:
    """Return a score with what it is worth that the one group is told by more documents than the other."""
    few, many = sorted((len(a), len(b)))
    if few > STRAY or few == many:
        return score
    points = round(RENOWN * math.log(many / few), 3)
    return Score(score.points + points, (*score.reasons, Reason(points, f"told by {many} documents")))


def _join(group: dict[Ref, Group], a: Group, b: Group) -> None:
    both = tuple(sorted((*a, *b)))
    for ref in both:
        group[ref] = both


def _open(links: Iterable[Link], group: Mapping[Ref, Group], table: Table) -> list[Link]:
    """Return the best link of each two groups that may be one; where their other accounts forbid it there is none."""
    out: dict[tuple[Group, Group], Link] = {}
    for link in links:
        a, b = sorted((group[link.left], group[link.right]))
        if a == b or (a, b) in out or table.decided(a, b):
            continue
        if link.against is not None or table.forbidden(a, b) is None:
            out[a, b] = link
    return list(out.values())
