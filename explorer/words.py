"""Say dates, kinds and states in words. Unknown values are shown as they are, not passed off as known ones."""
from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
STATUSES = {
    "held": "Held", "planned": "Planned", "cancelled": "Cancelled", "denied": "Denied",
    "proposed": "Proposed", "negotiating": "Under negotiation", "reached": "Reached", "signed": "Signed",
    "ratified": "Ratified", "in_force": "In force", "suspended": "Suspended", "terminated": "Terminated",
    "rejected": "Rejected",
    "open": "Open", "accepted": "Accepted", "dismissed": "Dismissed",
}
SIDES = {"host": "Host", "visitor": "Visitor", "third_party": "Third party"}
FINDINGS = {
    "date_conflict": "Days that contradict each other",
    "date_outside_period": "A day outside the period of the document",
    "identity_conflict": "Who is who",
    "deceased_actor": "Somebody who had died by then",
    "misspelt_source": "A source that seems misspelt",
    "duplicate": "Told twice",
    "unresolved_role": "A post without a name",
    "other": "Something else",
}
BASES = {
    "citation": "The text does not say the day; it is taken from the report that is cited.",
    "period": "The text does not say the day; it lies in the period that the document reports on.",
    "none": "No document says when.",
}


def status(value: str | None) -> str:
    """Return a status in words."""
    return STATUSES.get(value or "", plain(value))


def plain(value: str | None) -> str:
    """Return a value of a closed list as words that begin with a capital."""
    told = (value or "").replace("_", " ")
    return told[:1].upper() + told[1:]


def day(value: date) -> str:
    """Return a day: 2 August 1975."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime | None) -> str:
    """Return a time of the ledger, which is kept in UTC."""
    return "at a time not known" if value is None else f"{day(value)}, {value:%H:%M} UTC"


def span(first: date, last: date) -> str:
    """Return the days from the first to the last, as briefly as they can be told."""
    if first == last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{first.day}–{day(last)}"


def _months(first: date, last: date) -> str:
    """Return whole months, or whole years."""
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"


def when(first: date | None, last: date | None, precision: str | None = "day") -> str:
    """Return when something was, with how surely that is known."""
    if first is None and last is None:
        return "Day not known"
    if first is None:
        return f"By {day(last)}"
    told = f"From {day(first)}" if last is None else span(first, last)
    return f"About {told}" if precision == "approximate" else told


def basis(value: str | None, stated: str | None) -> str:
    """Return what a date rests on."""
    if value == "stated":
        return "The text says the day." if stated is None else f"The text says “{stated}”."
    told = BASES.get(value or "", "")
    return told if stated is None or not told else f"{told} It says “{stated}”."


def held_from(first: date | None, last: date | None, seen: date | None, seen_last: date | None) -> str:
    """Return when a post was held, else when documents speak of it."""
    if first is not None and last is not None:
        return span(first, last)
    if first is not None:
        return f"From {day(first)}"
    if last is not None:
        return f"Until {day(last)}"
    return seen_in(seen, seen_last)


def seen_in(first: date | None, last: date | None) -> str:
    """Return when documents speak of something."""
    if first is None or last is None:
        return "Not dated"
    return f"Seen {day(first)}" if first == last else f"Seen {span(first, last)}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Return names as a sentence lists them; what is beyond `most` is counted."""
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def occasion(kind: str, title: str | None, parties: Sequence[str]) -> str:
    """Return what a meeting is called: its own name, else who took part."""
    if title:
        return title[:1].upper() + title[1:]
    if not parties:
        return plain(kind)
    match kind:
        case "call" if len(parties) > 1:
            return f"Call between {listed(parties)}"
        case _:
            return f"{plain(kind)} of {listed(parties)}"
