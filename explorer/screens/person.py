"""One person: names, posts over time, meetings, whom they met, agreements, and what sources say."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.charts.timeline import points, timeline_chart
from explorer.charts.web import web_chart
from explorer.countries import country
from explorer.here import Here, asked, the_one, titled, write
from explorer.layout import laid_out
from explorer.links import link, link_to
from explorer.markup import Markup, element, joined
from explorer.screens.agreements import show_agreements
from explorer.screens.meetings import meetings
from explorer.screens.statements import show_statements
from explorer.tables import details, heading, nothing, section, show_all, table
from explorer.told import meetings_table

FEW, MOST = 15, 1000
DRAWN = 300
"""Meetings on the line of time."""
AROUND = 28
"""People in the drawing of whom somebody met."""


def show(here: Here) -> None:
    """Show the page."""
    found = the_one(here, "person")
    if found is None:
        return
    titled(found.name)
    post = ", ".join(part for part in (found.current_title, found.current_organization) if part)
    write(heading(found.name, kicker="Person", lead=" · ".join(part for part in (post, country(found.country_code)) if part)),
          _details(here, found))
    _posts(here, found.person_id)
    _meetings(here, found)
    _met(here, found)
    show_agreements(here, "person", found.person_id,
                    missing="No text names them as a party to an agreement or as somebody who signed one.")
    show_statements(here, "person", found.person_id)


def names_list(names: list[tuple], *, besides: str) -> Markup | None:
    """Return the further names of somebody."""
    others = [row.name for row in names if row.name != besides]
    return element("ul", joined(element("li", name) for name in others), class_="rx-names") if others else None


def _details(here: Here, found: tuple) -> Markup:
    names = here.snapshot.ask("person_names", id=found.person_id)
    return details((
        ("Also called", names_list(names, besides=found.name)),
        ("Died", words.day(found.died_on) if found.died_on else None),
        ("Spoken of", spoken_of(found)),
    ))


def spoken_of(found: tuple) -> str:
    """Return how often, and in documents of which time, somebody is spoken of."""
    often = words.count(found.mentions, "time")
    if found.first_seen is None or found.last_seen is None:
        return often
    return f"{often}, in documents of {words.span(found.first_seen, found.last_seen)}"


def _posts(here: Here, known: str) -> None:
    rows = here.snapshot.ask("posts", of="person", id=known)
    shown = rows if asked("all") else rows[:FEW]
    write(section("Posts"), table(("Post", "Organization", "Country", "When"), [(
        row.title, link_to("organization", row.organization_id, row.organization) if row.organization else "",
        country(row.country_code), held(row)) for row in shown], label="Posts") if rows else nothing("No text states a post."),
        show_all("person", known, len(rows), len(shown), "posts"))


def held(row: tuple) -> Markup:
    """Return when a post was held, and whether a text calls it a former one."""
    return joined((words.held_from(row.valid_from, row.valid_to, row.first_seen, row.last_seen),
                   element("span", " · a former post", class_="rx-faint") if row.is_former else None))


def _meetings(here: Here, found: tuple) -> None:
    rows = meetings(here, person=found.person_id, most=DRAWN)
    write(section("Meetings", note=words.count(rows[0].found, "meeting") if rows else None))
    if not rows:
        write(nothing("No text tells of a meeting."))
        return
    drawn, names = points(rows, person=found.person_id)
    if drawn:
        st.altair_chart(timeline_chart(drawn, names), width="stretch",
                        alt=f"The meetings of {found.name} on a line of time, by those who were met; the table has them, too")
    if rows[0].found > DRAWN:
        write(element("p", f"The latest {DRAWN:,} are drawn.", class_="rx-note"))
    write(meetings_table(rows[:FEW], label="Meetings", without=found.person_id),
          element("p", link("meetings", f"All {rows[0].found:,} meetings", person=found.person_id))
          if rows[0].found > FEW else None)


def _met(here: Here, found: tuple) -> None:
    rows = here.snapshot.ask("met_by", id=found.person_id)
    write(section("Whom they met", note="In meetings that were held."))
    if not rows:
        write(nothing("No text names anybody else at a meeting that was held."))
        return
    pairs = here.snapshot.ask("circle", id=found.person_id, most=AROUND)
    network = laid_out(pairs, most=AROUND + 1)
    hidden = len(rows) + 1 - len(network.nodes)
    if len(rows) > 2:
        st.altair_chart(web_chart(network, height=460), width="stretch",
                        alt=f"Network of the people whom {found.name} met; the table below has them all")
        if hidden > 0:
            write(element("p", f"{words.count(hidden, 'person', 'people')} whom they met less often "
                               f"{'is' if hidden == 1 else 'are'} not drawn.", class_="rx-note"))
    shown = rows[:MOST if asked("all") else FEW]
    write(table(("Person", "Country", "Meetings", "First and last time"), [(
        link_to("person", row.person_id, row.name), country(row.country_code),
        link("meetings", row.meetings, person=found.person_id, other=row.person_id, state=words.status("held")),
        words.span(row.first_met, row.last_met) if row.first_met and row.last_met else "Not dated")
        for row in shown], label="Whom they met", numbers=(2,)),
        show_all("person", found.person_id, min(len(rows), MOST), len(shown), "people"))
