"""Two tellings in two documents are one agreement, a question to somebody, or two agreements."""
from __future__ import annotations

import pytest

from etl.identity.pacts.account import AgreementAccount
from etl.identity.pacts.resolve import resolve_agreements

from .pairs import APART, MERGE, PAIRS, PROPOSE


def judged(a: AgreementAccount, b: AgreementAccount) -> str:
    """Return what the resolver makes of two accounts."""
    found = resolve_agreements((a, b))
    if found.ids[a.ref] == found.ids[b.ref]:
        return MERGE
    return PROPOSE if found.proposals else APART


@pytest.mark.parametrize(("expected", "why", "a", "b"), PAIRS, ids=[why for _, why, _, _ in PAIRS])
def test_two_tellings(expected: str, why: str, a: AgreementAccount, b: AgreementAccount) -> None:
    assert judged(a, b) == expected


@pytest.mark.parametrize(("expected", "why", "a", "b"), PAIRS, ids=[why for _, why, _, _ in PAIRS])
def test_it_does_not_matter_which_comes_first(expected: str, why: str, a: AgreementAccount, b: AgreementAccount) -> None:
    assert judged(b, a) == judged(a, b)
