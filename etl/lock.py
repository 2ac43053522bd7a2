"""Let one ingest at a time work on a warehouse; the next one waits for its turn.

The lock is advisory, on a file beside the warehouse, and the system gives it back when the holder ends, however it ends.
"""
from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold_lock(warehouse: Path, *, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of `warehouse` for the block, waiting as long as another process has it.

    `on_wait` is told once, in a sentence, where there is a wait.
    """
    path = warehouse.with_name(f"{warehouse.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    # The file stays: removing it would let a third process lock a new one while a second still waits for this one.
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait(f"Another ingest is working on {warehouse}; waiting until it is done.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
