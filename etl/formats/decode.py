"""Decode the bytes of a text: Unicode by its mark or shape, what the format declares, single-byte encodings that are sure.

An encoding that is not declared is taken only where the result reads like Western text, or where the frequencies of its letters
leave no doubt. Damaged UTF-8 is never passed off as something else: it is refused, with the place where it shows.
"""
from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

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
MAX_FOREIGN = 0.5
"""Share of them that names in another script may make up; a text that holds more is not in English."""
MIN_ZEROS = 0.4
"""Share of NULs at every second byte from which a text is UTF-16 without a mark."""
TYPOGRAPHIC = frozenset("\u00a0\u00a7\u00a9\u00aa\u00ab\u00ad\u00ae\u00b0\u00b4\u00b6\u00b7\u00ba\u00bb\u00bd"
                        "‘’‚“”„†‡•…‰‹›–—™€£¥¡¿")
FOREIGN = re.compile(r"(?<=[a-z])[À-ÖØ-ÞŠŽŒŸ‚„£¥¡¿²³¹¢¤¦¨¯±µ¶](?![^\w\s])|[À-ÖØ-öø-ÿŠšŽžŒœŸ]{3,}")
"""What no Western text holds within its words: capitals and marks after a small letter, and runs of accented letters."""
SINGLE_BYTE = ("cp1250", "cp1251", "cp1253", "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "mac_roman", "cp850")
"""Encodings that are told by what they make of the bytes, where Windows-1252 makes no sense of them."""
CHAOS, DOUBT = 0.02, 0.03
"""How much disorder the likeliest of them may leave, and how much more the next one must."""
WEB_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""What browsers take these for: files that declare them hold the typographic marks of Windows."""
SAMPLE = 64_000
LINE_WITH_HIGH = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """Return the text that the bytes stand for, without a byte order mark; `declared` is the encoding that their format names.

    Raises Unreadable where they are no text or the encoding is not certain.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark):], encoding)
    unmarked = _wide(raw)
    if unmarked is not None:
        return _decode_marked(raw, unmarked)
    _refuse_controls(raw, declared)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _decode_declared(raw, declared)
        return _decode_western(raw, error) if text is None else text


def _decode_marked(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", f"is marked as {encoding} but wrong at byte {error.start}: {error.reason}; save it as UTF-8") from error
    if "\x00" in text:
        raise Unreadable("binary", "is marked as text but holds NUL characters; save it as text, PDF, DOCX or HTML")
    return text


def _wide(raw: bytes) -> str | None:
    """Return the UTF-16 that a text without a mark is in: nearly all of one half of its bytes are NULs, few of the other."""
    head = raw[:4096]
    pairs = len(head) // 2
    if pairs < 2 or b"\x00" not in head:
        return None
    even, odd = head[0:2 * pairs:2].count(0), head[1:2 * pairs:2].count(0)
    if min(even, odd) > pairs * MAX_CONTROLS or max(even, odd) < pairs * MIN_ZEROS:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_controls(raw: bytes, declared: str | None) -> None:
    if b"\x00" in raw:
        raise Unreadable("binary", f"is binary (NUL at byte {raw.index(0)}); save it as text, PDF, DOCX or HTML")
    controls = len(CONTROLS.findall(raw))
    escapes = raw.count(b"\x1b") if declared is not None and declared.lower().startswith("iso-2022") else 0
    if controls - escapes > MAX_CONTROLS * len(raw):
        raise Unreadable("binary", f"is binary: {controls} of its {len(raw)} bytes are control characters; "
                                   "save it as text, PDF, DOCX or HTML")


def _decode_declared(raw: bytes, declared: str | None) -> str | None:
    """Return the text in the encoding that its format declares, unless that is UTF-8, unknown or wrong."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else "utf-8"
        name = WEB_NAMES.get(name, name)
        # The transfer encodings of Python (base64, zip, rot13) are codecs too, and no encodings of text.
        if name.startswith("utf-") or not codecs.lookup(name)._is_text_encoding:
            return None
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    return None if _is_damaged_utf8(raw) or "\x00" in text or "\ufffd" in text else text


def _is_damaged_utf8(raw: bytes) -> bool:
    return len(MULTIBYTE.findall(raw)) > raw.decode("utf-8", "replace").count("\ufffd")


def _decode_western(raw: bytes, error: UnicodeDecodeError) -> str:
    """Return the text as Windows-1252 or in another single-byte encoding that is sure, unless it looks like damaged UTF-8."""
    place = f"byte {error.start} is no UTF-8"
    if _is_damaged_utf8(raw):
        raise Unreadable("encoding", f"is damaged UTF-8 ({place}); save it again as UTF-8")
    encoding = "cp1252" if _reads_western(raw) else _recognised(raw)
    if encoding is None:
        raise Unreadable("encoding", f"is neither UTF-8 ({place}) nor for certain in a single-byte encoding; save it as UTF-8")
    return raw.decode(encoding)


def _reads_western(raw: bytes) -> bool:
    """Say whether the bytes read like a Western text in Windows-1252."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = [char for char in text if ord(char) > 127]
    if len(high) > MAX_HIGH * len(text):
        return False
    strange = sum(not (char.isalpha() or char in TYPOGRAPHIC) for char in high)
    return strange + sum(map(len, FOREIGN.findall(text))) <= len(high) // 10


def _recognised(raw: bytes) -> str | None:
    """Return the single-byte encoding that alone makes sense of the lines that are no ASCII."""
    sample = b"\n".join(LINE_WITH_HIGH.findall(raw))[:SAMPLE]
    found = sorted(from_bytes(sample, cp_isolation=list(SINGLE_BYTE), enable_fallback=False), key=lambda match: match.chaos)
    if not found or found[0].chaos > CHAOS:
        return None
    if any(other.chaos < found[0].chaos + DOUBT and str(other) != str(found[0]) for other in found[1:]):
        return None
    try:
        text = raw.decode(found[0].encoding)
    except UnicodeDecodeError:
        return None
    high = [char for char in text if ord(char) > 127]
    strange = sum(not (char.isalpha() or char in TYPOGRAPHIC) for char in high)
    return found[0].encoding if strange <= len(high) // 10 and len(high) <= MAX_FOREIGN * len(text) else None
