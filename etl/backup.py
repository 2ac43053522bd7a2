"""Back up a warehouse with the originals of its documents, and restore it from there.

A backup is a folder that needs nothing else: the warehouse, the originals, and a list of what belongs to it with its SHA-256.
An original that the backup before has is not stored twice where the disk can link files. What is not whole is never called a
backup.
"""
from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from etl.errors import OriginalLost
from etl.intake.originals import Originals
from etl.lock import hold_lock
from warehouse.backup import copy_warehouse, failed_checks, put_in_place
from warehouse.checks import CheckResult
from warehouse.disk import copy_file, sha256_of_file, sync
from warehouse.errors import WarehouseError
from warehouse.migrate import migrate

NAME = re.compile(r"(.+)-([0-9]{8}T[0-9]{6}Z)(?:-[0-9]+)?")
PART = ".part-"
WAREHOUSE, ORIGINALS, LISTED = "warehouse.duckdb", "originals", "backup.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, what the warehouse held, and the originals that it refers to but that were lost already."""

    folder: Path
    made_at: str
    state: str
    sha256: str
    originals: tuple[str, ...]
    lost: tuple[str, ...]


def folder_beside(warehouse: Path) -> Path:
    """Return where the backups of a warehouse lie that is given no place: `rapporteur.backups` for `rapporteur.duckdb`."""
    return warehouse.with_suffix(".backups")


def back_up(warehouse: Path, folder: Path, *, keep: int, at: datetime, on_wait: Callable[[str], None]) -> Backup:
    """Make a backup in a folder of backups, and remove all but the newest `keep` of this warehouse.

    It waits for whoever writes; who reads what is published is not disturbed. Raises WarehouseError where it cannot be made; the
    other backups are then as they were.
    """
    with hold_lock(warehouse, on_wait=on_wait):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(f"{PART}{warehouse.stem}-*"):
                shutil.rmtree(left)
            earlier = backups(folder, warehouse)
            name = _free_name(folder, f"{warehouse.stem}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
            part = folder / f"{PART}{name}"
            part.mkdir()
            try:
                _fill(part, warehouse, earlier, at)
                os.rename(part, folder / name)
            except BaseException:
                shutil.rmtree(part, ignore_errors=True)
                raise
            sync(folder)
            for old in earlier[keep - 1:]:
                shutil.rmtree(old)
        except OSError as error:
            raise WarehouseError(f"{warehouse} was not backed up to {folder}: {error}.") from error
    return read_backup(folder / name)


def backups(folder: Path, warehouse: Path) -> list[Path]:
    """Return the backups of a warehouse in a folder, the newest first."""
    found = [path for path in folder.iterdir() if (match := NAME.fullmatch(path.name)) and match[1] == warehouse.stem
             and (path / LISTED).is_file()] if folder.is_dir() else []
    return sorted(found, key=lambda path: path.name, reverse=True)


def read_backup(folder: Path) -> Backup:
    """Return what a backup holds; raises WarehouseError where the folder is none."""
    try:
        listed = json.loads((folder / LISTED).read_text(encoding="utf-8"))
        return Backup(folder, listed["made_at"], listed["state"], listed["sha256"], tuple(listed["originals"]),
                      tuple(listed["lost"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WarehouseError(f"{folder} is no backup: {error}. A backup is a folder with {WAREHOUSE} and {LISTED}, as "
                             "`rapporteur backup` makes them.") from error


@dataclass(frozen=True, slots=True)
class Restored:
    """How restoring ended: what was replaced is kept there; nothing was replaced where checks of severity error found rows."""

    kept: Path | None
    failed: tuple[CheckResult, ...] = ()


def restore(backup: Backup, warehouse: Path, *, on_wait: Callable[[str], None]) -> Restored:
    """Put the warehouse of a backup, checked and at the schema of this version, in place of the one that is there.

    Raises WarehouseError where the backup is damaged; the warehouse is then as it was.
    """
    with hold_lock(warehouse, on_wait=on_wait):
        new = warehouse.with_name(f"{warehouse.name}.restoring")
        try:
            copy_file(backup.folder / WAREHOUSE, new)
            if sha256_of_file(new) != backup.sha256:
                raise WarehouseError(f"{backup.folder / WAREHOUSE} has changed since it was made; restore another backup.")
            migrate(new)
            failed = failed_checks(new)
            if failed:
                return Restored(None, tuple(failed))
            _bring_back(backup, Originals.beside(warehouse))
            kept = warehouse.with_name(f"{warehouse.name}.before-restore")
            return Restored(kept if put_in_place(new, warehouse, kept=kept) else None)
        except OSError as error:
            raise WarehouseError(f"{backup.folder} was not restored: {error}.") from error
        finally:
            for left in (new, new.with_name(f"{new.name}.wal")):
                left.unlink(missing_ok=True)


def _fill(part: Path, warehouse: Path, earlier: Iterable[Path], at: datetime) -> None:
    """Write a backup into an empty folder."""
    copied = copy_warehouse(warehouse, part / WAREHOUSE)
    before = [Originals(path / ORIGINALS) for path in list(earlier)[:1]]
    kept, lost = Originals(part / ORIGINALS), []
    kept.folder.mkdir()
    for sha256 in copied.originals:
        try:
            _store(sha256, Originals.beside(warehouse), kept, before)
        except OriginalLost:
            lost.append(sha256)
    made = Backup(part, at.astimezone(UTC).isoformat(), copied.state, copied.sha256,
                  tuple(sha256 for sha256 in copied.originals if sha256 not in set(lost)), tuple(lost))
    listed = asdict(made)
    del listed["folder"]
    (part / LISTED).write_text(json.dumps(listed, indent=1), encoding="utf-8")
    sync(part / LISTED)


def _store(sha256: str, originals: Originals, kept: Originals, before: Iterable[Originals]) -> None:
    """Link an original to that of the backup before, else copy it; raises OriginalLost where neither is whole."""
    target = kept.path(sha256)
    target.parent.mkdir(exist_ok=True)
    for earlier in before:
        if earlier.path(sha256).is_file():
            try:
                os.link(earlier.path(sha256), target)
            except OSError:
                continue
            return
    kept.keep(originals.read(sha256))


def _bring_back(backup: Backup, originals: Originals) -> None:
    """Put back the originals that are missing or damaged."""
    stored = Originals(backup.folder / ORIGINALS)
    for sha256 in backup.originals:
        try:
            originals.read(sha256)
        except OriginalLost:
            try:
                raw = stored.read(sha256)
            except OriginalLost as error:
                raise WarehouseError(f"{backup.folder} is damaged: {error}") from error
            originals.path(sha256).unlink(missing_ok=True)
            originals.keep(raw)


def _free_name(folder: Path, name: str) -> str:
    """Return a name that no backup has yet."""
    number, free = 1, name
    while (folder / free).exists():
        number += 1
        free = f"{name}-{number}"
    return free
