"""Let one command at a time write to a warehouse; the next one waits for its turn. Those that only read can share it.

The lock is advisory, on a file beside the warehouse, and the system gives it back when the holder ends, however it ends.
"""
from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import StorageFailed


@contextmanager
def hold_lock(warehouse: Path, *, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of `warehouse` for the block, waiting as long as another process has it.

    `on_wait` is told once, in a sentence, where there is a wait. Raises StorageFailed where the folder cannot be written.
    """
    path = warehouse.with_name(f"{warehouse.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # The file stays: removing it would let a third process lock a new one while a second still waits for this one.
        opened = path.open("a")
    except OSError as error:
        raise StorageFailed(f"{path} cannot be written ({error.strerror}), and nothing may write to a warehouse without that lock. "
                            "Make room, change the permissions of the folder, or name another file with --warehouse.") from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait(f"Another command is working on {warehouse}; waiting until it is done.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def share_lock(warehouse: Path) -> Iterator[bool]:
    """Keep those who write waiting for the block, and yield True; yield False at once where somebody writes just now."""
    path = warehouse.with_name(f"{warehouse.name}.lock")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        # Where no lock can be made nobody can write, either.
        yield True
        return
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
