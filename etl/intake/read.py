"""Read one file into a `Source`: its bytes checked and fingerprinted, its text read with the reader of its format.

Refused, with the reason: what is no regular file, is empty, too large or binary, is in a format that is not read, in no encoding
that is known for sure, or in another language than English. The SHA-256 is that of the bytes as found.
"""
from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import NoReturn

from etl.errors import DocumentRejected, Rejection
from etl.formats.content import Limits, Unreadable
from etl.formats.readers import content_of
from etl.formats.sniff import MEDIA_TYPES, format_of
from etl.intake.discover import uri_of
from etl.intake.language import foreign_language
from etl.records import Source

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE


def read_source(path: Path, *, max_bytes: int = MAX_BYTES) -> Source:
    """Return the file's text and what is known of it from outside.

    Raises DocumentRejected where it cannot be read as text.
    """
    raw = read_bytes(path, max_bytes=max_bytes)
    sha256 = sha256_of(raw)
    try:
        kind = format_of(raw, path.name)
        content = content_of(raw, kind, Limits())
    except Unreadable as error:
        _reject(path, error.reason, str(error), sha256)
    language = foreign_language(content.text)
    if language:
        _reject(path, "language", f"is not in English but, it seems, in {language}; only English is read: translate it first", sha256)
    return Source(uri_of(path), sha256, MEDIA_TYPES[kind], content.text, content.parts, content.stated)


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file of 1 to `max_bytes` bytes; anything else raises DocumentRejected.

    The kind and the size are known before a byte is read, so neither a pipe nor a huge file holds up a run.
    """
    try:
        _check(path, os.stat(path), max_bytes)
        # Between the look and the opening a pipe may have taken the file's place: do not wait for its writer.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            _check(path, os.fstat(file.fileno()), max_bytes)
            raw = file.read(max_bytes + 1)
    except OSError as error:
        _reject(path, *_told(error))
    if len(raw) > max_bytes:
        _reject_size(path, len(raw), max_bytes)
    if not raw:
        _reject(path, "empty", "is empty")
    return raw


def sha256_of(raw: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _check(path: Path, found: os.stat_result, max_bytes: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        _reject(path, "not_a_file", "is no regular file but a folder, a pipe, a socket or a device")
    if found.st_size > max_bytes:
        _reject_size(path, found.st_size, max_bytes)


def _told(error: OSError) -> tuple[str, str]:
    """Return the reason and its wording for a file that the system does not hand out."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "missing", "there is no such file; check the name and the working folder"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "unreadable", "may not be read; change its permissions or ask its owner"
    return "unreadable", f"cannot be read: {error.strerror}"


def _reject_size(path: Path, size: int, max_bytes: int) -> NoReturn:
    _reject(path, "too_large", f"has {size / MEGABYTE:,.1f} MB, over the limit of {max_bytes / MEGABYTE:,.1f} MB; "
                               "split it or raise the limit with --max-size")


def _reject(path: Path, reason: str, detail: str, sha256: str | None = None) -> NoReturn:
    raise DocumentRejected(Rejection(uri_of(path), reason, detail, sha256)) from None
