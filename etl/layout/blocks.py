"""Gather lines into blocks and say what each is: title, heading, item, paragraph or caption.

Rules are about shape (bullets, blank lines, final punctuation, length), never about a publisher. A paragraph that a page break
or a caption has cut keeps several spans.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.layout.lines import BULLET, FINAL, PLACE_AND_DAY, Line, text_lines, without_furniture, wrap_width
from etl.layout.styles import Style, style
from etl.records import Part, Span
from etl.time.dates import find_dates

CITED = re.compile(r"[\[(][^()\[\]]*(?:\d|[A-Z][a-z]+)[^()\[\]]*[)\]]$")
NEXT_SENTENCE = re.compile(
    r"(?<!\b[A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!Gen)(?<!\bSt)[.!?][\"'”’]?\s+[A-Z]"
)
CAPTIONED = re.compile(r"[\[(]?(?:photo(?:graph)?|picture|plate|fig(?:ure)?|caption|image)(?:\s+(?:\d+|[IVX]+))?\s*[.:\])]\s", re.IGNORECASE)
"""What a caption can open with."""
TOLD = frozenset({"title", "heading", "caption", "paragraph"})
"""Kinds that a format tells and words do not overrule."""
CAPTION = 320
LONG = 160
TITLE = 250


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, the section it stands in, the spans it covers, whether a bullet opens it, the page it begins on."""

    kind: str
    section: int
    spans: tuple[Span, ...]
    bulleted: bool = False
    numbered: bool = False
    overview: bool = False
    page: int | None = None

    @property
    def span(self) -> Span:
        """Return the stretch from the first to the last character."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def extended(self, end: int) -> Block:
        """Return the block with its last span drawn out to `end`."""
        return replace(self, spans=(*self.spans[:-1], Span(self.spans[-1].start, end)))


def blocks_of(text: str, parts: Sequence[Part] = (), profile: Style = style()) -> list[Block]:
    """Divide a cleaned text into blocks of their kinds, without sections; by its parts where the format tells them."""
    return _kinds(text, _joined(text, _laid(text, parts, profile) if parts else _grouped(text, profile)))


def _laid(text: str, parts: Sequence[Part], profile: Style) -> list[Block]:
    """Return the parts of a format as blocks; a bullet that stands in the words makes an item of a part of open kind."""
    blocks = []
    for part in parts:
        words = part.span.of(text)
        bullet = BULLET.match(words) if part.kind in ("text", "item") else None
        start = part.span.start + (bullet.end() if bullet else len(words) - len(words.lstrip()))
        span = Span(start, part.span.start + len(words.rstrip()))
        if span.start < span.end and not profile.noise.match(span.of(text)):
            numbered = bullet is not None and words.lstrip()[:1].isdigit()
            blocks.append(Block(part.kind, 0, (span,), part.kind == "item" or bullet is not None, numbered, page=part.page))
    return blocks


def _grouped(text: str, profile: Style) -> list[Block]:
    """Gather lines into blocks by bullets, blank lines and the way the text is wrapped."""
    lines = text_lines(text)
    width = wrap_width(lines)
    blocks: list[Block] = []
    above: Line | None = None
    kept = list(without_furniture(lines, profile.noise))
    for line, below in zip(kept, (*kept[1:], None)):
        if line is not None:
            free = line.bullet or line.marked or above is None or blocks[-1].kind == "heading"
            free = free or is_row(line.text) or (below is None and PLACE_AND_DAY.match(line.text))
            if not free and line.continues(above, width):
                blocks[-1] = blocks[-1].extended(line.end)
            else:
                kind = "heading" if line.marked else "text"
                numbered = line.bullet and line.raw[:1].isdigit() and not line.timed
                blocks.append(Block(kind, 0, (Span(line.start, line.end),), line.bullet, numbered))
        above = line
    return blocks


def _joined(text: str, blocks: list[Block]) -> list[Block]:
    """Join paragraphs that a page break or a caption has cut."""
    out: list[Block] = []
    hosts: list[int] = []
    for block in blocks:
        host = hosts.pop() if hosts else None
        if host is None or not _resumes(text, out[host], block):
            hosts += [] if host is None else [host]
            host = len(out)
            out.append(block)
        elif host == len(out) - 1 and not text[out[host].span.end:block.span.start].strip():
            out[host] = out[host].extended(block.span.end)
        else:
            out[host] = replace(out[host], spans=(*out[host].spans, *block.spans))
        if out[host].bulleted or not _is_aside(out[host], text):
            hosts.append(host)
    return out


def _resumes(text: str, host: Block, block: Block) -> bool:
    """Say whether a block goes on with a paragraph that was cut."""
    before, words = host.span.of(text), block.span.of(text)
    if block.bulleted or block.kind in TOLD or host.kind in TOLD or _is_aside(block, text):
        return False
    if FINAL.search(before) or CITED.search(before) or len(before) <= 60:
        return False
    if is_dated_line(words) and not FINAL.search(words):
        return False
    opens_lower = words[:1].islower() or words[:1].isdigit() or words[:1] in "(,;"
    return opens_lower or (len(before) >= LONG and not is_heading_like(words))


def _is_aside(block: Block, text: str) -> bool:
    """Say whether a block is a caption, told or by its shape."""
    return block.kind == "caption" or is_caption(block.span.of(text))


def _kinds(text: str, blocks: list[Block]) -> list[Block]:
    """Decide the kind of each block."""
    out: list[Block] = []
    listed = False
    for i, block in enumerate(blocks, 1):
        words = block.span.of(text)
        listed = block.bulleted and (listed or (bool(out) and introduces(out[-1].span.of(text))))
        below = blocks[i].span.of(text) if i < len(blocks) else ""
        # a heading of several lines: the place and day that it ends with stand below it
        heads = block.kind == "text" and not block.bulleted and PLACE_AND_DAY.match(below) and not FINAL.search(words)
        kind = "heading" if heads else "item" if listed else _kind(block, words, is_last=i == len(blocks))
        out.append(block if kind == block.kind else replace(block, kind=kind))
    if len(out) > 1 and not out[0].bulleted and all(block.kind != "title" for block in out):
        words = out[0].span.of(text)
        untold = out[0].kind == "heading" or (out[0].kind == "paragraph" and not re.search(r"[.!?:]$", words))
        if untold and len(words) < TITLE:
            out[0] = replace(out[0], kind="title")
    return out


def _kind(block: Block, words: str, *, is_last: bool) -> str:
    """Return the kind of one block: as the format tells it, else by its shape; then the last one is no heading."""
    if block.kind in TOLD:
        return block.kind
    heading_like = not (is_last or CAPTIONED.match(words) or is_row(words)) and is_heading_like(words)
    if block.bulleted:
        return "heading" if block.numbered and heading_like and len(words) < 60 else "item"
    if heading_like and not is_dated_line(words):
        return "heading"
    return "caption" if is_caption(words) else "paragraph"


def introduces(words: str) -> bool:
    """Say whether a block is a sentence before a list: "The following agreements were signed:"."""
    return words.endswith(":") and words.count(" ") > 3


def is_row(words: str) -> bool:
    """Say whether a line is a row of a table: "Peru | Lima | May 4 | Official visit"."""
    return words.count("|") > 1


def is_caption(text: str) -> bool:
    """Say whether an unbulleted block has the shape of a caption: short, called one or ending in a citation without a full stop."""
    if len(text) < CAPTION and CAPTIONED.match(text):
        return True
    if len(text) >= CAPTION or not CITED.search(text):
        return False
    return not NEXT_SENTENCE.search(text[:-30]) and not re.search(r"[.!?][\"'”]?\s*\(", text)


def is_heading_like(words: str) -> bool:
    """Say whether a block could be a heading: short, no full stop, not a quotation, opened by a capital."""
    if not 1 < len(words) < 150 or len(words.split()) > 16 or re.search(r"[.,;!?][\"'”’]?$", words) or introduces(words):
        return False
    return words[:1] in words[:1].upper() and not CITED.search(words) and not words.startswith(('"', "“"))


def is_dated_line(words: str) -> bool:
    """Say whether a line holds a date and little else."""
    rest = words
    for m in find_dates(words):
        if m.form in ("day", "range", "month"):
            rest = rest.replace(m.span.of(words), " ")
    return rest != words and len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4
