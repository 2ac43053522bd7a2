"""Who met whom: the strongest pairs drawn, and listed. A person who is chosen shows whom he or she met."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.charts.web import SELECTION, web_chart
from explorer.countries import country
from explorer.filters import Chosen, choose
from explorer.here import Here, asked, write
from explorer.layout import Network, laid_out
from explorer.links import link, link_to
from explorer.markup import element, joined
from explorer.screens.meetings import meetings
from explorer.tables import heading, nothing, section, table
from explorer.told import meetings_table

FEWEST, USUAL, MOST = 10, 40, 120
LISTED, ALL = 25, 500
WEIGHED = 5000
"""Pairs that may be drawn; of those who met more seldom only the number is told."""


def show(here: Here) -> None:
    """Show the page."""
    write(heading("Network", kicker="Who met whom", lead="People who took part in the same meeting, where it was held."))
    chosen, (column,) = choose(here, further=1)
    with column:
        most = st.slider("People at most", FEWEST, MOST, USUAL, step=5, key="people", bind="query-params")
    pairs = here.snapshot.ask("network", **chosen.values(), most=WEIGHED)
    if not pairs:
        write(nothing("No two people met in a meeting that passes these filters. Take one of them away to see more."))
        return
    network = laid_out(pairs, most=most)
    write(element("p", _hidden(network), class_="rx-note"))
    event = st.altair_chart(web_chart(network), width="stretch", key="web", on_select="rerun",
                            alt="Network of people who met; the table below has the pairs")
    picked = next((one["id"] for one in event.selection.get(SELECTION, ())), None)
    node = next((node for node in network.nodes if node.id == picked), None)
    if node is not None:
        rows = meetings(here, person=node.id, status="held", most=LISTED, **chosen.values())
        of_whom = [link_to("person", node.id, f"The page of {node.name}"), country(node.country_code)]
        write(section(node.name, note=joined([part for part in of_whom if part], " · ")),
              meetings_table(rows, label=f"Meetings of {node.name}", without=node.id))
    _pairs(pairs, network, chosen)


def _hidden(network: Network) -> str:
    people, pairs = network.people - len(network.nodes), network.pairs - len(network.edges)
    if not people:
        return f"All {words.count(network.people, 'person', 'people')} and {words.count(network.pairs, 'pair')} are drawn."
    drawn = words.count(len(network.nodes), "person", "people")
    return (f"{drawn} of the pairs that met most often are drawn; {people:,} others and "
            f" {words.count(pairs, 'pair')} are hidden. Choose somebody in the drawing to see the meetings.")


def _pairs(pairs: list[tuple], network: Network, chosen: Chosen) -> None:
    shown = pairs[:ALL if asked("all") else LISTED]
    write(section("Pairs", note=f"{len(shown):,} of {words.count(network.pairs, 'pair')}, those who met most often first"),
          table(("One", "Other", "Meetings", "First and last time"), [(
              link_to("person", pair.one_id, pair.one), link_to("person", pair.other_id, pair.other),
              link("meetings", pair.meetings, person=pair.one_id, other=pair.other_id, state=words.status("held"),
                   **chosen.address()),
              words.span(pair.first_met, pair.last_met) if pair.first_met and pair.last_met else "Not dated")
              for pair in shown], label="Pairs who met", numbers=(2,)),
          element("p", link("network", "Show more pairs", all=1, **chosen.address()))
          if len(shown) < min(len(pairs), ALL) else None)
