"""Read the formats of other programs in a process of its own, so that no input can crash, stall or bloat the run.

The libraries of those formats are written in C and meet what strangers send. The process is started once, reads one input after
the other, and is replaced where one of them costs it its life.
"""
from __future__ import annotations

import resource
import signal
import threading
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from etl.errors import WorkerLost
from etl.formats.content import MEGABYTE, Content, Limits, Unreadable
from etl.formats.readers import content_of

TRUSTED = frozenset({"text", "markdown"})
"""Formats that are read by Python alone, in the process that asks."""

_own = threading.local()


def read_guarded(raw: bytes, kind: str, limits: Limits) -> Content:
    """Return the content of one document, read within the limits of time and memory.

    Raises Unreadable where there is none, and where reading it takes too much of either.
    """
    if kind in TRUSTED:
        return content_of(raw, kind, limits)
    # One guard a thread: the tasks of a flow are threads, and a guard answers one question at a time.
    guard = getattr(_own, "guard", None)
    if guard is None or guard.limits != limits:
        guard = _own.guard = Guard(limits)
    return guard.content_of(raw, kind)


class Guard:
    """A process that reads documents one after the other."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def content_of(self, raw: bytes, kind: str) -> Content:
        """Return the content of one document.

        Raises Unreadable as `read_guarded` does, and WorkerLost where the process cannot be started.
        """
        connection = self._start()
        try:
            connection.send((raw, kind))
            if not connection.poll(self.limits.seconds):
                self.stop()
                raise Unreadable("too_slow", f"takes more than {self.limits.seconds:g} seconds to read; "
                                             "save it anew in a simpler form, or raise limits.seconds in rapporteur.toml")
            answer = connection.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise Unreadable("damaged", "ends the program that reads it; it is damaged or made to do harm") from error
        if isinstance(answer, Unreadable):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
            self._process = None

    def _start(self) -> Connection:
        if self._process is None:
            # Not forked: a fork copies the locks of other threads in whatever state they are.
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self.limits), daemon=True)
            self._process.start()
            theirs.close()
            try:
                self._connection.recv()
            except EOFError as error:
                self.stop()
                raise WorkerLost("The process that reads documents cannot be started; is there memory, and is the program that "
                                 "calls Rapporteur a file that guards what it runs with `if __name__ == \"__main__\"`?") from error
        return self._connection


def _serve(connection: Connection, limits: Limits) -> None:
    """Answer each document with its content or why there is none, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    connection.send("ready")
    with suppress(EOFError):
        while True:
            connection.send(_answer(*connection.recv(), limits))


def _answer(raw: bytes, kind: str, limits: Limits) -> Content | Unreadable:
    try:
        return content_of(raw, kind, limits)
    except Unreadable as refusal:
        return refusal
    except MemoryError:
        return Unreadable("too_large", f"takes more than {limits.memory / MEGABYTE:,.0f} MB of memory to read; "
                                       "split it, or raise limits.memory_megabytes in rapporteur.toml")
    except Exception as error:
        # The boundary: whatever a library makes of a broken file must not cost the run the others.
        return Unreadable("damaged", f"cannot be read ({type(error).__name__}: {error}); it is damaged, get it again")
