"""Put an export in its place: whole or not at all. What is there already is replaced only where that was asked for.

A folder is replaced only where it is an export itself, so that a slip of the keyboard does not cost a home folder.
"""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from exports.errors import ExportError, TargetTaken
from exports.exchange import exchange
from warehouse.disk import sync

DESCRIPTOR = "datapackage.json"
"""What every folder that is an export holds."""


@contextmanager
def whole_file(target: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Yield a file to write to, which is in its place once the block has ended well.

    Raises TargetTaken where something is there that may not be replaced, ExportError where it cannot be written.
    """
    if target.exists() and not target.is_file():  # a folder, or a device that --force would replace by a file
        raise TargetTaken(f"{target} is there and is no file; name another one.")
    if target.exists() and not force:
        raise TargetTaken(f"{target} is there already; name another file, or replace it with --force.")
    with _draft(target, _remove_file) as draft:
        with draft.open("wb") as file:
            yield file
        sync(draft)
        os.replace(draft, target)


@contextmanager
def whole_folder(target: Path, *, force: bool = False) -> Iterator[Path]:
    """Yield an empty folder to fill, which is in its place once the block has ended well.

    Raises TargetTaken where something is there that may not be replaced, ExportError where it cannot be written.
    """
    taken = os.path.lexists(target) and not _is_empty_folder(target)
    if taken and not force:
        raise TargetTaken(f"{target} is there already; name another folder, or replace it with --force.")
    if taken and (target.is_symlink() or not (target / DESCRIPTOR).is_file()):
        raise TargetTaken(f"{target} is no folder with a {DESCRIPTOR}, so it is not replaced; name another folder.")
    with _draft(target, _remove_folder) as draft:
        draft.mkdir()
        yield draft
        for path in draft.iterdir():
            sync(path)
        if taken:
            exchange(draft, target)  # what was there is removed with the draft
        else:
            os.replace(draft, target)


@contextmanager
def _draft(target: Path, remove: Callable[[Path], None]) -> Iterator[Path]:
    """Yield a name beside the target that is free, and remove what is left there in the end."""
    draft = target.absolute().with_name(f".{target.name}.{os.getpid()}")
    try:
        if not draft.parent.is_dir():
            raise ExportError(f"There is no folder {draft.parent}; make it, or name another place with -o.")
        remove(draft)
        yield draft
    except OSError as error:
        raise ExportError(f"{target} cannot be written ({error.strerror or error}). Make room or name another place with -o; "
                          "nothing is there by half.") from error
    finally:
        remove(draft)


def _remove_file(path: Path) -> None:
    path.unlink(missing_ok=True)


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not any(path.iterdir())
