"""Tell what a paragraph of a DOCX is by its own properties and those of the styles that it is based on."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

HEADING = re.compile(r"heading (\d)")
LISTS = re.compile(r"list (?:bullet|number)")
CAPTIONS = frozenset({"caption", "image caption", "figure caption"})
PROPERTIES, VALUE, STYLE, LEVEL, NUMBERING, NUMBER, NAME, BASE = map(qn, (
    "w:pPr", "w:val", "w:pStyle", "w:outlineLvl", "w:numPr", "w:numId", "w:name", "w:basedOn"))
BODY_LEVEL = 9
"""The outline level that means body text."""
DEEPEST = 20
"""How many styles may be based on one another; a damaged file has rings of them."""


class Styles:
    """The styles of a document."""

    def __init__(self, styles: Any) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
        self._default = next((name for name, style in self._styles.items() if style.get(qn("w:default")) in ("1", "true")
                              and style.get(qn("w:type")) == "paragraph"), None)

    def level(self, paragraph: Any) -> int | None:
        """Return the level of a heading, 0 for a title, None for what is neither."""
        for name, properties in self._chain(paragraph):
            if name == "title":
                return 0
            if told := HEADING.match(name):
                return int(told[1])
            level = _number(properties, LEVEL)
            if level is not None:
                return level + 1 if level < BODY_LEVEL else None
        return None

    def is_caption(self, paragraph: Any) -> bool:
        """Say whether a style for captions is used."""
        return any(name in CAPTIONS for name, _ in self._chain(paragraph))

    def is_item(self, paragraph: Any) -> bool:
        """Say whether a paragraph is numbered or bulleted; the nearest numbering counts, and number 0 takes it away."""
        for name, properties in self._chain(paragraph):
            numbering = None if properties is None else properties.find(NUMBERING)
            if numbering is not None:
                number = _number(numbering, NUMBER)
                if number is not None:
                    return number > 0
            if LISTS.match(name):
                return True
        return False

    def _chain(self, paragraph: Any) -> Iterator[tuple[str, Any]]:
        """Yield the name and the properties of the paragraph, nameless, and of each style that it is based on."""
        properties = paragraph.find(PROPERTIES)
        yield "", properties
        name = _value(properties, STYLE) or self._default
        for _ in range(DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return
            yield (_value(style, NAME) or "").lower(), style.find(PROPERTIES)
            name = _value(style, BASE)


def _value(element: Any, tag: str) -> str | None:
    child = None if element is None else element.find(tag)
    return None if child is None else child.get(VALUE)


def _number(element: Any, tag: str) -> int | None:
    told = _value(element, tag)
    return int(told) if told and re.fullmatch(r"\d{1,9}", told, re.ASCII) else None
