"""What the screens share: where they are shown, what their address asks for, and how they write."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from explorer.links import PAGES, link
from explorer.markup import Markup, element, joined
from explorer.settings import Settings
from explorer.snapshot import Snapshot
from explorer.tables import nothing


@dataclass(frozen=True, slots=True)
class Here:
    """The state that is shown, and where decisions go."""

    snapshot: Snapshot
    settings: Settings


def write(*pieces: Markup | None) -> None:
    """Write HTML to the page; it is nothing but what `markup` built."""
    st.html(joined(piece for piece in pieces if piece is not None))


def asked(name: str) -> str | None:
    """Return what the address says of a parameter, None where it says nothing."""
    return st.query_params.get(name) or None


def asked_number(name: str) -> int:
    """Return a number of the address, 0 where there is none."""
    value = asked(name) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 12 else 0


def page_of(ask: Callable[[int], Sequence[tuple]]) -> tuple[Sequence[tuple], int]:
    """Return the rows of the page that the address asks for, and how many come before it; `ask` skips so many.

    Where none are left, as once a filter was narrowed on a later page, it is the first page.
    """
    skipped = asked_number("skip")
    rows = ask(skipped)
    return (rows, skipped) if rows or not skipped else (ask(0), 0)


def titled(name: str) -> None:
    """Name the page in the title of the window."""
    st.set_page_config(page_title=f"{name} – Rapporteur")


def the_one(here: Here, kind: str) -> tuple | None:
    """Return the thing whose id the address holds, by the id that it is shown under now; else say that there is none."""
    known = asked("id")
    row = None
    if known is not None:
        survivor = here.snapshot.ask_one("survivor", kind=kind, id=known)
        row = here.snapshot.ask_one(kind, id=known) or (survivor and here.snapshot.ask_one(kind, id=survivor.survivor_id))
    if row is None:
        of_what = kind if kind in PAGES else "thing"
        write(element("h1", f"There is no such {of_what}"),
              nothing("The address names nothing that is published here: it was taken away, or is of another warehouse."),
              element("p", link("search", "Search for it")))
    return row
