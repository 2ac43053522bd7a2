"""A program in a terminal of its own: what is typed reaches it as from a keyboard, and what it writes is what somebody would see."""
from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import Self

ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][0-9A-B]|[=>])")
PATIENCE = 120
"""Seconds after which something that is awaited counts as missing; nothing is measured."""


class Terminal:
    """A process whose stdin, stdout and stderr are a terminal of 200 columns."""

    def __init__(self, command: Sequence[str], *, folder: Path, environ: Mapping[str, str]) -> None:
        self._process, self._screen = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, dict(environ))
        ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self._unread = ""

    def type(self, keys: str) -> None:
        """Type keys; Enter is a carriage return."""
        os.write(self._screen, keys.encode())

    def see(self, words: str, *, insisting: str = "") -> str:
        """Wait until words are written that were not there before, and return all that was written up to them.

        `insisting` is typed each second meanwhile.
        """
        deadline = time.monotonic() + PATIENCE
        while words not in self._unread:
            assert time.monotonic() < deadline, f"{words!r} was not written, but {self._unread!r}"
            ready, _, _ = select.select([self._screen], [], [], 1)
            if not ready:
                self.type(insisting)
                continue
            try:
                read = os.read(self._screen, 65536)
            except OSError:
                read = b""
            assert read, f"it ended without {words!r}: {self._unread!r}"
            self._unread = ESCAPE.sub("", self._unread + read.decode(errors="replace"))
        seen, _, self._unread = self._unread.partition(words)
        return seen + words

    def ended(self) -> int:
        """Wait for the end of the process and return its exit status."""
        deadline = time.monotonic() + PATIENCE
        with contextlib.suppress(OSError):
            while True:
                ready, _, _ = select.select([self._screen], [], [], 1)
                if ready and not os.read(self._screen, 65536):
                    break
                assert time.monotonic() < deadline, "it did not end"
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return os.waitstatus_to_exitcode(status)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._screen)
