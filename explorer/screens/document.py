"""One document: its passages with all that they name, the facts that they tell beside them, and the way to the original."""
from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import streamlit as st

from etl.intake.originals import Originals
from explorer import words
from explorer.here import Here, asked, asked_number, the_one, titled, write
from explorer.links import link
from explorer.markup import Markup, element, is_web_address, joined
from explorer.reading import laid_out
from explorer.screens.overview import document_days
from explorer.tables import details, heading, nothing, section

SIZE = 120
"""Passages of a page."""
BEFORE = 3
"""Passages that are shown before the one that was asked for."""
LEGEND = (("rx-fact", "tells a fact"), ("rx-place", "place"), ("rx-outlet", "source"))


def show(here: Here) -> None:
    """Show the page."""
    found = the_one(here, "document")
    if found is None:
        return
    title = found.title or found.uri
    titled(title)
    write(heading(title, kicker="Document", lead=document_days(found)), _details(found))
    _original(here, found)
    _text(here, found)


def _details(found: tuple) -> Markup:
    address = found.uri
    if is_web_address(found.uri):
        address = element("a", found.uri, href=found.uri, target="_blank", rel="noopener noreferrer")
    told = [words.count(found.people, "person", "people"), words.count(found.organizations, "organization"),
            words.count(found.meetings, "meeting"), words.count(found.agreements, "agreement")]
    return details((
        ("Series", found.series if found.series != found.title else None),
        ("Publisher", found.publisher),
        ("Published", words.day(found.published_on) if found.published_on else None),
        ("Original", address),
        ("Read", words.moment(found.ingested_at)),
        ("Tells of", ", ".join(told)),
    ))


def _original(here: Here, found: tuple) -> None:
    """Offer the bytes that the document was read from; they are read, and compared with their hash, when they are asked for."""
    originals = Originals.beside(here.settings.warehouse)
    if not originals.path(found.sha256).is_file():
        write(nothing("The original was not kept on this machine."))
        return
    st.download_button("Download the original", partial(originals.read, found.sha256), file_name=file_name(found.uri),
                       mime=found.media_type, on_click="ignore")


def file_name(uri: str) -> str:
    """Return what a download is called: the last part of the address."""
    return PurePosixPath(unquote(urlsplit(uri).path)).name or "original"


def _text(here: Here, found: tuple) -> None:
    known, at = found.document_id, asked_number("at") if asked("at") else None
    start = asked_number("from") if at is None else max(0, at - BEFORE)
    passages = here.snapshot.ask("passages", id=known, from_ordinal=start, most=SIZE)
    write(section("Text", note=joined(
        (*(element("mark", meaning, class_=kind) for kind, meaning in LEGEND),
         "names lead to their pages, facts stand beside the text"), " · ")))
    if not passages:
        write(nothing("There is no text here."))
        return
    span = {"id": known, "since": passages[0].char_start, "until": passages[-1].char_end}
    mentions, facts = (here.snapshot.ask(name, **span) for name in ("mentions", "facts_told"))
    write(_turn(found, start, len(passages)), laid_out(passages, mentions, facts, at=at), _turn(found, start, len(passages)))


def _turn(found: tuple, start: int, shown: int) -> Markup | None:
    """Return the way to what stands before and after."""
    if start == 0 and start + shown >= found.passages:
        return None
    ways = [element("span", f"Passages {start + 1:,}–{start + shown:,} of {found.passages:,}")]
    if start:
        ways.insert(0, link("document", "← Before", id=found.document_id, **{"from": max(0, start - SIZE) or None}))
    if start + shown < found.passages:
        ways.append(link("document", "After →", id=found.document_id, **{"from": start + shown}))
    return element("nav", joined(ways, " "), class_="rx-pages", aria_label="Pages of the text")
