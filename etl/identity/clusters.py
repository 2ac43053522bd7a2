"""Say how the profiles of people are put together, and when a vague one could as well be somebody else's."""
from __future__ import annotations

from .account import Ref
from .blocking import Index
from .contradictions import contradiction
from .population import Population
from .profile import Profile, together
from .rounds import Link, Rules, torn
from .scoring import weigh

MARGIN, FEW = 1.5, 8
"""Points by which the best of several people must lead whom a name could mean; how many times fewer accounts make no rival."""
CERTAIN, DOUBT = 3.0, -1.0
"""Points between two candidates below which a lone name, or a full one, has to be told which of them it means."""


def rules_of(among: Population) -> Rules:
    """Return how profiles of people are told and put together."""
    return Rules(lambda profiles: Index(profiles).pairs(), lambda a, b: weigh(a, b, among), contradiction, together,
                 lambda links, by_ref: _doubtful(links, by_ref, among))


def _doubtful(links: list[Link], by_ref: dict[Ref, Profile], among: Population) -> set[Link]:
    """Return the likely links of a vague profile (a lone name, or no country) that could as well belong to somebody else."""
    allowed = (x for x in links if contradiction(by_ref[x.left], by_ref[x.right]) is None)

    def margin(ref: Ref) -> float | None:
        return None if by_ref[ref].full and by_ref[ref].countries else MARGIN

    return torn(allowed, margin=margin, apart=lambda ref, first, other: _two_people(
        by_ref[first], by_ref[other], among, alone=not by_ref[ref].full))


def _two_people(first: Profile, rival: Profile, among: Population, *, alone: bool) -> bool:
    """Say whether a rival is somebody else than the best candidate, and known well enough to count.

    A lone name has to be sure that the two are one; a full name only minds those who are clearly two.
    """
    if not rival.full or len(rival.refs) * FEW < len(first.refs):
        return False
    if contradiction(first, rival) is not None:
        return True
    return weigh(first, rival, among).points < (CERTAIN if alone and first.full else DOUBT)
