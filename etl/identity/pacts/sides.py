"""Take the parties of an agreement as sides: a minister signs for his state, as does a ministry; two firms of a state are two.

A side is a state with the bodies told of it, or a body or a person without a state.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..facts.party import Party
from ..states import related
from ..score import Reason

EACH, FURTHER, OTHER_BODY, LEFT_OUT, MOST = 1.0, 0.3, -2.0, 1.2, 2.4
"""What a side in common is worth, each after the second, one told by two bodies; what one takes away that only one tells."""
ONE, OTHERS, DISJOINT = -1.0, -5.0, -9.0
SAME_BODY = 0.3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an agreement."""

    name: str
    bodies: frozenset[str]


def sides_of(parties: Iterable[Party]) -> tuple[Side, ...]:
    """Return the sides that parties make, in order of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        name = party.country or party.organization or party.person
        if name is not None:
            found[name] |= {party.organization} - {None} if party.person is None and party.role is None else set()
    return tuple(Side(name, frozenset(found[name])) for name in sorted(found))


def in_common(a: Iterable[Side], b: Iterable[Side]) -> list[tuple[Side, Side]]:
    """Return the sides of two accounts that are one."""
    others = list(b)
    out = []
    for side in a:
        same = next((o for o in others if o.name == side.name), None)
        same = same or next((o for o in others if related(o.name, side.name)), None)
        if same is not None:
            others.remove(same)
            out.append((side, same))
    return out


def weigh_sides(a: tuple[Side, ...], b: tuple[Side, ...]) -> Reason:
    """Return what the sides of two accounts say."""
    if not a or not b:
        return Reason(0.0, "no party told by one")
    common = in_common(a, b)
    words = f"{len(common)} {'side' if len(common) == 1 else 'sides'} in common"
    if not common:
        return Reason(DISJOINT, words)
    left, right = len(a) - len(common), len(b) - len(common)
    if left and right and len(common) < max(left, right) + 2:
        return Reason(OTHERS, f"{words}, others differ")
    worths = sorted((_worth(x, y) for x, y in common), reverse=True)
    points = sum(worths[:2]) + FURTHER * len(worths[2:6]) - min(MOST, LEFT_OUT * (left + right))
    if len(common) == 1:
        points += ONE
    return Reason(round(points, 3), words)


def _worth(x: Side, y: Side) -> float:
    if x.bodies and y.bodies:
        return EACH + SAME_BODY if x.bodies & y.bodies else OTHER_BODY
    return EACH
