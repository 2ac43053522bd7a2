"""Hand-made pages of a PDF, to test what geometry says without a program that prints."""
from __future__ import annotations

from etl.formats.pdf_lines import Line
from etl.formats.pdf_pages import Page
from etl.formats.pdf_turns import Box

WIDTH, HEIGHT, LETTER = 600.0, 800.0, 6.0


def line(text: str, base: float, *, x0: float = 50, size: float = 12, bold: bool = False, page: int = 1) -> Line:
    """Return a line whose letters are all of the same width."""
    first = text.split(" ", 1)[0]
    inner = x0 + LETTER * (len(first) + 1) if len(first) < len(text) else x0
    return Line(text, page, x0, x0 + LETTER * len(text), base, size, bold, LETTER * len(first), inner)


def page(*lines: Line, pictures: tuple[Box, ...] = ()) -> Page:
    """Return a page that holds these."""
    return Page(WIDTH, HEIGHT, list(lines), list(pictures))


def block(words: str, top: float, *, width: int = 40, x0: float = 50, page: int = 1) -> list[Line]:
    """Return words as the lines of a column `width` letters wide."""
    rows, row = [], ""
    for word in words.split():
        if row and len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return [line(text, top - 14 * i, x0=x0, page=page) for i, text in enumerate((*rows, row))]
