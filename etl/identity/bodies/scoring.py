"""Weigh what speaks for and against two profiles being one body's, each point with its reason.

What forbids a merge is not weighed here: contradictions.py.
"""
from __future__ import annotations

from etl.identity.score import Reason, Score, score_of
from etl.identity.tenure_evidence import years_between

from .compare import ACRONYM, DIFFERENT, EQUAL, INITIALS, SHORTER, UNLIKE, VARIANT, Likeness, compare
from .kinds import OTHER, abroad, compatible, ordered
from .names import BodyName
from .profile import BodyProfile
from .weights import ENOUGH

SAME, MOST = 1.0, 4.0
"""What a name in common is worth besides its words, and the most that these give."""
SOUND, TURNED, TURNED_PARTY, LOOSE = 6.0, 1.5, 3.0, 3.5
"""What words that sound another way, another order and another head take from a name."""
IDLE, SOFT, TRADE = 0.5, 4.5, 1.5
"""What each word takes that only one of two names has."""
LETTERS = {ACRONYM: {2: 0.5, 3: 1.5, 4: 2.5, 5: 3.2}, INITIALS: {3: 0.8, 4: 1.8, 5: 2.5}}
"""What an acronym is worth by its letters, and what initials that fit one are."""
OTHER_NAME = -3.0
"""What it is worth that two bodies with one acronym are spelt out in different ways."""
RENOWN, OFTEN = 1.5, 3
"""What it gives an acronym to be that of a body known, or spoken of as often as that."""
LONG = 25
"""Years after which an acronym or a part of a name may be somebody else's."""


def weigh(a: BodyProfile, b: BodyProfile) -> Score:
    """Return how likely two profiles are one body's."""
    m, n, likeness, points = _names(a, b)
    found = [Reason(points, likeness.reason), _countries(a, b, likeness), _unnamed(a, b, m, n), _sender(m, likeness),
             _kinds(a, b), _parents(a, b), _time(a, b, likeness)]
    return score_of(found)


def _names(a: BodyProfile, b: BodyProfile) -> tuple[BodyName, BodyName, Likeness, float]:
    """Return the two names that fit best, how, and what that is worth."""
    best: tuple[tuple[float, str], BodyName, BodyName, Likeness] | None = None
    written = None
    in_order = bool((a.kinds | b.kinds) & ordered())
    for m in a.every_name:
        for n in b.every_name:
            likeness = compare(m, n)
            rank = name_points(likeness, in_order=in_order), likeness.reason
            if best is None or rank > best[0]:
                best = rank, m, n, likeness
            if m.acronym is None and n.acronym is None and (written is None or rank[0] > written):
                written = rank[0]
    (points, _), m, n, likeness = best
    if likeness.kind in LETTERS and written is not None and written < points and written <= 0:
        points += OTHER_NAME
    elif likeness.kind == ACRONYM and _renowned(a, b):
        points += RENOWN
    return m, n, likeness, points


def _renowned(a: BodyProfile, b: BodyProfile) -> bool:
    """Say whether one of the two is an acronym alone, and of the other it is known what it stands for."""
    return a.spelt_out != b.spelt_out and any(p.spelt_out and (p.known is not None or len(p.refs) >= OFTEN) for p in (a, b))


def name_points(likeness: Likeness, *, in_order: bool) -> float:
    """Return what the likeness of two names is worth: more for words that few bodies have."""
    if likeness.kind == DIFFERENT:
        return -9.0
    if likeness.kind in LETTERS:
        worth = LETTERS[likeness.kind]
        return worth.get(min(int(likeness.tells), 5), -2.0)
    points = SAME + min(likeness.tells, MOST) - SOUND * (1 - likeness.value)
    if likeness.kind == VARIANT and likeness.reordered:
        points -= TURNED_PARTY if in_order else TURNED
    if likeness.kind == UNLIKE:
        points -= LOOSE
    if likeness.kind == SHORTER:
        vague = likeness.tells < ENOUGH
        points -= (1 + vague) * IDLE * likeness.idle + SOFT * likeness.soft + TRADE * likeness.trades
    return round(points, 3)


def _telling(likeness: Likeness) -> bool:
    """Say whether a name is one body's although no state is named."""
    return likeness.kind not in LETTERS and likeness.tells >= ENOUGH


def _countries(a: BodyProfile, b: BodyProfile, likeness: Likeness) -> Reason | None:
    """Return what the states say; where an account states none, those of the other bodies of its document hint at it."""
    if a.countries and b.countries:
        if a.countries & b.countries:
            return Reason(2.5, f"both of {', '.join(sorted(a.countries & b.countries))}")
        house = _telling(likeness) and bool((a.kinds | b.kinds) & abroad())
        return Reason(-3.0 if house else -6.0, f"of {', '.join(sorted(a.countries))} and of {', '.join(sorted(b.countries))}")
    if _telling(likeness):
        return None
    if not (a.countries or b.countries):
        if (a.known or b.known) and likeness.kind in (EQUAL, ACRONYM):
            return Reason(2.0, "called so in the reference data")
        if likeness.kind in LETTERS:
            return None
        shared = a.around and b.around and len(a.around | b.around) == 1 and len(min(a.around)) == 1
        where = f"both beside bodies of {min(min(a.around))} only" if shared else "many bodies are called so"
        return Reason(-1.0 if shared else -3.0, where)
    known, other = (a, b) if a.countries else (b, a)
    start = -0.5 if likeness.kind in LETTERS else -1.5
    where = ", ".join(sorted(known.countries))
    if not other.around:
        return Reason(start, f"of {where}, the other of no country")
    if all(around == known.countries for around in other.around):
        return Reason(start + 3.0, f"beside bodies of {where} only")
    if all(known.countries <= around for around in other.around):
        return Reason(start, f"beside bodies of {where} and others")
    return Reason(start - 2.0, f"not beside bodies of {where}")


def _unnamed(a: BodyProfile, b: BodyProfile, m: BodyName, n: BodyName) -> Reason | None:
    """Return what it is worth that a state is a part of one name only: the Democratic Party, and that of Iran."""
    if m.countries == n.countries or (a.countries and b.countries) or m.national:
        return None
    return Reason(-2.5, f"{', '.join(sorted(m.countries | n.countries))} in one name only")


def _sender(name: BodyName, likeness: Likeness) -> Reason | None:
    """Return what it is worth that nothing says where an embassy is."""
    abroad_ = name.words[-1:] in (("embassy",), ("consulate",)) and likeness.kind == EQUAL and not name.places
    return Reason(-5.0, "nothing says where") if abroad_ else None


def _kinds(a: BodyProfile, b: BodyProfile) -> Reason | None:
    if not compatible(a.kinds, b.kinds):
        return Reason(-2.0, f"{', '.join(sorted(a.kinds))} / {', '.join(sorted(b.kinds))}")
    common = sorted((a.kinds & b.kinds) - {OTHER})
    return Reason(0.3, f"both {common[0]}") if common else None


def _parents(a: BodyProfile, b: BodyProfile) -> Reason | None:
    if not (a.parents and b.parents):
        return None
    common = sorted(a.parents & b.parents)
    return Reason(1.0, f"both part of {common[0]}") if common else Reason(-1.0, "parts of different bodies")


def _time(a: BodyProfile, b: BodyProfile, likeness: Likeness) -> Reason | None:
    years = years_between(a, b)
    if years <= LONG or likeness.kind in (EQUAL, VARIANT):
        return None
    return Reason(-1.0, f"{years:.0f} years apart")
