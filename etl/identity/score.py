"""A score with its reasons, and what it must reach.

Points are summed and turned into a score between 0 and 1.
"""
from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

MERGE, PROPOSE = 0.95, 0.5
"""From MERGE on two profiles are of one; from PROPOSE on somebody should look."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (or, below zero, against) two profiles being of one."""

    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two profiles are of one, with what was weighed, most telling first."""

    points: float
    reasons: tuple[Reason, ...]

    @property
    def value(self) -> float:
        """Return the score, from 0 to 1."""
        return 1 / (1 + math.exp(-self.points))


def score_of(found: Iterable[Reason | None]) -> Score:
    """Return the score of what was found; None and what has no weight is passed over."""
    reasons = sorted((r for r in found if r is not None and r.points), key=lambda r: (-abs(r.points), r.words))
    return Score(round(sum(r.points for r in reasons), 6), tuple(reasons))
