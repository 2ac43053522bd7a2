"""Publish a warehouse: write a snapshot, audit it, and only then lead the name that readers open to it.

Refused is a warehouse in which a check of severity error finds rows: readers keep what they have.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .audit import audit_snapshot
from .checks import CheckResult
from .errors import WarehouseError
from .shelf import Shelf
from .snapshot import State, write_snapshot


@dataclass(frozen=True, slots=True)
class Published:
    """A snapshot on the shelf."""

    file: Path
    link: Path
    state: State
    removed: int = 0


def withheld(results: Iterable[CheckResult]) -> str | None:
    """Return why a state is not to be published, None where nothing speaks against it."""
    failed = [result for result in results if result.severity == "error" and result.rows]
    if not failed:
        return None
    named = ", ".join(f"{result.name} ({len(result.rows)} rows)" for result in failed)
    return f"not published, since checks of severity error found rows: {named}; `rapporteur check` shows them"


def discard(draft: Path) -> None:
    """Remove a file of DuckDB that was begun, if it is there."""
    for left in (draft, draft.with_name(f"{draft.name}.wal")):
        left.unlink(missing_ok=True)


def publish(warehouse: Path, shelf: Shelf, *, keep: int, published_at: datetime) -> Published:
    """Publish what the warehouse holds; the caller has run the checks and holds the lock of the warehouse.

    A failure or a kill, at whatever moment, leaves what is published as it is. Raises WarehouseError where the snapshot cannot
    be written or is not what was written.
    """
    draft = None
    try:
        draft = shelf.draft()
        state = write_snapshot(warehouse, draft, published_at=published_at, published=shelf.current())
        audit_snapshot(draft, state)
        file = shelf.put(draft)
    except OSError as error:
        raise WarehouseError(f"{shelf.link} was not published: {error}. What was published before holds.") from error
    finally:
        if draft is not None:
            discard(draft)
    try:
        removed = shelf.prune(keep=keep)
    except OSError as error:
        raise WarehouseError(f"{file} is published, but older snapshots could not be removed: {error}.") from error
    return Published(file, shelf.link, state, len(removed))
