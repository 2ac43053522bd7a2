"""Agreements as a board: a column for each state, from proposed to in force, and those that ended."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.filters import choose
from explorer.here import Here, asked, page_of, write
from explorer.links import link, link_to
from explorer.markup import Markup, element, joined
from explorer.tables import heading, nothing, pages, section, show_all
from explorer.told import agreement_name, agreements_table, party_links

UNDER_WAY = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force")
ENDED = ("suspended", "terminated", "rejected")
A_COLUMN, A_PAGE = 8, 40
FEW, MOST = 15, 200


def show(here: Here) -> None:
    """Show the page: the board, or the list of one column."""
    state = asked("state")
    write(heading("Agreements", kicker="What was agreed, and where it stands",
                  lead=f"Only: {words.status(state).lower()}" if state else None))
    chosen, _ = choose(here)
    if state:
        _list(here, state, chosen)
        return
    rows = agreements(here, **chosen.values(), most=A_COLUMN)
    if not rows:
        write(nothing("No agreement passes these filters. Take one of them away to see more."))
        return
    write(element("div", joined(_column(one, rows, chosen) for one in UNDER_WAY), class_="rx-board"))
    if any(row.status in ENDED for row in rows):
        write(element("div", joined(_column(one, rows, chosen) for one in ENDED), class_="rx-board rx-ended"))
    else:
        st.caption("No agreement was suspended, terminated or rejected.")


def agreements(here: Here, **filters: object) -> list[tuple]:
    """Return the agreements that pass the filters that are given, so many of each state."""
    every = dict.fromkeys(("first", "last", "status", "country", "person", "organization"))
    return here.snapshot.ask("agreements", **(every | {"most": A_PAGE, "skipped": 0} | filters))


def show_agreements(here: Here, of: str, known: str, *, missing: str) -> None:
    """Show the agreements of a person or an organization, as a part of their page."""
    rows = agreements(here, **{of: known}, most=MOST)
    shown = rows if asked("all") else rows[:FEW]
    write(section("Agreements"), agreements_table(shown, label="Agreements") if rows else nothing(missing),
          show_all(of, known, len(rows), len(shown), "agreements"))


def _list(here: Here, state: str, chosen: object) -> None:
    rows, skipped = page_of(lambda skipped: agreements(here, **chosen.values(), status=state, skipped=skipped))
    write(element("p", link("agreements", "← The whole board", **chosen.address())),
          agreements_table(rows, label="Agreements") if rows else nothing("No agreement of this state passes the filters."),
          pages("agreements", found=rows[0].found, shown=len(rows), skipped=skipped, noun=("agreement", "agreements"),
                step=A_PAGE, state=state, **chosen.address()) if rows else None)


def _column(state: str, rows: list[tuple], chosen: object) -> Markup:
    inside = [row for row in rows if row.status == state]
    found = inside[0].found if inside else 0
    more = element("p", link("agreements", f"and {found - len(inside):,} more", state=state, **chosen.address()))
    head = element("h2", element("span", words.status(state)), element("span", f"{found:,}", class_="rx-faint"))
    return element("section", head, joined(_card(row) for row in inside) if inside else element("p", "None", class_="rx-faint"),
                   more if found > len(inside) else None, class_="rx-column", aria_label=words.status(state))


def _card(row: tuple) -> Markup:
    planned = f"Planned next: {words.status(row.next_planned).lower()}" if row.next_planned else None
    return element("article", link_to("agreement", row.agreement_id, agreement_name(row.subject)),
                   element("p", party_links(row.parties) or "No party is named"),
                   element("p", words.when(row.start_date, row.end_date, row.date_precision)),
                   element("p", planned) if planned else None)
