"""Turn the coordinates of a PDF page so that most of its text is upright, whichever way the page is shown."""
from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pypdfium2.raw as pdfium

SAMPLED = 40
"""Every so many characters tell how the text of a page runs."""


class Box(NamedTuple):
    """Where something stands, in points from the lower left corner of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


class Turn(NamedTuple):
    """From the coordinates of a page to those of the page as it is read, turned by `turns` quarters clockwise."""

    turns: int
    left: float
    bottom: float
    right: float
    top: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a place on the page as it is read."""
        return ((x - self.left, y - self.bottom), (y - self.bottom, self.right - x), (self.right - x, self.top - y),
                (self.top - y, x - self.left))[self.turns]

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return which way a step goes on the page as it is read."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.turns]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a stretch of the page as it is read."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def turns_of(raw: pdfium.FPDF_TEXTPAGE) -> int:
    """Return by how many quarters clockwise a page is to be turned for most of its text to be upright."""
    votes, matrix = Counter[int](), pdfium.FS_MATRIX()
    for i in range(0, pdfium.FPDFText_CountChars(raw), SAMPLED):
        if pdfium.FPDFText_GetMatrix(raw, i, matrix):
            along = abs(matrix.a) >= abs(matrix.b)
            votes[(0 if matrix.a > 0 else 2) if along else (1 if matrix.b > 0 else 3)] += 1
    return max(votes, key=votes.__getitem__, default=0)
