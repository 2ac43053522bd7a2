"""One meeting: who, when and where, how surely, and each piece of evidence marked in its passage."""
from __future__ import annotations

from explorer import words
from explorer.countries import country
from explorer.here import Here, the_one, titled, write
from explorer.links import link, link_to
from explorer.markup import Markup, element, joined
from explorer.screens.meetings import meetings
from explorer.tables import badge, details, heading, nothing, section, table
from explorer.told import evidence, meeting_name, meetings_table, party_link, party_name, place


def show(here: Here) -> None:
    """Show the page."""
    found = the_one(here, "meeting")
    if found is None:
        return
    ask = here.snapshot.ask
    parties = [row._asdict() for row in ask("participants", id=found.meeting_id)]
    name = words.occasion(found.kind, found.title, [party_name(party) for party in parties])
    titled(name)
    days = words.when(found.start_date, found.end_date, found.date_precision)
    write(heading(name, kicker=words.plain(found.kind), lead=joined(
        [days, place(found.place, found.country_code) or None, badge(words.status(found.status), found.status)], " · ")))
    write(_details(here, found, days))
    write(section("Who took part"), _parties(parties) if parties else nothing("No text says who took part."))
    inside = meetings(here, part_of=found.meeting_id, most=100)
    if inside:
        write(section("Meetings that were part of it"), meetings_table(inside, label="Meetings that were part of it"))
    told = ask("evidence", kind="meeting", id=found.meeting_id)
    write(section("Which words say so", note=words.count(len(told), "passage")), *map(evidence, told))


def meeting_named(here: Here, known: str) -> tuple | None:
    """Return a meeting with who took part, by its id."""
    return here.snapshot.ask_one("meeting_named", id=known)


def _details(here: Here, found: tuple, days: str) -> Markup:
    where = [link("meetings", place(row.place, row.country_code) or "A place without a name", place=row.place_id)
             for row in here.snapshot.ask("meeting_places", id=found.meeting_id)]
    whole = found.part_of_meeting_id and meeting_named(here, found.part_of_meeting_id)
    return details((
        ("When", joined((days, ". ", element("span", words.basis(found.date_basis, found.date_stated), class_="rx-faint")))),
        ("Where", joined(where, "; ") if where else None),
        ("State", words.status(found.status)),
        ("Part of", link_to("meeting", whole.meeting_id, meeting_name(whole)) if whole else None),
        ("About", "; ".join(row.topic for row in here.snapshot.ask("meeting_topics", id=found.meeting_id))),
        ("Sources", words.count(found.source_count, "source")),
        ("Certainty", f"{found.confidence:.0%}, as the extraction sees it"),
    ))


def _parties(parties: list[dict]) -> Markup:
    return table(("Who", "As", "For", "Country", "Side"), [(
        party_link(party), party["role"], _stands_for(party), country(party["country_code"]),
        words.SIDES.get(party["side"], "")) for party in parties], label="Who took part")


def _stands_for(party: dict) -> object:
    """Return whom somebody stands for, where that is not said by the name already."""
    if party["on_behalf_of"]:
        return party["on_behalf_of"]
    if party["organization"] and party["person"]:
        return link_to("organization", party["organization_id"], party["organization"])
    return ""
