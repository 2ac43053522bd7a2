"""What counts as found, and how it is counted."""
from __future__ import annotations

from datetime import date

import pytest

from etl.evaluation.labels import Account, Entity, Fact, Who
from etl.evaluation.pairing import folded, pair_entities
from etl.evaluation.scoring import date_right, figures, place_right, score

REIS, DAHL, MWALE = Entity("p1", "Ana Reis", ("Ana Reis", "Reis")), Entity("p2", "Ulf Dahl", ("Ulf Dahl",)), Entity("p3",
    "Peter Mwale", ("Peter Mwale",), required=False)
FOUND_REIS, FOUND_DAHL = Entity("ana-reis", "Ana Reis", ("Ana Reis",)), Entity("ulf-dahl", "Ulf Dahl", ("Dahl", "Ulf Dahl"))
TEXT = "Ana Reis met with Ulf Dahl in Lisbon on May 4. The Danish envoy was there."
DAY = date(2021, 5, 4)


def fact(key: str, *parties: Who, start: date | None = DAY, end: date | None = None, precision: str = "day",
         kind: str = "meeting", status: str = "held",
         places: tuple[str, ...] = ("Lisbon",), countries: tuple[str, ...] = (),
         quotes: tuple[str, ...] = ("Ana Reis met with Ulf Dahl in Lisbon on May 4.",), required: bool = True) -> Fact:
    """Return a fact; labels and found ones have the same shape."""
    return Fact(key, kind, status, start, end or start, precision, parties, places, countries, (), quotes, required)


LABELS = Account((REIS, DAHL), (), (fact("m1", Who(person="p1"), Who(person="p2")),))
FOUND = Account((FOUND_REIS, FOUND_DAHL), (), (fact("x", Who(person="ana-reis"), Who(person="ulf-dahl")),))


def outcome(labels: Account, found: Account) -> list[tuple[str, tuple[str, ...]]]:
    """Return verdict and faults of the meetings."""
    return [(o.verdict, o.faults) for o in score(labels, found, TEXT).outcomes if o.section == "meetings"]


def with_meeting(found: Fact) -> Account:
    """Return the found account with another meeting."""
    return Account(FOUND.people, (), (found,))


def test_all_found_is_all_right():
    result = score(LABELS, FOUND, TEXT)
    assert {o.verdict for o in result.outcomes} == {"right"}
    assert figures("meetings", result.counts["meetings"]) | {"source": None} == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "extra": 0, "missed": 0, "exact": 1.0, "parties": 1.0,
        "date": 1.0, "place": 1.0,
        "status": 1.0, "kind": 1.0, "source": None, "grounding": 1.0}


def test_nothing_found_is_all_missed():
    result = score(LABELS, Account(), TEXT)
    assert {o.verdict for o in result.outcomes} == {"missed"}
    assert figures("meetings", result.counts["meetings"])["f1"] == 0.0
    assert figures("agreements", result.counts["agreements"])["f1"] is None


def test_what_is_not_required_is_neither_missed_nor_extra():
    labels = Account((REIS, MWALE), (), (fact("m1", Who(person="p1"), Who(person="p3"), required=False),))
    found = Account((Entity("peter-mwale", "Peter Mwale", ()), FOUND_REIS), (),
                    (fact("x", Who(person="ana-reis"), Who(person="peter-mwale")),))
    assert outcome(labels, found) == outcome(labels, Account()) == []
    assert score(labels, found, TEXT).counts["people"] == {"right": 1, "missed": 0, "extra": 0}


def test_a_person_split_in_two_is_one_right_and_one_extra():
    found = Account((FOUND_REIS, Entity("reis", "Reis", ("Reis",)), FOUND_DAHL))
    assert score(LABELS, found, TEXT).counts["people"] == {"right": 2, "missed": 0, "extra": 1}


def test_titles_accents_and_apostrophes_do_not_tell_names_apart():
    labels = [Entity("p1", "Sheikh Ali Qa'ani", ()), Entity("p2", "José Ortíz", ())]
    found = [Entity("a", "Ali Qaani", ()), Entity("b", "President Jose Ortiz", ())]
    assert pair_entities(labels, found) == {"a": "p1", "b": "p2"}


@pytest.mark.parametrize(("party", "verdict"), [
    (Who(person="ulf-dahl"), "right"), (Who(words="Swedish premier"), "partly"),
    (Who(person="ulf-dahl", words="prime minister"), "right"),
])
def test_a_person_is_told_by_who_he_is(party, verdict):
    assert [v for v, _ in outcome(LABELS, with_meeting(fact("x", Who(person="ana-reis"), party)))] == [verdict]


@pytest.mark.parametrize(("words", "verdict"), [("Danish envoy", "right"), ("envoy of the Danish king", "right"),
                                                ("Finnish pilot", "partly")])
def test_an_unnamed_post_is_told_by_its_words(words, verdict):
    labels = Account(LABELS.people, (), (fact("m1", Who(person="p1"), Who(words="the Danish envoy")),))
    assert [v for v, _ in outcome(labels, with_meeting(fact("x", Who(person="ana-reis"), Who(words=words))))] == [verdict]


@pytest.mark.parametrize(("change", "fault"), [
    ({"start": date(2021, 5, 6)}, "date"), ({"start": None}, "date"), ({"places": ("Porto",)}, "place"),
    ({"places": ()}, "place"),
])
def test_a_wrong_slot_is_named(change, fault):
    found = fact("x", Who(person="ana-reis"), Who(person="ulf-dahl"), **change)
    assert outcome(LABELS, with_meeting(found)) == [("partly", (fault,))]


def test_a_party_too_many_or_too_few_is_a_fault():
    assert outcome(LABELS, with_meeting(fact("x", Who(person="ana-reis")))) == [("partly", ("parties",))]
    assert outcome(LABELS, with_meeting(fact("x", Who(person="ana-reis"), Who(person="ulf-dahl"),
                                             Who(words="aides")))) == [("partly", ("parties",))]


def test_the_status_counts_for_agreements_alone():
    found = with_meeting(fact("x", Who(person="ana-reis"), Who(person="ulf-dahl"), status="planned"))
    assert outcome(LABELS, found) == [("right", ())]
    pact = Account(LABELS.people, (), (), (fact("a1", Who(person="p1"), Who(person="p2"), kind="treaty", status="signed"),))
    told = Account(FOUND.people, (), (), (fact("y", Who(person="ana-reis"), Who(person="ulf-dahl"), kind="treaty",
                                               status="reached"),))
    assert [o.faults for o in score(pact, told, TEXT).outcomes if o.section == "agreements"] == [("status",)]


def test_a_record_far_off_in_time_is_another_one():
    found = with_meeting(fact("x", Who(person="ana-reis"), Who(person="ulf-dahl"), start=date(2021, 9, 4),
                              quotes=("They met in autumn.",)))
    assert outcome(LABELS, found) == [("missed", ()), ("extra", ())]


def test_a_quote_that_stands_nowhere_is_not_grounded():
    result = score(LABELS, with_meeting(fact("x", Who(person="ana-reis"), Who(person="ulf-dahl"),
                                             quotes=("Ana Reis shouted.",))), TEXT)
    assert figures("meetings", result.counts["meetings"])["grounding"] == 0.0


@pytest.mark.parametrize(("precision", "start", "end", "right"), [
    ("day", DAY, None, True), ("day", date(2021, 5, 5), None, False), ("day", date(2021, 5, 1), date(2021, 5, 6), True),
    ("day", date(2021, 4, 20), date(2021, 5, 6), False),
    ("approximate", date(2021, 5, 7), None, True), ("approximate", date(2021, 5, 8), None, False),
    ("month", date(2021, 5, 30), None, True), ("month", date(2021, 6, 1), None, False),
])
def test_how_near_a_date_must_be_depends_on_the_label(precision, start, end, right):
    assert date_right(fact("m", precision=precision), fact("x", start=start, end=end)) is right


def test_without_a_labelled_date_or_place_nothing_is_asked():
    assert date_right(fact("m", start=None), fact("x")) is None
    assert place_right(fact("m", places=()), fact("x")) is None


@pytest.mark.parametrize(("label", "found", "right"), [
    ({"places": ("Lisbon",)}, {"places": ("Greater Lisbon",)}, True),
    ({"places": ("Lisbon", "Porto")}, {"places": ("Lisbon",)}, False),
    ({"places": (), "countries": ("PT",)}, {"countries": ("PT", "ES")}, True),
    ({"places": (), "countries": ("PT",)}, {"countries": ("ES",)}, False),
])
def test_every_labelled_place_must_be_there(label, found, right):
    assert place_right(fact("m", **label), fact("x", **found)) is right


def test_folding_keeps_words_only():
    assert folded("  Señor Qa’ani -- (III) ") == "senor qaani iii"


def test_a_couple_of_one_name_is_told_apart_by_the_titles():
    labels = (Entity("p1", "Kern", ("Kern", "Mr Kern")), Entity("p2", "Mrs Kern", ("Mrs Kern",)))
    found = (Entity("kern", "Kern", ("Kern", "Mr Kern")), Entity("mrs-kern", "Mrs Kern", ("Kern", "Mrs Kern")))
    assert pair_entities(labels, found) == {"kern": "p1", "mrs-kern": "p2"}
