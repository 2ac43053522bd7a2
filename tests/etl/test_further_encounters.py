"""Encounters that share a verb with one told before, and visits and calls that are told without naming all that they are."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def parties(text: str) -> list[list[str]]:
    """Return the parties of each meeting of a text, by name, in the order of the text."""
    return [sorted(p.person_key or p.organization_key or p.role for p in m.parties) for m in extracted(text + "\n").meetings]


@pytest.mark.parametrize("text", [
    "Envoy Jan Peeters spoke with King Osric by phone on May 3 and with Premier Ilir Hoxha on May 5 about the dam.",
    "Envoy Jan Peeters spoke twice by telephone with King Osric on May 3 and three times with Premier Ilir Hoxha.",
    "In Oslo Envoy Jan Peeters met with King Osric, in Tehran with Premier Ilir Hoxha.",
    "Envoy Jan Peeters held his tenth meeting with King Osric on May 4 and his first in a year with Premier Ilir Hoxha.",
])
def test_a_verb_is_shared_by_its_preposition_whatever_stands_between(text):
    assert parties(text) == [["jan-peeters", "osric"], ["ilir-hoxha", "jan-peeters"]]


def test_who_had_spoken_by_telephone_is_no_object_of_the_call():
    text = "Foreign Minister Ivo Banac had spoken by phone with Secretary Ann Mills on May 3."
    assert parties(text) == [["ann-mills", "ivo-banac"]]


@pytest.mark.parametrize("text", [
    "Premier Ilir Hoxha met King Osric in Oslo on May 3 and in Bergen on May 9.",
    "Premier Ilir Hoxha and King Osric met in Oslo on May 3 and in Bergen on May 9.",
])
def test_the_same_two_on_another_day_in_another_place_is_another_meeting(text):
    meetings = extracted(text + "\n").meetings
    assert [(str(m.when.start), m.places[0].name) for m in meetings] == [("2021-05-03", "Oslo"), ("2021-05-09", "Bergen")]


def test_a_day_that_opens_the_next_clause_is_no_further_meeting():
    text = "Premier Ilir Hoxha met King Osric in Oslo on May 3 and on May 4 opened a fair."
    assert parties(text) == [["ilir-hoxha", "osric"]]


def test_who_is_described_between_commas_stays_the_subject():
    text = "Premier Zoran Kos, who took office after Milan Dragic had been shot in March, was in Washington from May 8 to 11."
    assert parties(text) == [["zoran-kos"]]


def test_one_of_several_visits_is_where_the_others_were():
    text = "Envoy Jan Peeters came to Bamako on May 2. His final visit, on May 8, was brief."
    assert [(str(m.when.start), m.places[0].name) for m in extracted(text + "\n").meetings] == [
        ("2021-05-02", "Bamako"), ("2021-05-08", "Bamako")]


@pytest.mark.parametrize(("text", "expected"), [
    ("At the palace in Gori on May 4 Minister Ivo Banac offered Secretary Ann Mills aid.", [["ann-mills", "ivo-banac"]]),
    ("Minister Ivo Banac flew to Gori and agreed with Secretary Ann Mills on a battalion.",
     [["ivo-banac"], ["ann-mills", "ivo-banac"]]),
    ("Minister Ivo Banac offered Secretary Ann Mills a battalion.", []),
    ("In a letter from Gori Minister Ivo Banac offered Secretary Ann Mills a battalion.", []),
    ("Minister Ivo Banac, in a statement in Gori, agreed with Secretary Ann Mills that the dam was old.", []),
    ("In Gori Minister Ivo Banac presented Secretary Ann Mills as his successor.", []),
])
def test_what_one_puts_to_another_is_said_to_his_face_where_the_place_is_told(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize("text", [
    "Minister Ivo Banac hurried to Gori on May 4, where he and his colleague, Nino Beridze, agreed on joint patrols.",
    "In Geneva on May 4 Minister Ivo Banac and Secretary Nino Beridze reached an understanding on fishing.",
    "Minister Ivo Banac and the Georgian envoy, Nino Beridze, worked out the text in New York on May 5.",
])
def test_two_who_agree_at_a_place_have_met(text):
    assert ["ivo-banac", "nino-beridze"] in parties(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("President Ana Reis, King Osric and Minister Lars Holm were among the speakers at the forum.", []),
    ("The Ministry of Trade held a conference in Accra on May 4.", []),
    ("At the Northern trade forum in Lisbon on May 4 President Ana Reis and King Osric were among the speakers.",
     [["ana-reis", "osric"]]),
    ("At a summit in Accra on May 5, chaired by President Tom Osei, Minister Ana Reis consulted with King Osric.",
     [["tom-osei"], ["ana-reis", "osric"]]),
    ("The African Union held an extraordinary summit in Lusaka on May 4.", [["african-union"]]),
    ("King Osric has invited President Tom Osei to a conference in Lisbon on June 4.", [["osric", "tom-osei"]]),
])
def test_a_gathering_is_told_with_those_who_are_said_to_be_at_it(text, expected):
    assert parties(text) == expected


def test_who_was_allowed_to_visit_somebody_met_him():
    text = "Minister Joan Banda was allowed to visit the deposed president, Tom Osei, in his villa on May 5."
    assert [(m.kind, m.status) for m in extracted(text + "\n").meetings] == [("meeting", "held")]
    assert parties(text) == [["joan-banda", "tom-osei"]]


def test_two_named_before_a_relative_clause_have_both_conferred():
    text = "The ground was laid by Minister Joan Banda and her colleague, Peter Rahimov, who conferred in Lusaka on May 4."
    assert parties(text) == [["joan-banda", "peter-rahimov"]]


@pytest.mark.parametrize("text", [
    "The tenth session of the Malian-Turkish border commission was held in Bamako on May 4.",
    "The Malian-Turkish border commission resumed its work in Bamako on May 4.",
    "On May 4 the Malian-Turkish border commission met in Bamako.",
])
def test_a_body_named_by_two_nationalities_gathers(text):
    assert [(o.name, o.country) for o in extracted(text + "\n").organizations] == [("Malian-Turkish border commission", None)]
    assert parties(text) == [["malian-turkish-border-commission"]]


def test_a_commission_of_one_state_does_not_gather():
    assert parties("The Malian border commission resumed its work in Bamako on May 4.") == []


def test_who_goes_to_a_place_to_ask_somebody_meets_him_there():
    text = "Foreign Minister Ivo Banac went to Gori on May 4 to ask President Nino Beridze to mediate."
    assert parties(text) == [["ivo-banac"], ["ivo-banac", "nino-beridze"]]


@pytest.mark.parametrize("text", [
    "Envoy Jan Peeters met with King Osric and General Ara Sarkis with Premier Ilir Hoxha.",
    "In Oslo Envoy Jan Peeters met with King Osric, and General Ara Sarkis with Premier Ilir Hoxha.",
    "Envoy Jan Peeters conferred with his host, King Osric, and General Ara Sarkis with Premier Ilir Hoxha on May 4.",
])
def test_two_meet_two_where_the_second_verb_is_left_out(text):
    assert parties(text) == [["jan-peeters", "osric"], ["ara-sarkis", "ilir-hoxha"]]


def test_with_one_in_the_chair_is_no_second_meeting():
    text = "Envoy Jan Peeters met with King Osric and General Ara Sarkis with Premier Ilir Hoxha in the chair."
    assert len(parties(text)) == 1


@pytest.mark.parametrize("text", [
    "Envoy Jan Peeters had talks with King Osric and, at the headquarters of the African Union, with Premier Ilir Hoxha.",
    "Envoy Jan Peeters was received at the palace by King Osric on May 4 and at the chancellery by Premier Ilir Hoxha.",
])
def test_a_verb_goes_on_at_another_seat(text):
    assert parties(text) == [["jan-peeters", "osric"], ["ilir-hoxha", "jan-peeters"]]


def test_who_was_present_does_not_end_the_clause():
    text = ("Envoy Jan Peeters was received by King Osric on May 4, in the presence of General Ara Sarkis, and at the Capitol "
            "by Senator Ann Mills.")
    assert ["ann-mills", "jan-peeters"] in parties(text)


@pytest.mark.parametrize("text", [
    "Lusaka was calm. Foreign Minister Ivo Banac flew there on May 6.",
    "The call was resented in Lusaka, and Foreign Minister Ivo Banac went there on May 6.",
])
def test_to_go_there_is_to_go_to_the_place_named_last(text):
    (visit,) = extracted(text + "\n").meetings
    assert (visit.kind, [p.name for p in visit.places]) == ("visit", ["Lusaka"])


def test_the_traveller_and_another_agree_where_he_is():
    text = "President Tom Osei spent three days in Gori from May 4 to 6. He and President Nino Beridze agreed to open the port."
    assert parties(text) == [["tom-osei"], ["nino-beridze", "tom-osei"]]


def test_an_ambassador_is_called_in_by_whom_he_was_handed_the_protest():
    text = ("Ambassador Lars Holm was called in to the Foreign Ministry on May 4, where Deputy Minister Nino Kapanadze handed "
            "him a protest.")
    assert parties(text) == [["lars-holm", "nino-kapanadze"]]


def test_whose_tour_brought_him_somewhere_is_who_travels():
    text = "General Peter Mwale spoke. President Nino Beridze's tour brought him to Botswana on May 4."
    assert parties(text) == [["nino-beridze"]]


def test_whom_they_talked_about_was_not_there():
    text = "President Tom Osei and King Osric met in Gori on May 4. They talked about the border and the release of Otto Kern."
    assert parties(text) == [["osric", "tom-osei"]]


def test_a_word_may_stand_before_the_post_of_a_subject():
    text = "The Abkhaz leader, Sergei Bagan, travelled to Gaborone on May 4."
    assert parties(text) == [["sergei-bagan"]]


@pytest.mark.parametrize(("text", "met"), [
    ("Minister Ada Holm held separate meetings with King Osric, with Premier Ivo Reis, and with General Ara Sarkis on May 4.",
     [["osric"], ["ivo-reis"], ["ara-sarkis"]]),
    ("On May 4 Minister Ada Holm met with King Osric, who was ill, and the next day with Premier Ivo Reis.",
     [["osric"], ["ivo-reis"]]),
    ("Minister Ada Holm had sessions with King Osric on May 4 and with Premier Ivo Reis and General Ara Sarkis, "
     "one after the other, on May 5.", [["osric"], ["ivo-reis"], ["ara-sarkis"]]),
    ("On May 4 Minister Ada Holm met King Osric and, in separate talks, Premier Ivo Reis and General Ara Sarkis.",
     [["osric"], ["ivo-reis"], ["ara-sarkis"]]),
])
def test_those_said_to_be_met_apart_are_met_apart(text, met):
    assert [[s.key for s in d.sides if s.key != "ada-holm"] for d in reading_of(text + "\n").drafts] == met


def test_a_verb_goes_on_after_the_margins_of_an_event():
    text = "Minister Ada Holm met King Osric en marge of the fair in Riga on May 4 and with Ivo Reis in Oslo on May 5.\n"
    assert [[p.name for p in d.places] for d in reading_of(text).drafts] == [["Riga"], ["Oslo"]]


def test_who_heads_for_a_place_travels_there_and_then_on():
    text = "On May 4 Minister Ada Holm heads for Oslo and then Riga.\n"
    assert [[p.name for p in d.places] for d in reading_of(text).drafts] == [["Oslo"], ["Riga"]]


def test_a_number_of_meetings_lists_those_met_after_a_colon():
    text = ("On May 4 Minister Ada Holm had a number of meetings: with President Tom Osei of Ghana; President Ana Reis "
            "of Chile; and King Osric.\n")
    assert [[s.key for s in d.sides][1:] for d in reading_of(text).drafts] == [["tom-osei"], ["ana-reis"], ["osric"]]


def test_a_state_after_its_city_is_no_subject():
    text = "On May 4 Minister Ada Holm flew to Accra, Ghana to attend the summit of the African Union.\n"
    assert all(d.sides[0].key == "ada-holm" for d in reading_of(text).drafts)
