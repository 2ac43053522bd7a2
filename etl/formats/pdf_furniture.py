"""Leave out what stands on every page: running heads, running feet, page numbers."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from etl.formats.pdf_lines import Line
from etl.formats.pdf_pages import Page

NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
PAGE_NUMBER = re.compile(r"[-–—|\[\s]*(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|\]\s]*",
                         re.IGNORECASE)
SAME = 3.0
"""Points by which the heights of the same line may differ."""
BROWSER = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?|(?:https?|file)://\S+")
"""What browsers print at the edges of a page: when and from where."""
COPIED = 10
"""Lines that make it plain that a page which is there twice is a copy."""
APART = 1.6
"""Sizes of the type between the number of a page and the text."""
MARGIN = 0.15
"""Share of a page's height, at either end, in which a lone number is that of the page."""


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """Return each page's lines without page numbers and what stands, digits apart, at the same height on half of the pages.

    Left and right pages may differ: half of either kind is enough.
    """
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for line in page.lines:
            seen[_masked(line)].append((line.base, at))
    out = []
    for page in pages:
        found = {id(line): _times(seen[_masked(line)], line, len(pages)) for line in page.lines}
        if 2 * sum(times > 0 for times in found.values()) > max(len(found), COPIED):
            found = dict.fromkeys(found, 0)
        text = sorted(line.base for line in page.lines if not found[id(line)])
        out.append([line for line in page.lines if not _is_of_the_page(line, page)
                    and not (found[id(line)] > 2 or (found[id(line)] and _is_apart(line, text)))])
    return out


def _masked(line: Line) -> str:
    return NUMBER.sub("0", " ".join(line.text.split()))


def _times(found: list[tuple[float, int]], line: Line, pages: int) -> int:
    """Return on how many pages a line is if these are half of all, of the left ones or of the right ones, and two at least."""
    if len(found) < 2:
        return 0
    on = {at for base, at in found if abs(base - line.base) <= SAME}
    odd = sum(at % 2 for at in on)
    enough = 2 * len(on) >= pages or 2 * odd >= max(4, pages // 2) or 2 * (len(on) - odd) >= max(4, (pages + 1) // 2)
    return len(on) if len(on) >= 2 and enough else 0


def _is_apart(line: Line, text: list[float]) -> bool:
    """Say whether no line of the text is next to a line: two pages may by chance have the same words at the same height."""
    return bisect_left(text, line.base - APART * line.size) == bisect_right(text, line.base + APART * line.size)


def _is_of_the_page(line: Line, page: Page) -> bool:
    """Say whether a line at the edge of a page is or stands beside its number, apart from the text, or is a browser's."""
    if MARGIN * page.height <= line.base <= (1 - MARGIN) * page.height:
        return False
    if BROWSER.fullmatch(line.text):
        return True
    row = [other for other in page.lines if abs(other.base - line.base) < 1]
    return any(PAGE_NUMBER.fullmatch(other.text) for other in row) and all(
        abs(other.base - line.base) > APART * line.size or abs(other.base - line.base) < 1 for other in page.lines)
