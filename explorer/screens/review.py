"""What waits for a decision: findings, proposed merges, unsure facts. One of them is shown with a form to decide on it."""
from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from etl.review.queue import Item, waiting
from explorer import words
from explorer.decided import in_words
from explorer.deciding import decided_since
from explorer.here import Here, asked, page_of, titled, write
from explorer.links import link, link_to
from explorer.plainly import plainly
from explorer.markup import Markup, element, joined
from explorer.screens.decision import form, question, take_back, tell
from explorer.tables import alert, badge, heading, nothing, pages, section, table
from warehouse.errors import WarehouseError

KINDS = {"Findings": "finding", "Proposed merges": "match", "Unsure facts": "fact"}
LISTED = 40
LATEST = 8
"""Answers that can be taken back here; `rapporteur review undo` takes back any."""


def show(here: Here) -> None:
    """Show the page: what waits, or the one that the address names."""
    if asked("item"):
        _one(here, asked("item"))
        return
    tell()
    write(heading("To decide", kicker="Review",
                  lead="What a careful reader would question, what may be one, and what was read unsurely."))
    column, _ = st.columns([1, 3])
    kind = column.selectbox("Show", list(KINDS), index=None, key="kind", bind="query-params", placeholder="All that waits")
    items = waiting(here.snapshot.connection.cursor(), kind=KINDS.get(kind))
    since = since_publication(here)
    _list(here, items, settled(since))
    _decided(here, since)


def since_publication(here: Here) -> list[tuple]:
    """Return what was decided since the publication; where the warehouse is busy, say that this cannot be told just now."""
    try:
        return decided_since(here.settings.warehouse, here.snapshot.published_at)
    except WarehouseError as error:
        write(alert(f"What was decided since the publication cannot be told just now. {error}"))
        return []


def settled(rows: Sequence[tuple]) -> set[tuple[str, str | None]]:
    """Return what decisions that hold are about: the one or the two things, in either order.

    A field that was corrected settles nothing: the question whether the thing is told stays.
    """
    holding = [row for row in rows if not row.is_withdrawn and row.field is None]
    return {(row.left_id, row.right_id) for row in holding} | {(row.right_id, row.left_id) for row in holding}


def about(item: Item, pair: tuple | None) -> tuple[str, str | None]:
    """Return what a decision on something that waits would be about."""
    return (item.id, None) if pair is None else (pair.left_id, pair.right_id)


def _list(here: Here, items: Sequence[Item], done: set[tuple[str, str | None]]) -> None:
    if not items:
        write(nothing("Nothing waits for a decision."))
        return
    shown, skipped = page_of(lambda skipped: items[skipped:skipped + LISTED])
    named = here.snapshot.ask("documents_named", ids=[item.document_id for item in shown])
    titles = {row.document_id: row.title for row in named}
    pairs = {item.id: here.snapshot.ask_one("match", id=item.id) for item in shown if item.kind == "match"}
    write(section("What waits", note="Those of most consequence first."),
          pages("review", found=len(items), shown=len(shown), skipped=skipped, noun=("question", "questions"), step=LISTED,
                kind=asked("kind")),
          table(("Question", "What", "Document"), [(
              joined((link("review", headline(item, pairs.get(item.id)), item=item.id),
                      joined((" ", badge("decided", "held"))) if about(item, pairs.get(item.id)) in done else None)),
              what(item), link_to("document", item.document_id, titles.get(item.document_id, "")))
              for item in shown], label="What waits for a decision"))


def what(item: Item) -> str:
    """Return what kind of thing waits."""
    if item.kind == "finding":
        return words.FINDINGS.get(item.about, words.plain(item.about))
    return f"The same {item.about}?" if item.kind == "match" else f"An unsure {item.about}"


def headline(item: Item, pair: tuple | None) -> str:
    """Return the question in a sentence."""
    if item.kind == "match" and pair is not None:
        one, other = (plainly(name or "somebody without a name") for name in (pair.left_name, pair.right_name))
        return f"Are these two the same {item.about}: {one}, and {other}?"
    if item.kind == "fact":
        return f"Is this told? {item.quote}"
    return plainly(item.headline)


def _one(here: Here, known: str) -> None:
    items = waiting(here.snapshot.connection.cursor())
    place = next((place for place, item in enumerate(items) if item.id == known), None)
    if place is None:
        write(heading("Nothing waits here", kicker="Review"), nothing("This was decided, or belongs to another warehouse."),
              element("p", link("review", "All that waits")))
        return
    item = items[place]
    titled("To decide")
    after = items[place + 1] if place + 1 < len(items) else None
    write(element("nav", joined([link("review", "← All that waits"), link("review", "Next →", item=after.id) if after else None,
                                 f"{place + 1:,} of {len(items):,}"], " "), class_="rx-pages", aria_label="What waits"))
    since = since_publication(here)
    pair = here.snapshot.ask_one("match", id=item.id) if item.kind == "match" else None
    tell()
    question(here, item)
    if about(item, pair) in settled(since):
        write(nothing("This is decided, see below. It waits here until the next publication."))
    else:
        form(here, item)
    _decided(here, since)


def _decided(here: Here, rows: Sequence[tuple]) -> None:
    """Show what was decided since the publication, with a way to take it back."""
    if not rows:
        return
    ids = [known for row in rows for known in (row.left_id, row.right_id) if known]
    names = {(row.kind, row.id): row.name for row in here.snapshot.ask("named", ids=ids)}
    write(section("Decided since the publication",
                  note="Readers see it after the next publication: with the next ingest, or by `rapporteur publish`."),
          table(("Decision", "What", "Why", "Who"), [(
              f"No. {number(row)}", joined((in_words(row, names), _withdrawn(row))), row.reason,
              f"{row.decided_by}, {words.moment(row.decided_at)}") for row in rows], label="Decided since the publication"))
    holding = answers([row for row in rows if not row.is_withdrawn])
    if holding:
        take_back(here, holding[:LATEST])


def _withdrawn(row: tuple) -> Markup | None:
    return element("span", " Taken back.", class_="rx-faint") if row.is_withdrawn else None


def number(row: tuple) -> int:
    """Return the number of a decision."""
    return int(row.decision_id.removeprefix("decision-"))


def answers(rows: Sequence[tuple]) -> list[tuple[int, ...]]:
    """Return the numbers of decisions that were made with one answer, such as a finding with its repairs; the latest first."""
    found: dict[tuple, list[int]] = {}
    for row in rows:
        found.setdefault((row.decided_by, row.decided_at, row.reason), []).append(number(row))
    return [tuple(sorted(numbers)) for numbers in found.values()]
