"""Whether an encounter was held, planned, cancelled or denied, as its words say."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def statuses(text: str) -> list[str]:
    """Return the statuses of the meetings of a text."""
    return sorted(m.status for m in extracted(text + "\n").meetings)


@pytest.mark.parametrize(("text", "expected"), [
    ("Foreign Minister Ana Reis met General Peter Mwale in Lusaka on May 4.", "held"),
    ("Foreign Minister Ana Reis will meet General Peter Mwale in Lusaka next week.", "planned"),
    ("The talks between Foreign Minister Ana Reis and General Peter Mwale, set for May 7, were shelved.", "cancelled"),
    ("A meeting of Foreign Minister Ana Reis with General Peter Mwale, planned for May 6, did not come about.", "cancelled"),
    ("The trip of Foreign Minister Ana Reis to Lusaka was dropped.", "cancelled"),
    ("Foreign Minister Ana Reis denied that she would meet General Peter Mwale.", "denied"),
    ("There had been no meeting between Foreign Minister Ana Reis and General Peter Mwale.", "denied"),
    ("Foreign Minister Ana Reis held no talks with General Peter Mwale in Lusaka.", "denied"),
])
def test_the_words_around_an_encounter_say_whether_it_happened(text, expected):
    assert statuses(text) == [expected]


@pytest.mark.parametrize("text", [
    "Foreign Minister Ana Reis is ready to meet General Peter Mwale.",
    "Foreign Minister Ana Reis called for talks with General Peter Mwale.",
    "The Council asked Foreign Minister Ana Reis to open negotiations with President Tom Osei.",
    "The talks between Foreign Minister Ana Reis and General Peter Mwale should be concluded soon.",
])
def test_what_is_only_wished_for_is_no_encounter(text):
    assert statuses(text) == []


@pytest.mark.parametrize("text", [
    "Imagine that Foreign Minister Ana Reis met General Peter Mwale.",
    "Had Minister Reis met General Peter Mwale, nothing would have come of it.",
    "Will Foreign Minister Ana Reis meet General Peter Mwale in Lusaka?",
    "Did President Ana Reis, who was in Lusaka, sign a treaty with Peru?",
])
def test_what_is_imagined_or_asked_is_no_fact(text):
    found = extracted(text + "\n")
    assert not found.meetings and not found.agreements


def test_an_answer_speaks_of_those_whom_the_question_names():
    text = "Will Foreign Minister Ana Reis meet General Peter Mwale?\n\nThe two did meet in Lusaka on May 4.\n"
    assert [{p.person_key for p in m.parties} for m in extracted(text).meetings] == [{"ana-reis", "peter-mwale"}]


@pytest.mark.parametrize(("text", "expected"), [
    ("No meeting took place between Foreign Minister Ana Reis and General Peter Mwale.", "denied"),
    ("At no time did Foreign Minister Ana Reis meet General Peter Mwale.", "denied"),
    ("Foreign Minister Ana Reis met neither General Peter Mwale nor Minister Joan Banda.", "denied"),
    ("Reports of a meeting between Foreign Minister Ana Reis and General Peter Mwale were denied by the army.", "denied"),
    ("Foreign Minister Ana Reis was to have met General Peter Mwale in Lusaka on May 5.", "cancelled"),
    ("Foreign Minister Ana Reis was due to meet General Peter Mwale on May 5 but fell ill.", "cancelled"),
    ("Foreign Minister Ana Reis had hoped to visit Lusaka.", "cancelled"),
    ("The meeting of Foreign Minister Ana Reis and General Peter Mwale has been postponed to May 20.", "planned"),
    ("Talks between Foreign Minister Ana Reis and General Peter Mwale are to resume on May 20.", "planned"),
    ("Foreign Minister Ana Reis leaves for Lusaka on May 20.", "planned"),
    ("Foreign Minister Ana Reis leaves for Lusaka on May 6.", "held"),
    ("Foreign Minister Ana Reis left for Lusaka on May 20.", "held"),
])
def test_denials_put_off_days_and_days_to_come(text, expected):
    assert statuses(text) == [expected]


def test_talk_that_is_premature_claims_nothing():
    assert statuses("Talk of a meeting between Foreign Minister Ana Reis and General Peter Mwale is premature.") == []


def test_what_goes_on_from_a_plan_is_planned():
    text = ("Foreign Minister Ana Reis is to meet General Peter Mwale on May 7 and to tour the port of Kumasi "
            "before she leaves for Lusaka.")
    assert statuses(text) == ["planned"] * 3


@pytest.mark.parametrize(("text", "expected"), [
    ("Asked whether she would see General Peter Mwale again, Foreign Minister Ana Reis smiled.", []),
    ("The guest was Foreign Minister Ana Reis. Her visit, set for May 6, was postponed.", ["cancelled"]),
    ("Foreign Minister Ana Reis will leave for Vienna on May 20. From there she goes to New York.", ["planned", "planned"]),
])
def test_questions_and_plans_that_go_on(text, expected):
    assert statuses(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Foreign Minister Ana Reis was due in Lusaka on May 4, but fell ill.", "cancelled"),
    ("Foreign Minister Ana Reis, who had hoped to see General Peter Mwale in Lusaka on May 4, was turned away.", "cancelled"),
    ("The meeting of Foreign Minister Ana Reis with General Peter Mwale at Songo, which President Tom Osei of Mali had "
     "proposed for the end of the month, did not come about.", "cancelled"),
    ("Foreign Minister Ana Reis took the opportunity to talk with General Peter Mwale on May 4.", "held"),
])
def test_what_was_hoped_for_or_put_forward_by_another_did_not_happen(text, expected):
    assert statuses(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("Invited by President Tom Osei, Foreign Minister Ana Reis stayed in Lusaka from May 4 to 6.", "held"),
    ("A trip to Lusaka by Foreign Minister Ana Reis is not on the calendar, the spokesman said.", "denied"),
    ("Foreign Minister Ana Reis's trip to Lusaka on May 6 was struck from the calendar.", "cancelled"),
    ("Foreign Minister Ana Reis has been invited to Lusaka for June.", "planned"),
    ("Foreign Minister Ana Reis met General Peter Mwale in Lusaka on May 4; a second meeting has been cancelled.", "cancelled"),
    ("A meeting set for May 7, which Foreign Minister Ana Reis and General Peter Mwale were to attend, was called off.",
     "cancelled"),
])
def test_guests_calendars_and_meetings_to_be_attended(text, expected):
    assert statuses(text)[0] == expected


def test_what_nobody_confirms_claims_nothing():
    assert statuses("Reports that Foreign Minister Ana Reis had seen General Peter Mwale were confirmed by neither side.") == []


def test_what_has_yet_to_be_held_is_planned():
    assert statuses("Foreign Minister Ana Reis has yet to meet General Peter Mwale.") == ["planned"]


@pytest.mark.parametrize(("sentence", "status"), [
    ("A second session, put down for May 6, was called off at the request of Oslo.", "cancelled"),
    ("A meeting with King Osric, much advertised by her staff, was declined by the Norwegians.", "denied"),
    ("Her visit to Malta, long planned for May 8, is postponed.", "cancelled"),
])
def test_what_is_called_off_or_declined_further_on_did_not_happen(sentence, status):
    text = f"Foreign Minister Ada Holm and President Otto Kern met on May 3. She was glad. {sentence}\n"
    assert extracted(text).meetings[-1].status == status


@pytest.mark.parametrize(("text", "expected"), [
    ("Minister Ada Holm's first stop will be in Oslo.", "planned"),
    ("There are no plans for Minister Ada Holm to go to Oslo.", "denied"),
    ("Minister Ada Holm is not expected to visit Oslo.", "denied"),
    ("On May 9 Minister Ada Holm is to thank King Osric, whom she met in Oslo on May 4.", "held"),
    ("On May 4, in a place which has not been named, Minister Ada Holm met with King Osric.", "held"),
])
def test_what_lies_ahead_is_not_and_what_is_recalled(text, expected):
    assert [d.status for d in reading_of(text + "\n").drafts][-1] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Minister Ada Holm said she'll visit Oslo.", "planned"),
    ("Minister Ada Holm called on and was hosted to lunch by King Osric on May 4.", "held"),
    ("On May 4 Minister Ada Holm was delighted to visit Oslo.", "held"),
])
def test_short_forms_and_feelings_say_whether_it_happened(text, expected):
    assert [d.status for d in reading_of(text + "\n").drafts][-1] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Minister Ada Holm will see a school before flying to Oslo to meet with King Osric.", ["planned", "planned"]),
    ("Minister Ada Holm will fly to Oslo, where a meeting is planned with King Osric.", ["planned", "planned"]),
    ("Minister Ada Holm will fly to Oslo for a fair and for consultations with Danish ministers.", ["planned", "planned"]),
])
def test_what_a_plan_goes_on_with_is_planned(text, expected):
    assert [d.status for d in reading_of(text + "\n").drafts] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("During her visit to Oslo, Ana Reis will meet General Peter Mwale.", ["planned", "planned"]),
    ("On his trip to Oslo, Foreign Minister Ivo Kern met General Peter Mwale.", ["held", "held"]),
    ("The premier referred to President Ana Reis's visit to Oslo on May 4.", ["held"]),
    ("Ana Reis is due here on May 12.", []),
])
def test_what_opens_a_sentence_about_a_plan_is_planned(text, expected):
    assert statuses(text) == expected


def test_who_is_invited_is_who_will_come():
    (visit,) = extracted("President Otto Kern extended an invitation to Premier Ana Reis to visit Oslo.\n").meetings
    assert (visit.status, [p.person_key for p in visit.parties]) == ("planned", ["ana-reis"])
def test_nobody_visits_a_region_to_which_he_only_invites():
    assert statuses("President Otto Kern extended an invitation to his Turkish counterpart to visit the region.") == []


def test_what_is_said_to_come_where_one_has_arrived_plans_nothing():
    assert statuses("Foreign Minister Ana Reis arrived in Oslo on May 4 where she will rest.") == ["held"]


@pytest.mark.parametrize(("text", "expected"), [
    ("General Peter Mwale said he'd met Foreign Minister Ana Reis.", ["held"]),
    ("General Peter Mwale said he’d meet Foreign Minister Ana Reis.", ["planned"]),
    ("General Peter Mwale said he'll meet Foreign Minister Ana Reis.", ["planned"]),
    ("Foreign Minister Ana Reis's Lusaka trip postponed.", ["cancelled"]),
])
def test_shortened_verbs_and_headlines_say_whether_it_happened(text, expected):
    assert statuses(text) == expected
