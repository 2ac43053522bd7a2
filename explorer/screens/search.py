"""Search over people, organizations and words of the text; each result leads to its page."""
from __future__ import annotations

import streamlit as st

from explorer import words
from explorer.countries import country
from explorer.found import stretches_of
from explorer.here import Here, asked, titled, write
from explorer.highlight import excerpt, highlight
from explorer.links import link, link_to
from explorer.markup import Markup, element, joined
from explorer.screens.overview import document_days
from explorer.tables import heading, nothing, section, table

FEW, MANY = 8, 200
"""Results of a kind: at first, and where all are asked for."""


def show(here: Here) -> None:
    """Show the page."""
    write(heading("Search", kicker="People, organizations, words of the text"))
    wanted = (st.text_input("Search", key="q", bind="query-params", type="search", label_visibility="collapsed",
                            placeholder="A name, or words of the text; Enter searches") or "").strip()
    if not wanted:
        write(nothing("Type a part of a name, with or without accents, or words of a text."))
        _everybody(here)
        return
    titled(wanted)
    most = MANY if asked("all") else FEW
    people = here.snapshot.ask("find_people", words=wanted, most=most)
    bodies = here.snapshot.ask("find_organizations", words=wanted, most=most)
    passages = here.snapshot.ask("find_passages", words=wanted, most=most)
    if not (people or bodies or passages):
        write(nothing(f"Nothing here is called “{wanted}”, and no text has these words."))
        return
    if people:
        write(section("People", note=_count(people)), people_table(people))
    if bodies:
        write(section("Organizations", note=_count(bodies)), _bodies(bodies))
    if passages:
        write(section("Words of the text", note=_count(passages)), _passages(here, wanted, passages))
    if most == FEW and any(rows and rows[0].found > FEW for rows in (people, bodies, passages)):
        write(element("p", link("search", "Show more of each", q=wanted, all=1)))


def _everybody(here: Here) -> None:
    """Show where to begin."""
    rows = here.snapshot.ask("most_met", most=20)
    if rows:
        write(section("People of most meetings"), table(("Person", "Post", "Country", "Meetings"), [(
            link_to("person", row.person_id, row.name), row.current_title, country(row.country_code), row.meetings)
            for row in rows], label="People of most meetings", numbers=(3,)))


def _count(rows: list[tuple]) -> str | None:
    return f"{len(rows):,} of {rows[0].found:,}" if rows[0].found > len(rows) else None


def people_table(rows: list[tuple]) -> Markup:
    """Return people who were found as a table."""
    return table(("Person", "Post", "Country", "Meetings"), [(
        joined((link_to("person", row.person_id, row.name), _known_as(row))),
        ", ".join(part for part in (row.current_title, row.current_organization) if part),
        country(row.country_code), row.meetings) for row in rows], label="People", numbers=(3,))


def _bodies(rows: list[tuple]) -> Markup:
    return table(("Organization", "Kind", "Country", "Named"), [(
        joined((link_to("organization", row.organization_id, row.name), _known_as(row))), words.plain(row.kind),
        country(row.country_code), words.count(row.mentions, "time")) for row in rows], label="Organizations", numbers=(3,))


def _known_as(row: tuple) -> Markup | None:
    return element("span", f" known as {row.known_as}", class_="rx-faint") if row.known_as not in row.name else None


def _passages(here: Here, wanted: str, rows: list[tuple]) -> Markup:
    def stems(asked_for: list[str]) -> dict[str, str]:
        return {row.word: row.stem for row in here.snapshot.ask("stems", words=asked_for)}

    marked = stretches_of(wanted, [row.text for row in rows], stems)
    return joined(_passage(row, stretches) for row, stretches in zip(rows, marked, strict=True))


def _passage(row: tuple, stretches: list) -> Markup:
    start, end = excerpt(row.text, stretches)
    text = joined(("… " if start else None, highlight(row.text[start:end], stretches, offset=start),
                   " …" if end < len(row.text) else None))
    where = [link_to("document", row.document_id, row.document, at=row.ordinal), row.section,
             f"page {row.page}" if row.page else None, document_days(row)]
    return element("article", element("blockquote", text),
                   element("p", joined([part for part in where if part], " · "), class_="rx-note"), class_="rx-card")
