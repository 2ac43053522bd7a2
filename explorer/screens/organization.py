"""One organization: names, what it is, who held posts in it, its meetings and agreements, and what sources say."""
from __future__ import annotations

from explorer import words
from explorer.countries import country
from explorer.here import Here, asked, the_one, titled, write
from explorer.links import link, link_to
from explorer.markup import element
from explorer.screens.agreements import show_agreements
from explorer.screens.meetings import meetings
from explorer.screens.person import held, names_list, spoken_of
from explorer.screens.statements import show_statements
from explorer.tables import details, heading, nothing, section, show_all, table
from explorer.told import meetings_table

FEW = 20


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
              ("Spoken of", spoken_of(found)))))
    _posts(here, known)
    rows = meetings(here, organization=known, most=FEW)
    write(section("Meetings", note=words.count(rows[0].found, "meeting") if rows else None),
          meetings_table(rows, label="Meetings", without=known) if rows else nothing("No text tells of a meeting."),
          element("p", link("meetings", f"All {rows[0].found:,} meetings", organization=known))
          if rows and rows[0].found > len(rows) else None)
    show_agreements(here, "organization", known, missing="No text names it as a party to an agreement.")
    show_statements(here, "organization", known)


def _posts(here: Here, known: str) -> None:
    rows = here.snapshot.ask("posts", of="organization", id=known)
    shown = rows if asked("all") else rows[:FEW]
    write(section("People with posts in it"), table(("Person", "Post", "When"), [(
        link_to("person", row.person_id, row.person), row.title, held(row)) for row in shown], label="People with posts in it")
        if rows else nothing("No text names anybody with a post in it."),
        show_all("organization", known, len(rows), len(shown), "posts"))
