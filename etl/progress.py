"""How a run tells what it is at, without knowing who listens."""
from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by a run what it does; the command line draws a bar, a flow writes a log."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """Hear that a stage has begun, with so many documents to go where it counts them."""

    def advance(self, count: int = 1) -> None:
        """Hear that so many documents more are done in this stage."""

    def note(self, message: str) -> None:
        """Hear a sentence that a person may want to read."""


class Silence:
    """A listener that does nothing."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """Ignore it."""

    def advance(self, count: int = 1) -> None:
        """Ignore it."""

    def note(self, message: str) -> None:
        """Ignore it."""
