"""Let two folders change their places at once, where the system can do that (Linux); elsewhere one after the other."""
from __future__ import annotations

import ctypes
import os
from pathlib import Path

HERE = -100
"""AT_FDCWD: relative to the working folder."""
EXCHANGE = 2
"""RENAME_EXCHANGE."""


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places."""
    if not _exchange_at_once(one, other):
        passing = one.with_name(f"{one.name}.passing")
        os.rename(other, passing)
        os.rename(one, other)
        os.rename(passing, one)


def _exchange_at_once(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
