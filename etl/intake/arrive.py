"""Look into what was found: fingerprint each document, and take those out that stand in archives and mailboxes.

Members are kept among the originals before they are read, so that from here on every document is a file. As in a folder, files of
an archive that are no documents by their name are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from etl.errors import DocumentRejected, Rejection, StorageFailed
from etl.formats.content import Member, Unreadable
from etl.formats.readers import CONTAINERS, members_of
from etl.formats.sniff import format_of
from etl.intake.digest import sha256_of
from etl.intake.discover import is_document
from etl.intake.inputs import Input, Intake
from etl.intake.read import read_bytes

DEEPEST = 3
"""Containers inside each other that are opened."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A document that can be read, with the SHA-256 of its bytes."""

    input: Input
    sha256: str


def arrive(found: Input, intake: Intake) -> Iterator[Arrived | Rejection]:
    """Yield the document that was found, or those in it, and why any of them cannot be read."""
    try:
        raw = read_bytes(found, max_bytes=intake.limits.bytes)
    except DocumentRejected as error:
        yield error.rejection
        return
    yield from _opened(found, raw, intake, depth=0)


def _opened(found: Input, raw: bytes, intake: Intake, *, depth: int) -> Iterator[Arrived | Rejection]:
    sha256 = sha256_of(raw)
    try:
        kind = format_of(raw, found.name)
        if kind not in CONTAINERS:
            yield Arrived(found, sha256)
            return
        if depth == DEEPEST:
            raise Unreadable("unsupported", f"lies in an archive {depth} archives deep; unpack it and name the files")
        held, others = 0, 0
        for member in members_of(raw, kind, intake.limits):
            if isinstance(member, Member) and kind == "zip" and not is_document(PurePath(member.name), intake.tables):
                others += 1
                continue
            held += 1
            if isinstance(member, Unreadable):
                yield Rejection(_inside(found, member.member or ""), member.reason, str(member))
                continue
            uri = _inside(found, member.name)
            inside = Input(uri, intake.originals.path(sha256_of(member.raw)), member.name, found.stated.over(member.stated))
            for arrived in _opened(inside, member.raw, intake, depth=depth + 1):
                if isinstance(arrived, Arrived) and arrived.input is inside:
                    intake.originals.keep(member.raw)
                yield arrived
        if not held:
            left = f"; other files in it ({others}) are tried only where they are unpacked and named" if others else "; look what it holds"
            raise Unreadable("no_documents", f"holds no documents{left}")
    except Unreadable as refusal:
        yield Rejection(found.uri, refusal.reason, str(refusal), sha256)
    except StorageFailed:
        raise
    except Exception as error:
        # The boundary, as in the guard: whatever a broken archive does must not cost the run the other documents.
        yield Rejection(found.uri, "damaged", f"cannot be opened ({type(error).__name__}: {error}); get it again", sha256)


def _inside(found: Input, name: str) -> str:
    """Return the address of a document inside another."""
    return f"{found.uri}!/{name}"
