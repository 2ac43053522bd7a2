"""Put profiles together that speak of one thing: the most likely pair first, never across a contradiction.

What comes out does not depend on the order of what goes in: rounds look at all pairs, and ties go by the accounts' own keys.
What a profile is, and how two are weighed, is the `Rules`.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from .account import Marks, Ref, parted
from .score import MERGE, PROPOSE, Score


class Held(Protocol):
    """What rounds need of a profile: its accounts, in order, and the sides of decisions that it stands on."""

    refs: tuple[Ref, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Link:
    """Two profiles with their score; each is named by the first of its accounts. `against` says what forbids a merge."""

    left: Ref
    right: Ref
    score: Score
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """How profiles of a kind are told and put together.

    Attributes:
        pairs: the places of all profiles that may be one, the lower first.
        weigh: how likely two are one.
        contradiction: why two cannot be one.
        together: several as one.
        doubtful: of the likely links, best first, those that could as well go elsewhere.
    """

    pairs: Callable[[Sequence[Any]], Iterable[tuple[int, int]]]
    weigh: Callable[[Any, Any], Score]
    contradiction: Callable[[Any, Any], str | None]
    together: Callable[[Iterable[Any]], Any]
    doubtful: Callable[[list[Link], dict[Ref, Any]], set[Link]]


@dataclass(slots=True)
class Round:
    """What one look at all pairs gave: the profiles then, the links that merged, and those that did not."""

    profiles: list[Any]
    merged: list[Link]
    open: list[Link]


def gather(profiles: Sequence[Held], rules: Rules, *, chosen: Callable[[Any], bool] = lambda _: True) -> Round:
    """Merge the chosen profiles as far as it goes; the others are left as they are."""
    merged: list[Link] = []
    current = sorted(profiles, key=lambda p: p.refs)
    remembering = replace(rules, weigh=_remembered(rules.weigh))
    while True:
        found = _round([p for p in current if chosen(p)], remembering)
        merged += found.merged
        current = sorted([*found.profiles, *(p for p in current if not chosen(p))], key=lambda p: p.refs)
        if not found.merged:
            return Round(current, merged, found.open)


def torn(links: Iterable[Link], *, margin: Callable[[Ref], float | None], apart: Callable[[Ref, Ref, Ref], bool]) -> set[Link]:
    """Return the links of what is vague that could as well lead to another thing.

    Args:
        links: those that nothing forbids, best first.
        margin: of what a reference names, the points by which its best link must lead; None where it is not vague.
        apart: whether, for what is vague, the best other side and a further one are clearly two.
    """
    of: dict[Ref, list[tuple[Link, Ref]]] = defaultdict(list)
    for link in links:
        of[link.left].append((link, link.right))
        of[link.right].append((link, link.left))
    out: set[Link] = set()
    for ref, found in of.items():
        lead = margin(ref)
        if lead is None:
            continue
        (best, first), *rest = found
        near = (other for link, other in rest if link.score.points >= best.score.points - lead)
        if any(apart(ref, first, other) for other in near):
            out |= {link for link, _ in found}
    return out


def _remembered(weigh: Callable[[Any, Any], Score]) -> Callable[[Any, Any], Score]:
    """Return `weigh` with a memory for one gathering: most profiles are the same objects round after round.

    The memory holds the profiles, as the id of one that is gone could be given to another.
    """
    seen: dict[tuple[int, int], tuple[Any, Any, Score]] = {}

    def weighed(a: Any, b: Any) -> Score:
        key = id(a), id(b)
        if key not in seen:
            seen[key] = a, b, weigh(a, b)
        return seen[key][2]

    return weighed


def _round(profiles: list[Any], rules: Rules) -> Round:
    """Look at all pairs once and merge the likely ones, best first."""
    links = [Link(profiles[i].refs[0], profiles[j].refs[0], rules.weigh(profiles[i], profiles[j]))
             for i, j in rules.pairs(profiles)]
    links = sorted((x for x in links if x.score.value >= PROPOSE), key=lambda x: (-x.score.points, x.left, x.right))
    by_ref = {p.refs[0]: p for p in profiles}
    doubtful = rules.doubtful(links, by_ref)
    leader = {ref: ref for ref in by_ref}
    held, merged, left = dict(by_ref), [], []

    def lead(ref: Ref) -> Ref:
        while leader[ref] != ref:
            leader[ref] = ref = leader[leader[ref]]
        return ref

    for link in links:
        a, b = lead(link.left), lead(link.right)
        if a == b or parted(held[a].marks, held[b].marks):
            continue  # nobody is asked about what was decided
        against = rules.contradiction(held[a], held[b])
        grown = len(held[a].refs) > len(by_ref[link.left].refs) or len(held[b].refs) > len(by_ref[link.right].refs)
        if (link.score.value < MERGE or link in doubtful or against
                or (grown and rules.weigh(held[a], held[b]).value < MERGE)):
            left.append(Link(link.left, link.right, link.score, against))
            continue
        first, second = sorted((a, b))
        leader[second] = first
        held[first] = rules.together((held[first], held.pop(second)))
        merged.append(link)
    open_links = [x for x in left if lead(x.left) != lead(x.right)]
    return Round([held[ref] for ref in sorted(held)], merged, open_links)
