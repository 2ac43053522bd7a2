"""The explorer as Streamlit runs it: opens what is published, and leads to its pages. `rapporteur explore` starts it."""
from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import duckdb
import streamlit as st

from explorer import words
from explorer.here import Here, write
from explorer.markup import coded, element
from explorer.screens import (
    agreement,
    agreements,
    document,
    documents,
    meeting,
    meetings,
    network,
    organization,
    overview,
    person,
    places,
    review,
    search,
)
from explorer.settings import Settings
from explorer.snapshot import Snapshot, open_snapshot, published_file
from warehouse.errors import WarehouseError

SHOWN = (("overview", "Overview", overview.show), ("search", "Search", search.show), ("meetings", "Meetings", meetings.show),
         ("agreements", "Agreements", agreements.show), ("map", "Map", places.show), ("network", "Network", network.show),
         ("documents", "Documents", documents.show), ("review", "Review", review.show))
HIDDEN = (("person", "Person", person.show), ("organization", "Organization", organization.show),
          ("meeting", "Meeting", meeting.show), ("agreement", "Agreement", agreement.show),
          ("document", "Document", document.show))


@st.cache_resource(max_entries=2, show_spinner=False, on_release=Snapshot.close)
def opened(file: Path, _of: tuple[int, int]) -> Snapshot:
    """Return a snapshot, opened once for everybody who looks; a file that was written anew is another one."""
    return open_snapshot(file)


def current(settings: Settings) -> Snapshot:
    """Return what is published now; raises WarehouseError where nothing is, or it was pruned just now."""
    file = published_file(settings.shelf)
    try:
        about = file.stat()
    except OSError as error:
        raise WarehouseError(f"{file} was removed just now; load this page again.") from error
    return opened(file, (about.st_ino, about.st_mtime_ns))


def main() -> None:
    """Show the page that the address asks for."""
    st.set_page_config(page_title="Rapporteur", layout="wide")
    st.html(Path(__file__).with_name("style.css"))
    settings = Settings.told_by(os.environ)
    try:
        here = Here(current(settings), settings)
    except WarehouseError as error:
        write(element("h1", "There is nothing to show"), element("p", coded(error)))
        return
    pages = {path: st.Page(partial(show, here), title=title, url_path=path, default=path == "overview")
             for path, title, show in SHOWN}
    pages |= {path: st.Page(partial(show, here), title=title, url_path=path, visibility="hidden")
              for path, title, show in HIDDEN}
    st.session_state["pages"] = pages
    page = st.navigation(list(pages.values()), position="top")
    try:
        page.run()
    except (WarehouseError, duckdb.Error) as error:
        write(element("h2", "This page cannot be shown"), element("p", coded(error)))
    published = words.moment(here.snapshot.published_at)
    write(element("footer", f"Published {published}. A new publication is picked up with the next click.", class_="rx-foot"))


main()
