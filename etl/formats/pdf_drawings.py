"""Tell where a PDF page has pictures, and small shapes that may be the marks of items: browsers draw them."""
from __future__ import annotations

import ctypes
from collections.abc import Callable

import pypdfium2.raw as pdfium

from etl.formats.pdf_turns import Box

DRAWN = frozenset({pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH})
PICTURE = 30
"""Points that a picture measures at least both ways."""
LEAST, MOST = 1.2, 10
"""Points that a mark measures both ways."""
UNEQUAL = 2.0
"""How much longer than wide, or wider than long, a mark may be: lines under words are no marks."""


def drawings_of(raw: pdfium.FPDF_PAGE, turned: Callable[[float, float, float, float], Box]) -> tuple[list[Box], list[Box]]:
    """Return the pictures of a page and its small shapes, these from bottom to top."""
    pictures, marks = [], []
    sides = [ctypes.c_float() for _ in range(4)]
    for i in range(pdfium.FPDFPage_CountObjects(raw)):
        thing = pdfium.FPDFPage_GetObject(raw, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind not in DRAWN or not pdfium.FPDFPageObj_GetBounds(thing, *sides):
            continue
        box = turned(*(side.value for side in sides))
        across, up = box.x1 - box.x0, box.y1 - box.y0
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and min(across, up) >= PICTURE:
            pictures.append(box)
        elif LEAST <= min(across, up) and max(across, up) <= min(MOST, UNEQUAL * min(across, up)):
            marks.append(box)
    return pictures, sorted(marks, key=lambda box: box.y0 + box.y1)
