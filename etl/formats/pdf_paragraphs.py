"""Gather the lines of a PDF into paragraphs, by the blank between them, indentation, type and the room a line leaves."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from etl.formats.pdf_lines import Line
from etl.knowledge import toml
from etl.layout.blocks import CITED
from etl.layout.lines import BULLET, COUNTED, FINAL

LAST_WORD = re.compile(r"((?:[^\W\d_]\.)*[^\W\d_]+)\.$")
WIDER = 1.3
"""How much more than the usual distance between lines divides paragraphs."""
RAISED = 1.7
"""The same within a sentence: raised marks of notes push lines apart."""
FREQUENT = 0.15
"""Share of the distances that is frequent: where paragraphs are short, the blank between them is the most frequent one."""
STEP = 0.8
"""Sizes of the type that make an indentation."""
NEAR = 3
"""Lines before and after that tell how far the lines reach here."""
ALIKE = 0.06
"""Share by which sizes of the same type may differ."""
SAME_MARGIN = 12
ENOUGH = 6
"""Lines of a column that show how far it reaches."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column on a page: where its lines begin, how far they reach, where the words of its bulleted lines begin."""

    left: float
    reach: float
    hanging: tuple[float, ...]


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, the column in which the last of them stand, and whether others stand beside them."""

    lines: list[Line]
    column: Column
    kind: str = "text"
    beside: bool = False

    @property
    def words(self) -> str:
        """Return the text, line by line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Return the size of its type."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Say whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def bulleted(self) -> bool:
        """Say whether a mark or a number opens it."""
        return is_bulleted(self.lines[0])

    @property
    def marked(self) -> bool:
        """Say whether a mark opens it that nothing else in a text looks like."""
        return self.bulleted and _is_mark(self.lines[0])

    @property
    def ends(self) -> bool:
        """Say whether it ends as a sentence or a citation does."""
        return _ends(self.lines[-1])


def paragraphs_of(flows: Sequence[list[Line]]) -> list[Paragraph]:
    """Divide the lines of each column into paragraphs."""
    usual = _usual_distance(flows)
    out: list[Paragraph] = []
    for flow, column in zip(flows, _columns(flows), strict=True):
        heights = sorted(line.base for line in flow)
        for i, line in enumerate(flow):
            beside = _has_company(line, heights)
            if i and not _begins(out[-1], flow, i, usual) and (beside or not _is_short(flow[i - 1], flow, i, column.reach)):
                out[-1].lines.append(line)
            else:
                out.append(Paragraph([line], column))
            out[-1].beside |= beside
    return out


def _has_company(line: Line, heights: list[float]) -> bool:
    """Say whether another line stands beside a line."""
    return bisect_right(heights, line.base + 0.5 * line.size) - bisect_left(heights, line.base - 0.5 * line.size) > 1


def _columns(flows: Sequence[list[Line]]) -> Iterator[Column]:
    """Yield the edges of each column; one of few lines reaches as far as others that begin at the same place."""
    margins = [(min(line.x0 for line in flow), max(line.x1 for line in flow)) for flow in flows]
    whole = [margin for flow, margin in zip(flows, margins, strict=True) if len(flow) >= ENOUGH]
    for flow, (left, own) in zip(flows, margins, strict=True):
        alike = (right for other, right in whole if abs(other - left) < SAME_MARGIN)
        reach = own if len(flow) >= ENOUGH else max((own, *alike))
        yield Column(left, reach, tuple({round(line.inner) for line in flow if is_bulleted(line)}))


def is_full(line: Line, after: Line, reach: float) -> bool:
    """Say whether the first word of the line after it would not have fitted."""
    return reach - line.x1 < after.first + 0.6 * line.size


def is_bulleted(line: Line) -> bool:
    """Say whether a mark or a number opens a line."""
    return BULLET.match(line.text + " ") is not None


def _usual_distance(flows: Sequence[list[Line]]) -> float:
    """Return the smallest of the frequent distances between two lines of the same type, in sizes of the type."""
    steps = Counter(round((a.base - b.base) / a.size, 1) for flow in flows for a, b in zip(flow, flow[1:])
                    if 0.8 * a.size < a.base - b.base < 3 * a.size and alike(a, b))
    return min((step for step, n in steps.items() if n >= FREQUENT * steps.total()), default=1.2)


def alike(a: Line, b: Line) -> bool:
    """Say whether two lines are of the same size."""
    return abs(a.size - b.size) <= ALIKE * max(a.size, b.size)


def _begins(paragraph: Paragraph, flow: list[Line], i: int, usual: float) -> bool:
    """Say whether the line at `i` begins another paragraph than the one above it."""
    above, line = flow[i - 1], flow[i]
    step, full = above.base - line.base, is_full(above, line, paragraph.column.reach)
    wider = RAISED if full and line.text[:1].islower() and not _ends(above) else WIDER
    if not (0 < step <= wider * max(usual, 1.0) * max(above.size, line.size)) or not alike(above, line):
        return True
    if paragraph.bold != line.bold and (line.bold or not full):
        return True
    if min(above.x1, line.x1) <= max(above.x0, line.x0):
        return True
    if is_bulleted(line) and (_is_mark(line) or _ends(above)):
        return True
    return _is_shifted(paragraph, line)


def _is_mark(line: Line) -> bool:
    """Say whether a line opens with a mark that nothing else in a text looks like."""
    return line.text[0] not in "-*+–—" and not COUNTED.match(line.text) and not line.text[0].isdigit()


def _is_shifted(paragraph: Paragraph, line: Line) -> bool:
    """Say whether a line is indented or set out as only the first line of a paragraph is."""
    first, above = paragraph.lines[0], paragraph.lines[-1]
    shift = line.x0 - above.x0
    if abs(line.centre - above.centre) < 0.5 * line.size and abs(shift) > 0.1 * line.size:
        return False
    if len(paragraph.lines) > 1:
        return abs(shift) > STEP * line.size and (shift < 0 or _ends(above))
    if is_bulleted(first):
        return shift < -0.5 * line.size
    return shift > STEP * line.size and _ends(above)


def _is_short(above: Line, flow: list[Line], i: int, reach: float) -> bool:
    """Say whether the line above `i` ends before the edge although the next word would have fitted."""
    line = flow[i]
    if is_full(above, line, reach) or (line.text[:1].islower() and not _ends(above)):
        return False
    here = max(other.x1 for other in flow[max(0, i - NEAR):i + NEAR] if alike(other, line))
    return _ends(above) or not is_full(above, line, here)


def _ends(line: Line) -> bool:
    word = LAST_WORD.search(line.text)
    if word is not None and (word[1] in _abbreviations() or "." in word[1]):
        return False
    return FINAL.search(line.text) is not None or CITED.search(line.text) is not None


@cache
def _abbreviations() -> frozenset[str]:
    months = {short for _, *others in toml("dates.toml")["months"] for short in others}
    return frozenset(toml("groups.toml")["abbreviations"]["words"]) | months
