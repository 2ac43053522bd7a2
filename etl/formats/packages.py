"""Check a ZIP package of an office program before anything in it is read: what it unpacks to, and what its XML declares."""
from __future__ import annotations

import io
import zipfile
import zlib

from etl.formats.content import Limits, Unreadable

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError)
"""What `zipfile` raises over a damaged file."""
XML = (".xml", ".rels")
XML_AT_LEAST, XML_PER_CHARACTER = 2_000_000, 8
"""Bytes of XML that a package may hold: for its styles, and for each character of text allowed with its markup."""
NODE = 300
"""Bytes that an element or an attribute takes in a tree."""
CHUNK = 1 << 16


def check_package(raw: bytes, limits: Limits, *, is_streamed: bool = False) -> None:
    """Raise Unreadable for a package that is damaged, encrypted, unpacks to more than the limits, or declares entities.

    Its XML must fit into memory as a tree, unless it is read as a stream.
    """
    nodes = 0
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            infos = package.infolist()
            _check_sizes(infos, limits, is_streamed)
            for info in infos:
                if info.filename.lower().endswith(XML):
                    nodes += _nodes(package, info)
                    if not is_streamed and nodes * NODE > limits.memory // 2:
                        raise Unreadable("too_large", f"holds {nodes:,} elements of XML or more, which take too much memory; "
                                                      "split it or raise limits.memory_megabytes in rapporteur.toml")
    except Unreadable:
        raise
    except BROKEN as error:
        raise damaged(error) from error


def damaged(error: Exception) -> Unreadable:
    """Return the refusal of a damaged file."""
    return Unreadable("damaged", f"is a damaged Office file ({str(error)[:100] or type(error).__name__}); "
                                 "get it again from where it came")


def _check_sizes(infos: list[zipfile.ZipInfo], limits: Limits, is_streamed: bool) -> None:
    """Raise Unreadable over what the directory tells; no more than that is unpacked later, so that it may lie."""
    if any(info.flag_bits & 1 for info in infos):
        raise Unreadable("encrypted", "is encrypted; save it without a password")
    if len(infos) > limits.members:
        raise Unreadable("too_large", f"has {len(infos):,} members, over the limit of {limits.members:,}; "
                                      "save it again or raise limits.members in rapporteur.toml")
    expanded = sum(info.file_size for info in infos)
    markup = 0 if is_streamed else sum(info.file_size for info in infos if info.filename.lower().endswith(XML))
    for told, size, limit, name in (("", expanded, limits.expanded, "expanded_megabytes"),
                                    (" of XML", markup, XML_AT_LEAST + XML_PER_CHARACTER * limits.text, "text")):
        if size > limit:
            raise Unreadable("too_large", f"unpacks to {size:,} bytes{told}, over the limit of {limit:,}; "
                                          f"split it or raise limits.{name} in rapporteur.toml")


def _nodes(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """Return about how many elements and attributes a member holds.

    Raises Unreadable where it declares a document type: no office program does, and entities come with one.
    """
    nodes, tail = 0, b""
    with package.open(info) as member:
        while chunk := member.read(CHUNK):
            # UTF-16 is ASCII with NULs between, so far as this goes.
            chunk = chunk.replace(b"\x00", b"")
            nodes += chunk.count(b"<") - chunk.count(b"</") + chunk.count(b"=")
            seen = (tail + chunk).lower()
            if b"<!doctype" in seen or b"<!entity" in seen:
                raise Unreadable("refused", f"declares entities in {info.filename}, as only an attack does; save it again")
            tail = chunk[-16:]
    return nodes
