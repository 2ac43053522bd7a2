"""Read one file into a `Source`: its bytes checked and fingerprinted, its text read with the reader of its format.

Refused, with the reason: what is no regular file, is empty, too large or binary, is in a format that is not read, in no encoding
that is known for sure, or in another language than English. The SHA-256 is that of the bytes as found.
"""
from __future__ import annotations

import errno
import os
import stat
from typing import NoReturn

from etl.errors import DocumentRejected, Rejection
from etl.formats.content import MEGABYTE, Limits, Unreadable
from etl.formats.sniff import MEDIA_TYPES, format_of
from etl.intake.digest import sha256_of
from etl.intake.guard import read_guarded
from etl.intake.inputs import Input
from etl.intake.language import foreign_language
from etl.records import Source


def read_source(found: Input, limits: Limits = Limits()) -> Source:
    """Return the text of a document and what is known of it from outside.

    Raises DocumentRejected where it cannot be read.
    """
    return source_of(found, read_bytes(found, max_bytes=limits.bytes), limits)


def source_of(found: Input, raw: bytes, limits: Limits = Limits()) -> Source:
    """Return the text that the bytes of a document hold; raises as `read_source`."""
    sha256 = sha256_of(raw)
    try:
        kind = format_of(raw, found.name)
        content = read_guarded(raw, kind, limits)
    except Unreadable as error:
        _reject(found, error.reason, str(error), sha256)
    language = None if content.rows else foreign_language(content.text)
    if language:
        _reject(found, "language", f"is not in English but, it seems, in {language}; only English is read: translate it first",
                sha256)
    return Source(found.uri, sha256, MEDIA_TYPES[kind], content.text, content.parts, found.stated.over(content.stated),
                  content.rows)


def read_bytes(found: Input, *, max_bytes: int) -> bytes:
    """Return the bytes of a regular file of 1 to `max_bytes` bytes; anything else raises DocumentRejected.

    The kind and the size are known before a byte is read, so neither a pipe nor a huge file holds up a run.
    """
    try:
        _check(found, os.stat(found.path), max_bytes)
        # Between the look and the opening a pipe may have taken the file's place: do not wait for its writer.
        with open(os.open(found.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            _check(found, os.fstat(file.fileno()), max_bytes)
            raw = file.read(max_bytes + 1)
    except OSError as error:
        _reject(found, *_told(error))
    if len(raw) > max_bytes:
        _reject_size(found, len(raw), max_bytes)
    if not raw:
        _reject(found, "empty", "is empty")
    return raw


def _check(found: Input, status: os.stat_result, max_bytes: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        _reject(found, "not_a_file", "is no regular file but a folder, a pipe, a socket or a device")
    if status.st_size > max_bytes:
        _reject_size(found, status.st_size, max_bytes)


def _told(error: OSError) -> tuple[str, str]:
    """Return the reason and its wording for a file that the system does not hand out."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "missing", "there is no such file; check the name and the working folder"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "unreadable", "may not be read; change its permissions or ask its owner"
    return "unreadable", f"cannot be read: {error.strerror}"


def _reject_size(found: Input, size: int, max_bytes: int) -> NoReturn:
    _reject(found, "too_large", f"has {size / MEGABYTE:,.1f} MB, over the limit of {max_bytes / MEGABYTE:,.1f} MB; "
                               "split it, or raise the limit with --max-size or limits.megabytes in rapporteur.toml")


def _reject(found: Input, reason: str, detail: str, sha256: str | None = None) -> NoReturn:
    raise DocumentRejected(Rejection(found.uri, reason, detail, sha256)) from None
