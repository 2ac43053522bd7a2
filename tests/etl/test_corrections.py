"""Decisions on values reach what is shown now, however its id has changed since."""
from __future__ import annotations

from datetime import datetime

from etl.corrections import Correction, Shown, corrections_of
from warehouse.decisions import AccountOf, Decided


def decided(number: int, left_id: str = "m1", judgement: str = "corrected", **values: object) -> Decided:
    """Return a decision on a meeting."""
    field = {"field": "start_date", "value": "2020-11-21"} if judgement == "corrected" else {}
    return Decided("meeting", judgement, left_id, "because", "ada", datetime(2026, 1, number), decision_id=number,
                   **(field | values))


def test_a_value_is_corrected_where_the_id_is_shown() -> None:
    assert corrections_of([decided(1)], {"meeting": Shown(frozenset({"m1"}))}) == [
        Correction("meeting", "m1", "start_date", "2020-11-21", 1)]


def test_the_last_decision_on_a_column_counts() -> None:
    found = corrections_of([decided(1), decided(2, value="2020-11-22")], {"meeting": Shown(frozenset({"m1"}))})
    assert found == [Correction("meeting", "m1", "start_date", "2020-11-22", 2)]


def test_a_decision_follows_a_former_id() -> None:
    (found,) = corrections_of([decided(1)], {"meeting": Shown(frozenset({"m2"}), {"m1": "m2"})})
    assert found.id == "m2"


def test_a_decision_follows_its_accounts_before_its_id() -> None:
    shown = Shown(frozenset({"m1", "m2"}), accounts={("doc", "k"): "m2"})
    (found,) = corrections_of([decided(1, left=(AccountOf("doc", "k"),))], {"meeting": shown})
    assert found.id == "m2"


def test_a_decision_on_what_no_document_tells_any_more_waits() -> None:
    assert corrections_of([decided(1)], {"meeting": Shown(frozenset({"m2"}))}) == []


def test_a_fact_that_is_rejected_is_taken_away_whole() -> None:
    (found,) = corrections_of([decided(1, judgement="rejected")], {"meeting": Shown(frozenset({"m1"}))})
    assert (found.field, found.value) == ("rejected", None)


def test_other_judgements_correct_nothing() -> None:
    assert corrections_of([decided(1, judgement="dismissed")], {"meeting": Shown(frozenset({"m1"}))}) == []


def test_a_confirmation_follows_its_accounts_and_takes_a_rejection_back() -> None:
    shown = Shown(frozenset({"m2"}), accounts={("doc", "k"): "m2"})
    account = (AccountOf("doc", "k"),)
    (found,) = corrections_of([decided(1, judgement="rejected", left=account), decided(2, judgement="accepted", left=account)],
                              {"meeting": shown})
    assert (found.id, found.field) == ("m2", "accepted")
