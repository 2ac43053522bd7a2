"""Take the lines of a PDF page with their place, size and weight.

What does not run from left to right like most of the page (watermarks, labels of axes) is left out.
"""
from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import pypdfium2.raw as pdfium

from etl.formats.pdf_turns import Turn
from etl.layout.lines import BULLET

WORD = re.compile(r"\S+")
BREAK = re.compile(r"[\r\n]+|(?<=[\ufffe\x02])")
HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-", "\x00": None, "\ufffd": None, "\xad": "-"})
BOLD = re.compile(r"bold|black|heavy|demi|medi(?:um)?$|^cmb|bx\d+$", re.IGNORECASE)
GLYPHS = re.compile(r"wingdings|symbol|dingbats", re.IGNORECASE)
"""Fonts whose letters are drawn as marks: their "n" is a square."""
PRIVATE = re.compile("[\uf000-\uf8ff]")
MARK = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\"”’])(?<!\bkm)(?<!\bm)(\d{1,3})(?=\s|$|[.,;:)])")
"""Digits that may be the raised number of a note."""
ASTRAY = 0.02
APART = 1.5
"""Blank, in sizes of the type, that no justified line has between two words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; `first` is the width of its first word, `inner` where its words begin behind a bullet."""

    text: str
    page: int
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    first: float
    inner: float

    @property
    def centre(self) -> float:
        """Return the middle of the line."""
        return (self.x0 + self.x1) / 2


class Reader:
    """Reads the lines of one page; what the library is asked for each character costs most of the time."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE, turn: Turn, number: int) -> None:
        self._raw, self._turn, self._number = raw, turn, number
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def lines(self) -> Iterator[Line]:
        """Yield the lines in the order in which they are drawn."""
        get, raw = pdfium.FPDFText_GetUnicode, self._raw
        codes = (get(raw, i) for i in range(pdfium.FPDFText_CountChars(raw)))
        text = "".join(chr(code) if code < 0xd800 or 0xdfff < code < 0x110000 else "\ufffd" for code in codes)
        at, held = 0, None
        for end in (*(m.start() for m in BREAK.finditer(text)), len(text)):
            for line in self._pieces(text, at, end):
                whole = joined(held, line)
                if whole is None and held is not None:
                    yield held
                held = whole or line
            at = end
        if held is not None:
            yield held

    def _pieces(self, text: str, at: int, end: int) -> Iterator[Line]:
        """Yield the stretches of one line that no wide blank divides."""
        words = [(m.start(), m.end(), *self._extent(m.start(), m.end() - 1)) for m in WORD.finditer(text, at, end)]
        first = 0
        for i, (start, _, x0, x1) in enumerate(words):
            if i + 1 < len(words):
                gap, size = words[i + 1][2] - x1, self._size(start)
                bullet = i == first and is_bullet(text[start:words[i][1]])
                if -size < gap <= APART * size * (3 if bullet else 1):
                    continue
            line = self._line(text, words[first:i + 1])
            if line is not None:
                yield line
            first = i + 1

    def _line(self, text: str, words: list[tuple[int, int, float, float]]) -> Line | None:
        """Return the line of these words, or None where it does not run across the page."""
        start, end = words[0][0], words[-1][1]
        samples = sorted({words[0][0], words[len(words) // 2][0], end - 1})
        sizes = [self._size(i) for i in samples]
        if not all(sizes):
            return None
        size = max(sizes)
        written = text[start:end]
        if words[0][1] - start == 1:
            written = _marked(written, self._font(start)[0], alone=len(words) == 1)
        written = self._noted(written, start, size).translate(HYPHEN)
        if not written.strip():
            return None
        return Line(written, self._number, words[0][2], words[-1][3], self._base(samples[sizes.index(size)]), round(size, 1),
                    all(self._font(i)[1] for i in samples), words[0][3] - words[0][2], words[min(1, len(words) - 1)][2])

    def _noted(self, written: str, start: int, size: float) -> str:
        """Put the raised numbers of notes in brackets."""
        def bracketed(m: re.Match[str]) -> str:
            at = start + m.start()
            raised = self._size(at) < 0.85 * size or self._base(at) > self._base(at - 1) + 0.15 * size
            return f"[{m.group()}]" if raised else m.group()

        return MARK.sub(bracketed, written)

    def _extent(self, first: int, last: int) -> tuple[float, float]:
        """Return where a word begins and ends."""
        rect, turn = self._rect, self._turn
        ends = []
        for i in (first, last):
            if not pdfium.FPDFText_GetLooseCharBox(self._raw, i, rect):
                return 0.0, 0.0
            box = turn.box(rect.left, rect.bottom, rect.right, rect.top) if turn.turns else rect
            ends.append((box.x0, box.x1) if turn.turns else (rect.left - turn.left, rect.right - turn.left))
        return ends[0][0], ends[1][1]

    def _base(self, i: int) -> float:
        """Return the height of the line on which a character stands."""
        pdfium.FPDFText_GetCharOrigin(self._raw, i, self._x, self._y)
        return self._turn.point(self._x.value, self._y.value)[1]

    def _size(self, i: int) -> float:
        """Return the size of a character in points, 0 where it does not run from left to right."""
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._raw, i, matrix):
            return 0.0
        across, up = self._turn.direction(matrix.a, matrix.b)
        if across <= 0 or abs(up) > ASTRAY * across:
            return 0.0
        return pdfium.FPDFText_GetFontSize(self._raw, i) * (matrix.c ** 2 + matrix.d ** 2) ** 0.5

    def _font(self, i: int) -> tuple[str, bool]:
        """Return the name of a character's font and whether it is bold."""
        length = pdfium.FPDFText_GetFontInfo(self._raw, i, self._name, len(self._name), self._flags)
        name = self._name.value if 0 < length <= len(self._name) else b""
        return _font(name, self._flags.value if length else 0)


@lru_cache(maxsize=512)
def _font(name: bytes, flags: int) -> tuple[str, bool]:
    told = name.decode("utf-8", "replace").rpartition("+")[2]
    return told, BOLD.search(told) is not None or bool(flags & 1 << 18)


def is_bullet(word: str) -> bool:
    """Say whether a word is nothing but the mark of an item."""
    m = BULLET.match(word + " ")
    return (m is not None and m.end() >= len(word)) or len(word) == 1


def _marked(written: str, font: str, *, alone: bool) -> str:
    """Write a mark for the first letter where its font draws one; fonts of marks often name their letters as private ones."""
    drawn = GLYPHS.search(font) or (written[0] == "o" and "Courier" in font)
    return "•" + written[1:] if PRIVATE.match(written) or (drawn and not alone) else written


def joined(above: Line | None, line: Line) -> Line | None:
    """Return two pieces as one where the second goes on at the same height, as behind a bullet or a raised mark."""
    if above is None or abs(above.base - line.base) > 0.5 * max(above.size, line.size):
        return None
    gap, size = line.x0 - above.x1, max(above.size, line.size)
    bullet = is_bullet(above.text)
    if not -0.5 * size < gap <= (4 if bullet else 0.8) * size:
        return None
    larger = above if above.size >= line.size and not bullet else line
    between = " " if gap > 0.15 * size else ""
    raised = line.size < 0.85 * above.size and line.text.isdigit() and len(line.text) < 4
    return replace(larger, text=above.text + (f"[{line.text}]" if raised else between + line.text), x0=above.x0, x1=line.x1,
                   first=above.first, inner=line.x0 if bullet else above.inner, bold=line.bold and (above.bold or bullet))
