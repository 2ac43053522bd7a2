"""Weigh who took part: both sides of an encounter, the visitor of a visit, any of those named of a conference."""
from __future__ import annotations

from ..facts.party import NAMED, Pairing, Party, pair_parties
from ..score import Reason
from .account import MeetingAccount

FURTHER, CROWD = 0.3, 0.6
"""Share that a third party in common and those after it are worth; the same of a conference from its first on."""
AIDE, OTHER_STATE, MOST = 0.2, 1.4, 3.0
"""What a party takes away that one account leaves out: of a side that is there, of a further state; and all of them."""
UNTOLD, ONE_SIDE, DISJOINT = -1.5, -6.0, -9.0


def pairing_of(a: MeetingAccount, b: MeetingAccount) -> Pairing:
    """Return which parties two accounts have in common; of visits, which visitors."""
    if a.kind == b.kind == "visit":
        return pair_parties(guests(a), guests(b))
    return pair_parties(a.parties, b.parties)


def guests(account: MeetingAccount) -> tuple[Party, ...]:
    """Return who visits: those told to be visitors, else those who are not at home there."""
    told = tuple(p for p in account.parties if p.side == "visitor")
    homes = {v.country for v in account.places} - {None}
    return told or tuple(p for p in account.parties if p.side != "host" and p.country not in homes) or account.parties


def weigh_attendance(a: MeetingAccount, b: MeetingAccount, found: Pairing) -> Reason:
    """Return what the parties of two accounts say."""
    if not found.worth:
        return Reason(DISJOINT, "no party in common")
    many = len(found.worth)
    words = f"{many} {'party' if many == 1 else 'parties'} in common"
    if a.kind == b.kind == "visit":
        missing = 0.2 * min(len(found.left) + len(found.right), 2)
        return Reason(found.worth[0] + FURTHER * sum(found.worth[1:]) - missing, words.replace("part", "visitor part"))
    if "conference" in (a.kind, b.kind):
        return Reason(CROWD * sum(found.worth[:4]), words)
    if _one_side(a, b, found):
        return Reason(ONE_SIDE, f"{words}, the other side differs")
    points = sum(found.worth[:2]) + FURTHER * sum(found.worth[2:6]) + (UNTOLD if many == 1 else 0.0) - _left_out(found)
    return Reason(round(points, 3), words)


def _one_side(a: MeetingAccount, b: MeetingAccount, found: Pairing) -> bool:
    """Say whether what is in common is one side of the encounter only, while both tell another one."""
    if len(found.worth) == 1:
        return bool(found.left and found.right)
    return all(len({p.country for p in x.parties} - {None}) > 1 for x in (a, b)) and len(found.countries) == 1 and bool(
        found.left and found.right)


def _left_out(found: Pairing) -> float:
    """Return what is taken away for parties that only one account tells."""
    lost = 0.0
    if len(found.worth) > 1:
        for party in (*found.left, *found.right):
            lost += AIDE if party.country is None or party.country in found.countries else OTHER_STATE
    return min(lost, MOST)


def surely(found: Pairing) -> int:
    """Return how many named parties two accounts have in common."""
    return sum(worth >= NAMED for worth in found.worth)
