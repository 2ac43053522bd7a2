"""Where and when encounters on a journey were, and who "he" is after another received him."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def told(text: str) -> list[tuple[tuple[str, ...], tuple[str | None, ...], str]]:
    """Return people, places and first day of each encounter of a text but its visits."""
    met = (m for m in extracted(text).meetings if m.kind != "visit")
    return [(tuple(sorted(p.person_key or p.role or "" for p in m.parties)), tuple(p.name or p.country for p in m.places),
             str(m.when.start)) for m in met]


RUIZ = "Foreign Minister Ana Ruiz of Chile"


def test_the_host_at_a_stop_is_met_there_and_then():
    text = f"{RUIZ} was in Oslo on May 3 and in Riga on May 4. She held discussions with Foreign Minister Lars Dahl in the " \
        "Norwegian capital, and in Riga sat down with Prime Minister Ilze Kalnins."
    assert told(text) == [(("ana-ruiz", "lars-dahl"), ("Oslo",), "2021-05-03"),
                          (("ana-ruiz", "ilze-kalnins"), ("Riga",), "2021-05-04")]


def test_a_state_on_a_journey_means_its_stop_there():
    text = f"{RUIZ} travelled to Oslo on May 3 and to Helsinki on May 4. In Finland she lunched with President Juha Niemi."
    assert told(text) == [(("ana-ruiz", "juha-niemi"), ("Helsinki",), "2021-05-04")]


def test_the_host_of_one_of_several_stops_is_met_in_his_state():
    text = f"{RUIZ} toured Oslo, Helsinki and Riga from May 3 to 5. Finnish President Juha Niemi assured her in a long meeting of " \
        "his support."
    assert [places for _, places, _ in told(text)] == [("Helsinki",)]


def test_a_day_told_since_the_journey_holds():
    text = f"{RUIZ} came to Oslo on May 3. The next day she saw Prime Minister Lars Dahl at the Akers Palace. The two discussed cod."
    assert {day for _, _, day in told(text)} == {"2021-05-04"}


def test_a_clause_that_opens_the_sentence_does_not_place_what_follows_it():
    text = "From Oslo, where he attended a summit on May 3, President Raul Quispe flew to Riga for a meeting with Prime Minister " \
        "Ilze Kalnins."
    assert [places for people, places, _ in told(text) if "ilze-kalnins" in people] == [("Riga",)]


@pytest.mark.parametrize("matter", ["situation", "war", "ceasefire", "elections"])
def test_what_lies_in_a_place_is_not_where_it_is_discussed(matter):
    text = f"{RUIZ} was in Oslo on May 3. She discussed the {matter} in Chad with Prime Minister Lars Dahl."
    assert [places for _, places, _ in told(text)] == [("Oslo",)]


def test_a_city_beside_a_site_is_where_it_stands():
    text = f"President Raul Quispe received {RUIZ} at the Government Palace, Lima, on May 5."
    assert [places for _, places, _ in told(text)] == [("Government Palace", "Lima")]


@pytest.mark.parametrize(("text", "people"), [
    ("President Raul Quispe of Peru visited Paris on May 4. President Jean Duval received him at the Elysée. He also met with Prime "
     "Minister Luc Morel.", ("luc-morel", "raul-quispe")),
    ("President Raul Quispe of Peru was in Helsinki on May 4. President Juha Niemi assured him in a meeting of his support, and "
     "Prime Minister Ilze Kalnins received him on May 5.", ("ilze-kalnins", "raul-quispe")),
    ("Sultan Omar visited Cairo on May 4 and Amman on May 5. President Hosni Salem conferred with him in the Egyptian capital; in "
     "the Jordanian one he was received by Prime Minister Faris Odeh.", ("faris-odeh", "omar")),
    (f"Prime Minister Lars Dahl spoke on May 3. {RUIZ}'s second trip took her to Riga on May 4; President Ilze Kalnins received her.",
     ("ana-ruiz", "ilze-kalnins")),
])
def test_whom_another_received_is_spoken_of_on(text, people):
    assert people in [met for met, _, _ in told(text)]


def test_the_other_one_of_two_capitals_is_a_capital():
    text = "Sultan Omar visited Cairo on May 4 and Amman on May 5. President Hosni Salem conferred with him in the Egyptian capital; " \
        "in the Jordanian one he was received by Prime Minister Faris Odeh."
    assert [places for _, places, _ in told(text)] == [("Cairo",), ("Amman",)]


@pytest.mark.parametrize(("text", "places"), [
    ("Minister Ada Holm will travel to Hawaii, Chile, and Peru.", [["Hawaii", "CL", "PE"]]),
    ("Minister Ada Holm will travel to Israel, the West Bank, and Turkey.", [["IL", "West Bank", "TR"]]),
    ("Minister Ada Holm will travel to Oslo, Norway, and Riga, Latvia.", [["Oslo"], ["Riga"]]),
])
def test_states_and_places_make_one_list_but_for_the_state_of_a_city(text, places):
    assert [[p.name or p.country for p in d.places] for d in reading_of(text + "\n").drafts] == places


def test_who_is_asked_to_go_meets_those_he_goes_for():
    text = "King Osric has asked Minister Ada Holm to travel to Oslo on May 9 for talks with Ivo Reis.\n"
    visit, talks = reading_of(text, head="Office\n\nMay 4, 2021\n\n").drafts
    assert [s.key for s in talks.sides] == ["ada-holm", "ivo-reis"]
    assert (talks.status, talks.when.start) == ("planned", visit.when.start)
