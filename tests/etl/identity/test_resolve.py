"""Accounts of one person come together, those of others stay apart, in whatever order they come."""
from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.identity.account import DIFFERENT, SAME, Account, Decision
from etl.identity.contradictions import contradiction, explains
from etl.identity.profile import names_of, profile_of
from etl.identity.resolve import Resolution, resolve

from .history import history
from .people import ref, told

ZARIF = [
    told("a", "Mohammad Javad Zarif", "Foreign Minister", country="IR"),
    told("b", "M. J. Zareef", "Minister of Foreign Affairs", country="IR", on="2019-05-01"),
    told("c", "Zarif", "Foreign Minister", country="IR", on="2019-06-01"),
]
LARIJANIS = [told("a", "Ali Larijani", "Speaker", country="IR"), told("b", "Sadeq Larijani", "Chief Justice", country="IR")]


def one(resolution: Resolution) -> bool:
    """Say whether all accounts speak of one person."""
    return len(set(resolution.ids.values())) == 1


def test_spellings_initials_and_lone_names_come_together() -> None:
    found = resolve(ZARIF)
    assert set(found.ids.values()) == {"mohammad-javad-zarif"}


def test_a_merge_keeps_its_score_and_reasons() -> None:
    link = resolve(ZARIF[:2]).merges[0]
    assert link.score.value > 0.99
    assert [r.words for r in link.score.reasons] == [
        "both foreign minister of IR", "transcriptions zareef / zarif; initials m / mohammad, j / javad", "both of IR"]


def test_namesakes_of_two_countries_stay_apart_and_are_called_after_what_tells_them_apart() -> None:
    found = resolve([told("a", "Hossein Salami", "Commander", country="IR", on="2019-01-01"),
                     told("b", "Hossein Salami", "Governor", country="IQ", on="2019-02-01")])
    assert found.groups().keys() == {"hossein-salami", "hossein-salami-iq"}


def test_a_later_document_leaves_the_ids_as_they_are() -> None:
    early = [told("a", "Hossein Salami", "Commander", country="IR", on="2019-01-01"),
             told("b", "Hossein Salami", "Governor", country="IQ", on="2019-02-01")]
    late = told("c", "Hossein Salami", "President", country="AF", on="2020-02-01")
    before, after = resolve(early).ids, resolve([late, *early]).ids
    assert before.items() <= after.items()


def test_a_lone_name_that_two_people_bear_is_proposed() -> None:
    found = resolve([*LARIJANIS, told("c", "Larijani", country="IR")])
    assert len(found.groups()) == 3
    assert ref("c", "Larijani") in {side for link in found.proposals for side in (link.left, link.right)}


def test_the_same_office_tells_whom_a_lone_name_means() -> None:
    found = resolve([*LARIJANIS, told("c", "Larijani", "Parliament Speaker", country="IR")])
    assert found.ids[ref("c", "Larijani")] == "ali-larijani"


def test_a_decision_forbids() -> None:
    found = resolve(ZARIF, [Decision(DIFFERENT, ref("a", "Mohammad Javad Zarif"), ref("c", "Zarif"))])
    assert found.ids[ref("a", "Mohammad Javad Zarif")] != found.ids[ref("c", "Zarif")]


def test_a_decision_forces_what_a_contradiction_forbids() -> None:
    pair = [told(document, "Ali Karimi", "Foreign Minister", country=country)
            for document, country in (("a", "IR"), ("b", "AF"))]
    assert not one(resolve(pair))
    assert one(resolve(pair, [Decision(SAME, ref("a", "Ali Karimi"), ref("b", "Ali Karimi"))]))


def test_a_decision_on_keys_speaks_for_all_their_accounts() -> None:
    accounts = [told("a", "Abu Mahdi al-Muhandis"), told("b", "Jamal Jaafar"), told("c", "Jamal Jaafar", on="2019-09-09")]
    assert one(resolve(accounts, [Decision(SAME, "abu-mahdi-al-muhandis", "jamal-jaafar")]))


def test_a_decision_parts_an_account_from_the_others_of_its_key() -> None:
    accounts = [told(document, "Mohammad Javad Zarif", "Foreign Minister", country="IR") for document in "abc"]
    found = resolve(accounts, [Decision(DIFFERENT, ref("b", "Mohammad Javad Zarif"), "mohammad-javad-zarif")])
    assert found.ids[accounts[0].ref] == found.ids[accounts[2].ref] != found.ids[accounts[1].ref]


def test_different_wins_over_same() -> None:
    a, b = ref("a", "Mohammad Javad Zarif"), ref("b", "M. J. Zareef")
    same = Decision(SAME, a, b)
    found = resolve(ZARIF[:2], [same, Decision(DIFFERENT, b, a)])
    assert not one(found)
    assert found.unmet == (same,)


def test_two_accounts_of_one_key_in_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="two accounts"):
        resolve([ZARIF[0], ZARIF[0]])


def scored(accounts: tuple[Account, ...], truth: dict, found: Resolution) -> tuple[float, float]:
    """Return pairwise precision and recall."""
    def pairs(groups: Counter) -> int:
        return sum(n * (n - 1) // 2 for n in groups.values())

    right = pairs(Counter((found.ids[a.ref], truth[a.ref]) for a in accounts))
    return right / pairs(Counter(found.ids.values())), right / pairs(Counter(truth.values()))


@pytest.fixture(scope="module")
def small():
    """Return a small history."""
    return history(documents=150, people=300)


@pytest.fixture(scope="module")
def small_found(small) -> Resolution:
    """Return who is who in it."""
    return resolve(small.accounts)


def test_a_small_history_is_resolved(small, small_found: Resolution) -> None:
    precision, recall = scored(small.accounts, small.truth, small_found)
    assert precision >= 0.98
    assert recall >= 0.93


def test_no_two_accounts_of_one_person_contradict(small, small_found: Resolution) -> None:
    by_ref = {account.ref: account for account in small.accounts}
    for refs in small_found.groups().values():
        names = [names_of(by_ref[r]) for r in refs]
        for a, b in combinations([by_ref[r] for r in refs], 2):
            against = contradiction(profile_of(a), profile_of(b))
            assert against is None or any(explains(z, names_of(a), names_of(b)) for z in names), against


FEW = history(documents=12, people=40, seed=5)
FEW_FOUND = resolve(FEW.accounts)


@given(st.permutations(FEW.accounts))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_accounts_changes_nothing(accounts: list[Account]) -> None:
    assert resolve(accounts) == FEW_FOUND


def test_nobody_is_asked_again_about_two_who_were_decided_to_be_different() -> None:
    assert resolve(ZARIF[:2], [Decision(DIFFERENT, ZARIF[0].ref, ZARIF[1].ref)]).proposals == ()
