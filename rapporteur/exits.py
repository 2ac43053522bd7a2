"""The exit statuses of every command."""
from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended. A failed check outweighs a rejected input."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    REJECTED = 3
    CHECK_FAILED = 4
