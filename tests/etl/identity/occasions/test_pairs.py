"""Two tellings in two documents are one occasion, a question to somebody, or two occasions."""
from __future__ import annotations

import pytest

from etl.identity.occasions.account import MeetingAccount
from etl.identity.occasions.resolve import resolve_meetings

from .pairs import APART, MERGE, PAIRS, PROPOSE


def judged(a: MeetingAccount, b: MeetingAccount) -> str:
    """Return what the resolver makes of two accounts."""
    found = resolve_meetings((a, b))
    if found.ids[a.ref] == found.ids[b.ref]:
        return MERGE
    return PROPOSE if found.proposals else APART


@pytest.mark.parametrize(("expected", "why", "a", "b"), PAIRS, ids=[why for _, why, _, _ in PAIRS])
def test_two_tellings(expected: str, why: str, a: MeetingAccount, b: MeetingAccount) -> None:
    assert judged(a, b) == expected


@pytest.mark.parametrize(("expected", "why", "a", "b"), PAIRS, ids=[why for _, why, _, _ in PAIRS])
def test_it_does_not_matter_which_comes_first(expected: str, why: str, a: MeetingAccount, b: MeetingAccount) -> None:
    assert judged(b, a) == judged(a, b)
