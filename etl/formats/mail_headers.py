"""Read the headers of a mail: what they state of it, decoded as far as they can be.

The library's own reading of structured headers takes time that grows with the square of their length and fails on some;
names and days are all that is needed.
"""
from __future__ import annotations

from datetime import date
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from etl.formats.page_metadata import day_of
from etl.records import Stated

MAX_HEADER = 2_000
LABEL = 120
FAULTS = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
"""What the library for mail raises on mails that no rule foresaw."""


def stated_by(message: Message) -> Stated:
    """Return the subject as title, the sender as publisher and the day of the Date line."""
    return Stated(header_of(message.get("Subject")), sender_of(message.get("From")), _day(message.get("Date")))


def header_of(value: object) -> str | None:
    """Return the words of a header, decoded as far as they can be."""
    if value is None:
        return None
    words: list[str] = []
    try:
        for piece, charset in decode_header(str(value)[:MAX_HEADER]):
            words.append(piece if isinstance(piece, str) else piece.decode(charset or "utf-8", "replace"))
    except FAULTS:
        words = [str(value)[:MAX_HEADER]]
    return " ".join("".join(words).encode("utf-8", "replace").decode().replace("\x00", " ").split()) or None


def sender_of(value: object) -> str | None:
    """Return the name of a sender, or the address where none is told."""
    told = header_of(value)
    if told is None:
        return None
    name, address = parseaddr(told)
    return name or address or told


def _day(value: object) -> date | None:
    """Return the day of a Date line, as the sender's clock told it."""
    try:
        return parsedate_to_datetime(str(value)[:MAX_HEADER]).date() if value is not None else None
    except FAULTS:
        return day_of(str(value))


def file_name_of(part: Message) -> str:
    """Return the name of an attachment as a label, with the ending of its kind where it has no name."""
    found = header_of(part.get_filename())
    name = (found or "").replace("\\", "/").rsplit("/", 1)[-1].strip(". ")
    return "".join(char for char in name if char.isprintable())[-LABEL:] or f"attachment.{part.get_content_subtype()}"
