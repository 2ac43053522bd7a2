"""A map of where meetings were, and a list of these places. A place leads to its meetings."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.charts.world import SELECTION, circles, world_chart
from explorer.filters import Chosen, choose
from explorer.here import Here, asked, write
from explorer.links import link
from explorer.markup import element
from explorer.screens.meetings import meetings
from explorer.tables import heading, nothing, section, table
from explorer.told import meetings_table, place

WORLD, NEAR = "The world", "Where the meetings are"
LISTED, ALL, MOST = 25, 500, 60


def show(here: Here) -> None:
    """Show the page."""
    write(heading("Map", kicker="Where people met"))
    chosen, (column,) = choose(here, further=1)
    with column:
        extent = st.selectbox("Show", (WORLD, NEAR), key="show", bind="query-params")
    rows = here.snapshot.ask("places", **chosen.values(), status="held")
    drawn = circles(rows)
    if not rows:
        write(nothing("No meeting that was held at a known place passes these filters. Take one of them away to see more."))
        return
    picked = None
    if drawn:
        event = st.altair_chart(world_chart(drawn, fitted=extent == NEAR), width="stretch", key="map", on_select="rerun",
                                alt="Map of the world: circles where meetings were held; the table below has them all")
        picked = next((one["place_id"] for one in event.selection.get(SELECTION, ())), None)
    lost = len(rows) - len(drawn)
    if lost:
        write(element("p", f"The position of {words.count(lost, 'place')} is not known; {'it is' if lost == 1 else 'they are'} "
                           "only in the table.", class_="rx-note"))
    chosen_place = next((row for row in rows if row.place_id == picked), None)
    if chosen_place is not None:
        _of_place(here, chosen_place, chosen)
    _places(rows, chosen)


def _of_place(here: Here, found: tuple, chosen: Chosen) -> None:
    rows = meetings(here, place=found.place_id, status="held", most=MOST, **chosen.values())
    write(section(f"Meetings in {place(found.place, found.country_code)}"), meetings_table(rows, label="Meetings there"))


def _places(rows: list[tuple], chosen: Chosen) -> None:
    shown = rows[:ALL if asked("all") else LISTED]
    write(section("Places", note=f"{len(shown):,} of {words.count(len(rows), 'place')}, those of most meetings first"),
          table(("Place", "Meetings", "First and last time"), [(
              link("meetings", place(row.place, row.country_code), place=row.place_id, state=words.status("held"),
                   **chosen.address()), row.meetings,
              words.span(row.first_met, row.last_met) if row.first_met and row.last_met else "Not dated")
              for row in shown], label="Places of meetings", numbers=(1,)),
          element("p", link("map", "Show more places", all=1, **chosen.address()))
          if len(shown) < min(len(rows), ALL) else None)
