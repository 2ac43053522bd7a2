"""Read a saved web page: its document without the furniture around it, laid out as its elements say.

Nothing on the page is run, and nothing it names is fetched.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.formats.content import Composer, Content, Limits, Unreadable
from etl.formats.decode import decode
from etl.formats.page_furniture import document_root, drop_furniture
from etl.formats.page_metadata import stated_by
from etl.formats.page_text import Note, notes_of
from etl.formats.page_tree import Element, elements_of, parse

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|"
                     rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
HEAD = 4096
BEFORE_TITLE = 8
"""Parts that may stand before the page's own headline."""
MOSTLY = 0.8
TITLE = 300


def read(raw: bytes, limits: Limits) -> Content:
    """Return the words of the page's document with their kinds, and what its metadata state.

    Raises Unreadable where it has none, its encoding is not certain, or it is built to cost time or memory.
    """
    page = parse(decode(raw, declared=_charset(raw)), limits.elements)
    elements, stated = elements_of(page), stated_by(page)
    plain = _preformatted(elements)
    if plain is not None:
        return Content(plain, stated=stated)
    drop_furniture(elements)
    notes = notes_of(document_root(elements))
    if not notes:
        raise Unreadable("no_text", "is a web page without a text of its own, only menus, links or scripts; "
                                    "save the page that shows the document")
    headline = _headline(elements, notes, stated.title)
    composer = Composer()
    if headline is not None:
        composer.add("title", headline.words)
    for note in notes:
        if note is not headline:
            composer.add(note.kind, note.words)
    return composer.content(replace(stated, title=headline.words) if headline is not None else stated)


def _charset(raw: bytes) -> str | None:
    """Return the encoding that the page declares in its head."""
    found = CHARSET.search(raw[:HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _preformatted(elements: list[Element]) -> str | None:
    """Return the text of a page that is laid out by its lines: most of it within one `pre`, or without any element."""
    body = elements[0]
    if len(elements) == 1:
        return "".join(child for child in body.children if isinstance(child, str))
    for element in elements:
        if element.tag == "pre" and element.words > MOSTLY * body.words and not element.blocks:
            return _raw_text(element)
    return None


def _raw_text(element: Element) -> str:
    words: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            words.append(at)
        else:
            words.append("\n" if at.tag == "br" else "")
            stack.extend(reversed(at.children))
    return "".join(words)


def _headline(elements: list[Element], notes: list[Note], title: str | None) -> Note | None:
    """Return the heading that is the page's own: among the first parts, else one outside that its metadata repeat."""
    first = [note for note in notes[:BEFORE_TITLE] if note.level]
    named = [note for note in first if _is_same(note.words, title)]
    highest = [note for note in first if note.level == 1]
    if named or len(highest) == 1:
        return (named or highest)[0]
    outside = (Note("title", e.text(), e, 1) for e in elements if e.tag == "h1" and not e.dropped and e.words < TITLE)
    return next((note for note in outside if _is_same(note.words, title)), highest[0] if highest else None)


def _is_same(words: str, title: str | None) -> bool:
    """Say whether a heading is the title that the metadata state, with or without the name of a site."""
    return title is not None and len(words) > 5 and words.casefold() in title.casefold()
