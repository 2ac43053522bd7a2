"""Read the body of a response within its limit, before and after it is unpacked."""
from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

from etl.web.connection import Deadline
from etl.web.errors import Unreachable

MEGABYTE = 1_000_000
ACCEPTED = "gzip, deflate"
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""What can be unpacked, with the window that zlib wants told: 31 is for gzip's own header, 15 for that of zlib."""
RAW_DEFLATE = -15
GZIP = b"\x1f\x8b"


def read_body(response: httpx.Response, max_bytes: int, deadline: Deadline) -> bytes:
    """Return the body, unpacked.

    Raises Unreachable where it is larger than `max_bytes`, packed in a way that was not asked for, or damaged.
    """
    stated = response.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > max_bytes:
        raise _too_large(f"has {int(stated) / MEGABYTE:,.1f} MB", max_bytes)
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        return _joined(_timely(response, deadline), max_bytes, "goes on")
    if coding not in PACKED:
        raise Unreachable("unsupported", f"is packed as {coding[:40]!r}, which was not asked for; save it and name the file")
    return _joined(_unpacked(_timely(response, deadline), coding, max_bytes), max_bytes, "unpacks to more")


def _timely(response: httpx.Response, deadline: Deadline) -> Iterator[bytes]:
    for chunk in response.iter_raw():
        deadline.left()
        yield chunk


def _unpacked(chunks: Iterator[bytes], coding: str, max_bytes: int) -> Iterator[bytes]:
    """Yield the unpacked bytes; a step yields one more than the limit at most, so that no bomb goes off in memory."""
    unpacker = zlib.decompressobj(PACKED[coding])
    is_first, taken = True, 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > max_bytes:
            raise _too_large("goes on", max_bytes)
        if is_first and coding == "deflate" and chunk[0] & 15 != 8:
            # Some servers send the bare stream, without the header that the standard wants.
            unpacker = zlib.decompressobj(RAW_DEFLATE)
        is_first = False
        try:
            while chunk:
                yield unpacker.decompress(chunk, max_bytes + 1)
                chunk = unpacker.unused_data
                if unpacker.eof and chunk.startswith(GZIP):
                    # A body may be several that were packed one by one; what follows else is padding.
                    unpacker = zlib.decompressobj(PACKED[coding])
                elif unpacker.eof:
                    break
        except zlib.error:
            raise Unreachable("damaged", f"is packed as {coding} but damaged; try again later") from None
    if not is_first and not unpacker.eof:
        raise Unreachable("damaged", f"is packed as {coding} but ends too early; try again later")


def _joined(chunks: Iterator[bytes], max_bytes: int, told: str) -> bytes:
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > max_bytes:
            raise _too_large(told, max_bytes)
    return bytes(found)


def _too_large(told: str, max_bytes: int) -> Unreachable:
    return Unreachable("too_large", f"{told}, over the limit of {max_bytes / MEGABYTE:,.1f} MB; "
                                    "raise limits.megabytes in rapporteur.toml if it is meant")
