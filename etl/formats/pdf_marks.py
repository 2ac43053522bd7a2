"""Put the marks of items before their words, however a PDF draws them: as letters of their own or as filled shapes."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from etl.formats.pdf_lines import Line, joined
from etl.formats.pdf_turns import Box
from etl.layout.lines import BULLET

NEXT = 2.0
"""Sizes of the type between a drawn mark and its words."""


def gathered(lines: list[Line]) -> list[Line]:
    """Return the lines with the marks that are drawn apart from their words put in front of these."""
    strays = sorted((line for line in lines if _is_mark(line.text)), key=_base)
    if not strays:
        return lines
    out = []
    for line in lines:
        if _is_mark(line.text):
            continue
        first = bisect_left(strays, line.base - 0.5 * line.size, key=_base)
        last = bisect_right(strays, line.base + 0.5 * line.size, key=_base)
        out.append(next(filter(None, (joined(stray, line) for stray in strays[first:last])), line))
    return out


def _base(line: Line) -> float:
    return line.base


def _is_mark(text: str) -> bool:
    return len(text) == 1 and not text.isalnum() and BULLET.match(text + " ") is not None


def with_mark(line: Line, marks: Sequence[Box]) -> Line:
    """Write the mark of an item where one is drawn, as a filled shape, before the words."""
    for box in marks[bisect_left(marks, line.base, key=_middle):bisect_right(marks, line.base + line.size, key=_middle)]:
        if 0 < line.x0 - box.x1 < NEXT * line.size and box.y1 - box.y0 < line.size and not BULLET.match(line.text):
            return replace(line, text="• " + line.text, x0=box.x0, inner=line.x0, first=box.x1 - box.x0)
    return line


def _middle(box: Box) -> float:
    return (box.y0 + box.y1) / 2
