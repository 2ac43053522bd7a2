"""Divide a text into title, headings, items, paragraphs and captions, and read what the document says of itself.

Blocks are spans of the text as kept: a paragraph that a page break or a caption has cut keeps several spans. Rules are about
shape (bullets, blank lines, final punctuation, length), never about a publisher.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from etl.dates import Calendar, find_dates, resolve
from etl.knowledge import load_knowledge
from etl.records import Header, Span

INVISIBLE = {c: " " for c in "\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\u2009\u202f\t\f\v\r"}
CLEAN = str.maketrans(INVISIBLE)
BOLD = re.compile(r"\*\*|__")
LINK = re.compile(r"\[(?=[^\]\n]{1,200}\]\()|\]\([^)\s]*\)")
BULLET = re.compile(r"\s*(?:(?:[•►▶■●▪◦‣⁃❖✓→\uf000-\uf8ff]|[-*+–—](?=\s)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*)+")
HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
FINAL = re.compile(r"[.!?:;][\"'”’)\]]*(?:\[\d+\]|\d{0,2})?$|[.!?][\"'”’]*\s*[\[(][^\])]{2,120}[\])]$")
CITED = re.compile(r"[\[(][^()\[\]]*(?:\d|[A-Z][a-z]+)[^()\[\]]*[)\]]$")
CAPTION = 320
LONG = 160


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, the section it stands in, the spans it covers and whether a bullet opens it."""

    kind: str
    section: int
    spans: tuple[Span, ...]
    bulleted: bool = False
    numbered: bool = False
    overview: bool = False

    @property
    def span(self) -> Span:
        """Return the stretch from the first to the last character."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Shape:
    """The blocks of a document with its header, over a text of the same length as the one kept."""

    text: str
    blocks: tuple[Block, ...]
    header: Header
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    bullet: bool
    marked: bool


def clean(text: str) -> str:
    """Replace invisible characters and bold marks one for one, so that offsets stay."""
    return LINK.sub(lambda m: " " * len(m.group()), BOLD.sub("  ", text.translate(CLEAN)))


def shape(text: str) -> Shape:
    """Divide `text` into blocks and read its header."""
    plain = clean(text)
    blocks = _joined(plain, _grouped(plain))
    blocks = _kinds(plain, blocks)
    header, calendar = read_header(plain, blocks)
    return Shape(plain, tuple(_sections(plain, blocks)), header, calendar)


def _lines(text: str) -> list[_Line | None]:
    """Split into stripped lines; a blank line is None."""
    out: list[_Line | None] = []
    at = 0
    numbered = re.search(r"(?m)^\s*\(?(?:1|a)[.)]\s", text) is not None
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        bullet = BULLET.match(body)
        if bullet and re.match(r"\s*\(?[\da-z]{1,2}[.)]", body) and not re.match(r"\s*\d+\.\d", body) and (not numbered or (out and out[-1] is not None and not FINAL.search(out[-1].text))):
            bullet = None
        mark = HEADING_MARK.match(body)
        lead = bullet or mark
        skip = lead.end() if lead else len(body) - len(body.lstrip())
        out.append(_Line(at + skip, at + len(body), body[skip:], bullet is not None, mark is not None) if body[skip:].strip() else None)
        at += len(raw)
    return out


def _furniture(lines: list[_Line | None]) -> set[str]:
    """Return digit-masked short lines that recur as only page furniture does."""
    masked = Counter(re.sub(r"\d+", "0", line.text) for line in lines if line and len(line.text) < 90 and not line.bullet)
    return {text for text, n in masked.items() if n >= 3 and len(text) > 3}


def _running_head(line: str, title: str) -> bool:
    """Say whether a line repeats the title at the head of a page."""
    return len(title) > 5 and line.casefold().startswith(title.casefold()) and len(line) < len(title) + 70


def _wrap_width(lines: list[_Line | None]) -> int:
    """Return the width of a hard-wrapped text, 0 where lines are whole paragraphs."""
    lengths = sorted(line.end - line.start for line in lines if line)
    if len(lengths) < 6:
        return 0
    width = lengths[int(len(lengths) * 0.7)]
    full = [n for n in lengths if 0.8 * width <= n <= width * 1.2]
    return full[-1] if width <= 130 and len(full) >= 0.4 * len(lengths) else 0


def _grouped(text: str) -> list[Block]:
    """Gather lines into blocks by bullets, blank lines and the way the text is wrapped."""
    noise = [re.compile(p, re.IGNORECASE) for p in load_knowledge().rules["styles"]["general"]["noise"]]
    lines = _lines(text)
    furniture, width = _furniture(lines), _wrap_width(lines)
    blocks: list[Block] = []
    open_line: _Line | None = None
    title = ""
    for line in lines:
        if line is None:
            open_line = None
            continue
        raw = text[text.rfind("\n", 0, line.start) + 1:line.end].strip()
        if any(p.match(line.text) or p.match(raw) for p in noise) or re.sub(r"\d+", "0", line.text) in furniture:
            continue
        if blocks and _running_head(line.text, title):
            continue
        title = title or line.text
        if open_line is not None and not line.bullet and not line.marked and not blocks[-1].kind == "heading" and _continues(open_line, line, width):
            last = blocks[-1]
            blocks[-1] = replace(last, spans=(*last.spans[:-1], Span(last.spans[-1].start, line.end)))
        else:
            blocks.append(Block("heading" if line.marked else "paragraph", 0, (Span(line.start, line.end),), line.bullet, line.bullet and raw[:1].isdigit()))
        open_line = line
    return blocks


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Say whether a line goes on with the one straight above it."""
    first = line.text[:1]
    if width:
        if before.text.endswith("-") and first.islower():
            return True
        room = width - len(before.text)
        return room < max(16, len(line.text.split(" ", 1)[0]) + 4) or (first.islower() and not FINAL.search(before.text))
    return (first.islower() or first in "(,;") and not FINAL.search(before.text)


def is_caption(text: str) -> bool:
    """Say whether an unbulleted block has the shape of a caption: short, ending in a citation without a full stop."""
    return len(text) < CAPTION and CITED.search(text) is not None and not re.search(r"(?<!\b[A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!Gen)(?<!\bSt)[.!?][\"'”’]?\s+[A-Z]", text[:-30]) and not re.search(r"[.!?][\"'”]?\s*\(", text)


def _joined(text: str, blocks: list[Block]) -> list[Block]:
    """Join paragraphs that a page break or a caption has cut."""
    out: list[Block] = []
    for block in blocks:
        words = block.span.of(text)
        host = next((i for i in range(len(out) - 1, -1, -1) if not is_caption(out[i].span.of(text)) or out[i].bulleted), None)
        if host is not None and not block.bulleted and block.kind != "heading" and out[host].kind != "heading" and not is_caption(words):
            before = out[host].span.of(text)
            opens_lower = words[:1].islower() or words[:1].isdigit() or words[:1] in "(,;"
            if not FINAL.search(before) and not CITED.search(before) and len(before) > 60 and (opens_lower or (len(before) >= LONG and not _heading_like(words))):
                if host == len(out) - 1 and not text[out[host].span.end:block.span.start].strip():
                    out[host] = replace(out[host], spans=(*out[host].spans[:-1], Span(out[host].spans[-1].start, block.span.end)))
                else:
                    out[host] = replace(out[host], spans=(*out[host].spans, *block.spans))
                continue
        out.append(block)
    return out


def _heading_like(words: str) -> bool:
    """Say whether a block could be a heading: short, no full stop, not a quotation, opened by a capital."""
    count = len(words.split())
    return (len(words) < 150 and count <= 16 and not re.search(r"[.,;!?][\"'”’]?$", words) and words[:1] in words[:1].upper()
            and not CITED.search(words) and not words.startswith(('"', "“")) and len(words) > 1)


def _kinds(text: str, blocks: list[Block]) -> list[Block]:
    """Decide the kind of each block."""
    out: list[Block] = []
    for i, block in enumerate(blocks):
        words = block.span.of(text)
        if block.bulleted and block.numbered and _heading_like(words) and len(words) < 60 and i + 1 < len(blocks):
            kind = "heading"
        elif block.bulleted:
            kind = "item"
        elif block.kind == "heading" or (_heading_like(words) and i + 1 < len(blocks) and not _dated_line(words)):
            kind = "heading"
        elif is_caption(words):
            kind = "caption"
        else:
            kind = "paragraph"
        out.append(replace(block, kind=kind))
    if out and len(text[out[0].span.start:out[0].span.end]) < 250 and out[0].kind in ("heading", "paragraph") and not out[0].bulleted and len(out) > 1:
        if out[0].kind == "heading" or not re.search(r"[.!?]$", out[0].span.of(text)):
            out[0] = replace(out[0], kind="title")
    return out


def _sections(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Number the sections: each heading opens one."""
    overview = set(load_knowledge().rules["styles"]["general"]["overview"])
    section, in_overview = 0, False
    for block in blocks:
        if block.kind == "heading":
            section += 1
            in_overview = re.sub(r"[^a-z ]", "", block.span.of(text).lower()).strip() in overview
        yield replace(block, section=section, overview=in_overview)


def _dated_line(words: str) -> bool:
    """Say whether a line holds a date and little else."""
    rest = words
    for m in find_dates(words):
        if m.form in ("day", "range", "month"):
            rest = rest.replace(m.span.of(words), " ")
    return rest != words and len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4


def read_header(text: str, blocks: list[Block]) -> tuple[Header, Calendar]:
    """Read title, period and day of publication from the first blocks and the dateline.

    A line that is little more than a range gives the period; one that is little more than a day gives the day of publication,
    as does a dateline at the head of the first paragraph or a release line.
    """
    title = next((b.span.of(text) for b in blocks if b.kind == "title"), None)
    period, published = None, None
    for block in blocks[:8]:
        words = block.span.of(text)
        if len(words) > 260 and block.kind != "title":
            head = re.match(r".{0,90}?(?:\)|:|\s[-–—]{1,2}|\.\.\.)\s", words)
            words = head.group() if head else ""
        for m in find_dates(words):
            if m.form not in ("day", "range", "month"):
                continue
            when = resolve(m, Calendar())
            if when.start is None:
                continue
            if m.form == "day" and re.search(r"\bweek\b[^.]{0,12}$", words[:m.span.start], re.IGNORECASE) and period is None:
                period = (when.start, when.start + timedelta(days=6))
                continue
            if m.form == "day":
                if _dated_line(words) or block.kind == "title" or re.search(r"\b(?:published|release|issued|posted|date|updated)\b|^[A-Z][A-Z .,'-]{3,}", words, re.IGNORECASE if len(words) < 120 else 0):
                    published = published or when.start
            elif period is None and (_dated_line(words) or block.kind == "title"):
                period = (when.start, when.end)
    if published is None and period is None:
        tail = blocks[-1].span.of(text) if blocks else ""
        m = next((m for m in find_dates(tail) if m.form == "day" and m.parts[0]), None)
        if m and _dated_line(tail):
            published = resolve(m, Calendar()).start
    start, end = period or (None, None)
    header = Header(title=title, series=title if period else None, period_start=start, period_end=end, published_on=published)
    return header, Calendar(start, end, published)
