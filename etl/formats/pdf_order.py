"""Put the lines of a PDF page in the order in which they are read: columns one after the other, the rows of a table as rows.

A gutter is a strip of blank with lines side by side on both sides of it. Lines that cross it divide the page into bands.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from etl.formats.pdf_lines import Line

FEWEST = 4
"""Lines that a column has at least."""
DEEPEST = 3
FILLED = 0.7
"""Share of its column's width that the middle line of prose takes; the cells of a table take less."""
NARROWEST = 8
"""Sizes of the type that a line of prose is wide."""
FOLLOWS = 2.6
"""Distance, in sizes of the type, up to which a line goes with the one drawn before it."""


def flows_of(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each column of each page, from top to bottom; a short last column stands where those before it do."""
    known = sorted({gutter for lines in pages if (gutter := _gutter(lines)) is not None})
    return [flow for lines in pages for flow in _flows(lines, known, 0)]


def _flows(lines: Sequence[Line], known: Sequence[float], depth: int) -> Iterator[list[Line]]:
    gutter = _gutter(lines) if depth < DEEPEST else None
    if gutter is None and depth == 0:
        gutter = next((place for place in known if _divides(lines, place)), None)
    if gutter is None:
        if lines:
            yield _sorted(lines)
        return
    for across, band in groupby(_bands(lines, gutter), key=lambda placed: placed[0]):
        members = [line for _, line in band]
        if across:
            yield _sorted(members)
        else:
            yield from _flows([line for line in members if line.centre < gutter], known, depth + 1)
            yield from _flows([line for line in members if line.centre >= gutter], known, depth + 1)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the place between two columns, if the lines stand in columns."""
    best, found = 0, None
    right_of = sorted(line.x0 for line in lines)
    left_of = sorted(line.x1 for line in lines)
    for edge in sorted({int(x0) for x0 in right_of}):
        beside = edge - 0.5
        lefts, rights = bisect_right(left_of, beside), len(lines) - bisect_left(right_of, beside)
        if min(lefts, rights) >= max(FEWEST, best + 1):
            left = [line for line in lines if line.x1 <= beside]
            right = [line for line in lines if line.x0 >= beside]
            if _side_by_side(left, right) and not _is_table(lines, left, right):
                best, found = min(lefts, rights), beside
    return found


def _divides(lines: Sequence[Line], gutter: float) -> bool:
    """Say whether the gutter of another page divides this one."""
    left = [line for line in lines if line.x1 <= gutter]
    right = [line for line in lines if line.x0 >= gutter]
    return bool(left and right) and 2 * (len(left) + len(right)) >= len(lines) and not _is_table(lines, left, right)


def _side_by_side(left: list[Line], right: list[Line]) -> bool:
    """Say whether lines of two columns mostly have company at their height."""
    few, many = sorted((left, right), key=len)
    heights = sorted(line.base for line in many)
    beside = sum(bisect_left(heights, line.base - line.size) < bisect_right(heights, line.base + line.size) for line in few)
    return beside >= max(FEWEST, len(few) // 2)


def _is_table(lines: Sequence[Line], left: list[Line], right: list[Line]) -> bool:
    """Say whether two columns are drawn row by row and too raggedly for prose."""
    lefts = {id(line) for line in left}
    sides = [side for side, _ in groupby(id(line) in lefts for line in lines)]
    return len(sides) > max(FEWEST, min(len(left), len(right)) // 2) and not (_is_prose(left) and _is_prose(right))


def _is_prose(lines: list[Line]) -> bool:
    widths = sorted(line.x1 - line.x0 for line in lines)
    usual, whole = widths[len(widths) // 2], max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return usual >= max(FILLED * whole, NARROWEST * lines[0].size)


def _bands(lines: Sequence[Line], gutter: float) -> list[tuple[bool, Line]]:
    """Return the lines from top to bottom, each with whether it belongs to what crosses the gutter.

    The short last line of a paragraph that crosses it does.
    """
    beyond = sorted(line.base for line in lines if line.x0 >= gutter)
    placed, above = [], None
    for line in lines:
        across = line.x0 < gutter < line.x1
        if not across and above is not None and 0 < above.base - line.base < 1.6 * line.size:
            alone = bisect_left(beyond, line.base - line.size) == bisect_right(beyond, line.base + line.size)
            across = alone and abs(above.x0 - line.x0) < 2 * line.size
        placed.append((across, line))
        above = line if across else None
    return sorted(placed, key=lambda one: -one[1].base)


def _sorted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one column from top to bottom; what was drawn in one go stays together.

    What stands side by side, as the cells of a row do, stays in the order in which it was drawn.
    """
    runs: list[list[Line]] = []
    for line in lines:
        above = runs[-1][-1] if runs else None
        if (above is not None and 0 < above.base - line.base <= FOLLOWS * max(above.size, line.size)
                and min(above.x1, line.x1) > max(above.x0, line.x0)):
            runs[-1].append(line)
        else:
            runs.append([line])
    groups: list[list[tuple[int, list[Line]]]] = []
    lowest = 0.0
    for at, run in sorted(enumerate(runs), key=lambda placed: -placed[1][0].base):
        if groups and run[0].base > lowest:
            groups[-1].append((at, run))
            lowest = min(lowest, run[-1].base)
        else:
            groups.append([(at, run)])
            lowest = run[-1].base
    return [line for group in groups for _, run in sorted(group, key=lambda placed: placed[0]) for line in run]
