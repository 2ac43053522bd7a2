"""Leave out what stands on every page: running heads, running feet, page numbers."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from etl.formats.pdf_lines import Line, Page

NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
PAGE_NUMBER = re.compile(r"[-–—|\[\s]*(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|\]\s]*", re.IGNORECASE)
SAME = 3.0
"""Points by which the heights of the same line may differ."""
BROWSER = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?|(?:https?|file)://\S+")
"""What browsers print at the edges of a page: when and from where."""
APART = 1.6
"""Sizes of the type between the number of a page and the text."""
MARGIN = 0.1
"""Share of a page's height, at either end, in which a lone number is that of the page."""


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """Return each page's lines without those that stand at the same height on half of the pages, digits apart, and page numbers.

    Left and right pages may differ: half of either kind is enough.
    """
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for line in page.lines:
            seen[_masked(line)].append((line.base, at))
    return [[line for line in page.lines if not _is_of_the_page(line, page) and not _recurs(seen[_masked(line)], line, len(pages))]
            for page in pages]


def _masked(line: Line) -> str:
    return NUMBER.sub("0", " ".join(line.text.split()))


def _recurs(found: list[tuple[float, int]], line: Line, pages: int) -> bool:
    """Say whether a line is on half of the pages, of the left ones or of the right ones, and on two at least."""
    if len(found) < 2:
        return False
    on = {at for base, at in found if abs(base - line.base) <= SAME}
    odd = sum(at % 2 for at in on)
    return len(on) >= 2 and (2 * len(on) >= pages or 2 * odd >= max(4, pages // 2) or 2 * (len(on) - odd) >= max(4, (pages + 1) // 2))


def _is_of_the_page(line: Line, page: Page) -> bool:
    """Say whether a line at the edge of a page is its number, apart from all other lines, or what a browser puts there."""
    if MARGIN * page.height <= line.base <= (1 - MARGIN) * page.height:
        return False
    if BROWSER.fullmatch(line.text):
        return True
    return PAGE_NUMBER.fullmatch(line.text) is not None and all(
        abs(other.base - line.base) > APART * line.size or abs(other.base - line.base) < 1 for other in page.lines)
