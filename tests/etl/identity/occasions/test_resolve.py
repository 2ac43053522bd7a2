"""Which accounts of all documents tell one occasion."""
from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.identity.account import DIFFERENT, SAME, Decision
from etl.identity.occasions.account import MeetingAccount
from etl.identity.occasions.contradictions import contradiction
from etl.identity.occasions.profile import occasion_of, posts_of
from etl.identity.occasions.resolve import resolve_meetings
from etl.identity.resolution import Resolution

from ..measures import scored
from .history import history
from .telling import told

ZL = "zarif.IR.foreign minister, lavrov.RU.foreign minister"
MONDAY = tuple(told(d, ZL, "2019-05-06", at="moscow.RU", seen=f"2019-05-1{i}", key=f"key-{d}") for i, d in enumerate("abc"))
FRIDAY = tuple(told(d, ZL, "2019-05-10", at="moscow.RU", seen="2019-05-13", key=f"late-{d}") for d in "ade")


def test_the_same_occasion_in_many_documents_is_one() -> None:
    found = resolve_meetings((*MONDAY, *FRIDAY))
    assert sorted(map(len, found.groups().values())) == [3, 3]


def test_every_link_says_in_words_why() -> None:
    found = resolve_meetings(MONDAY)
    assert [r.words for link in found.merges for r in link.score.reasons][:4] == [
        "2 parties in common", "both on 2019-05-06", "before anything is compared", "both in moscow"]


def test_what_one_document_tells_apart_stays_apart() -> None:
    twice = (told("a", ZL, "2019-05-06", key="one"), told("a", ZL, "2019-05-06", key="two"))
    found = resolve_meetings(twice)
    assert len(found.groups()) == 2
    assert found.proposals == ()


def test_a_decision_makes_one_of_what_a_document_tells_apart() -> None:
    one, two = told("a", ZL, "2019-05-06", key="one"), told("a", ZL, "2019-05-06", key="two")
    assert len(resolve_meetings((one, two), [Decision(SAME, one.ref, two.ref)]).groups()) == 1


def test_a_decision_forbids() -> None:
    found = resolve_meetings(MONDAY, [Decision(DIFFERENT, MONDAY[0].ref, MONDAY[1].ref)])
    assert found.ids[MONDAY[0].ref] != found.ids[MONDAY[1].ref]
    assert {link.against for link in found.proposals} <= {None}


def test_a_decision_forces_what_two_days_forbid() -> None:
    found = resolve_meetings((*MONDAY, *FRIDAY), [Decision(SAME, "key-b", "late-d")])
    assert found.ids[MONDAY[1].ref] == found.ids[FRIDAY[1].ref]


def test_different_wins_over_same() -> None:
    same = Decision(SAME, MONDAY[0].ref, MONDAY[1].ref)
    found = resolve_meetings(MONDAY, [same, Decision(DIFFERENT, MONDAY[1].ref, MONDAY[0].ref)])
    assert found.unmet == (same,)
    assert found.ids[MONDAY[0].ref] != found.ids[MONDAY[1].ref]


def test_the_id_is_the_key_that_the_earliest_document_gives() -> None:
    assert set(resolve_meetings(MONDAY).ids.values()) == {"key-a"}


def test_ids_stay_when_documents_go_on() -> None:
    before = resolve_meetings(MONDAY[:1]).ids
    assert before.items() <= resolve_meetings((*MONDAY, *FRIDAY)).ids.items()


def test_two_occasions_with_one_key_have_two_ids() -> None:
    pair = (told("a", ZL, "2019-05-06", key="k"), told("b", ZL, "2019-07-06", key="k"))
    assert len(set(resolve_meetings(pair).ids.values())) == 2


def test_a_telling_that_fits_two_occasions_is_a_question() -> None:
    vague = told("z", ZL, "w2019-05-06", at="moscow.RU", seen="2019-05-14")
    found = resolve_meetings((*MONDAY, *FRIDAY, vague))
    assert len(found.groups()) == 3
    assert len([link for link in found.proposals if vague.ref in (link.left, link.right)]) == 2


def test_a_telling_that_nearly_fits_goes_where_many_documents_tell_of_it() -> None:
    vague = told("z", "zarif.IR.foreign minister, .RU.a delegation", "2019-05-06", seen="2019-05-14")
    assert len(resolve_meetings((MONDAY[0], vague)).groups()) == 2
    assert len(resolve_meetings((*MONDAY, vague)).groups()) == 1


def test_who_is_named_without_his_post_has_the_one_that_others_give() -> None:
    named = told("x", "zarif.IR, salehi.IQ", "2019-09-06")
    unnamed = told("y", "zarif.IR, .IQ.oil minister", "2019-09-06")
    assert len(resolve_meetings((named, unnamed)).groups()) == 2
    oil, defense = (told("z", f"salehi.IQ.{post} minister, wang.CN", "2019-01-01") for post in ("oil", "defense"))
    assert len(resolve_meetings((named, unnamed, oil)).groups()) == 2
    assert len(resolve_meetings((named, unnamed, defense)).groups()) == 3
    assert not resolve_meetings((named, unnamed, defense)).proposals


def test_a_meeting_without_a_day_is_of_the_days_of_its_visit() -> None:
    visit = told("a", "zarif.IR", "2019-05-06", at="moscow.RU", kind="visit", key="visit")
    part = told("a", ZL, at="moscow.RU", key="part", part_of="visit")
    dated = told("b", ZL, "2019-05-06", at="moscow.RU", key="dated")
    assert len(resolve_meetings((visit, part, dated)).groups()) == 2
    assert len(resolve_meetings((visit, replace(part, part_of=None), dated)).groups()) == 3


def test_two_accounts_of_one_key_in_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="two meetings"):
        resolve_meetings([MONDAY[0], MONDAY[0]])


@pytest.fixture(scope="module")
def small():
    """Return a small history."""
    return history(weeks=8, series=6, events=30)


@pytest.fixture(scope="module")
def small_found(small) -> Resolution:
    """Return the occasions of it."""
    return resolve_meetings(small.accounts)


def test_a_small_history_is_resolved(small, small_found: Resolution) -> None:
    precision, recall = scored((a.ref for a in small.accounts), small.truth, small_found)
    assert precision >= 0.99
    assert recall >= 0.94


def test_no_occasion_holds_a_forbidden_pair(small, small_found: Resolution) -> None:
    by_ref = {a.ref: a for a in small.accounts}
    posts = posts_of(small.accounts)
    for refs in small_found.groups().values():
        for a, b in combinations([occasion_of(by_ref[r], by_ref, posts) for r in refs], 2):
            assert a.account.document != b.account.document
            assert contradiction(a, b) is None


FEW = history(weeks=2, series=4, events=12, seed=5).accounts
DECIDED = (Decision(DIFFERENT, FEW[0].ref, FEW[-1].ref), Decision(SAME, FEW[1].ref, FEW[2].ref))
FEW_FOUND = resolve_meetings(FEW, DECIDED)


@given(st.permutations(FEW), st.permutations(DECIDED))
@settings(max_examples=20, deadline=None)
def test_the_order_of_accounts_and_decisions_changes_nothing(accounts: list[MeetingAccount], decisions: list[Decision]) -> None:
    assert resolve_meetings(accounts, decisions) == FEW_FOUND
