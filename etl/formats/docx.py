"""Read DOCX: what is what by styles, outline levels and numbering; the cells of tables row by row; notes at the end.

Running heads and feet, comments, deletions and hidden text are left out. Pages are not known before a program lays it out.
"""
from __future__ import annotations

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from etl.formats.content import Composer, Content, Limits, Unreadable
from etl.formats.docx_styles import Styles
from etl.formats.docx_words import Words, words_of
from etl.formats.packages import BROKEN, check_package, damaged
from etl.formats.titles import sensible_title
from etl.layout.blocks import CAPTION, is_heading_like
from etl.records import Stated

FAULTS = (*BROKEN, OpcError, LxmlError, LookupError, AttributeError, TypeError, AssertionError)
"""What python-docx raises over a package whose members do not fit together."""
NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
HOLDERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag", "w:tr")))
PARAGRAPH, TABLE, CELL = map(qn, ("w:p", "w:tbl", "w:tc"))
LONGEST_BOLD = 150
NEAR_TOP = 3
BELOW = 10
"""The level of a heading that only its weight tells."""


def read(raw: bytes, limits: Limits) -> Content:
    """Return the text with titles, headings, items and captions told by the styles."""
    check_package(raw, limits)
    try:
        document = docx.Document(io.BytesIO(raw))
        body, styles = document.element.body, Styles(document.styles.element)
        notes = {kind: _notes(document.part, address) for kind, address in NOTES.items()}
        stated = Stated(title=sensible_title(document.core_properties.title))
    except FAULTS as error:
        raise damaged(error) from error
    if body is None:
        raise Unreadable("damaged", "is a damaged Office file (it has no body); get it again from where it came")
    walk = _Walk(styles, notes, limits)
    walk.read(body)
    return walk.content(stated)


def _notes(part: Any, address: str) -> dict[str, Any]:
    """Return the notes of one kind by their ids."""
    parts = [link.target_part for link in part.rels.values() if link.reltype == address and not link.is_external]
    return {note.get(qn("w:id")): note for found in parts for note in parse_xml(found.blob)}


class _Walk:
    """Goes through a document and keeps its parts."""

    def __init__(self, styles: Styles, notes: dict[str, dict[str, Any]], limits: Limits) -> None:
        self._styles, self._notes, self._room, self._limit = styles, notes, limits.text, limits.text
        self._parts: list[tuple[str, str, int]] = []
        self._called: dict[tuple[str, str], int] = {}
        self._pictures = False

    def read(self, body: Any) -> None:
        """Read the body and then the notes that it calls."""
        self._read(body)
        for (kind, name), number in self._called.items():
            said = [words_of(p, lambda *_: "").text for p in self._notes[kind][name].iter(PARAGRAPH)]
            self._add("paragraph", f"[{number}] " + " ".join(" ".join(said).split()))

    def content(self, stated: Stated) -> Content:
        """Return what was read; the only heading of the highest level, if it is the first and near the top, is the title."""
        if not self._parts and self._pictures:
            raise Unreadable("no_text", "holds no text, only pictures of it, it seems; run character recognition over it first")
        title = self._title()
        composer = Composer()
        for i, (kind, words, _) in enumerate(self._parts):
            composer.add("title" if i == title else kind, words)
        return composer.content(stated)

    def _title(self) -> int | None:
        headings = [(level, i) for i, (kind, _, level) in enumerate(self._parts) if kind == "heading"]
        if not headings or headings[0][1] > NEAR_TOP or any(kind == "title" for kind, _, _ in self._parts):
            return None
        level, first = headings[0]
        return first if level < min((other for other, _ in headings[1:]), default=BELOW) else None

    def _read(self, holder: Any) -> None:
        """Read paragraphs and tables in order; boxes of text come after the paragraph that they hang on."""
        waiting = [(child, False) for child in reversed(holder)]
        while waiting:
            element, in_cell = waiting.pop()
            tag = element.tag
            if tag == PARAGRAPH:
                words = words_of(element, self._mark)
                self._paragraph(element, words, in_cell)
                waiting.extend((child, in_cell) for box in reversed(words.boxes) for child in reversed(box))
            elif tag in (TABLE, CELL):
                waiting.extend((child, True) for child in reversed(element))
            elif tag in HOLDERS and not _is_deleted(element):
                waiting.extend((child, in_cell) for child in reversed(element))

    def _paragraph(self, paragraph: Any, words: Words, in_cell: bool) -> None:
        self._pictures = self._pictures or words.pictured
        if not words.text.strip():
            return
        level = self._styles.level(paragraph)
        if self._styles.is_caption(paragraph):
            self._add("caption", words.text)
        elif level is not None:
            self._add("heading" if level else "title", words.text, level)
        elif self._styles.is_item(paragraph):
            self._add("item", words.text)
        elif words.pictured and words.text.startswith("\n") and len(words.text) < CAPTION:
            self._add("caption", words.text)
        elif in_cell:
            self._add("paragraph", words.text)
        else:
            text = words.text.strip()
            is_heading = words.bold and len(text) < LONGEST_BOLD and is_heading_like(text)
            self._add("heading" if is_heading else "text", text, BELOW)

    def _add(self, kind: str, words: str, level: int = 0) -> None:
        self._room -= len(words)
        if self._room < 0:
            raise Unreadable("too_large", f"holds more than {self._limit:,} characters of text; "
                                          "split it or raise limits.text in rapporteur.toml")
        self._parts.append((kind, words, level))

    def _mark(self, kind: str, name: str) -> str:
        """Return the mark of a note, in the order of their calls."""
        if name not in self._notes[kind] or (kind, name) in self._called:
            return ""
        self._called[kind, name] = len(self._called) + 1
        return f"[{len(self._called)}]"


def _is_deleted(row: Any) -> bool:
    """Say whether a row of a table is struck out by a tracked change."""
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None
