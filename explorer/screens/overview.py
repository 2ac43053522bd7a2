"""The first page: how much there is, when, the newest documents, and which state is shown."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.charts.months import months_chart, unit_of
from explorer.countries import country
from explorer.here import Here, write
from explorer.links import address, link, link_to
from explorer.markup import Markup, element, joined
from explorer.tables import heading, nothing, section, table


def show(here: Here) -> None:
    """Show the page."""
    counts = here.snapshot.ask_one("counts")
    days = words.span(counts.first_day, counts.last_day) if counts.first_day and counts.last_day else None
    write(heading("Who met whom, and what was agreed", kicker="Rapporteur", lead=days and f"Meetings and agreements, {days}"),
          element("p", _state(here), class_="rx-note"))
    with st.form("ask", border=False):
        field, button = st.columns([6, 1], vertical_alignment="bottom")
        wanted = field.text_input("Search people, organizations and words of the text", key="wanted", type="search",
                                  placeholder="A name, or words of the text")
        if button.form_submit_button("Search", type="primary", width="stretch") and wanted.strip():
            st.switch_page(st.session_state["pages"]["search"], query_params={"q": wanted.strip()})
    write(_counts(counts))
    _months(here, counts.undated)
    left, right = st.columns(2, gap="large")
    with left:
        _newest(here)
    with right:
        _most_met(here)


def _state(here: Here) -> str:
    """Return which state of the warehouse is shown."""
    run = here.snapshot.run_id
    after = f"after run {run.removeprefix('run-')}" if run else "before the first run"
    return f"The state {after}, published {words.moment(here.snapshot.published_at)}."


def _counts(counts: tuple) -> Markup:
    shown = (("documents", "documents", "Documents"), ("search", "people", "People"),
             ("search", "organizations", "Organizations"), ("meetings", "meetings", "Meetings"),
             ("agreements", "agreements", "Agreements"), ("review", "waiting", "To decide"))
    return element("div", joined(element("a", element("strong", f"{getattr(counts, name):,}"), label, href=address(path),
                                         target="_self") for path, name, label in shown), class_="rx-counts")


def _months(here: Here, undated: int) -> None:
    rows = here.snapshot.ask("months")
    note = f"{words.count(undated, 'meeting')} without a known day {'is' if undated == 1 else 'are'} not drawn."
    write(section(f"Meetings by {unit_of(rows)}", note=note if undated else None))
    if rows:
        st.altair_chart(months_chart(rows), width="stretch", alt="Bars: the number of meetings over time, by their state")
    else:
        write(nothing("No meeting with a known day has been read yet."))


def _newest(here: Here) -> None:
    rows = here.snapshot.ask("documents", words="", most=8, skipped=0)
    write(section("Newest documents"))
    write(table(("Document", "Period"), [(link_to("document", row.document_id, row.title), document_days(row)) for row in rows],
                label="Newest documents") if rows
        else nothing("No document has been read yet. `rapporteur ingest` reads some."),
        element("p", link("documents", "All documents")) if rows else None)


def _most_met(here: Here) -> None:
    rows = here.snapshot.ask("most_met", most=8)
    write(section("Most meetings"))
    write(table(("Person", "Country", "Meetings"), [
        (link_to("person", row.person_id, row.name), country(row.country_code), row.meetings) for row in rows],
        label="People who took part in most meetings", numbers=(2,)) if rows
        else nothing("No meeting has been read yet."),
        element("p", link("network", "Who met whom")) if rows else None)


def document_days(row: tuple) -> str:
    """Return the days that a document reports on, else the day it was published."""
    if row.period_start and row.period_end:
        return words.span(row.period_start, row.period_end)
    return words.day(row.published_on) if row.published_on else "Not dated"
