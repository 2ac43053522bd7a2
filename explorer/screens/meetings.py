"""Meetings, the latest first, by time, country, state and place."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.filters import choose
from explorer.here import Here, asked, page_of, write
from explorer.links import link, link_to
from explorer.markup import element, joined
from explorer.palette import STATUS
from explorer.tables import heading, nothing, pages
from explorer.told import meetings_table

SIZE = 40
NOUN = ("meeting", "meetings")
NARROWED = {"person": "person", "other": "person", "organization": "organization", "place": "place"}
"""What an address may ask for besides the fields, each with the kind of thing that it names."""


def show(here: Here) -> None:
    """Show the page."""
    write(heading("Meetings", kicker="Who met, when and where"))
    chosen, (column,) = choose(here, further=1)
    with column:
        states = {words.status(one): one for one in STATUS}
        state = st.selectbox("State", list(states), index=None, key="state", bind="query-params", placeholder="All states")
    narrowed = {name: asked(name) for name in NARROWED}
    _narrowed(here, narrowed)
    rows, skipped = page_of(lambda skipped: meetings(here, **chosen.values(), **narrowed, status=states.get(state),
                                                     skipped=skipped, most=SIZE))
    if not rows:
        write(nothing("No meeting passes these filters. Take one of them away to see more."))
        return
    write(pages("meetings", found=rows[0].found, shown=len(rows), skipped=skipped, noun=NOUN, step=SIZE,
                state=state, **narrowed, **chosen.address()),
          meetings_table(rows, label="Meetings"))


def _narrowed(here: Here, asked_for: dict[str, str | None]) -> None:
    """Say whose meetings, or those of which place, are asked for; what is not known is shown as that."""
    ids = [known for known in asked_for.values() if known]
    if not ids:
        return
    names = {(row.kind, row.id): row.name for row in here.snapshot.ask("named", ids=ids)}
    told = []
    for name, known in asked_for.items():
        if known:
            kind = NARROWED[name]
            called = names.get((kind, known), f"a {kind} that is not known")
            told += ["in " if kind == "place" else "with ", link_to(kind, known, called), " "]
    write(element("p", "Only those ", joined(told), "· ", link("meetings", "Show all meetings")))


def meetings(here: Here, **filters: object) -> list[tuple]:
    """Return the meetings that pass the filters that are given."""
    every = dict.fromkeys(("first", "last", "status", "country", "place", "person", "other", "organization", "part_of"))
    return here.snapshot.ask("meetings", **(every | {"most": SIZE, "skipped": 0} | filters))
