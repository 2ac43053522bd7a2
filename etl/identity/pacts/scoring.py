"""Weigh what speaks for one agreement: the sides, the subject, the kind, the steps in time."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from ..facts.wording import likeness
from ..score import Reason, Score
from .contradictions import GENERAL
from .courses import weigh_courses
from .profile import Pact
from .sides import weigh_sides

BEFORE = Reason(-2.7, "before anything is compared")
SUBJECTS = ((0.8, 3.0), (0.65, 2.2), (0.45, 0.6), (0.3, -0.8), (0.0, -4.0))
"""What it says how much of the subjects is in common."""
SAME_KIND, SAME_SPECIAL, TRUCE = 0.2, 0.5, 1.5
CEASEFIRE = "ceasefire"


def scale(weights: Mapping[str, float]) -> Callable[[Pact, Pact], Score]:
    """Return the function that weighs two accounts, with what each word of a subject tells."""
    return lambda a, b: weigh(a, b, weights)


def weigh(a: Pact, b: Pact, weights: Mapping[str, float]) -> Score:
    """Return how likely two accounts tell one agreement."""
    reasons = [BEFORE, weigh_sides(a.sides, b.sides), _subjects(a, b, weights), weigh_courses(a.course, b.course), _kinds(a, b)]
    told = sorted((r for r in reasons if r is not None and r.points), key=lambda r: (-abs(r.points), r.words))
    return Score(round(sum(r.points for r in told), 6), tuple(told))


def _subjects(a: Pact, b: Pact, weights: Mapping[str, float]) -> Reason | None:
    value = likeness(a.matter, b.matter, weights)
    if value is None:
        return None
    points = next(p for limit, p in SUBJECTS if value >= limit)
    return Reason(points, f"subjects {'alike' if points > 0 else 'differ'}: {a.account.subject} and {b.account.subject}")


def _kinds(a: Pact, b: Pact) -> Reason | None:
    """Weigh one kind: of ceasefires, which have no subject, it says what a subject would."""
    kind = a.account.kind
    if kind != b.account.kind:
        return None
    if kind == CEASEFIRE:
        return Reason(TRUCE, "both a ceasefire")
    return Reason(SAME_KIND if kind in GENERAL else SAME_SPECIAL, f"both of the kind {kind}")
