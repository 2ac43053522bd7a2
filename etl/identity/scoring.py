"""Weigh what speaks for and against two profiles being one person's, each point with its reason.

What forbids a merge is not weighed here: contradictions.py.
"""
from __future__ import annotations

import math

from .compare import DIFFERENT, UNLIKE, Likeness, compare
from .names import Name
from .population import Population
from .profile import Profile
from .score import Reason, Score, score_of
from .states import any_related
from .tenure_evidence import shared_office, years_between

CROWDED, REGNAL = 8.0, 2.0
"""How fast namesakes take weight from a name; what a numeral in common gives."""


def weigh(a: Profile, b: Profile, among: Population) -> Score:
    """Return how likely two profiles are one person's."""
    likeness, name = _names(a, b, among)
    found = [name, _countries(a, b), shared_office(a, b), _company(a, b, among), _time(a, b), _one_document(a, b, likeness)]
    return score_of(found)


def _names(a: Profile, b: Profile, among: Population) -> tuple[Likeness, Reason]:
    """Return the likeness of the two names that fit best."""
    best: tuple[float, str, Likeness] | None = None
    renown = max(len(a.refs), len(b.refs)) / min(len(a.refs), len(b.refs))
    for x in a.ordered_names:
        for y in b.ordered_names:
            for m in x.all():
                for n in y.all():
                    likeness = compare(m, n)
                    points = name_points(m, n, likeness, among, renown=renown)
                    if best is None or (points, likeness.reason) > best[:2]:
                        best = points, likeness.reason, likeness
    return best[2], Reason(best[0], best[1])


def name_points(m: Name, n: Name, likeness: Likeness, among: Population, *, renown: float = 1.0) -> float:
    """Return what the likeness of two names is worth: more for rare names, less for parts and initials.

    `renown` is how many times more often the one is spoken of than the other: a stray account rather means who is known.
    """
    if likeness.kind == DIFFERENT or likeness.shared == 0:
        return -9.0
    words = max((m, n), key=lambda name: (-name.whole, name.words)).words
    whole = [w for w in words if len(w) > 1]
    last = whole[-1]
    doubt = 9 * (1 - likeness.value) + (2.5 if likeness.kind == UNLIKE else 0.0)
    doubt -= REGNAL if m.generation is not None and m.generation == n.generation else 0.0
    left_out = 0.4 * min(likeness.left_out, 2) + (0.0 if likeness.ends else 0.5)
    if likeness.shared > 1:
        others = among.namesakes(whole[0], whole[-1]) * (CROWDED + 1) / (CROWDED + renown)
        crowd = 1.3 * math.log2(1 + CROWDED * others)
        return 4.2 - doubt - left_out - crowd - (0.3 if likeness.reordered else 0.0)
    crowd = 0.7 * math.log2(1 + among.bearing(last)) - 1.5
    if likeness.initials:
        return 2.9 - doubt - crowd - 0.5 * left_out
    return (0.5 if likeness.left_out == 0 else 0.0) + 0.1 - doubt - crowd - (0.0 if likeness.ends else 1.0)


def _countries(a: Profile, b: Profile) -> Reason | None:
    """Return what the countries say; where an account states none, those of the others in its document hint at it."""
    if a.countries and b.countries:
        common = sorted(a.countries & b.countries)
        if common:
            return Reason(1.5, f"both of {common[0]}")
        if any_related(a.countries, b.countries):
            return None
        office = _states(a) and _states(b) and not _states(a) & _states(b)
        return Reason(-6.0 if office else -3.0, f"of {', '.join(sorted(a.countries))} and of {', '.join(sorted(b.countries))}")
    if not a.around or not b.around:
        return _hinted(a, b) if b.around else _hinted(b, a) if a.around else None
    shared = any(x & y for x in a.around for y in b.around)
    return None if shared else Reason(-1.0, "named among people of different countries")


def _states(profile: Profile) -> set[str]:
    """Return the states in which somebody holds an office that nobody holds in two."""
    return {t.country for t in profile.tenures if t.office.national and t.country}


def _hinted(known: Profile, other: Profile) -> Reason | None:
    """Return what it says that the other's documents have people of a country, or have none of it."""
    if not known.countries:
        return None
    share = sum(bool(known.countries & countries) for countries in other.around) / len(other.around)
    where = ", ".join(sorted(known.countries))
    if share >= 0.7:
        return Reason(0.8, f"named among people of {where}")
    return Reason(-1.0, f"not named among people of {where}") if share < 0.4 else None


def _company(a: Profile, b: Profile, among: Population) -> Reason | None:
    common = a.companions & b.companions
    if not common:
        return None
    worth = min(2.0, 1.5 * sum(1 / math.log2(1 + max(among.met.get(c, 1), 2)) for c in sorted(common)))
    return Reason(round(worth, 3), f"{len(common)} met by both")


def _time(a: Profile, b: Profile) -> Reason | None:
    years = years_between(a, b)
    if years <= 12:
        return None
    return Reason(-1.0 if years <= 25 else -3.0 if years <= 45 else -6.0, f"{years:.0f} years apart")


def _one_document(a: Profile, b: Profile, likeness: Likeness) -> Reason | None:
    """Return what it is worth that a document told the two apart."""
    if not a.read & b.read:
        return None
    return Reason(-1.0 if likeness.shared > 1 and not likeness.left_out else -3.0, "told apart in one document")
