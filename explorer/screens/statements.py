"""What sources say of a person or an organization: a part of their pages."""
from __future__ import annotations

from explorer import words
from explorer.here import Here, page_of, write
from explorer.links import link_to
from explorer.markup import Markup, element, joined
from explorer.tables import nothing, pages, section
from explorer.told import agreement_name, sources

SIZE, FACTS = 12, 4
"""Quotes of a page, and facts of a quote that are linked."""


def show_statements(here: Here, of: str, known: str) -> None:
    """Show the quotes on which all that is known of somebody rests, a page of them at a time."""
    rows, skipped = page_of(lambda skipped: here.snapshot.ask("statements", of=of, id=known, most=SIZE, skipped=skipped))
    write(section("What sources say"))
    if not rows:
        write(nothing("No words are quoted."))
        return
    write(*map(_statement, rows),
          pages(of, found=rows[0].found, shown=len(rows), skipped=skipped, noun=("quote", "quotes"), step=SIZE, id=known))


def _statement(row: tuple) -> Markup:
    where = [link_to("document", row.document_id, row.document, at=row.ordinal), row.section,
             f"page {row.page}" if row.page else None]
    where += [link_to(fact["fact_kind"], fact["fact_id"], _fact(fact)) for fact in row.facts or ()][:FACTS]
    return element("article", element("blockquote", row.quote),
                   element("p", element("strong", sources(row.outlets) or "No source is cited"),
                           f" · told {words.day(row.told_on)}" if row.told_on else None, class_="rx-source"),
                   element("p", joined([part for part in where if part], " · "), class_="rx-note"), class_="rx-card")


def _fact(fact: dict) -> str:
    """Return what a quote tells, in a few words."""
    if fact["fact_kind"] == "agreement":
        return agreement_name(fact["subject"])
    days = words.when(fact["start_date"], fact["end_date"], fact["date_precision"])
    return f"{words.plain(fact['kind'])}, {days[:1].lower() + days[1:]}"
