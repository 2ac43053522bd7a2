"""Dates as stated, and the days they stand for."""
from __future__ import annotations

from datetime import date

import pytest

from etl.knowledge import toml
from etl.time.dates import Calendar, find_dates, resolve

MAY = Calendar(date(2021, 5, 3), date(2021, 5, 9))
NEW_YEAR = Calendar(date(2020, 12, 28), date(2021, 1, 10))
PUBLISHED = Calendar(published=date(2021, 5, 12))
NOTHING = Calendar()
WEDNESDAY = date(2021, 5, 12)


def days(text: str, calendar: Calendar = MAY, anchor: date | None = None, *, ahead: bool = False) -> tuple[str | None,
    str | None, str]:
    """Return first day, last day and precision of the only date in a text."""
    (mention,) = find_dates(text)
    when = resolve(mention, calendar, anchor, ahead=ahead)
    return when.start and str(when.start), when.end and str(when.end), when.precision


@pytest.mark.parametrize(("text", "day"), [
    ("on May 4, 2021", "2021-05-04"), ("on 4 May 2021", "2021-05-04"), ("on the 4th of May, 2021", "2021-05-04"),
    ("on May 4th 2021", "2021-05-04"),
    ("on Tuesday, May 4, 2021", "2021-05-04"), ("2021-05-04", "2021-05-04"), ("5/4/21", "2021-05-04"),
    ("05/04/2021", "2021-05-04"), ("04.05.2021", "2021-05-04"),
    ("Sept. 4, 1999", "1999-09-04"), ("4 Sep 1999", "1999-09-04"), ("Feb 29, 2020", "2020-02-29"),
])
def test_a_full_date_is_its_day_whatever_the_document(text, day):
    assert days(text, NOTHING) == days(text, NEW_YEAR) == (day, day, "day")


@pytest.mark.parametrize(("text", "calendar", "day"), [
    ("on May 4", MAY, "2021-05-04"), ("on 4 May", MAY, "2021-05-04"), ("December 30", MAY, "2020-12-30"),
    ("October 30", MAY, "2021-10-30"),
    ("December 30", NEW_YEAR, "2020-12-30"), ("January 2", NEW_YEAR, "2021-01-02"), ("June 1", PUBLISHED, "2021-06-01"),
])
def test_a_missing_year_is_the_one_nearest_to_the_document(text, calendar, day):
    assert days(text, calendar) == (day, day, "day")


@pytest.mark.parametrize("text", ["on May 4", "4-6 May", "in mid-May", "in May", "yesterday", "on Tuesday", "last week"])
def test_nothing_is_guessed_without_a_calendar_and_an_anchor(text):
    assert days(text, NOTHING) == (None, None, "unknown")


@pytest.mark.parametrize("text", ["February 30, 2021", "31 April 2021", "February 29, 2021",
                                  pytest.param("May 9-4, 2021",
                                               marks=pytest.mark.xfail(strict=True,
                                                   reason="read as May 9 of the year before"))])
def test_a_day_that_no_calendar_has_stays_unknown_with_its_words(text):
    (mention,) = find_dates(text)
    when = resolve(mention, MAY)
    assert (when.start, when.precision, when.stated) == (None, "unknown", text)


@pytest.mark.parametrize(("text", "start", "end"), [
    ("May 4-6, 2021", "2021-05-04", "2021-05-06"), ("4-6 May 2021", "2021-05-04", "2021-05-06"),
    ("May 4 to 6", "2021-05-04", "2021-05-06"),
    ("May 30 - June 2, 2021", "2021-05-30", "2021-06-02"), ("30 May to 2 June 2021", "2021-05-30", "2021-06-02"),
    ("May 4 and 5", "2021-05-04", "2021-05-05"),
    ("December 28, 2020 - January 10, 2021", "2020-12-28", "2021-01-10"),
    ("December 28 - January 10, 2021", "2020-12-28", "2021-01-10"), ("May 4–6", "2021-05-04", "2021-05-06"),
])
def test_a_range_has_a_first_and_a_last_day(text, start, end):
    assert days(text) == (start, end, "day")


@pytest.mark.parametrize(("text", "start"), [
    ("in April of last year", "2020-04-01"), ("in June this year", "2021-06-01"), ("in May next year", "2022-05-01"),
])
def test_a_month_of_a_year_told_by_its_distance_is_in_that_year(text, start):
    assert days(text, PUBLISHED, WEDNESDAY)[0] == start


@pytest.mark.parametrize(("text", "start", "end", "precision"), [
    ("in early May", "2021-05-01", "2021-05-10", "approximate"), ("in mid-May", "2021-05-11", "2021-05-20", "approximate"),
    ("in late February", "2021-02-21", "2021-02-28", "approximate"), ("in May 2019", "2019-05-01", "2019-05-31", "month"),
    ("in May", "2021-05-01", "2021-05-31", "month"), ("In May", "2021-05-01", "2021-05-31", "month"), ("in 2019", "2019-01-01", "2019-12-31", "approximate"),
])
def test_a_vague_date_is_an_interval(text, start, end, precision):
    assert days(text) == (start, end, precision)


@pytest.mark.parametrize(("text", "start", "end", "precision"), [
    ("yesterday", "2021-05-11", "2021-05-11", "day"), ("tomorrow", "2021-05-13", "2021-05-13", "day"),
    ("the same day", "2021-05-12", "2021-05-12", "day"),
    ("the next day", "2021-05-13", "2021-05-13", "day"), ("two days later", "2021-05-14", "2021-05-14", "day"),
    ("three days earlier", "2021-05-09", "2021-05-09", "day"),
    ("two weeks later", "2021-05-26", "2021-05-26", "approximate"), ("this week", "2021-05-10", "2021-05-16", "approximate"),
    ("last week", "2021-05-03", "2021-05-09", "approximate"), ("last month", "2021-04-01", "2021-04-30", "month"),
    ("next month", "2021-06-01", "2021-06-30", "month"),
    ("on Wednesday", "2021-05-12", "2021-05-12", "day"), ("on Monday", "2021-05-10", "2021-05-10", "day"),
    ("on Thursday", "2021-05-06", "2021-05-06", "day"),
    ("last Wednesday", "2021-05-05", "2021-05-05", "day"), ("next Wednesday", "2021-05-19", "2021-05-19", "day"),
])
def test_a_relative_date_counts_from_its_anchor(text, start, end, precision):
    assert days(text, PUBLISHED, WEDNESDAY) == (start, end, precision)


def test_a_weekday_of_something_to_come_is_the_next_one():
    assert days("on Monday", PUBLISHED, WEDNESDAY, ahead=True) == ("2021-05-17", "2021-05-17", "day")


@pytest.mark.parametrize("text", ["on Good Friday", "on Good Friday, May 7", "on Easter Monday"])
def test_the_day_of_a_feast_is_named_whole(text):
    assert [m.span.of(text) for m in find_dates(text)] == [text.removeprefix("on ")]


@pytest.mark.parametrize("text", [
    "They may march on.", "Resolution 242", "on page 12", "some 2,500 men", "at 10:30", "4.5 percent", "the March",
    "Channel 12", "the year of the monsoon", "10/45/99",
])
def test_what_only_looks_like_a_date_is_none(text):
    assert list(find_dates(text)) == []


def test_dates_are_found_in_the_order_of_the_text_with_their_spans():
    text = "From May 4, 2021 until 6 May 2021, and again on Friday."
    assert [m.span.of(text) for m in find_dates(text)] in (["May 4, 2021 until 6 May 2021", "Friday"],
                                                           ["May 4, 2021", "6 May 2021", "Friday"])


def test_only_the_stretch_asked_for_is_searched():
    text = "On May 4 and on May 6"
    assert [m.words for m in find_dates(text, 8, len(text))] == ["May 6"]


@pytest.mark.parametrize(("text", "start", "end"), [
    ("over the weekend", "2021-05-08", "2021-05-09"), ("two days ago", "2021-05-10", "2021-05-10"),
    ("last March", "2021-03-01", "2021-03-31"), ("last May", "2020-05-01", "2020-05-31"),
    ("next May", "2022-05-01", "2022-05-31"),
    ("in June last year", "2020-06-01", "2020-06-30"), ("on 4 July of this year", "2021-07-04", "2021-07-04"),
    ("in early March of next year", "2022-03-01", "2022-03-10"),
    ("last year", "2020-01-01", "2020-12-31"), ("the day before yesterday", "2021-05-10", "2021-05-10"),
])
def test_more_relative_days_count_from_the_anchor(text, start, end):
    assert days(text, NOTHING, WEDNESDAY)[:2] == (start, end)


@pytest.mark.parametrize(("text", "start", "end"), [
    ("in early 1988", "1988-01-01", "1988-04-30"), ("in the spring of 1988", "1988-03-01", "1988-05-31"),
    ("in the first quarter of 2023", "2023-01-01", "2023-03-31"), ("in the first week of May", "2021-05-01", "2021-05-07"),
    ("in the second half of May", "2021-05-16", "2021-05-31"),
])
def test_a_part_of_a_year_or_month_is_its_days(text, start, end):
    assert days(text) == (start, end, "approximate")


@pytest.mark.parametrize(("calendar", "day"), [(MAY, "2021-05-05"), (NOTHING, None)])
def test_a_day_without_month_is_the_one_of_the_period(calendar, day):
    assert days("On the 5th, he spoke", calendar)[0] == day


@pytest.mark.parametrize(("text", "words"), [
    ("They will meet from the 18th — AFP", "the 18th"), ("Lunch on the 1st is on Kern", "the 1st"), ("set for the 20th, it", "the 20th"),
    ("on the 12th Major Kern left", "the 12th"), ("He spent the 2nd and the 3rd at Bergen", "the 2nd and the 3rd"),
    ("on the 16th and 17th he spoke", "the 16th and 17th"), ("until Sunday the 8th it rained", "Sunday the 8th"),
    ("with Reis (10th) and Kern", "10th"), ("on the 13th dined alone", "the 13th"),
])
def test_a_day_can_be_told_by_its_number_alone(text, words):
    (mention,) = find_dates(text)
    assert (mention.form, mention.words) == ("nth", words)


@pytest.mark.parametrize("text", ["on the 26th session", "by the 3rd quarter", "from the 10th Mountain Division", "(10th edition)"])
def test_a_number_before_a_noun_is_no_day(text):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(("text", "anchor", "day"), [
    ("On the 6th, he spoke", date(2019, 7, 1), "2021-05-06"), ("On the 1st, he spoke", date(2021, 5, 30), "2021-05-01"),
    ("On the 27th, he spoke", date(2021, 5, 4), "2021-05-27"), ("On the 12th, he spoke", date(2021, 5, 15), "2021-05-12"),
])
def test_a_day_told_by_its_number_is_near_the_one_told_before_and_in_the_period(text, anchor, day):
    (mention,) = find_dates(text)
    assert str(resolve(mention, Calendar(date(2021, 5, 1), date(2021, 5, 31)), anchor).start) == day


def test_a_day_to_come_can_lie_soon_after_the_period():
    (mention,) = find_dates("On the 1st, he will speak")
    assert resolve(mention, Calendar(date(2021, 5, 1), date(2021, 5, 31)), date(2021, 5, 30), ahead=True).start == date(2021, 6, 1)


def test_months_in_capitals_are_months():
    assert [m.words for m in find_dates("OSLO, 6 TO 8 MAY")] == ["6 TO 8 MAY"]
@pytest.mark.parametrize(("text", "stated"), [
    ("On the 5th King Osric spoke.", ["the 5th"]), ("On the 5th there was rain.", ["the 5th"]),
    ("She spent the 5th in Oslo.", ["the 5th"]), ("They spoke on the 5th Floor.", []),
    ("They spoke of the 5th Fleet and on the 5th Round.", []),
])
def test_a_day_without_month_may_stand_before_a_name_that_is_not_numbered(text, stated):
    assert [m.words for m in find_dates(text)] == stated


@pytest.mark.parametrize(("text", "stated"), [
    ("They saw Myint Thu and Sun Guoxin.", []), ("They met on Thu May 6.", ["Thu May 6"]), ("They met on Thu.", ["Thu."]),
])
def test_a_short_weekday_beside_a_name_is_part_of_it(text, stated):
    assert [m.words for m in find_dates(text)] == stated


@pytest.mark.parametrize(("text", "start"), [
    ("in the autumn", "2021-09-01"), ("In the fall of Selva", None), ("in the spring session", None),
])
def test_a_season_is_the_nearest(text, start):
    assert [str(resolve(m, MAY).start) for m in find_dates(text)] == ([start] if start else [])


@pytest.mark.parametrize("phrase", [p for form in ("days", "weeks", "spans") for p in toml("dates.toml")[form]])
@pytest.mark.parametrize("written", [str, str.capitalize, lambda p: p.replace(" ", "\n")])
def test_every_relative_phrase_of_the_lexicon_is_found_however_written(phrase, written):
    text = f"It was {written(phrase)}."
    assert written(phrase) in [m.span.of(text) for m in find_dates(text)]


@pytest.mark.parametrize("stated", [
    "three weeks later", "a day earlier", "the 3rd of May", "last\nMonday", "This coming Friday", "early May", "the end of June",
    "mid-July 2021", "2 days after",
])
def test_a_date_is_found_by_its_first_two_words(stated):
    assert any(True for _ in find_dates(f"They met {stated}."))


@pytest.mark.parametrize(("text", "day"), [("On the eve, they met", "2021-05-11"), ("Next morning they met", "2021-05-13"),
                                           ("Two days on, they met", "2021-05-14")])
def test_a_day_counted_from_the_one_told_before_needs_no_article(text, day):
    (mention,) = find_dates(text)
    assert mention.follows and str(resolve(mention, NOTHING, WEDNESDAY).start) == day


@pytest.mark.parametrize("text", ["on the eve of the election", "two days on the island"])
def test_the_eve_of_something_and_days_spent_somewhere_are_no_days(text):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(("text", "first", "last"), [
    ("at the end of the month", (1988, 5, 21), (1988, 5, 31)), ("in the first days of the same month", (1988, 5, 1), (1988, 5, 5)),
    ("early next month", (1988, 6, 1), (1988, 6, 10)), ("before the end of the year", (1988, 10, 1), (1988, 12, 31)),
    ("in the first half of next year", (1989, 1, 1), (1989, 6, 30)), ("later in the year", (1988, 5, 18), (1988, 12, 31)),
    ("last summer", (1987, 6, 1), (1987, 8, 31)), ("next spring", (1989, 3, 1), (1989, 5, 31)),
    ("this autumn", (1988, 9, 1), (1988, 11, 30)), ("last winter", (1987, 12, 1), (1988, 2, 29)),
    ("on the 31st of the next month", (1988, 6, 30), (1988, 6, 30)), ("on the eve of the summit", (1988, 5, 17), (1988, 5, 17)),
])
def test_a_part_of_the_month_or_year_spoken_of_counts_from_the_anchor(text, first, last):
    (mention,) = find_dates(text)
    when = resolve(mention, Calendar(), date(1988, 5, 18))
    assert (when.start, when.end) == (date(*first), date(*last))


@pytest.mark.parametrize(("text", "follows"), [
    ("at the end of the month", True), ("early next month", False), ("on the 3rd of that month", True), ("last summer", False),
])
def test_the_month_is_the_one_told_before_and_this_month_that_of_writing(text, follows):
    (mention,) = find_dates(text)
    assert mention.follows is follows


@pytest.mark.parametrize("text", ["one day after Her Majesty's birthday", "two days before the vote"])
def test_a_day_counted_from_something_else_is_no_day(text):
    assert list(find_dates(text)) == []
