"""One organization: names, what it is, who held posts in it, its meetings and agreements, and what sources say."""
from __future__ import annotations

from explorer import words
from explorer.countries import country
from explorer.here import Here, asked, the_one, titled, write
from explorer.links import link, link_to
from explorer.screens.agreements import agreements
from explorer.screens.meetings import meetings
from explorer.screens.person import names_list
from explorer.screens.statements import show_statements
from explorer.markup import element, joined
from explorer.tables import details, heading, nothing, section, table
from explorer.told import agreements_table, meetings_table

FEW, ALL = 20, 2000


def show(here: Here) -> None:
    """Show the page."""
    found = the_one(here, "organization")
    if found is None:
        return
    known = found.organization_id
    titled(found.name)
    names = here.snapshot.ask("organization_names", id=known)
    write(heading(found.name, kicker="Organization",
                  lead=" · ".join(part for part in (words.plain(found.kind), country(found.country_code)) if part)),
          details((
              ("Also called", names_list(names, besides=found.name)),
              ("Part of", link_to("organization", found.parent_organization_id, found.parent) if found.parent else None),
              ("Spoken of", f"{words.count(found.mentions, 'time')}, in documents of {words.span(found.first_seen, found.last_seen)}"
               if found.first_seen and found.last_seen else words.count(found.mentions, "time")))))
    _posts(here, known)
    every = asked("all") is not None
    rows = meetings(here, organization=known, most=ALL)
    write(section("Meetings", note=words.count(rows[0].found, "meeting") if rows else None),
          meetings_table(rows if every else rows[:FEW], label="Meetings") if rows else nothing("No text tells of a meeting."),
          element("p", link("organization", f"Show all {len(rows):,} meetings", id=known, all=1))
          if len(rows) > FEW and not every else None)
    held = agreements(here, organization=known, most=200)
    write(section("Agreements"), agreements_table(held, label="Agreements") if held
          else nothing("No text names it as a party to an agreement."))
    show_statements(here, "organization", known)


def _posts(here: Here, known: str) -> None:
    rows = here.snapshot.ask("posts", of="organization", id=known)
    write(section("People with posts in it"), table(("Person", "Post", "When"), [(
        link_to("person", row.person_id, row.person), row.title,
        joined((words.held_from(row.valid_from, row.valid_to, row.first_seen, row.last_seen),
                element("span", " · a former post", class_="rx-faint") if row.is_former else None)))
        for row in rows], label="People with posts in it") if rows else nothing("No text names anybody with a post in it."))
