"""Meetings in a calendar, as a library for calendars reads them."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from exports.choice import Choice
from exports.errors import NothingToExport
from exports.ical import write_calendar
from exports.reporting import Reporting, open_reporting


def events(reporting: Reporting, *, held: bool = False, **choice: object) -> list[Event]:
    """Return the events as they are read."""
    out = BytesIO()
    written, _ = write_calendar(reporting, out, Choice(**choice), held=held)
    read = Calendar.from_ical(out.getvalue()).walk("VEVENT")
    assert (len(read), [event.errors for event in read]) == (written, [[]] * written)
    return read


def called(events: list[Event], summary: str) -> Event:
    """Return the one event of a summary."""
    (found,) = [event for event in events if event["SUMMARY"] == summary]
    return found


def test_a_planned_meeting_is_an_all_day_event_with_the_words_that_announce_it(reporting: Reporting) -> None:
    event = called(events(reporting), "Meeting between Gerald Ford and Takeo Miki")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(1975, 8, 6), date(1975, 8, 7))
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert str(event["DESCRIPTION"]) == ("“The two are to meet again on August 6 (Kyodo, August 5).” — Diplomacy Monitor: The "
                                         "Helsinki Summit, “Ford's Journey”; citing Kyodo, August 5, 1975")


def test_a_day_that_is_not_certain_is_tentative_and_says_so(reporting: Reporting) -> None:
    event = called(events(reporting), "Visit of Helmut Kohl to Washington, United States (day not certain)")
    assert (event["DTSTART"].dt, event["DTEND"].dt, event["STATUS"]) == (date(1986, 10, 20), date(1986, 10, 27), "TENTATIVE")
    assert event["DESCRIPTION"].startswith("The day is not certain: between October 20 and 26, 1986; the text says “Next week”")
    assert event["LOCATION"] == "Washington, United States"


def test_what_was_called_off_is_cancelled(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.meetings SET status = 'denied' WHERE status = 'planned' AND start_date = '1975-08-06'")
    with open_reporting(changed) as reporting:
        read = events(reporting)
    assert called(read, "Denied: Meeting between Gerald Ford and Takeo Miki")["STATUS"] == "CANCELLED"
    assert {str(event["STATUS"]) for event in read if event["SUMMARY"].startswith(("Denied: ", "Cancelled: "))} == {"CANCELLED"}


def test_what_took_place_is_there_where_that_is_asked_for(reporting: Reporting) -> None:
    ahead, all_of_them = events(reporting), events(reporting, held=True)
    assert {event["UID"] for event in ahead} < {event["UID"] for event in all_of_them}
    met = called(all_of_them, "Meeting of Harold Wilson, Gerald Ford, Helmut Schmidt, Valery Giscard d'Estaing and foreign "
                              "ministers")
    assert (met["STATUS"], met["DTSTART"].dt) == ("CONFIRMED", date(1975, 7, 31))
    (day,) = {event["DTSTAMP"].dt for event in all_of_them}
    assert day.replace(tzinfo=None) == datetime(2026, 1, 2, 3, 4, 5)


def test_a_period_and_a_country_leave_out_the_others(reporting: Reporting) -> None:
    in_period = events(reporting, held=True, first=date(1986, 10, 1), last=date(1986, 10, 31))
    assert {event["DTSTART"].dt.year for event in in_period} == {1986}
    of_finland = events(reporting, held=True, countries=("FI",))
    assert of_finland and len(of_finland) < len(events(reporting, held=True))


def test_a_later_export_updates_the_events_and_doubles_none(snapshot: Path, altered: Callable[..., Path]) -> None:
    later = altered("UPDATE reporting.snapshot SET run_id = 'run-12', published_at = published_at + INTERVAL 1 DAY",
                    "UPDATE reporting.meetings SET start_date = start_date + 1, end_date = end_date + 1 "
                    "WHERE status = 'planned'")
    with open_reporting(snapshot) as reporting:
        before = {event["UID"]: event for event in events(reporting)}
    with open_reporting(later) as reporting:
        after = {event["UID"]: event for event in events(reporting)}
    assert before.keys() == after.keys() and len(before) == len(set(before))
    for uid, event in after.items():
        assert event["DTSTART"].dt >= before[uid]["DTSTART"].dt
        assert (before[uid]["SEQUENCE"], event["SEQUENCE"]) == (1, 12)
        assert event["DTSTAMP"].dt - before[uid]["DTSTAMP"].dt == timedelta(days=1)


def test_meetings_without_a_day_are_left_out_and_counted(altered: Callable[..., Path]) -> None:
    forget = "UPDATE reporting.meetings SET start_date = NULL, end_date = NULL"
    with open_reporting(altered(f"{forget} WHERE start_date < '1980-01-01'")) as r:
        (undated,) = next(r.rows("SELECT count(*) FROM reporting.meetings "
                                 "WHERE start_date IS NULL AND status <> 'held'")).values()
        assert write_calendar(r, BytesIO(), Choice())[1] == undated > 0
    with open_reporting(altered(forget)) as r:
        with pytest.raises(NothingToExport, match="No planned meeting of which this is asked has a day"):
            events(r)


def test_a_document_of_the_web_is_linked(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.documents SET uri = 'https://bulletin.example/' || document_id")
    with open_reporting(changed) as reporting:
        assert all(event["URL"].startswith("https://bulletin.example/") for event in events(reporting))


def test_hostile_words_stay_within_their_event(hostile: Path) -> None:
    with open_reporting(hostile) as reporting:
        read = events(reporting, held=True)
    assert {name for event in read for name, _ in event.property_items(recursive=False)} == {
        "BEGIN", "END", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "CATEGORIES", "DESCRIPTION", "GEO",
        "LOCATION", "STATUS", "TRANSP"}
    assert not any(ord(letter) < 32 and letter != "\n" for event in read for letter in event["DESCRIPTION"] + event["SUMMARY"])
