"""Write meetings as an iCalendar file, so that what lies ahead stands in a calendar.

A day is an all-day event. Where only a stretch of days is known, the event covers it, is tentative, and says so. A meeting
keeps its UID, and SEQUENCE is the number of the last run: a later export brings the event up to date, and never doubles it.
"""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import BinaryIO

from icalendar import Calendar, Event

from exports.choice import Choice
from exports.errors import NothingToExport
from exports.facts.reading import read_meetings
from exports.facts.records import Meeting
from exports.plain_text import in_one_line
from exports.reporting import Reporting, State
from exports.wording import Countries, heading, joined, place_name, source_of, when

AHEAD = ("planned", "cancelled", "denied")
PREFIXES = {"planned": "", "held": "", "cancelled": "Cancelled: ", "denied": "Denied: "}


def write_calendar(reporting: Reporting, out: BinaryIO, choice: Choice, *, held: bool = False) -> tuple[int, int]:
    """Write the meetings asked for that are planned or were called off, and, where `held`, those that took place.

    Returns how many there are, and how many more are left out since no day of them is known. Raises NothingToExport where there
    is none with a day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//rapporteur//export//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Meetings held and planned" if held else "Planned meetings")
    undated = 0
    for meeting in read_meetings(reporting, choice, statuses=(*AHEAD, "held") if held else AHEAD):
        if meeting.days.first is None:
            undated += 1
        else:
            calendar.add_component(_event(meeting, reporting.state, reporting.countries))
    if not calendar.subcomponents:
        raise NothingToExport("No planned meeting of which this is asked has a day; ask for a longer period or other "
                              "countries, or for those held, too, with --held.")
    out.write(calendar.to_ical())
    return len(calendar.subcomponents), undated


def _event(meeting: Meeting, state: State, countries: Countries) -> Event:
    exact = meeting.days.precision == "day"
    event = Event()
    event.add("uid", f"{meeting.id}@rapporteur")
    event.add("dtstamp", state.at.replace(tzinfo=UTC))
    event.add("sequence", state.number)
    event.add("dtstart", meeting.days.first)
    event.add("dtend", meeting.days.last + timedelta(days=1))
    event.add("summary", PREFIXES[meeting.status] + heading(meeting, countries) + ("" if exact else " (day not certain)"))
    event.add("status", _status(meeting, exact))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [meeting.kind, meeting.status])
    places = [name for place in meeting.places if (name := place_name(place, countries))]
    if places:
        event.add("location", "; ".join(places))
    located = [place for place in meeting.places if place.name and place.latitude is not None and place.longitude is not None]
    if len(located) == 1:
        event.add("geo", (located[0].latitude, located[0].longitude))
    event.add("description", "\n".join(_description(meeting, exact)))
    web = next((proof.uri for proof in meeting.proofs if proof.is_on_the_web), None)
    if web is not None:
        event.add("url", web)
    return event


def _status(meeting: Meeting, exact: bool) -> str:
    match meeting.status:
        case "held":
            return "CONFIRMED"
        case "planned":
            return "CONFIRMED" if exact else "TENTATIVE"
        case "cancelled" | "denied":
            return "CANCELLED"
        case _:
            raise ValueError(f"{meeting.status} is no status of a meeting")


def _description(meeting: Meeting, exact: bool) -> Iterator[str]:
    """Yield the lines that say what is known of the day, and the words that support the meeting."""
    if not exact:
        stated = f"; the text says “{in_one_line(meeting.days.stated)}”" if meeting.days.stated else ""
        yield f"The day is not certain: {when(meeting.days)}{stated}."
    if meeting.topics:
        yield f"Topics: {joined([in_one_line(topic) for topic in meeting.topics])}."
    for proof in meeting.proofs:
        yield f"“{in_one_line(proof.quote)}” — {source_of(proof)}"
