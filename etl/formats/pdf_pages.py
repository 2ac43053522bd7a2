"""Take what a PDF page holds: its lines, and where its pictures stand."""
from __future__ import annotations

from dataclasses import dataclass

from pypdfium2 import PdfPage

from etl.formats.pdf_drawings import drawings_of
from etl.formats.pdf_lines import Line, Reader
from etl.formats.pdf_marks import gathered, with_mark
from etl.formats.pdf_turns import Box, Turn, turns_of

BACKGROUND = 0.8
"""Share of the page that a picture in the text does not cover."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds, lines in the order in which they are drawn."""

    width: float
    height: float
    lines: list[Line]
    pictures: list[Box]


def page_of(page: PdfPage, number: int) -> Page:
    """Return the lines and pictures of a page."""
    left, bottom, right, top = page.get_bbox()
    text = page.get_textpage()
    try:
        turn = Turn(turns_of(text.raw), left, bottom, right, top)
        _, _, width, height = turn.box(left, bottom, right, top)
        lines = gathered([line for line in Reader(text.raw, turn, number).lines() if -1 <= line.base <= height + 1])
        pictures, marks = drawings_of(page.raw, turn.box)
    finally:
        text.close()
    pictures = [box for box in pictures if (box.x1 - box.x0) * (box.y1 - box.y0) < BACKGROUND * width * height]
    return Page(width, height, [with_mark(line, marks) for line in lines], pictures)
