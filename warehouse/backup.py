"""Copy a warehouse while nobody writes, and put a copy, or one that was built anew, in its place.

A copy is checked before it takes the place of anything, and what it replaces is kept beside it.
"""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from .checks import CheckResult, run_checks
from .connection import open_reader, open_writer
from .copying import copy_held
from .disk import sha256_of_file, sync
from .errors import WarehouseBusy, WarehouseError
from .snapshot import state_digest


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy of a warehouse holds: the digest of its state, the SHA-256 of its bytes, and the originals it refers to."""

    state: str
    sha256: str
    originals: tuple[str, ...]


def copy_warehouse(warehouse: Path, copy: Path) -> Copied:
    """Copy a warehouse, with all that is committed to it, and return what the copy holds, as read from there.

    The caller holds the lock of the warehouse. Raises WarehouseBusy where another process has the file open, WarehouseError
    where it cannot be copied or the copy cannot be read.
    """
    with open_writer(warehouse) as connection:
        copy_held(connection, warehouse, copy)
        state = state_digest(connection)
    with open_reader(copy) as connection:
        if state_digest(connection) != state:
            raise WarehouseError(f"{copy} does not hold what {warehouse} does; look after the disk, then try again.")
        originals = connection.execute("SELECT sha256 FROM main.document_versions UNION SELECT sha256 FROM main.fetches "
                                       "ORDER BY sha256").fetchall()
    sync(copy)
    return Copied(state, sha256_of_file(copy), tuple(sha256 for sha256, in originals))


def failed_checks(warehouse: Path) -> list[CheckResult]:
    """Return the checks of severity error that find rows in a warehouse."""
    with open_reader(warehouse) as connection:
        return [result for result in run_checks(connection) if result.severity == "error" and result.rows]


def put_in_place(new: Path, warehouse: Path, *, kept: Path) -> bool:
    """Put a checked file in the place of a warehouse at once; what was there is found as `kept`. Returns whether something was.

    The caller holds the lock of the warehouse. Raises WarehouseBusy where another process has the old file open.
    """
    log = warehouse.with_name(f"{warehouse.name}.wal")
    was_there = warehouse.exists()
    if was_there:
        _settle(warehouse)
        kept.unlink(missing_ok=True)
        kept_log = kept.with_name(f"{kept.name}.wal")
        kept_log.unlink(missing_ok=True)
        os.link(warehouse, kept)
        if log.exists():
            os.replace(log, kept_log)
    log.unlink(missing_ok=True)
    sync(new)
    os.replace(new, warehouse)
    sync(warehouse.parent)
    return was_there


def _settle(warehouse: Path) -> None:
    """Have all that was committed in the file itself, if it can be opened at all: a broken one is what a backup is for."""
    try:
        with open_writer(warehouse) as connection:
            connection.execute("CHECKPOINT")
    except WarehouseBusy:
        raise
    except (WarehouseError, duckdb.Error):
        return
