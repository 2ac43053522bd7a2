"""One record an occasion: what is joined and what stays apart."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

BANDA, HOLM = "Kenyan Foreign Minister Joan Banda", "Norwegian Prime Minister Kari Holm"


def records(text: str) -> list[tuple[str, int, int]]:
    """Return kind, number of parties and number of pieces of evidence of each meeting."""
    return sorted((m.kind, len(m.parties), len(m.evidence)) for m in extracted(text).meetings)


def test_overview_body_and_caption_tell_one_meeting():
    text = (f"Overview\n\n• {BANDA} met with {HOLM} in Oslo.\n\nThe Talks\n\n• On May 4, {BANDA} met with {HOLM} in Oslo (Reuters, May 5).\n\n"
            f"{BANDA} with {HOLM} (Reuters, May 5)\n")
    assert records(text) == [("meeting", 2, 3)]


def test_an_overview_that_names_more_than_one_meeting_of_the_body_tells_both():
    text = (f"Overview\n\n• {BANDA} met with {HOLM} and King Sverre.\n\nThe Talks\n\n• On May 4, {BANDA} met with {HOLM} in Oslo.\n"
            f"• On May 5, {BANDA} met with King Sverre in Oslo.\n")
    assert records(text) == [("meeting", 2, 2), ("meeting", 2, 2)]


def test_an_overview_s_group_stands_for_those_whom_the_body_names():
    text = (f"Overview\n\n• {BANDA} met with leaders of the opposition.\n\nThe Talks\n\n• On May 4, {BANDA} met in Oslo with Lars Vik, "
            "the head of the Harbour Party.\n")
    assert records(text) == [("meeting", 2, 2)]


def test_an_overview_and_the_body_may_differ_in_the_day():
    text = f"Overview\n\n• On May 3, {BANDA} met with {HOLM}.\n\nThe Talks\n\n• On May 4, {BANDA} met with {HOLM} in Oslo.\n"
    assert records(text) == [("meeting", 2, 2)]
    (meeting,) = extracted(text).meetings
    assert str(meeting.when.start) == "2021-05-04"


def test_the_same_people_on_two_days_meet_twice():
    assert records(f"• On May 4, {BANDA} met with {HOLM} in Oslo.\n• On May 7, {BANDA} met with {HOLM} in Bergen.\n") == [("meeting", 2, 1), ("meeting", 2, 1)]


def test_a_call_and_a_meeting_are_two():
    assert records(f"• On May 4, {BANDA} met with {HOLM} in Oslo.\n• On May 4, {BANDA} spoke by phone with {HOLM}.\n") == [("call", 2, 1), ("meeting", 2, 1)]


def test_a_list_in_one_phrase_is_one_meeting():
    assert records(f"On May 4, {BANDA} met with {HOLM}, Finance Minister Lars Vik and Speaker Ivar Berg in Oslo.") == [("meeting", 4, 1)]


def test_officials_received_one_after_the_other_are_several():
    text = f"On May 4, {BANDA} met with {HOLM} in Oslo, and then with Speaker Ivar Berg. On May 5 she was received by King Sverre."
    assert records(text) == [("meeting", 2, 1)] * 3


@pytest.mark.parametrize("day", ["May 4", "May 5"])
def test_a_visit_holds_the_meetings_of_its_days(day):
    meetings = extracted(f"{BANDA} visited Oslo on May 4-5. On {day} she met with {HOLM}.").meetings
    (visit,) = [m for m in meetings if m.kind == "visit"]
    (meeting,) = [m for m in meetings if m.kind == "meeting"]
    assert meeting.part_of == visit.key
    assert [p.name for p in meeting.places] == ["Oslo"]


def test_a_meeting_elsewhere_is_no_part_of_a_visit():
    meetings = extracted(f"• {BANDA} visited Oslo on May 4-5.\n• On May 8, {BANDA} met with Peter Mwale in Nairobi.\n").meetings
    assert [m.part_of for m in meetings if m.kind == "meeting"] == [None]


def test_a_planned_and_a_held_meeting_on_two_days_are_two():
    text = f"• On May 4, {BANDA} met with {HOLM} in Oslo.\n• {BANDA} will meet with {HOLM} in Nairobi on June 10.\n"
    assert sorted(m.status for m in extracted(text).meetings) == ["held", "planned"]


def test_keys_are_the_same_whatever_stands_around():
    one = f"• On May 4, {BANDA} met with {HOLM} in Oslo.\n"
    (alone,) = extracted(one).meetings
    keys = [m.key for m in extracted("• On May 3, Peter Mwale visited Lagos.\n" + one).meetings]
    assert alone.key in keys


def test_two_meetings_that_the_body_tells_are_two_though_one_holds_the_other_s_parties():
    text = f"• On the morning of May 4, {BANDA} met with {HOLM}.\n• In the afternoon of May 4, {BANDA} met with {HOLM} and King Sverre.\n"
    assert records(text) == [("meeting", 2, 1), ("meeting", 3, 1)]


def test_who_attended_is_a_party_of_the_encounter_told_before():
    text = ("President Otto Kern received Foreign Minister Ada Holm on May 4.\n\nThe two sides discussed the fish quota. "
            "The meeting was attended by Minister Joan Banda.\n")
    (meeting,) = extracted(text).meetings
    assert {p.person_key for p in meeting.parties} == {"otto-kern", "ada-holm", "joan-banda"}


def test_who_brings_two_together_is_none_of_both():
    text = "Envoy Otto Kern brought Ada Holm and Ivo Banac together on May 4. Both were received by King Osric on May 5.\n"
    last = extracted(text).meetings[-1]
    assert {p.person_key for p in last.parties} == {"ada-holm", "ivo-banac", "osric"}


@pytest.mark.parametrize(("who", "meetings"), [("Kenya's top diplomat", 1), ("A Danish diplomat", 2)])
def test_an_overviews_diplomat_of_a_state_is_whom_the_body_names(who, meetings):
    text = f"Overview\n\n• On May 4, {who} visited Oslo.\n\nThe Talks\n\n• On May 4, {BANDA} visited Oslo.\n"
    assert len(extracted(text).meetings) == meetings


def test_ones_own_words_about_a_meeting_make_no_further_one():
    news = ("Holm visits Mali\n\nMay 9, 2021\n\nThe Minister for Africa, Ada Holm, met President Otto Kern and Speaker Ivo Reis "
            "in Bamako on May 4.\n\nSpeaking after her return, Ms Holm said: \"My talks with President Kern were good.\"\n")
    (meeting,) = extracted(news, head="").meetings
    assert len(meeting.parties) == 3 and len(meeting.evidence) == 2
