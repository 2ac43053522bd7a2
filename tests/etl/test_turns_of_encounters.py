"""How encounters are told: talks that begin and end, events and their verbs, what opens a sentence, what goes on without a verb."""
from __future__ import annotations

import pytest

from tests.etl.test_unnamed_parties import told


@pytest.mark.parametrize("talks", [
    "kicked off talks", "launched a dialogue", "have begun talks", "wrapped up two days of talks", "restarted talks",
    "sat down for talks", "entered into talks", "were meeting", "exchanged phone calls", "held a telephone talk",
])
def test_talks_are_told_by_how_they_begin_and_end(talks):
    [(_, status, parties)] = told(f"Foreign Minister Ivo Banac and President Tom Osei {talks} in Lisbon on May 4.")
    assert (status, parties) == ("held", ["ivo-banac", "tom-osei"])


@pytest.mark.parametrize(("event", "status"), [
    ("will take place in Lisbon on May 14", "planned"), ("kicked off in Lisbon on May 4", "held"),
    ("is to be held in Lisbon on May 14", "planned"), ("got under way in Lisbon on May 4", "held"),
])
def test_an_event_is_planned_or_held_by_its_verb(event, status):
    assert told(f"A meeting of the Baltic foreign ministers {event}.")[0][1] == status


def test_the_topic_of_talks_can_be_long():
    text = "General Peter Mwale held talks on the border, the port and the railway with Minister Joan Banda in Lisbon on May 4."
    assert told(text) == [("meeting", "held", ["peter-mwale", "joan-banda"])]


def test_speaking_during_a_meeting_is_no_call():
    text = "President Tom Osei was speaking during a meeting on May 4 with Minister Joan Banda."
    assert told(text) == [("meeting", "held", ["tom-osei", "joan-banda"])]


@pytest.mark.parametrize("front", ["At the invitation of", "Under the chairmanship of", "At the residence of"])
def test_who_is_named_in_front_of_the_subject_is_not_of_its_list(front):
    text = f"{front} King Osric, Secretary Ann Mills and Minister Joan Banda met in Split on May 4."
    assert told(text)[0][2][:2] == ["ann-mills", "joan-banda"]


def test_a_verb_can_be_said_of_the_first_and_the_next():
    text = "Secretary Ann Mills first met King Osric in Split on May 4, then Minister Joan Banda in Oslo on May 5."
    assert [parties for _, _, parties in told(text)] == [["ann-mills", "osric"], ["ann-mills", "joan-banda"]]


def test_a_preposition_alone_goes_on_after_a_place_and_a_day():
    text = "In Split on May 4 Minister Joan Banda sat down with Secretary Ann Mills, in Oslo on May 6 with King Osric."
    assert [parties for _, _, parties in told(text)] == [["joan-banda", "ann-mills"], ["joan-banda", "osric"]]


@pytest.mark.parametrize("then", [
    "a second video conference followed on May 6", "the eleventh round took place in Oslo on May 6",
    "a follow-up meeting was held in Oslo on May 6",
])
def test_the_next_round_is_one_of_the_same_parties(then):
    text = f"Minister Joan Banda conferred with Secretary Ann Mills on May 4; {then}."
    assert [parties for _, _, parties in told(text)] == [["joan-banda", "ann-mills"]] * 2
