"""Accounts of one body come together, those of others stay apart, in whatever order they come."""
from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.identity.account import DIFFERENT, SAME, UNSURE, Decision, Ref
from etl.identity.bodies.account import REFERENCE
from etl.identity.bodies.resolve import resolve_bodies
from etl.identity.resolve import Resolution
from etl.knowledge import KnownBody

from .history import History, history
from .told import told

LEAGUE = KnownBody("zambezi-league", "Zambezi League", ("Zambezi League", "ZBL"), "international", None)
COAST = KnownBody("coast-guard-of-kenya-ke", "Kenya Coast Guard", ("Kenya Coast Guard", "KCG"), "armed_forces", "KE")
FOREIGN = [told("a", "Ministry of Foreign Affairs @ KE government"),
           told("b", "Foreign Ministry @ KE government", on="2019-04-01")]


def one(found: Resolution) -> bool:
    """Say whether all accounts speak of one body."""
    return len(set(found.ids.values())) == 1


def test_the_id_is_the_key_of_who_spoke_first() -> None:
    assert set(resolve_bodies(FOREIGN).ids.values()) == {"ministry-of-foreign-affairs-ke"}


def test_a_merge_keeps_its_score_and_reasons() -> None:
    link = resolve_bodies(FOREIGN).merges[0]
    assert link.score.value > 0.95
    assert [reason.words for reason in link.score.reasons] == ["both of KE", "the same name", "both government"]


def test_a_name_written_out_gives_the_id_rather_than_its_acronym() -> None:
    found = resolve_bodies([told("a", "ZDP @ KE party", on="2010-01-01"),
                            told("b", "Zagoristan Democratic Party / ZDP @ KE party")])
    assert set(found.ids.values()) == {"zagoristan-democratic-party-ke"}


def test_a_later_document_leaves_the_ids_as_they_are() -> None:
    early = [*FOREIGN, told("c", "Parliament @ - parliament"), told("d", "Parliament @ - parliament", on="2019-05-05")]
    late = [told("e", "MFA @ KE government", on="2020-01-01"), told("f", "Parliament @ - parliament", on="2020-01-01")]
    assert resolve_bodies(early).ids.items() <= resolve_bodies([*late, *early]).ids.items()


def test_bodies_of_one_name_are_told_apart_in_their_ids() -> None:
    found = resolve_bodies([told("a", "Parliament @ - parliament", on="2018-01-01"), told("b", "Parliament @ - parliament")])
    assert found.groups().keys() == {"parliament", "parliament-2019"}


def test_an_organ_whose_state_was_left_off_its_key_gets_it() -> None:
    found = resolve_bodies([told("a", "Foreign Ministry @ KE government", key="foreign-ministry")])
    assert set(found.ids.values()) == {"foreign-ministry-ke"}


def test_what_one_document_tells_apart_stays_apart() -> None:
    pair = [told("a", "Holm Foundation @ SE civil_society"), told("a", "The Holm Foundation @ SE civil_society", key="other")]
    found = resolve_bodies(pair)
    assert not one(found)
    assert [link.against for link in found.proposals] == ["told apart in one document"]


def test_two_wordings_of_an_organ_that_a_state_has_once_are_no_telling_apart() -> None:
    assert one(resolve_bodies([told("a", "Foreign Ministry @ KE government"),
                               told("a", "Ministry of Foreign Affairs @ KE government")]))


def test_accounts_of_one_document_that_reach_one_known_body_are_one() -> None:
    pair = [told("a", "ZBL @ - other"), told("a", "Zambezi League Organization @ - international")]
    found = resolve_bodies(pair, known=[LEAGUE])
    assert set(found.ids.values()) == {"zambezi-league"}


def test_a_decision_joins_what_one_document_tells_apart() -> None:
    pair = [told("a", "Holm Foundation @ SE civil_society"), told("a", "Berg Society @ SE civil_society")]
    assert one(resolve_bodies(pair, [Decision(SAME, pair[0].ref, pair[1].ref)]))


def test_an_account_with_the_key_of_a_known_body_is_that_body() -> None:
    found = resolve_bodies([told("a", "The League @ - other", key="zambezi-league")], known=[LEAGUE])
    assert set(found.ids.values()) == {"zambezi-league"}
    assert found.merges[0].left == Ref(REFERENCE, "zambezi-league")


def test_a_decision_forbids_a_known_body() -> None:
    account = told("a", "Zambezi League @ - international")
    found = resolve_bodies([account], [Decision(DIFFERENT, account.ref, "zambezi-league")], known=[LEAGUE])
    assert not set(found.ids.values()) & {"zambezi-league"}


def test_a_decision_brings_to_a_known_body() -> None:
    account = told("a", "Old Pact @ - international")
    found = resolve_bodies([account], [Decision(SAME, account.ref, "zambezi-league")], known=[LEAGUE])
    assert set(found.ids.values()) == {"zambezi-league"}


def test_known_bodies_that_nobody_speaks_of_are_nowhere() -> None:
    found = resolve_bodies(FOREIGN, known=[LEAGUE, COAST])
    assert set(found.ids) == {account.ref for account in FOREIGN}


def test_a_decision_forbids_and_wins_over_same() -> None:
    a, b = (account.ref for account in FOREIGN)
    same = Decision(SAME, a, b)
    found = resolve_bodies(FOREIGN, [same, Decision(DIFFERENT, b, a)])
    assert not one(found)
    assert found.unmet == (same,)


def test_an_unsure_decision_changes_nothing() -> None:
    a, b = (account.ref for account in FOREIGN)
    assert resolve_bodies(FOREIGN, [Decision(UNSURE, a, b)]) == resolve_bodies(FOREIGN)


def test_a_decision_forces_what_two_states_forbid() -> None:
    pair = [told("a", "Volga Steel @ RU company"), told("b", "Volga Steel @ CY company")]
    assert not one(resolve_bodies(pair))
    assert one(resolve_bodies(pair, [Decision(SAME, *(account.ref for account in pair))]))


def test_a_part_is_not_its_whole_whatever_both_are_called() -> None:
    pair = [told("a", "Norrvik Cells @ NO company", key="norrvik-cells-no"),
            told("b", "Norrvik Cells ASA @ NO company", parent="norrvik-cells-no")]
    assert not one(resolve_bodies(pair))


BESIDE = [told("b", f"{name} @ KE government") for name in ("Ministry of Health", "Ministry of Finance", "Ministry of Defense")]


def test_a_ministry_beside_bodies_of_one_state_only_is_of_that_state() -> None:
    lone = told("b", "Foreign Ministry @ - government")
    found = resolve_bodies([FOREIGN[0], *BESIDE, lone])
    assert found.ids[lone.ref] == found.ids[FOREIGN[0].ref]


def test_a_ministry_beside_bodies_of_other_states_is_not_proposed() -> None:
    lone = told("b", "Foreign Ministry @ - government")
    found = resolve_bodies([told("a", "Foreign Ministry @ UG government"), *BESIDE, lone])
    assert not found.proposals
    assert found.ids[lone.ref] != found.ids[Ref("a", "foreign-ministry-ug")]


def test_nobody_is_asked_which_of_many_states_is_meant() -> None:
    of_states = [told(f"d{code}", f"Foreign Ministry @ {code} government") for code in ("KE", "UG", "NO", "CL", "PE")]
    assert not resolve_bodies([*of_states, told("x", "Foreign Ministry @ - government")]).proposals


def test_an_acronym_that_two_bodies_have_is_proposed() -> None:
    named = [told(f"a{n}", "Zagoristan Relief Trust / ZRT @ - civil_society") for n in range(3)]
    named += [told(f"b{n}", "Zambezi Rail Trust / ZRT @ - civil_society") for n in range(3)]
    lone = told("c", "ZRT @ - civil_society")
    found = resolve_bodies([*named, lone])
    assert len(set(found.ids.values())) == 3
    assert {link.right for link in found.proposals} | {link.left for link in found.proposals} >= {lone.ref}


def test_an_acronym_that_one_body_often_has_is_that_body() -> None:
    named = [told(f"a{n}", "Zagoristan Relief Trust / ZRT @ - civil_society") for n in range(3)]
    assert one(resolve_bodies([*named, told("c", "ZRT @ - civil_society")]))


def test_two_accounts_of_one_key_in_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="two accounts"):
        resolve_bodies([FOREIGN[0], FOREIGN[0]])


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind"):
        told("a", "Holm Foundation @ SE club")


def scored(past: History, found: Resolution) -> tuple[float, float]:
    """Return pairwise precision and recall."""
    def pairs(groups: Counter) -> int:
        return sum(n * (n - 1) // 2 for n in groups.values())

    right = pairs(Counter((found.ids[ref], body) for ref, body in past.truth.items()))
    return right / pairs(Counter(found.ids.values())), right / pairs(Counter(past.truth.values()))


@pytest.fixture(scope="module")
def past() -> History:
    """Return a history."""
    return history(documents=300)


@pytest.fixture(scope="module")
def found(past: History) -> Resolution:
    """Return which body is which in it."""
    return resolve_bodies(past.accounts)


def test_a_history_is_resolved(past: History, found: Resolution) -> None:
    precision, recall = scored(past, found)
    assert precision >= 0.99
    assert recall >= 0.95


def test_bodies_of_two_states_are_never_one(past: History, found: Resolution) -> None:
    states = defaultdict(set)
    for account in past.accounts:
        states[found.ids[account.ref]] |= {account.country} - {None}
    assert all(len(codes) < 2 for codes in states.values())


def test_one_document_does_not_speak_twice_of_one_body_unless_by_a_wording(past: History, found: Resolution) -> None:
    by_ref = {account.ref: account for account in past.accounts}
    for refs in found.groups().values():
        for a, b in combinations((by_ref[ref] for ref in refs), 2):
            assert a.document != b.document or a.country == b.country is not None, (a, b)


FEW = history(documents=14, seed=5, each=4)
ALL = [LEAGUE, COAST, KnownBody("kenyan-foreign-ministry-ke", "Kenyan Foreign Ministry", ("Foreign Ministry of Kenya",),
                                "government", "KE")]
DECIDED = [Decision(SAME, a.ref, b.ref) for a, b in zip(FEW.accounts[::9], FEW.accounts[4::9])]
DECIDED += [Decision(DIFFERENT, a.ref, b.ref) for a, b in zip(FEW.accounts[::11], FEW.accounts[2::11])]
FOUND = resolve_bodies(FEW.accounts, DECIDED, ALL)


@given(st.permutations(FEW.accounts), st.permutations(DECIDED), st.permutations(ALL))
@settings(max_examples=25, deadline=None)
def test_no_order_changes_anything(accounts: list, decisions: list, known: list) -> None:
    assert resolve_bodies(accounts, decisions, known) == FOUND


@pytest.mark.parametrize("key", ["zambezi-league", "the-league"])
def test_an_account_that_was_split_off_a_known_body_is_another_and_the_rest_stay(key: str) -> None:
    accounts = [told(document, "Zambezi League @ - international", key=key) for document in "abc"]
    for one_off in accounts:
        rest = frozenset(account.ref for account in accounts if account is not one_off)
        found = resolve_bodies(accounts, [Decision(DIFFERENT, frozenset({one_off.ref}), rest)], [LEAGUE])
        assert {ref for ref, known in found.ids.items() if known == "zambezi-league"} == rest
        assert len(found.groups()) == 2
