"""Which accounts of all documents tell one agreement."""
from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.identity.account import DIFFERENT, SAME, Decision
from etl.identity.pacts.account import AgreementAccount
from etl.identity.pacts.contradictions import contradiction
from etl.identity.pacts.profile import pact_of
from etl.identity.pacts.resolve import resolve_agreements
from etl.identity.resolution import Resolution

from ..measures import scored
from .chronicle import chronicle
from .telling import told

II = ".IR, .IQ"
COURSE = (told("a", II, "agreement on the export of natural gas", "negotiating 2019-05-03", key="ka", seen="2019-05-06"),
          told("b", II, "gas export deal", "reached 2019-11-10", key="kb", seen="2019-11-12"),
          told("c", II, "agreement on gas exports", "signed 2020-01-20", key="kc", seen="2020-01-22"))
NEXT = told("d", II, "agreement on gas exports", "signed 2024-02-20", key="kd", seen="2024-02-22")


def test_an_agreement_through_its_steps_is_one() -> None:
    found = resolve_agreements((*COURSE, NEXT))
    assert found.groups() == {"ka": tuple(a.ref for a in COURSE), "kd": (NEXT.ref,)}


def test_ids_stay_when_documents_go_on() -> None:
    assert resolve_agreements(COURSE[:2]).ids.items() <= resolve_agreements((*COURSE, NEXT)).ids.items()


def test_several_things_signed_on_one_day_stay_apart() -> None:
    day = [told(d, II, f"memorandum on {m}", "signed 2019-05-03", kind="memorandum", key=f"{d}-{m}")
           for d in "ab" for m in ("customs", "fishing", "tourism")]
    assert sorted(map(len, resolve_agreements(day).groups().values())) == [2, 2, 2]


def test_a_telling_without_a_subject_that_fits_two_is_a_question() -> None:
    day = [told(d, II, f"agreement on {m}", "signed 2019-05-03", key=f"{d}-{m}") for d in "abc" for m in ("customs", "fishing")]
    vague = told("z", II, "agreement", "signed 2019-05-03")
    found = resolve_agreements([*day, vague])
    assert len(found.groups()) == 3
    assert len(found.proposals) == 2


def test_a_telling_without_a_subject_goes_to_the_only_one_of_that_day() -> None:
    day = [told(d, II, "agreement on customs", "signed 2019-05-03", key=d) for d in "abcd"]
    assert len(resolve_agreements([*day, told("z", II, "agreement", "signed 2019-05-03")]).groups()) == 1


def test_a_decision_forbids() -> None:
    found = resolve_agreements(COURSE, [Decision(DIFFERENT, "ka", "kb"), Decision(DIFFERENT, "ka", "kc")])
    assert len(found.groups()) == 2


def test_a_decision_makes_one_of_two_signatures() -> None:
    assert len(resolve_agreements((*COURSE, NEXT), [Decision(SAME, "kc", "kd")]).groups()) == 1


def test_what_one_document_tells_apart_stays_apart() -> None:
    twice = [told("a", II, "agreement on customs", "signed 2019-05-03", key=k) for k in ("one", "two")]
    assert len(resolve_agreements(twice).groups()) == 2


def test_two_accounts_of_one_key_in_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="two agreements"):
        resolve_agreements([NEXT, NEXT])


@pytest.fixture(scope="module")
def small():
    """Return a small history."""
    return chronicle(deals=150, series=4)


@pytest.fixture(scope="module")
def small_found(small) -> Resolution:
    """Return the agreements of it."""
    return resolve_agreements(small.accounts)


def test_a_small_history_is_resolved(small, small_found: Resolution) -> None:
    precision, recall = scored((a.ref for a in small.accounts), small.truth, small_found)
    assert precision >= 0.99
    assert recall >= 0.95


def test_no_agreement_holds_a_forbidden_pair(small, small_found: Resolution) -> None:
    by_ref = {a.ref: pact_of(a) for a in small.accounts}
    for refs in small_found.groups().values():
        for a, b in combinations([by_ref[r] for r in refs], 2):
            assert a.account.document != b.account.document
            assert contradiction(a, b) is None


FEW = chronicle(deals=15, series=3, seed=5).accounts
DECIDED = (Decision(DIFFERENT, FEW[0].ref, FEW[-1].ref), Decision(SAME, FEW[1].ref, FEW[-2].ref))
FEW_FOUND = resolve_agreements(FEW, DECIDED)


@given(st.permutations(FEW), st.permutations(DECIDED))
@settings(max_examples=20, deadline=None)
def test_the_order_of_accounts_and_decisions_changes_nothing(accounts: list[AgreementAccount], decisions: list[Decision]) -> None:
    assert resolve_agreements(accounts, decisions) == FEW_FOUND
