"""Say what the paragraphs of a PDF are: title, heading, caption; and join those that a page, a column or a picture has cut.

What the type does not tell is left to the words.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from etl.formats.pdf_furniture import without_furniture
from etl.formats.pdf_order import flows_of
from etl.formats.pdf_pages import Page
from etl.formats.pdf_paragraphs import Paragraph, alike, is_full, paragraphs_of
from etl.formats.pdf_turns import Box
from etl.layout.blocks import CAPTION, TITLE, is_caption, is_heading_like

LARGER = 1.1
"""How much larger than the body's the type of a heading is."""
SMALL = 0.95
"""How large, of the body's, the type of captions and footnotes is at most."""
LONGEST_BOLD = 150
BENEATH = 2.0
"""Distance, in sizes of the type, of a caption's first line from the picture."""
HEAD = 0.9
"""Share of a page's height above which its running head stands."""
FAR = 1.6
"""Sizes of the type between a running head and the text."""
ASIDE = ("heading", "title", "caption")


def paragraphs_in_order(pages: Sequence[Page]) -> list[Paragraph]:
    """Return the paragraphs of a document as they are read, with their kinds."""
    flows = flows_of(without_furniture(pages))
    if not flows:
        return []
    paragraphs = paragraphs_of(flows)
    body = _body(paragraphs)
    for paragraph in paragraphs:
        paragraph.kind = _kind(paragraph, body, pages)
    _tell_title(paragraphs, body)
    return _joined(_without_lone_heads(paragraphs, pages), body)


def _body(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size of the type in which most of a document is set; half points do not matter."""
    sizes = Counter[float]()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0]


def _kind(paragraph: Paragraph, body: float, pages: Sequence[Page]) -> str:
    """Return the kind of one paragraph as far as the type tells it."""
    words = " ".join(paragraph.words.split())
    if paragraph.bulleted:
        return "text"
    if _is_caption(paragraph, words, body, pages):
        return "caption"
    large = paragraph.size >= LARGER * body and len(words) < TITLE and not words.endswith((".", ";", ","))
    if large or (paragraph.bold and len(words) < LONGEST_BOLD and is_heading_like(words)):
        return "heading"
    # The cells of a row: the words of one do not go on in the next.
    return "paragraph" if paragraph.beside else "text"


def _is_caption(paragraph: Paragraph, words: str, body: float, pages: Sequence[Page]) -> bool:
    """Say whether a paragraph stands right below or above a picture and is set apart by its type, its place or its words."""
    if len(words) >= CAPTION or paragraph.size >= LARGER * body or words[:1].islower():
        return False
    for box in pages[paragraph.lines[0].page - 1].pictures:
        if _adjoins(paragraph, box):
            small = paragraph.size < SMALL * body
            middle = abs((box.x0 + box.x1) / 2 - paragraph.lines[-1].centre) < paragraph.size
            inset = paragraph.lines[0].x0 > paragraph.column.left + paragraph.size
            if small or (middle and inset) or is_caption(words):
                return True
    return False


def _adjoins(paragraph: Paragraph, box: Box) -> bool:
    first, last = paragraph.lines[0], paragraph.lines[-1]
    if min(first.x1, box.x1) <= max(first.x0, box.x0):
        return False
    below, above = box.y0 - first.base, last.base - box.y1
    return -0.5 * first.size < below < BENEATH * first.size or 0 < above < BENEATH * first.size


def _tell_title(paragraphs: Sequence[Paragraph], body: float) -> None:
    """Make the first of the largest headings of the first page the title, where the body's type is smaller."""
    first = [paragraph for paragraph in paragraphs if paragraph.kind == "heading"
             and paragraph.lines[0].page == paragraphs[0].lines[0].page and paragraph.size >= LARGER * body]
    if first and max(p.size for p in first) >= max(p.size for p in paragraphs if p.kind == "heading"):
        max(first, key=lambda paragraph: paragraph.size).kind = "title"


def _without_lone_heads(paragraphs: Sequence[Paragraph], pages: Sequence[Page]) -> list[Paragraph]:
    """Leave out a line at the head of a page in the middle of a paragraph: a running head of which there is but one."""
    out: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        line = paragraph.lines[0]
        cuts = (0 < i < len(paragraphs) - 1 and paragraphs[i - 1].lines[-1].page < line.page and len(paragraph.lines) == 1
                and line.base > HEAD * pages[line.page - 1].height and not paragraph.ends and not paragraph.bulleted
                and line.base - paragraphs[i + 1].lines[0].base > FAR * line.size)
        if not (cuts and _goes_on(paragraphs[i - 1], paragraphs[i + 1])):
            out.append(paragraph)
    return out


def _joined(paragraphs: Sequence[Paragraph], body: float) -> list[Paragraph]:
    """Give a paragraph the lines that follow on another page, in another column or behind an inset."""
    out: list[Paragraph] = []
    host: Paragraph | None = None
    for paragraph in paragraphs:
        if host is not None and paragraph.column is not host.column and _goes_on(host, paragraph):
            host.lines += paragraph.lines
            host.column = paragraph.column
            continue
        if out and _goes_on_as_caption(out[-1], paragraph, body):
            out[-1].lines += paragraph.lines
            continue
        out.append(paragraph)
        if paragraph.kind in ("heading", "title"):
            host = None
        elif paragraph.kind != "caption" and (host is None or paragraph.bulleted or paragraph.size >= SMALL * body):
            host = paragraph
    return out


def _goes_on(host: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is the rest of `host`."""
    last, first = host.lines[-1], paragraph.lines[0]
    if paragraph.kind in ASIDE or not alike(last, first) or last.bold != first.bold:
        return False
    if paragraph.marked or (paragraph.bulleted and host.ends):
        return False
    full = is_full(last, first, host.column.reach)
    if not host.ends or last.text.endswith(";"):
        return full or first.text[:1].islower()
    return full and _is_set_as_the_rest(host, paragraph)


def _goes_on_as_caption(host: Paragraph, paragraph: Paragraph, body: float) -> bool:
    """Say whether a paragraph in small type is the rest of a caption on the page before."""
    small = paragraph.size < SMALL * body and alike(host.lines[-1], paragraph.lines[0])
    return host.kind == "caption" and paragraph.column is not host.column and small and not host.ends and not paragraph.bulleted


def _is_set_as_the_rest(host: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether the first line stands where only the second or later lines of paragraphs like `host` do."""
    opening, first = host.lines[0], paragraph.lines[0]
    if host.bulleted:
        hanging = paragraph.column.hanging or (opening.inner,)
        return opening.inner > opening.x0 and any(abs(first.x0 - place) < 0.5 * first.size for place in hanging)
    indent = opening.x0 - host.lines[-1].x0
    return len(host.lines) > 1 and indent > 0.5 * first.size and first.x0 - paragraph.column.left < 0.3 * first.size
