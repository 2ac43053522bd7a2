"""Say how the profiles of bodies are put together, and when a vague one could as well be another body's."""
from __future__ import annotations

from collections import defaultdict

from etl.identity.account import Ref
from etl.identity.rounds import Link, Rules, torn

from .blocking import Index
from .contradictions import contradiction
from .profile import BodyProfile, together
from .scoring import weigh

MARGIN, SHORT_MARGIN, ASKED = 1.5, 3.0, 3
"""Points by which the best of several bodies must lead whom a vague name, or an acronym, could mean; how many anybody can be
asked about."""


def body_rules() -> Rules:
    """Return how profiles of bodies are told and put together."""
    return Rules(lambda profiles: Index(profiles).pairs(), weigh, contradiction, together, _doubtful)


def _doubtful(links: list[Link], by_ref: dict[Ref, BodyProfile]) -> set[Link]:
    """Return the likely links of a vague profile (an acronym, or what every state has) that could as well go elsewhere."""
    allowed = (x for x in links if contradiction(by_ref[x.left], by_ref[x.right]) is None)
    return torn(allowed, margin=lambda ref: margin(by_ref[ref]) if vague(by_ref[ref]) else None,
                apart=lambda _, first, other: two_bodies(by_ref[first], by_ref[other]))


def vague(profile: BodyProfile) -> bool:
    """Say whether a profile has to be told which of several bodies it means."""
    return profile.known is None and not (profile.spelt_out and (profile.countries or profile.telling))


def margin(profile: BodyProfile) -> float:
    """Return the points by which a rival must lag behind the best whom a vague profile could mean."""
    return MARGIN if profile.spelt_out else SHORT_MARGIN


def two_bodies(a: BodyProfile, b: BodyProfile) -> bool:
    """Say whether two candidates are clearly two bodies."""
    return contradiction(a, b) is not None or weigh(a, b).points < 0


def worth_asking(links: list[Link], profiles: list[BodyProfile]) -> list[Link]:
    """Return the open links but for those of a vague name that fits many bodies alike: any state's "foreign ministry"."""
    at = {ref: p.refs[0] for p in profiles for ref in p.refs}
    of = {p.refs[0]: p for p in profiles}
    best: dict[Ref, list[float]] = defaultdict(list)
    for link in links:
        for side in (at[link.left], at[link.right]):
            best[side].append(link.score.points)

    def lost(side: Ref, link: Link) -> bool:
        near = sum(points >= link.score.points - MARGIN for points in best[side])
        return vague(of[side]) and near > ASKED

    return [x for x in links if not (lost(at[x.left], x) or lost(at[x.right], x))]
