"""Sentences that pack several encounters: itineraries, lists after a colon, hosts in turn, several days."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

PEETERS = "Envoy Jan Peeters"


def told(text: str) -> list[tuple[str, ...]]:
    """Return the kind, the parties, the place named first and the first day of each meeting, in the order of the text."""
    return [(m.kind, *sorted(p.person_key or p.organization_key or p.role for p in m.parties),
             next((p.name for p in m.places if p.name), ""), str(m.when.start)) for m in extracted(text + "\n").meetings]


VISITS = [("visit", "tom-osei", "Lisbon", "2021-05-04"), ("visit", "tom-osei", "Madrid", "2021-05-05"),
          ("visit", "tom-osei", "Rabat", "2021-05-06")]


@pytest.mark.parametrize("text", [
    "President Tom Osei's itinerary: Lisbon (May 4), Madrid (May 5) and Rabat (May 6).",
    "President Tom Osei's tour: Lisbon on May 4, Madrid on May 5, Rabat on May 6.",
    "President Tom Osei flew to Lisbon on May 4 for talks with nobody in particular, to Madrid on May 5 and to Rabat on May 6.",
    "President Tom Osei toured three capitals: Lisbon on May 4, Madrid on May 5 and Rabat on May 6.",
])
def test_each_stop_of_an_itinerary_is_a_visit_on_its_day(text):
    assert told(text.replace(" for talks with nobody in particular", "")) == VISITS


@pytest.mark.parametrize("text", [
    "President Tom Osei's journey: Lisbon (May 4, received by President Ana Reis) and Madrid (May 5).",
    "President Tom Osei's journey: Lisbon on May 4 (with President Ana Reis), Madrid on May 5.",
    "President Tom Osei flew to Lisbon on May 4 for talks with President Ana Reis, to Madrid on May 5.",
])
def test_who_is_named_at_a_stop_is_met_there(text):
    assert told(text) == [VISITS[0], ("meeting", "ana-reis", "tom-osei", "Lisbon", "2021-05-04"), VISITS[1]]


@pytest.mark.parametrize("text", [
    f"{PEETERS} flew from Oslo, where Foreign Minister Lars Holm had been his host on May 3, to Riga on May 4.",
    f"{PEETERS} flew on May 4 from Oslo, where he had met Foreign Minister Lars Holm on May 3, to Riga.",
])
def test_a_meeting_where_one_came_from_is_no_part_of_the_way_on(text):
    assert sorted(told(text)) == [("meeting", "jan-peeters", "lars-holm", "Oslo", "2021-05-03"),
                                  ("visit", "jan-peeters", "Riga", "2021-05-04")]


MET = [("meeting", "jan-peeters", "osric", "Oslo", "2021-05-04"),
       ("meeting", "ilir-hoxha", "jan-peeters", "Oslo", "2021-05-04")]


@pytest.mark.parametrize("text", [
    f"King Osric and Premier Ilir Hoxha received {PEETERS} separately in Oslo on May 4.",
    f"King Osric and Premier Ilir Hoxha received {PEETERS} in Oslo on May 4, the one in the morning, the other at dusk.",
    f"{PEETERS} was in Oslo on May 4. His hosts were King Osric and Premier Ilir Hoxha.",
    f"{PEETERS} was in Oslo on May 4. His appointments: King Osric and Premier Ilir Hoxha.",
    f"{PEETERS} was in Oslo on May 4. He spoke well of King Osric and Premier Ilir Hoxha, whom he met one after the other.",
    f"{PEETERS} paid two calls in Oslo on May 4: on King Osric, on Premier Ilir Hoxha.",
    f"{PEETERS} had talks in Oslo on May 4: with King Osric, with Premier Ilir Hoxha.",
    f"{PEETERS} met King Osric in Oslo on May 4 and, apart from him, Premier Ilir Hoxha.",
    f"On May 4 {PEETERS} was in Oslo, praised by King Osric and Premier Ilir Hoxha, each of whom had given him an hour.",
])
def test_each_of_several_met_in_turn_is_a_meeting(text):
    assert [m for m in told(text) if m[0] == "meeting"] == MET


def test_two_received_by_two_in_turn_are_received_together():
    text = ("Ministers Ada Holm and Otto Kern reached Oslo on May 4, "
            "where King Osric and Premier Ilir Hoxha saw them separately.")
    assert [m[1:-2] for m in told(text)[1:]] == [("ada-holm", "osric", "otto-kern"), ("ada-holm", "ilir-hoxha", "otto-kern")]


@pytest.mark.parametrize(("text", "days"), [
    (f"{PEETERS} met King Osric in Oslo twice, on May 4 and 9.", ["2021-05-04", "2021-05-09"]),
    (f"Between May 4 and 9 {PEETERS} met King Osric in Oslo.", ["2021-05-04"]),
    (f"{PEETERS} met King Osric in Oslo on May 4 and 5.", ["2021-05-04"]),
])
def test_days_that_do_not_follow_each_other_are_several_meetings(text, days):
    assert [m[-1] for m in told(text)] == days


@pytest.mark.parametrize(("text", "who"), [
    ("Jan Peeters met in Oslo on May 4 with the heads of three unions: Ada Holm, Otto Kern and Ivo Reis.",
     ("ada-holm", "ivo-reis", "jan-peeters", "otto-kern")),
    ("Jan Peeters met in Oslo on May 4 with Ada Holm's adviser, Ivo Reis.", ("ivo-reis", "jan-peeters")),
    ("Minister Ada Holm's delegation met Jan Peeters in Oslo on May 4.", ("ada-holm", "jan-peeters")),
])
def test_who_is_named_beside_a_post_or_group_takes_part(text, who):
    assert told(text) == [("meeting", *who, "Oslo", "2021-05-04")]


@pytest.mark.parametrize(("text", "place"), [
    ("Oslo, May 4: King Osric received Envoy Jan Peeters.", "Oslo"),
    ("Oslo, May 4. King Osric received Envoy Jan Peeters.", "Oslo"),
    ("The treaty was signed in Oslo on May 4. King Osric received Envoy Jan Peeters before the ceremony.", "Oslo"),
    ("King Osric had Envoy Jan Peeters to the White House on May 4.", "White House"),
    ("King Osric had meanwhile been in Oslo for the session of the Arab League on May 4.", "Oslo"),
])
def test_a_place_told_at_the_head_or_before_holds(text, place):
    assert [m[-2:] for m in told(text)] == [(place, "2021-05-04")]


def test_a_day_in_brackets_after_the_place_of_a_meeting_is_its_day():
    text = f"{PEETERS}'s talks with King Osric in Oslo (May 4) and Premier Ilir Hoxha in Riga (May 5) ended."
    assert [m[-2:] for m in told(text)] == [("Oslo", "2021-05-04"), ("Riga", "2021-05-05")]


def test_days_count_within_a_conference_of_several_days():
    text = ("King Osric was host to the conference on the Nile in Oslo from May 4 to 6. "
            "Envoy Jan Peeters met him on the second day.")
    assert told(text)[-1][-1] == "2021-05-05"


def test_a_word_that_ends_like_an_article_stops_no_frame():
    assert told(f"{PEETERS} stayed in Oslo on May 4 in defiance of a ban and met with King Osric.") == [
        ("visit", "jan-peeters", "Oslo", "2021-05-04"), MET[0]]


@pytest.mark.parametrize(("text", "calls"), [
    ("Minister Ana Rojas spoke by phone with Ivo Reis and Ada Holm on May 4.", [{"ana-rojas", "ivo-reis"}, {"ana-rojas", "ada-holm"}]),
    ("Minister Ana Rojas spoke with Ivo Reis and Ada Holm in a joint call by telephone on May 4.", [{"ana-rojas", "ivo-reis", "ada-holm"}]),
    ("Ana Rojas, Ivo Reis and Ada Holm discussed the draft by telephone on May 4.", [{"ana-rojas", "ivo-reis", "ada-holm"}]),
])
def test_who_telephones_several_calls_each(text, calls):
    found = [{p.person_key for p in m.parties} for m in extracted(text + "\n").meetings if m.kind == "call"]
    assert sorted(found, key=sorted) == sorted(calls, key=sorted)
