"""Decode the bytes of a text: UTF-8, UTF-16 and UTF-32 by their mark, and Windows-1252 where the result reads like text.

Other encodings are not guessed: what is no UTF-8 and reads unlike a Western text is refused, with the place where it shows.
"""
from __future__ import annotations

import codecs
import re

from etl.formats.content import Unreadable

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""Byte order marks; those of UTF-32 come first, since one of UTF-16 begins like it."""

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
MAX_CONTROLS = 0.01
"""Share of control bytes that a text may hold: conversions from print leave a few behind."""
MAX_HIGH = 0.25
"""Share of characters outside ASCII that a text of Western Europe may hold."""
TYPOGRAPHIC = frozenset("\u00a0\u00a7\u00a9\u00aa\u00ab\u00ad\u00ae\u00b0\u00b4\u00b6\u00b7\u00ba\u00bb\u00bd"
                        "‘’‚“”„†‡•…‰‹›–—™€£¥¡¿")


def decode(raw: bytes) -> str:
    """Return the text that the bytes stand for, without a byte order mark.

    Raises Unreadable where they are no text or the encoding is not certain.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark):], encoding)
    _refuse_controls(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_western(raw, error)


def _decode_marked(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", f"is marked as {encoding} but wrong at byte {error.start}: {error.reason}") from error
    if "\x00" in text:
        raise Unreadable("binary", "is marked as text but holds NUL characters")
    return text


def _refuse_controls(raw: bytes) -> None:
    if b"\x00" in raw:
        raise Unreadable("binary", f"is binary (NUL at byte {raw.index(0)}), or UTF-16 without a byte order mark")
    controls = len(CONTROLS.findall(raw))
    if controls > MAX_CONTROLS * len(raw):
        raise Unreadable("binary", f"is binary: {controls} of its {len(raw)} bytes are control characters")


def _decode_western(raw: bytes, error: UnicodeDecodeError) -> str:
    """Return the text as Windows-1252, unless it looks like damaged UTF-8 or like something else altogether."""
    place = f"byte {error.start} is no UTF-8"
    whole, broken = len(MULTIBYTE.findall(raw)), raw.decode("utf-8", "replace").count("\ufffd")
    if whole > broken:
        raise Unreadable("encoding", f"is damaged UTF-8 ({place}); save it again as UTF-8")
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as worse:
        told = f"is neither UTF-8 ({place}) nor Windows-1252 (byte {worse.start}); save it as UTF-8"
        raise Unreadable("encoding", told) from worse
    high = [char for char in text if ord(char) > 127]
    strange = sum(not (char.isalpha() or char in TYPOGRAPHIC) for char in high)
    if len(high) > MAX_HIGH * len(text) or strange > len(high) // 10:
        raise Unreadable("encoding", f"is neither UTF-8 ({place}) nor a plausible Windows-1252 text; save it as UTF-8")
    return text
