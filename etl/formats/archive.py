"""Take the documents out of a ZIP archive, and those of the archives in it.

Nothing is written to disk: names only label. No more is unpacked of a file than the archive states and the limits allow.
"""
from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from etl.formats.content import MEGABYTE, Limits, Member, Unreadable

ENTRY = b"PK\x01\x02"
MAX_DEPTH = 3
MAX_RATIO = 200
"""How many times a member over a megabyte may outgrow what is stored of it: text shrinks to a tenth, bombs to a thousandth."""
MAX_NAME = 200
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that can be undone piece by piece. Python undoes those of bzip2 and LZMA in one go, whatever comes out."""
CLUTTER = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))
FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, LookupError, OSError, EOFError, OverflowError)
"""What Python raises on archives that are not as they should be."""


@dataclass(slots=True)
class _Budget:
    """How many bytes and members an archive may still yield, with all that lie in it."""

    bytes: int
    members: int


def members(raw: bytes, limits: Limits) -> Iterator[Member | Unreadable]:
    """Yield the files of the archive in their order, and why any of them cannot be taken out.

    Raises Unreadable where the archive itself cannot be read.
    """
    yield from _members(raw, limits, _Budget(limits.expanded, limits.members), "", 1)


def _members(raw: bytes, limits: Limits, budget: _Budget, folder: str, depth: int) -> Iterator[Member | Unreadable]:
    taken: set[str] = set()
    for archive, info in _entries(raw, limits):
        name = folder + _label(info.filename, taken)
        found = _read(archive, info, min(limits.bytes, budget.bytes), name)
        if isinstance(found, bytes):
            budget.bytes -= len(found)
            budget.members -= 1
            if budget.members < 0 or budget.bytes <= 0:
                most = f"{limits.members:,} files or {limits.expanded / MEGABYTE:,.0f} MB"
                yield Unreadable("too_large", f"is past the limit of {most} unpacked; unpack it and ingest the folder", name)
                return
            if found.startswith(b"PK\x03\x04") and name.lower().endswith(".zip"):
                yield from _nested(found, limits, budget, name, depth)
                continue
        yield Member(name, found) if isinstance(found, bytes) else found


def _nested(raw: bytes, limits: Limits, budget: _Budget, name: str, depth: int) -> Iterator[Member | Unreadable]:
    """Yield the files of an archive in the archive; one that cannot be read costs only itself."""
    if depth == MAX_DEPTH:
        yield Unreadable("too_large", f"lies more than {MAX_DEPTH} archives deep; unpack them and ingest the folder", name)
        return
    try:
        yield from _members(raw, limits, budget, f"{name}/", depth + 1)
    except Unreadable as error:
        yield Unreadable(error.reason, str(error), name)


def _entries(raw: bytes, limits: Limits) -> Iterator[tuple[zipfile.ZipFile, zipfile.ZipInfo]]:
    """Yield the entries that are files and no clutter; of several with one name the last, which replaces the others."""
    entries = raw.count(ENTRY)
    if entries > limits.members:
        raise Unreadable("too_large", f"is an archive of {entries:,} files, over the limit of {limits.members:,}; "
                                      "split it or raise limits.members in rapporteur.toml")
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        infos = {info.filename: info for info in archive.infolist()}
    except FAULTS as error:
        raise Unreadable("damaged", f"is a damaged ZIP archive ({error}); get it again from where it came") from error
    with archive:
        for info in infos.values():
            is_file = not info.filename.endswith("/") and not stat.S_ISLNK(info.external_attr >> 16)
            if is_file and not _is_clutter(info.filename):
                yield archive, info


def _is_clutter(name: str) -> bool:
    """Say whether a name is of a hidden file or of one that a file manager has left."""
    parts = name.replace("\\", "/").split("/")
    return any(part in CLUTTER or part[:2] == "~$" or (part[:1] == "." and part not in (".", "..")) for part in parts)


def _label(name: str, taken: set[str]) -> str:
    """Return the name as a label of its own within the archive: no way up or out, no control characters."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    label = "".join(char for char in "/".join(parts) if char.isprintable())[-MAX_NAME:] or "unnamed"
    stem, count = label, 1
    while label in taken:
        count += 1
        label = f"{count}-{stem}"
    taken.add(label)
    return label


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int, name: str) -> bytes | Unreadable:
    """Return the bytes of one file of no more than `room`."""
    if info.flag_bits & 0x1:
        return Unreadable("encrypted", "is encrypted; unpack it with its password and ingest the files", name)
    if info.compress_type not in READABLE:
        return Unreadable("unsupported", f"is packed in a way that is not read (method {info.compress_type}); "
                                         "unpack it and ingest the files", name)
    # What an archive states may be too little, and reading stops there; what it states as too much needs no reading.
    if info.file_size > room:
        return Unreadable("too_large", f"unpacks to more than {room / MEGABYTE:,.1f} MB; "
                                       "raise limits.megabytes or limits.expanded_megabytes in rapporteur.toml", name)
    if info.file_size > max(MEGABYTE, MAX_RATIO * info.compress_size):
        times = info.file_size // max(1, info.compress_size)
        return Unreadable("too_large", f"unpacks to {times:,} times its size, as no document does; leave it out", name)
    try:
        with archive.open(info) as file:
            return file.read(info.file_size + 1)
    except FAULTS as error:
        return Unreadable("damaged", f"cannot be unpacked ({error or type(error).__name__}); get the archive again", name)
