"""Documents, the newest first, by words of their titles."""
from __future__ import annotations

import streamlit as st

from explorer.here import Here, page_of, write
from explorer.links import link_to
from explorer.screens.overview import document_days
from explorer.tables import heading, nothing, pages, table

SIZE = 40


def show(here: Here) -> None:
    """Show the page."""
    write(heading("Documents", kicker="What was read"))
    wanted = (st.text_input("Words of the title", key="title", bind="query-params", type="search") or "").strip()
    rows, skipped = page_of(lambda skipped: here.snapshot.ask("documents", words=wanted, most=SIZE, skipped=skipped))
    if not rows:
        write(nothing(f"No title holds “{wanted}”." if wanted
                      else "No document has been read yet. `rapporteur ingest` reads some."))
        return
    write(pages("documents", found=rows[0].found, shown=len(rows), skipped=skipped, noun=("document", "documents"), step=SIZE,
                title=wanted or None),
          table(("Document", "Period", "People", "Meetings", "Agreements", "Findings"), [(
              link_to("document", row.document_id, row.title), document_days(row), row.people, row.meetings, row.agreements,
              row.findings) for row in rows], label="Documents", numbers=(2, 3, 4, 5)))
