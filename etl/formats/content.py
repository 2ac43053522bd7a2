"""What a reader makes of the bytes of one document, the same for every format, and what it refuses."""
from __future__ import annotations

import re
from dataclasses import dataclass

from etl.records import Part, Span, Stated, TableRow

MEGABYTE = 1_000_000
BLANK_RUN = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may take.

    `bytes` is for the input and for each member of an archive, `expanded` for all members together, `elements` counts those
    of a web page, `rows` those of a table, `text` characters, `line` those without a line end, `seconds` and `memory` (bytes) hold
    for reading it.
    """

    bytes: int = 20 * MEGABYTE
    expanded: int = 200 * MEGABYTE
    members: int = 10_000
    pages: int = 2_000
    elements: int = 250_000
    rows: int = 20_000
    text: int = 4 * MEGABYTE
    line: int = 100_000
    seconds: float = 60
    memory: int = 240 * MEGABYTE


class Unreadable(ValueError):
    """The bytes yield no text that can be trusted; `reason` is a value of `etl.errors.REASONS`, the message completes "FILE ...".

    `member` names the document inside another one that it is about, where it is about one.
    """

    def __init__(self, reason: str, detail: str, member: str | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.member = member

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str, str | None]]:
        return Unreadable, (self.reason, str(self), self.member)


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document as kept, its layout (none: to be read off the lines), what its metadata state, a table's rows."""

    text: str
    parts: tuple[Part, ...] = ()
    stated: Stated = Stated()
    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One document inside another: a file in an archive, a mail in a mailbox, an attachment."""

    name: str
    raw: bytes
    stated: Stated = Stated()


class Composer:
    """Builds the text of a document part by part, with a blank line between them."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._parts: list[Part] = []
        self._length = 0

    def add(self, kind: str, words: str, *, page: int | None = None) -> None:
        """Add a part; runs of blanks become one, line ends stay, and what holds nothing else is left out."""
        words = "\n".join(filter(None, (BLANK_RUN.sub(" ", line).strip() for line in words.splitlines())))
        if not words:
            return
        start = self._length + (2 if self._parts else 0)
        self._words.append(words)
        self._parts.append(Part(kind, Span(start, start + len(words)), page))
        self._length = start + len(words)

    def content(self, stated: Stated = Stated()) -> Content:
        """Return what was added."""
        return Content("\n\n".join(self._words), tuple(self._parts), stated)
