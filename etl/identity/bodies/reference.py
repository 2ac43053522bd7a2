"""Bring accounts to the bodies of the reference data: by their key, or by names that mean one of these only."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.identity.account import Marks, Ref, parted
from etl.identity.decisions import CERTAIN
from etl.identity.rounds import Link
from etl.identity.score import MERGE, PROPOSE, Reason, Score
from etl.knowledge import KnownBody

from .blocking import Index
from .clusters import margin, two_bodies, vague
from .contradictions import contradiction
from .names import Reader
from .profile import BodyProfile, as_known, together
from .scoring import weigh


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of it: the profiles then, the links, and the known bodies that only resemble something."""

    profiles: list[BodyProfile]
    links: list[Link]
    resembled: list[BodyProfile]


def acronyms_of(known: Iterable[KnownBody]) -> dict[str, str]:
    """Return what each acronym stands for that one known body only has."""
    reader = Reader()
    found: dict[str, set[str]] = defaultdict(set)
    for body in known:
        names = sorted(set(body.names), key=lambda text: (-len(text), text))
        for short in (n for text in names if (n := reader.read(text).acronym)):
            full = next((text for text in names if short.upper() in reader.read(text).initials and " " in text), None)
            found[short].add(full or short)
    return {short: min(full) for short, full in found.items() if len(full) == 1 and min(full) != short}


def by_key(profiles: Sequence[BodyProfile], known: Sequence[BodyProfile]) -> Reached:
    """Put accounts to the known bodies whose keys they bear, unless that was decided against."""
    at = {key: profile for profile in known for key in profile.keys}
    joined: dict[str, list[BodyProfile]] = defaultdict(list)
    stands: dict[str, Marks] = {}
    links, rest = [], []
    for profile in sorted(profiles, key=_split_off):
        key = min((k for k in profile.keys if k in at), default=None)
        body = at.get(key) if key is not None else None
        if body is None or parted(stands.get(body.known, body.marks), profile.marks):
            rest.append(profile)
            continue
        stands[body.known] = stands.get(body.known, body.marks) | profile.marks
        joined[body.known].append(as_known(profile, body.known))
        links.append(Link(*sorted((body.refs[0], profile.refs[0])),
                          Score(CERTAIN, (Reason(CERTAIN, "the key of the reference data"),))))
    return Reached([*rest, *(together((p, *joined[p.known])) if p.known in joined else p for p in known)], links, [])


def by_name(profiles: Sequence[BodyProfile], known: Sequence[BodyProfile]) -> Reached:
    """Put profiles to the known bodies that their names mean, where that is one only."""
    index = Index(known)
    joined: dict[int, list[BodyProfile]] = defaultdict(list)
    stands: dict[int, Marks] = {}
    links, rest, resembled = [], [], set()
    for profile in sorted(profiles, key=_split_off):
        scores = [(weigh(profile, known[place]), place) for place in index.candidates(profile)]
        likely = sorted(((s, place) for s, place in scores if s.value >= PROPOSE),
                        key=lambda x: (-x[0].points, known[x[1]].refs))
        open_ = [(s, place) for s, place in likely
                 if contradiction(profile, known[place]) is None and not parted(stands.get(place, frozenset()), profile.marks)]
        best = open_[0] if open_ else None
        near = [place for s, place in open_[1:] if s.points >= best[0].points - margin(profile)]
        torn = vague(profile) and any(two_bodies(known[best[1]], known[place]) for place in near)
        if best is None or best[0].value < MERGE or torn:
            rest.append(profile)
            resembled |= {place for _, place in likely}
            continue
        score, place = best
        stands[place] = stands.get(place, frozenset()) | profile.marks
        joined[place].append(as_known(profile, known[place].known))
        links.append(Link(*sorted((known[place].refs[0], profile.refs[0])), score))
    reached = [together((known[place], *joined[place])) for place in sorted(joined)]
    return Reached([*rest, *reached], links, [known[place] for place in sorted(resembled - joined.keys())])


def _split_off(profile: BodyProfile) -> tuple[bool, tuple[Ref, ...]]:
    """Return what puts those last that somebody split off from others: these keep the known body."""
    return any(side == 0 for _, side in profile.marks), profile.refs
