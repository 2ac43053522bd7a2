"""Check a ZIP package of an office program before anything in it is read: what it unpacks to, and what its XML declares."""
from __future__ import annotations

import io
import zipfile
import zlib

from etl.formats.content import Limits, Unreadable

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError)
"""What `zipfile` raises over a damaged file."""
XML = (".xml", ".rels")
XML_PER_CHARACTER = 8
"""Bytes of XML that a package may hold for each character of text allowed: its markup, and what a tree of it costs."""
CHUNK = 1 << 16


def check_package(raw: bytes, limits: Limits) -> None:
    """Raise Unreadable for a package that is damaged, encrypted, unpacks to more than the limits, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            infos = package.infolist()
            _check_sizes(infos, limits)
            for info in infos:
                if info.filename.lower().endswith(XML):
                    _check_xml(package, info)
    except BROKEN as error:
        if isinstance(error, Unreadable):
            raise
        raise damaged(error) from error


def damaged(error: Exception) -> Unreadable:
    """Return the refusal of a damaged file."""
    return Unreadable("damaged", f"is a damaged Office file ({str(error)[:100] or type(error).__name__}); "
                                 "get it again from where it came")


def _check_sizes(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise Unreadable over what the directory tells; no more than that is unpacked later, so that it may lie."""
    if any(info.flag_bits & 1 for info in infos):
        raise Unreadable("encrypted", "is encrypted; save it without a password")
    if len(infos) > limits.members:
        raise Unreadable("too_large", f"has {len(infos):,} members, over the limit of {limits.members:,}; "
                                      "save it again or raise limits.members in rapporteur.toml")
    expanded = sum(info.file_size for info in infos)
    markup = sum(info.file_size for info in infos if info.filename.lower().endswith(XML))
    for told, size, limit, name in (("", expanded, limits.expanded, "expanded"),
                                    (" of XML", markup, XML_PER_CHARACTER * limits.text, "text")):
        if size > limit:
            raise Unreadable("too_large", f"unpacks to {size:,} bytes{told}, over the limit of {limit:,}; "
                                          f"split it or raise limits.{name} in rapporteur.toml")


def _check_xml(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Raise Unreadable where a member declares a document type: no office program does, and entities come with one."""
    read, tail = 0, b""
    with package.open(info) as member:
        while chunk := member.read(CHUNK):
            read += len(chunk)
            if read > info.file_size:
                raise Unreadable("damaged", f"holds {info.filename}, which is larger than stated; get it again from where it came")
            # UTF-16 is ASCII with NULs between, so far as this goes.
            chunk = tail + chunk.replace(b"\x00", b"")
            if b"<!doctype" in chunk.lower() or b"<!entity" in chunk.lower():
                raise Unreadable("refused", f"declares entities in {info.filename}, as only an attack does; save it again")
            tail = chunk[-16:]
