"""Ids that are no longer shown lead to those under which their accounts are."""
from __future__ import annotations

from warehouse.links import survivors

A, B, C = (1, 1), (2, 2), (3, 3)
"""Accounts, by the internal keys of version and thing."""


def test_the_wording_of_a_document_leads_to_whom_it_means() -> None:
    assert survivors({A: ("zarif", "mohammad-zarif"), B: ("mohammad-zarif", "mohammad-zarif")}, {}, {}) == {
        "zarif": "mohammad-zarif"}


def test_an_id_that_is_shown_leads_nowhere_else() -> None:
    assert survivors({A: ("salami", "salami-iq"), B: ("salami", "salami")}, {}, {}) == {}


def test_an_id_leads_to_where_most_of_its_accounts_went() -> None:
    now = {A: ("x", "one"), B: ("x", "one"), C: ("x", "two")}
    assert survivors(now, {}, {}) == {"x": "one"}


def test_of_two_with_as_many_accounts_the_first_in_the_alphabet_counts() -> None:
    assert survivors({A: ("x", "two"), B: ("x", "one")}, {}, {}) == {"x": "one"}


def test_an_id_shown_before_a_merge_leads_to_the_survivor() -> None:
    assert survivors({A: ("salami", "salami")}, {A: "salami-iq"}, {}) == {"salami-iq": "salami"}


def test_an_earlier_id_follows_its_survivor() -> None:
    assert survivors({A: ("b", "c")}, {}, {"a": "b"}) == {"a": "c", "b": "c"}


def test_an_earlier_id_stays_where_it_leads() -> None:
    assert survivors({A: ("b", "b")}, {}, {"a": "b"}) == {"a": "b"}


def test_an_id_whose_survivor_is_gone_leads_nowhere() -> None:
    assert survivors({A: ("c", "c")}, {}, {"a": "b"}) == {}


def test_an_earlier_id_follows_its_survivor_over_several_others() -> None:
    assert survivors({A: ("d", "d")}, {}, {"a": "b", "b": "c", "c": "d"}) == {"a": "d", "b": "d", "c": "d"}


def test_ids_that_lead_in_a_circle_lead_nowhere() -> None:
    assert survivors({A: ("c", "c")}, {}, {"a": "b", "b": "a"}) == {}


def test_an_earlier_id_follows_its_survivor_where_a_new_version_calls_it_something_else() -> None:
    assert survivors({A: ("c", "c")}, {}, {"a": "b"}, [("b", [A])]) == {"a": "c", "b": "c"}


def test_an_id_whose_words_speak_of_several_things_now_leads_nowhere() -> None:
    assert survivors({A: ("c", "c"), B: ("d", "d")}, {}, {}, [("b", [A, B])]) == {}
