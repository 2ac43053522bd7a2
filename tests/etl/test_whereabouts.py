"""Where encounters were: names that are places, the stop that "where" speaks of, sites in their city."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people, reading_of

PARTIES = ["Ada Holm", "Otto Kern"]


@pytest.mark.parametrize(("where", "place"), [
    ("at Nuwara Selva", "Nuwara Selva"), ("at Songo", "Songo"), ("in the hill town of Bela Vasta", "Bela Vasta"),
    ("at the air base of Brize Dalton", "Brize Dalton"), ("at Jan Muller airport", "Jan Muller airport"),
    ("at Camp Dunbar", "Camp Dunbar"), ("in Ann Harbour", "Ann Harbour"), ("on the island of Selva", "Selva"),
])
def test_an_unknown_name_after_in_or_at_is_a_place(where, place):
    text = f"President Otto Kern met Foreign Minister Ada Holm {where} on May 4.\n"
    (meeting,) = extracted(text).meetings
    assert [p.name for p in meeting.places] == [place]
    assert people(text) == PARTIES


@pytest.mark.parametrize("text", [
    "President Otto Kern met Foreign Minister Ada Holm. Ivo Reis spoke. Kern believes in Ivo Reis.",
    "President Otto Kern met Foreign Minister Ada Holm at Ivo Reis's house.",
])
def test_a_person_after_in_or_at_stays_one(text):
    assert people(text + "\n") == ["Ada Holm", "Ivo Reis", "Otto Kern"]


def test_a_capitalised_word_before_a_lone_name_makes_it_a_thing():
    text = "The sessions of President Otto Kern alternated between the Great Hall and the hotel. Ada Holm left the Great Hall.\n"
    assert people(text) == PARTIES


@pytest.mark.parametrize(("text", "places"), [
    ("Otto Kern came to Oslo on May 7, fresh from Rome, where two days earlier he met Ada Holm.", [["Oslo"], ["Rome"]]),
    ("Otto Kern came to Oslo on May 4. He flew on to Rome the next day, where he met Ada Holm.", [["Oslo"], ["Rome"], ["Rome"]]),
    ("Otto Kern came to Oslo on May 4. He was received by Ada Holm at Ann Palace.", [["Oslo"], ["Ann Palace", "Oslo"]]),
])
def test_a_clause_with_where_tells_of_the_stop_before_it(text, places):
    drafts = reading_of(f"President {text}\n").drafts
    assert [[p.name for p in d.places] for d in drafts] == places


@pytest.mark.parametrize(("text", "places"), [
    ("In Oslo, the weather was fine. President Otto Kern met Ada Holm.", ["Oslo"]),
    ("The last gaps were closed in Oslo. President Otto Kern met Ada Holm there on May 4.", ["Oslo"]),
    ("The last gaps were closed in Oslo. There was a rumour that President Otto Kern met Ada Holm.", []),
    ("President Otto Kern met Ada Holm at Selva on the island of Songo.", ["Selva", "Songo"]),
    ("President Otto Kern visited Oslo and Rome on May 4. He met Ada Holm.", []),
    ("President Otto Kern will visit Oslo on May 8. He met Ada Holm on May 4.", []),
    ("President Otto Kern will visit Oslo on May 8. He will meet Ada Holm.", ["Oslo"]),
])
def test_a_place_holds_for_what_is_told_there(text, places):
    assert {p.name for p in reading_of(text + "\n").drafts[-1].places} == set(places)


@pytest.mark.parametrize("where", ["at Songo, Mozambique,", "at Songo in Mozambique", "in the town of Songo, in Mozambique,"])
def test_an_unknown_place_lies_in_the_state_beside_it(where):
    (meeting,) = extracted(f"President Otto Kern met Ada Holm {where} on May 4.\n").meetings
    assert [(p.name, p.country) for p in meeting.places] == [("Songo", "MZ")]


def test_the_place_of_an_event_follows_its_name():
    [meeting] = extracted("Ambassador Ana Reis attended the third session of the joint commission in Lusaka on May 4.\n").meetings
    assert [p.name for p in meeting.places] == ["Lusaka"]
