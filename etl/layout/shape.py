"""Divide a text into title, headings, items, paragraphs and captions, and read what the document says of itself.

Blocks are spans of the text as kept. What a block says is left to the stages after this one.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.layout.blocks import Block, blocks_of
from etl.layout.header import read_header
from etl.layout.lines import clean
from etl.layout.styles import style
from etl.records import Header, Part, Stated
from etl.time.dates import Calendar


@dataclass(frozen=True, slots=True)
class Shape:
    """The blocks of a document with its header, over a text of the same length as the one kept."""

    text: str
    blocks: tuple[Block, ...]
    header: Header
    calendar: Calendar


def shape(text: str, parts: Sequence[Part] = (), stated: Stated = Stated()) -> Shape:
    """Divide `text` into blocks, by its `parts` where the format tells them, and read its header."""
    plain = clean(text)
    profile = style(stated.style)
    blocks = blocks_of(plain, parts, profile)
    header, calendar = read_header(plain, blocks, stated)
    return Shape(plain, tuple(_sections(plain, blocks, profile.overview)), header, calendar)


def _sections(text: str, blocks: list[Block], overview: frozenset[str]) -> Iterator[Block]:
    """Number the sections: each heading opens one; `overview` are those that open a summary."""
    section, in_overview = 0, False
    for block in blocks:
        if block.kind == "heading":
            section += 1
            in_overview = re.sub(r"[^a-z ]", "", block.span.of(text).lower()).strip() in overview
        yield replace(block, section=section, overview=in_overview)
