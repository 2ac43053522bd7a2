"""Meetings and agreements as events that involve people, bodies and states.

An agreement is an event since no other schema has several parties, a date and proofs: `Contract` is procurement, and a link
joins two.
"""
from __future__ import annotations

from collections.abc import Iterator

from exports.choice import Choice
from exports.facts.reading import read_agreements, read_meetings
from exports.facts.records import Agreement, Days, Meeting, Party, Step
from exports.ftm.actors import part_of
from exports.ftm.codes import country
from exports.ftm.entity import Entity, entity_id
from exports.reporting import Reporting
from exports.wording import Countries, agreement_heading, heading, joined, long_day, party_name, place_name, when

STATUSES = ("held", "planned", "cancelled", "denied")


def meetings(reporting: Reporting) -> Iterator[Entity]:
    """Yield each meeting, and what it is part of. What was not held says so in its name and keywords."""
    for meeting in read_meetings(reporting, Choice(), statuses=STATUSES):
        event = _meeting(meeting, reporting.countries)
        yield event
        if meeting.part_of is not None:
            yield part_of(event.id, entity_id("meeting", meeting.part_of))


def agreements(reporting: Reporting, states: set[str]) -> Iterator[Entity]:
    """Yield each agreement, and add the codes of the states that are parties by themselves to `states`."""
    for agreement in read_agreements(reporting, Choice()):
        states |= {party.country_code for party in agreement.parties if _is_state(party)}
        yield _agreement(agreement, reporting.countries)


def _meeting(meeting: Meeting, countries: Countries) -> Entity:
    event = Entity("Event", entity_id("meeting", meeting.id))
    places = [name for place in meeting.places if (name := place_name(place, countries))]
    day = when(meeting.days).removeprefix("on ")
    status = "" if meeting.status == "held" else f"{meeting.status.capitalize()}: "
    where = places[:1] if meeting.kind != "visit" else []
    event.add("name", ", ".join([status + heading(meeting, countries), *where, *filter(None, [day])]))
    event.add("keywords", meeting.kind, meeting.status)
    _date(event, meeting.days)
    event.add("location", *places)
    event.add("country", *(country(place.country_code) for place in meeting.places))
    event.add("involved", *_actors(meeting.parties))
    unnamed = [party_name(party, countries) for party in meeting.parties if not party.person_id and not party.organization_id]
    if unnamed:
        event.add("summary", f"Took part as well: {joined(unnamed)}.")
    if meeting.topics:
        event.add("notes", f"Topics: {'; '.join(meeting.topics)}.")
    event.prove(meeting.proofs)
    return event


def _agreement(agreement: Agreement, countries: Countries) -> Entity:
    event = Entity("Event", entity_id("agreement", agreement.id))
    event.add("name", agreement_heading(agreement, countries))
    event.add("keywords", agreement.kind, agreement.status)
    _date(event, agreement.days)
    event.add("involved", *_actors(agreement.parties),
              *(entity_id("state", party.country_code) for party in agreement.parties if _is_state(party)))
    event.add("country", *(country(party.country_code) for party in agreement.parties))
    steps = [_step(step) for step in agreement.steps]
    event.add("summary", f"Steps: {'; '.join(dict.fromkeys(steps))}." if steps else None)
    event.prove(agreement.proofs)
    return event


def _step(step: Step) -> str:
    status = step.status.replace("_", " ")
    day = "" if step.day is None else f" {'by ' if step.precision != 'day' else ''}{long_day(step.day)}"
    return (f"to be {status}" if step.is_planned else status) + day


def _is_state(party: Party) -> bool:
    return party.country_code is not None and not (party.person_id or party.organization_id or party.role)


def _actors(parties: tuple[Party, ...]) -> list[str]:
    """Return the ids of the people and bodies among the parties; of a person who acts for a body, both."""
    people = [entity_id("person", party.person_id) for party in parties if party.person_id]
    return people + [entity_id("organization", party.organization_id) for party in parties if party.organization_id]


def _date(event: Entity, days: Days) -> None:
    """Add the day or days where they are exact; else the month or years that they lie in, and the words of the text."""
    if days.first is None or days.last is None:
        return
    if days.precision == "day" and days.first == days.last:
        event.add("date", days.first)
    elif days.precision == "day":
        event.add("startDate", days.first)
        event.add("endDate", days.last)
    else:
        digits = 7 if (days.first.year, days.first.month) == (days.last.year, days.last.month) else 4
        event.add("date", days.first.isoformat()[:digits], days.last.isoformat()[:digits])
        stated = f"; the text says “{days.stated}”" if days.stated else ""
        event.add("summary", f"The day is not certain: {when(days)}{stated}.")
