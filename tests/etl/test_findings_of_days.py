"""Which days a careful reader would question: outside the period, against their source, told otherwise elsewhere."""
from __future__ import annotations

import pytest

from tests.etl.questioned import HEAD, MET, kinds, questioned


def test_a_day_cited_long_after_the_period_is_outside_it():
    assert kinds(HEAD + MET.replace("June 10", "August 10")) == {("date_outside_period", "August 10")}


def test_a_day_cited_long_before_the_period_is_outside_it():
    assert ("date_outside_period", "March 10") in kinds(HEAD + MET.replace("June 10", "March 10"))


def test_a_day_cited_within_a_week_after_the_period_is_a_note_only():
    found = questioned(HEAD + MET.replace("June 10", "June 18"))
    assert [(f.kind, f.severity) for f in found] == [("date_outside_period", "info")]


def test_a_stated_day_shortly_before_the_period_is_in_order_and_a_cited_one_a_note():
    found = questioned(HEAD + MET.replace("June 9", "May 30").replace("June 10", "May 31"))
    assert [(f.kind, f.severity, f.reading_a) for f in found] == [("date_outside_period", "info", "2021-05-31")]


def test_an_old_source_cited_with_its_year_is_background_and_a_note_only():
    found = questioned(HEAD + MET.replace("June 10", "August 10, 2014").replace("On June 9, ", ""))
    assert [(f.kind, f.severity) for f in found] == [("date_outside_period", "info")]


def test_a_planned_meeting_after_the_period_is_in_order():
    text = HEAD + "• Tomas Okello will meet with the Somali president, Hassan Warsame, in Mogadishu on July 9 (Reuters, June 10).\n"
    assert questioned(text) == []


def test_a_meeting_told_as_done_after_the_period_is_outside_it():
    text = HEAD + "• On July 9, Tomas Okello met with the Somali president, Hassan Warsame, in Mogadishu.\n"
    assert kinds(text) == {("date_outside_period", "July 9")}


def test_a_day_that_is_in_conflict_is_questioned_once():
    text = HEAD + MET.replace("June 9", "July 9")
    assert kinds(text) == {("date_conflict", "July 9")}


def test_a_meeting_dated_after_its_source_is_a_conflict():
    found = [f for f in questioned(HEAD + MET.replace("June 9", "June 14")) if f.kind == "date_conflict"]
    assert [(f.reading_a, f.reading_b) for f in found] == [("2021-06-14", "2021-06-10")]


def test_of_several_sources_one_from_long_before_the_meeting_is_a_conflict():
    text = HEAD + MET.replace("(Reuters, June 10)", "(Reuters, June 10; AFP, May 20)")
    assert ("2021-06-09", "2021-05-20") in [(f.reading_a, f.reading_b) for f in questioned(text) if f.kind == "date_conflict"]


def test_a_day_without_a_year_is_taken_in_the_year_of_its_source():
    text = "Horn Bulletin\nJune 1, 2019 - June 15, 2021\n\n" + MET.replace("June 10", "June 10, 2019")
    assert "date_conflict" not in {f.kind for f in questioned(text)}


def test_overview_and_body_that_differ_on_the_day_are_a_conflict():
    text = HEAD + "Overview\n\n• Tomas Okello met with Hassan Warsame in Mogadishu on June 8.\n\nThe Visit\n\n" + MET
    found = [f for f in questioned(text) if f.kind == "date_conflict"]
    assert [(f.reading_a, f.reading_b) for f in found] in ([("2021-06-08", "2021-06-09")], [("2021-06-09", "2021-06-08")])


SIGNED = "• On June 9, Uganda and Somalia signed an agreement on fisheries in Mogadishu (Reuters, June 10).\n"


def test_an_agreement_dated_after_its_source_is_a_conflict():
    found = questioned(HEAD + SIGNED.replace("June 9", "July 9"))
    assert [(f.kind, f.reading_b) for f in found] == [("date_conflict", "2021-06-09")]


def test_overview_and_body_that_differ_on_the_day_of_an_agreement_are_a_conflict():
    text = HEAD + "Overview\n\n• Uganda and Somalia signed an agreement on fisheries on June 7.\n\nThe Sea\n\n" + SIGNED
    assert kinds(text) == {("date_conflict", "June 7")}


@pytest.mark.parametrize(("day", "asked"), [("July 9", True), ("June 9", False)])
def test_what_a_sentence_tells_of_the_day_that_opens_it_cannot_follow_its_source(day, asked):
    text = HEAD + f"• On {day}, the minister of fisheries, Amina Warsame, opened the new harbor (Reuters, June 10).\n"
    assert kinds(text) == ({("date_conflict", "July 9")} if asked else set())


def test_a_day_to_come_that_a_sentence_speaks_of_is_in_order():
    said = "• On June 9, the minister of fisheries, Amina Warsame, said the vote of July 9 was safe (Reuters, June 10).\n"
    assert questioned(HEAD + said) == []


def test_an_overview_of_two_meetings_of_the_same_people_is_in_order():
    text = (HEAD + "Overview\n\n• Tomas Okello met with Hassan Warsame in Mogadishu on June 9.\n\nThe Visit\n\n" + MET
            + "• On June 11, Okello met with Warsame in Mogadishu once more (Reuters, June 12).\n")
    assert questioned(text) == []


def test_an_event_in_the_wrong_month_is_offered_the_day_of_its_source_s_month():
    found = questioned(HEAD + MET.replace("June 9", "August 9"))
    assert [(f.kind, f.reading_a, f.reading_b) for f in found] == [("date_conflict", "2021-08-09", "2021-06-09")]


def test_a_source_in_the_wrong_month_is_questioned_at_its_own_day():
    text = "Horn Bulletin\nMay 1, 2021 - June 15, 2021\n\n" + MET.replace("June 10", "May 10")
    found = questioned(text)
    assert [(f.kind, f.span.of(text), f.reading_b) for f in found] == [("date_conflict", "May 10", "2021-06-10")]


def test_a_source_outside_the_period_is_offered_the_day_of_that_number_within():
    found = questioned(HEAD + MET.replace("June 10", "August 10"))
    assert [f.reading_b for f in found] == ["2021-06-10"]


def test_a_source_that_fits_the_sentence_it_stands_in_is_none_of_the_sentences_before():
    uncited = MET.replace(" (Reuters, June 10)", "").strip()
    text = HEAD + uncited + " A call planned for June 4 did not take place (Reuters, June 4).\n"
    assert questioned(text) == []


def test_a_source_older_than_all_it_follows_is_questioned():
    text = HEAD + MET.replace(" (Reuters, June 10)", "").strip() + " The two discussed fish (Reuters, June 3).\n"
    assert {k for k, _ in kinds(text)} == {"date_conflict"}


SHOWN = "\nTomas Okello with President Hassan Warsame in Mogadishu (Reuters, June {}, 2021)\n\n"


def test_a_picture_older_than_what_it_shows_is_questioned():
    text = HEAD + MET + SHOWN.format(7)
    assert kinds(text) == {("date_conflict", "June 7, 2021")}


def test_a_picture_of_the_day_is_in_order():
    assert questioned(HEAD + MET + SHOWN.format(9)) == []


def test_a_period_that_holds_few_of_the_sources_is_not_held_against_them():
    lines = "".join(MET.replace("June 9", f"July {n}").replace("June 10", f"July {n + 1}") for n in range(10, 20, 2))
    assert not [f for f in questioned(HEAD + lines) if f.span.of(HEAD + lines).startswith("(")
                or "cited day" in f.explanation]


@pytest.mark.parametrize(("written", "other"), [
    ("Tuesday, June 9", "2021-06-08"), ("Friday, June 9", "2021-06-11"),
    ("June 31", "day 30 of the month, or the month after it"),
])
def test_a_day_that_no_calendar_has_is_questioned(written, other):
    text = HEAD + MET.replace("June 9", written)
    assert ("date_conflict", written, other) in [(f.kind, f.span.of(text), f.reading_b) for f in questioned(text)]


@pytest.mark.parametrize("written", ["Wednesday, June 9", "Wednesday, June 9, 2021", "June 2"])
def test_a_day_that_the_calendar_has_is_in_order(written):
    assert questioned(HEAD + MET.replace("June 9", written)) == []
