"""How long a stated stay lasts; which day an encounter takes."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from etl.records import When
from etl.telling.timing import stretched
from tests.etl.reading import extracted, reading_of

MAY_4 = When(date(2021, 5, 4), date(2021, 5, 4), "day", "stated", "May 4")


@pytest.mark.parametrize(("text", "last"), [
    ("arrived for a two-day visit", 5), ("arrived for a 3-day official visit", 6), ("arrived on a visit of ten days", 4),
    ("stayed for four days", 4), ("arrived for a long visit", 4), ("arrived for a many-day visit", 4),
])
def test_a_stated_length_stretches_the_day_of_arrival(text, last):
    assert stretched(MAY_4, text + " ").end == date(2021, 5, last)


def test_only_a_single_day_is_stretched():
    week = When(date(2021, 5, 3), date(2021, 5, 9), "approximate", "period")
    assert stretched(week, "for a two-day visit ") == week


@pytest.mark.parametrize(("text", "basis", "end"), [
    ("Ana Reis met Ivo Kern on May 4 (Reuters, May 5).", "stated", date(2021, 5, 4)),
    ("Ana Reis met Ivo Kern (Reuters, May 5).", "citation", date(2021, 5, 5)),
])
def test_a_day_in_the_clause_comes_before_that_of_the_citation(text, basis, end):
    (meeting,) = extracted(f"Foreign Minister {text}\n").meetings
    assert (meeting.when.basis, meeting.when.end) == (basis, end)


@pytest.mark.parametrize(("text", "day"), [
    ("The minister Ana Reis came to Oslo on May 4. The next morning she met Ivo Kern.", 5),
    ("Ana Reis left on May 4. The next day she spoke. That evening she met Ivo Kern.", 5),
    ("Ana Reis arrived in Oslo on May 7, fresh from Rome, where two days earlier she met Ivo Kern.", 5),
    ("Ana Reis arrived in Oslo on May 4. On the 6th, she met Ivo Kern.", 6),
    ("Ana Reis spoke on May 3. Later that day she met Ivo Kern.", 3),
])
def test_a_relative_day_counts_from_the_day_told_before_it(text, day):
    assert reading_of(f"Foreign Minister Ana Reis spoke.\n\n{text}\n").drafts[-1].when.start == date(2021, 5, day)


@pytest.mark.parametrize(("text", "day"), [
    ("The talks opened on May 4. Ana Reis met Ivo Kern (Reuters, May 6).", 4),
    ("The talks will open on May 8. Ana Reis met Ivo Kern (Reuters, May 6).", 6),
])
def test_an_item_goes_on_from_the_day_it_stated_up_to_its_citation(text, day):
    assert reading_of(text + "\n").drafts[-1].when.end == date(2021, 5, day)


def test_next_week_follows_the_period_of_a_bulletin():
    [visit] = extracted("Foreign Minister Ana Reis will visit Oslo next week.\n").meetings
    assert (visit.when.start, visit.when.end) == (date(2021, 5, 10), date(2021, 5, 16))


@pytest.mark.parametrize(("text", "day"), [
    ("Otto Kern visited Oslo from May 4 to 6. On the second day he met Ada Holm.", 5),
    ("Otto Kern visited Oslo from May 4 to 6. On the last day he met Ada Holm.", 6),
    ("Otto Kern visited Oslo from May 4 to 6. He saw Ivo Reis on the first, and Ada Holm, a banker, on the third.", 6),
    ("Otto Kern arrived in Oslo on May 4. On the second day he met Ada Holm.", 5),
    ("Otto Kern arrived in Oslo on May 4. On the day of his arrival he met Ada Holm.", 4),
    ("Otto Kern visited Oslo from May 4 to 6. On the second day (May 5) he met Ada Holm.", 5),
    ("A week after the vote, on May 6, Otto Kern met Ada Holm.", 6), ("Otto Kern met Ada Holm on the 6th.", 6),
])
def test_a_day_is_counted_within_the_stay_or_the_period(text, day):
    assert reading_of(f"President {text}\n").drafts[-1].when.start == date(2021, 5, day)


@pytest.mark.parametrize("text", [
    "ended a three-day visit", "left after a three-day stay", "concluded a three-day official visit",
])
def test_a_stated_length_stretches_the_day_of_departure_back(text):
    when = stretched(replace(MAY_4, start=date(2021, 5, 6), end=date(2021, 5, 6)), text + " ")
    assert (when.start, when.end) == (date(2021, 5, 4), date(2021, 5, 6))


def test_a_day_in_an_aside_of_the_subject_is_not_that_of_the_meeting():
    text = "Otto Kern, sworn in on May 3, met Ada Holm. Ada Holm, who left on May 6, saw him.\n"
    assert reading_of(f"President {text}").drafts[0].when.start is None


def test_days_of_a_stay_can_be_told_by_number_alone():
    text = "President Otto Kern visited Oslo from May 3 to 4 and Rome from the 5th to the 7th.\n"
    assert [(str(d.when.start), str(d.when.end)) for d in reading_of(text).drafts][1] == ("2021-05-05", "2021-05-07")


def test_the_day_for_which_a_meeting_had_been_fixed_is_its_day():
    text = "President Otto Kern cancelled a meeting with Ada Holm which had been fixed for May 7.\n"
    assert reading_of(text).drafts[0].when.start == date(2021, 5, 7)


@pytest.mark.parametrize("when", ["In the afternoon", "A few hours later", "Two hours later"])
def test_an_hour_told_after_a_day_is_of_that_day(when):
    text = f"Ana Reis came to Oslo on May 4. {when} she met Ivo Kern (Reuters, May 6).\n"
    assert reading_of(f"Foreign Minister Ana Reis spoke.\n\n{text}").drafts[-1].when.start == date(2021, 5, 4)


def test_a_release_tells_of_the_february_that_is_over():
    head = "Note\n\nOctober 5, 2018\n\n"
    (draft,) = reading_of("President Otto Kern met Ada Holm on February 3.\n", head=head).drafts
    assert draft.when.start == date(2018, 2, 3)
    (draft,) = reading_of("President Otto Kern will meet Ada Holm on February 3.\n", head=head).drafts
    assert draft.when.start == date(2019, 2, 3)


def test_a_day_before_the_period_holds_for_nothing_told_after_it():
    text = "Under a treaty of March 4, 2001, the border is open. President Otto Kern met Ada Holm (AP, May 6).\n"
    assert reading_of(text).drafts[-1].when.start == date(2021, 5, 6)


@pytest.mark.parametrize("end", ["will not now take place", "will now not go ahead", "will no longer take place"])
def test_a_visit_that_will_not_take_place_is_cancelled(end):
    (draft,) = reading_of(f"A visit to Oslo by President Otto Kern, planned for May 8, {end}.\n").drafts
    assert draft.status == "cancelled"


def test_a_line_of_a_day_below_a_heading_dates_its_entry():
    text = "# Readout of a meeting with President Otto Kern\n\n6 May 2021\n\nPresident Otto Kern met Premier Ada Holm.\n"
    assert reading_of(text).drafts[-1].when.start == date(2021, 5, 6)


def test_the_day_of_another_event_is_not_that_of_the_encounter():
    text = "President Otto Kern met Premier Ada Holm on the follow-up to the Oslo conference of March 9 (AP, May 6).\n"
    assert reading_of(text).drafts[-1].when.start == date(2021, 5, 6)


def test_who_goes_on_to_a_place_is_there_on_the_day_of_what_follows():
    text = ("President Otto Kern met Ada Holm in Oslo on May 4. "
            "He went on to Lusaka, where President Ivo Reis received him on May 6.\n")
    assert [d.when.start.day for d in reading_of(text).drafts] == [4, 6, 6]


@pytest.mark.parametrize(("text", "day"), [
    ("On May 6, a day before the vote, President Otto Kern met Ada Holm.", 6),
    ("President Otto Kern called Ada Holm (AP, May 4). Two days later he met Ivo Reis.", 6),
    ("Premier Ivo Reis came to Oslo on May 4 for three days. President Otto Kern met Ada Holm on the evening of the second day.", 5),
    ("The talks lasted from May 4 to 6. On the last day President Otto Kern met Ada Holm.", 6),
])
def test_a_day_is_counted_from_what_was_told(text, day):
    assert reading_of(text + "\n").drafts[-1].when.start == date(2021, 5, day)


def test_the_days_of_a_list_are_of_the_year_above_it():
    text = "Talks: a chronology\n\n1993\n\n6 March. President Otto Kern receives Ada Holm in Oslo.\n\n1994\n\n" \
        "7 May. President Otto Kern receives Ada Holm in Oslo.\n"
    assert [d.when.start for d in reading_of(text, head="").drafts] == [date(1993, 3, 6), date(1994, 5, 7)]


@pytest.mark.parametrize(("text", "day"), [
    ("A meeting with Premier Ada Holm, planned for today, has been moved to Friday, said President Otto Kern.", 7),
    ("A call of President Otto Kern with Ada Holm, scheduled for today, will now take place on Friday.", 7),
])
def test_what_is_moved_is_planned_for_the_day_that_it_is_moved_to(text, day):
    draft = reading_of(text + "\n", head="Kern, Holm to meet\n\nMay 4, 2021\n\n").drafts[-1]
    assert (draft.status, draft.when.start) == ("planned", date(2021, 5, day))


def test_in_the_present_tense_a_weekday_of_the_news_is_to_come():
    draft = reading_of("President Otto Kern meets Ada Holm in Oslo on Friday.\n", head="Kern in Oslo\n\nMay 4, 2021\n\n").drafts[-1]
    assert (draft.status, draft.when.start) == ("planned", date(2021, 5, 7))


def test_the_day_of_a_further_verb_is_not_that_of_the_one_before():
    text = "On May 5 President Otto Kern met with Ada Holm and, on May 6, opened the fair.\n"
    assert reading_of(text).drafts[0].when.start == date(2021, 5, 5)


NEWS = "Holm in Oslo\n\nMay 4, 2021\n\nForeign Minister Ada Holm arrived in Oslo on Tuesday for a two-day visit. "


@pytest.mark.parametrize(("text", "days"), [
    ("She will meet Premier Ivo Reis.", (4, 5)), ("She is due to meet Premier Ivo Reis tomorrow.", (5, 5)),
    ("Premier Ivo Reis will meet President Otto Kern.", None), ("She will meet Premier Ivo Reis in Riga.", None),
])
def test_what_a_traveller_will_do_where_he_is_falls_into_his_stay(text, days):
    when = reading_of(NEWS + text + "\n", head="").drafts[-1].when
    assert (when.start and (when.start.day, when.end.day)) == days


@pytest.mark.parametrize("text", [
    "Ana Reis recalled President Ivo Kern's 2015 visit to Oslo.",
    "Ana Reis recalled President Ivo Kern's visit to Oslo in 2015.",
    "Ana Reis recalled President Ivo Kern's March 2015 visit to Oslo.", "Ana Reis recalled his 2015 meeting with Ivo Kern.",
])
def test_a_year_before_a_journey_is_its_year(text):
    (draft,) = reading_of(text + "\n").drafts
    assert draft.when.start.year == 2015


SAID = "Kern meets Holm\n\nMay 5, 2021\n\n"


@pytest.mark.parametrize(("text", "day", "precision"), [
    ("Otto Kern will meet Ada Holm in Oslo, the foreign ministry said on Tuesday.", None, "unknown"),
    ("The foreign ministry said on Tuesday that Otto Kern will meet Ada Holm in Oslo.", None, "unknown"),
    ("On Tuesday the foreign ministry announced that Otto Kern would meet Ada Holm in Oslo.", None, "unknown"),
    ("Otto Kern met Ada Holm in Oslo, the foreign ministry said in a statement on Tuesday.", 4, "approximate"),
    ("The ministry told reporters on Tuesday that Otto Kern had met Ada Holm in Oslo.", 4, "approximate"),
    ("Otto Kern said on Tuesday that he met Ada Holm on May 1.", 1, "day"),
    ("Otto Kern met Ada Holm on Monday, the foreign ministry said on Tuesday.", 3, "day"),
    ("Otto Kern said that he had met Ada Holm on Tuesday.", 4, "day"),
])
def test_the_day_on_which_something_is_said_is_not_that_of_an_encounter(text, day, precision):
    when = reading_of(SAID + text + "\n", head="").drafts[-1].when
    assert (when.start and when.start.day, when.precision) == (day, precision)


@pytest.mark.parametrize("text", [
    "A report that Otto Kern had met Ada Holm in Lima was denied in Oslo (AP, May 6).",
    "A meeting between Otto Kern and Ada Holm fell through (AP, May 6).",
])
def test_what_did_not_happen_is_of_the_day_that_its_source_tells(text):
    (draft,) = reading_of("- President Otto Kern met Premier Ada Holm on May 1. " + text + "\n").merged[1:]
    assert draft.status in ("denied", "cancelled")
    assert (draft.when.start.day, draft.when.precision) == (6, "approximate")


ENTRIES = ("October 19, 1993\nPresident Otto Kern met Premier Ada Holm in Oslo.\n\n"
           "October 21, 1993\nOtto Kern met Premier Ivo Reis in Riga.\n\nOctober 23, 1993\nAda Holm met Ivo Reis.\n")


@pytest.mark.parametrize("head", ["A Chronology\n\n", "A Chronology\n\nJanuary 1, 1993 - December 31, 1993\n\n"])
def test_in_a_chronicle_a_day_on_a_line_of_its_own_is_that_of_its_entry(head):
    drafts = reading_of(ENTRIES, head=head).drafts
    assert [(d.when.start.day, d.when.precision) for d in drafts] == [(19, "day"), (21, "day"), (23, "day")]


def test_the_day_of_a_release_dates_no_entry():
    drafts = reading_of("May 4, 2021\n\nPresident Otto Kern met Premier Ada Holm in Oslo.\n", head="Kern meets Holm\n\n").drafts
    assert [d.when.precision for d in drafts] == ["approximate"]


def test_the_year_in_the_title_of_a_chronology_is_that_of_its_days():
    text = "Oct. 19 - President Otto Kern met Premier Ada Holm in Oslo.\n\nOct. 21 - Otto Kern met Premier Ivo Reis in Riga.\n"
    assert [str(d.when.start) for d in reading_of(text, head="Chronology of 1993\n\n").drafts] == ["1993-10-19", "1993-10-21"]


def test_a_trip_within_a_stay_leaves_its_days_to_be_counted():
    text = ("President Otto Kern paid a visit to Ankara on May 6-7. On the second day he flew to Istanbul, where he had lunch "
            "with Ivo Reis.\n")
    assert [d.when.start.day for d in reading_of(text).drafts] == [6, 7, 7]


def test_a_journey_put_off_to_a_day_is_planned_for_it():
    (visit,) = reading_of("President Otto Kern's trip to Moscow, set for May 4, was postponed to June 2.\n").drafts
    assert (visit.status, str(visit.when.start)) == ("planned", "2021-06-02")


@pytest.mark.parametrize(("first", "days"), [
    ("On 12 January 1978", ["1978-01-12", "1978-01-17", "1978-01-16", "1978-03-01", "None"]),
    ("On 12 January", ["None"] * 5),
])
def test_a_text_whose_first_day_has_its_year_goes_on_from_day_to_day(first, days):
    text = f"{first} Minister Ada Holm met President Otto Kern in Oslo. On 17 January she met Ivo Reis. The day before, she had met " \
        "Tom Osei. In March she met Jan Peeters. On 4 January she had met Ulf Dahl.\n"
    assert [str(d.when.start) for d in reading_of(text, head="").drafts] == days


def test_what_is_later_than_something_unknown_is_not_counted_from_its_own_source():
    text = "Foreign Minister Ana Reis spoke. Two days later she met Ivo Kern (Reuters, May 5).\n"
    (meeting,) = extracted(text).meetings
    assert (meeting.when.end, meeting.when.basis) == (date(2021, 5, 5), "citation")


def test_a_day_counted_from_another_is_counted_once_in_a_sentence():
    text = "Foreign Minister Ana Reis met Ivo Kern on May 4. Two days later she saw Ole Dahl and called on Lea Berg.\n"
    assert {d.when.start for d in reading_of(text).drafts[1:]} == {date(2021, 5, 6)}


def test_the_afternoon_of_a_release_is_of_the_day_told_in_the_paragraph_before():
    text = "Yesterday Foreign Minister Ana Reis met Ivo Kern in Oslo.\n\nIn the afternoon she called on Ole Dahl.\n"
    drafts = reading_of(text, head="Oslo, May 5, 2021\n\n").drafts
    assert [d.when.start for d in drafts] == [date(2021, 5, 4)] * 2


def test_what_is_planned_for_a_month_is_to_come():
    text = "Foreign Minister Ana Reis will visit Oslo in January.\n"
    (visit,) = reading_of(text, head="Note\n\nApril 5, 2021 - April 11, 2021\n\n").drafts
    assert visit.when.start == date(2022, 1, 1)


def test_a_vague_day_to_come_begins_with_its_source():
    text = "Foreign Minister Ana Reis will visit Oslo later in the year (Reuters, May 5).\n"
    (visit,) = reading_of(text).drafts
    assert (visit.when.start, visit.when.end) == (date(2021, 5, 5), date(2021, 12, 31))
