"""Say which accounts of all documents tell one occasion.

Pure: the same accounts and decisions, in whatever order, give the same occasions with the same ids. What one document tells
apart stays apart, unless somebody decided that it is one.
"""
from __future__ import annotations

from collections.abc import Iterable

from ..account import Decision, by_ref
from ..facts.gathering import gather
from ..facts.naming import ids_of
from ..facts.table import Judge
from ..resolution import Resolution
from .account import MeetingAccount
from .blocking import pairs
from .contradictions import contradiction
from .profile import occasion_of, posts_of
from .scoring import weigh

JUDGE = Judge(weigh, contradiction, lambda occasion: occasion.vague)


def resolve_meetings(accounts: Iterable[MeetingAccount], decisions: Iterable[Decision] = ()) -> Resolution:
    """Return which accounts tell one occasion.

    Raises:
        ValueError: where two accounts have one document and one key.
    """
    known = by_ref(accounts, "meetings")
    posts = posts_of(known.values())
    ready = {ref: occasion_of(known[ref], known, posts) for ref in sorted(known)}
    found = gather(ready, pairs(ready.values()), decisions, JUDGE)
    return Resolution(dict(sorted(ids_of(found.groups, ready).items())), found.merges, found.proposals, found.unmet)
