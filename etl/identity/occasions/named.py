"""Say who is meant by a party of whom one account of an occasion gives the office only, where another account names him.

Groups and delegations are nobody; nor is an office that two accounts give to two people.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from ..account import Ref
from ..facts.party import SHARED, SOLE, fit, pair_parties
from .account import MeetingAccount
from .profile import with_posts

Place = tuple[Ref, int]
"""An account, and the place of a party in it."""


def named_elsewhere(accounts: Iterable[MeetingAccount], posts: Mapping[str, str]) -> dict[Place, tuple[str, Ref]]:
    """Return the person whom an unnamed party is, with the account that names him.

    Args:
        accounts: all accounts of one occasion.
        posts: the post of each person who holds one only, for accounts that name him without it.
    """
    found: dict[Place, dict[str, Ref]] = defaultdict(dict)
    for a, b in combinations(sorted(accounts, key=lambda account: account.ref), 2):
        left, right = with_posts(a.parties, posts), with_posts(b.parties, posts)
        for x, y in pair_parties(left, right).both:
            if fit(x, y) in (SOLE, SHARED) and (x.person is None) != (y.person is None):
                if x.person is None:
                    found[a.ref, left.index(x)].setdefault(y.person, b.ref)
                else:
                    found[b.ref, right.index(y)].setdefault(x.person, a.ref)
    return {place: next(iter(people.items())) for place, people in found.items() if len(people) == 1}
