"""Put profiles together that are one person's: the most likely pair first, never across a contradiction.

What comes out does not depend on the order of what goes in: rounds look at all pairs, and ties go by the accounts' own keys.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .account import Ref
from .blocking import Index
from .contradictions import contradiction
from .population import Population
from .profile import Profile, together
from .scoring import MERGE, PROPOSE, Score, weigh

MARGIN, FEW = 1.5, 8
"""Points by which the best of several people must lead whom a name could mean; how many times fewer accounts make no rival."""
CERTAIN, DOUBT = 3.0, -1.0
"""Points between two candidates below which a lone name, or a full one, has to be told which of them it means."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two profiles with their score; each is named by the first of its accounts. `against` says what forbids a merge."""

    left: Ref
    right: Ref
    score: Score
    against: str | None = None


@dataclass(slots=True)
class Round:
    """What one look at all pairs gave: the profiles then, the links that merged, and those that did not."""

    profiles: list[Profile]
    merged: list[Link]
    open: list[Link]


Chosen = Callable[[Profile], bool]


def gather(profiles: Sequence[Profile], among: Population, *, chosen: Chosen) -> Round:
    """Merge the chosen profiles as far as it goes; the others are left as they are."""
    merged: list[Link] = []
    current = sorted(profiles, key=lambda p: p.refs)
    while True:
        found = _round([p for p in current if chosen(p)], among)
        merged += found.merged
        current = sorted([*found.profiles, *(p for p in current if not chosen(p))], key=lambda p: p.refs)
        if not found.merged:
            return Round(current, merged, found.open)


def _round(profiles: list[Profile], among: Population) -> Round:
    """Look at all pairs once and merge the likely ones, best first."""
    index = Index(profiles)
    links = [Link(profiles[i].refs[0], profiles[j].refs[0], weigh(profiles[i], profiles[j], among)) for i, j in index.pairs()]
    links = sorted((x for x in links if x.score.value >= PROPOSE), key=lambda x: (-x.score.points, x.left, x.right))
    by_ref = {p.refs[0]: p for p in profiles}
    doubtful = _doubtful(links, by_ref, among)
    leader = {ref: ref for ref in by_ref}
    held, merged, left = dict(by_ref), [], []

    def lead(ref: Ref) -> Ref:
        while leader[ref] != ref:
            leader[ref] = ref = leader[leader[ref]]
        return ref

    for link in links:
        a, b = lead(link.left), lead(link.right)
        if a == b:
            continue
        against = contradiction(held[a], held[b])
        grown = len(held[a].refs) > len(by_ref[link.left].refs) or len(held[b].refs) > len(by_ref[link.right].refs)
        if link.score.value < MERGE or link in doubtful or against or (grown and weigh(held[a], held[b], among).value < MERGE):
            left.append(Link(link.left, link.right, link.score, against))
            continue
        first, second = sorted((a, b))
        leader[second] = first
        held[first] = together((held[first], held.pop(second)))
        merged.append(link)
    open_links = [x for x in left if lead(x.left) != lead(x.right)]
    return Round([held[ref] for ref in sorted(held)], merged, open_links)


def _doubtful(links: list[Link], by_ref: dict[Ref, Profile], among: Population) -> set[Link]:
    """Return the likely links of a vague profile (a lone name, or no country) that could as well belong to somebody else."""
    of: dict[Ref, list[tuple[Link, Profile]]] = defaultdict(list)
    for link in links:
        left, right = by_ref[link.left], by_ref[link.right]
        if contradiction(left, right) is None:
            of[link.left].append((link, right))
            of[link.right].append((link, left))
    out: set[Link] = set()
    for ref, found in of.items():
        vague = by_ref[ref]
        if vague.full and vague.countries:
            continue
        (best, first), *rest = found
        near = [other for link, other in rest if link.score.points >= best.score.points - MARGIN]
        if any(_two_people(first, other, among, alone=not vague.full) for other in near):
            out |= {link for link, _ in found}
    return out


def _two_people(first: Profile, rival: Profile, among: Population, *, alone: bool) -> bool:
    """Say whether a rival is somebody else than the best candidate, and known well enough to count.

    A lone name has to be sure that the two are one; a full name only minds those who are clearly two.
    """
    if not rival.full or len(rival.refs) * FEW < len(first.refs):
        return False
    if contradiction(first, rival) is not None:
        return True
    return weigh(first, rival, among).points < (CERTAIN if alone and first.full else DOUBT)
