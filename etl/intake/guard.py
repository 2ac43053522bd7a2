"""Do what an input can crash, stall or bloat in a process of its own: read the formats of other programs, and extract from long texts.

The libraries of those formats are written in C and meet what strangers send. The process is started once, takes one input after
the other, and is replaced where one of them costs it its life.
"""
from __future__ import annotations

import resource
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn, TypeVar

from etl import aside
from etl.errors import WorkerLost
from etl.formats.content import MEGABYTE, Content, Limits, Unreadable
from etl.formats.readers import content_of

TRUSTED = frozenset({"text", "markdown"})
"""Formats that are read by Python alone, in the process that asks."""

UNNEEDED = ("numpy", "pandas")
"""What libraries of formats load where it happens to be installed, and do as well without: it alone takes most of the memory allowed."""

Answer = TypeVar("Answer")
AFTER_PARENT = 4
"""How many times the time that is allowed the process may compute at most, should its parent be gone."""

_own = threading.local()


def read_guarded(raw: bytes, kind: str, limits: Limits) -> Content:
    """Return the content of one document, read within the limits of time and memory.

    Raises Unreadable where there is none, and where reading it takes too much of either.
    """
    return content_of(raw, kind, limits) if kind in TRUSTED else guarded(content_of, raw, kind, limits, limits=limits)


def guarded(task: Callable[..., Answer], *given: object, limits: Limits) -> Answer:
    """Return what a function of a module makes of `given`, within the limits of time and memory; raises as `Guard.ask` does."""
    # One guard a thread: the tasks of a flow are threads, and a guard answers one question at a time.
    guard = getattr(_own, "guard", None)
    if guard is None or guard.limits != limits:
        guard = _own.guard = Guard(limits)
    return guard.ask(task, *given)


class Guard:
    """A process that answers one question after the other."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._is_fresh = True

    def content_of(self, raw: bytes, kind: str) -> Content:
        """Return the content of one document; raises as `ask` does."""
        return self.ask(content_of, raw, kind, self.limits)

    def ask(self, task: Callable[..., Answer], *given: object) -> Answer:
        """Return what a function of a module makes of `given`.

        Raises Unreadable where that is its answer or takes too much time or memory, WorkerLost where the process cannot be started.
        """
        connection, was_fresh = self._start(), self._is_fresh
        self._is_fresh = False
        try:
            connection.send((task, given))
            if not connection.poll(self.limits.seconds):
                self.stop()
                raise Unreadable("too_slow", f"takes more than {self.limits.seconds:g} seconds; split it, save it anew in a "
                                             "simpler form, or raise limits.seconds in rapporteur.toml")
            answer, is_spent = connection.recv()
        except (EOFError, OSError):
            answer, is_spent = None, True
        if is_spent:
            self.stop()
        if answer is None or isinstance(answer, MemoryError):
            # What others left behind must not count against this one.
            return self._refused(answer) if was_fresh else self.ask(task, *given)
        if isinstance(answer, Unreadable):
            raise answer
        return answer

    def _refused(self, answer: MemoryError | None) -> NoReturn:
        """Raise what is said of an input that a fresh process ran out of memory over, or died of."""
        size = f"{self.limits.memory / MEGABYTE:,.0f} MB of memory"
        if answer is None:
            raise Unreadable("damaged", f"ends the program that reads it: it is damaged, made to do harm, or takes over {size}; "
                                        "get it again, split it, or raise limits.memory_megabytes in rapporteur.toml")
        raise Unreadable("too_large", f"takes more than {size} to read; split it, or raise limits.memory_megabytes in rapporteur.toml")

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._connection.close()
            self._process = None

    def _start(self) -> Connection:
        if self._process is None:
            self._is_fresh = True
            try:
                self._process, self._connection = aside.start(_serve, self.limits)
                weakref.finalize(self, self._process.kill)
                self._connection.recv()
            except (EOFError, OSError) as error:
                self.stop()
                raise WorkerLost("The process that reads documents cannot be started; is there memory, and may "
                                 f"{sys.executable} be run?") from error
        return self._connection


def _serve(connection: Connection, limits: Limits) -> None:
    """Answer each question, until the other end is closed."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    sys.modules.update(dict.fromkeys(UNNEEDED))
    connection.send("ready")
    with suppress(EOFError):
        while True:
            _limit_time(limits)
            answer = _answer(*connection.recv())
            connection.send((answer, isinstance(answer, MemoryError) or _held() > limits.memory / 2))


def _held() -> int:
    """Return the bytes of memory that this process has taken and not given back, 0 where the system does not say."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return 0


def _limit_time(limits: Limits) -> None:
    """Let the system end the process if it goes on computing long after its parent would have given it up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime + AFTER_PARENT * limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if most == resource.RLIM_INFINITY else min(soft, most), most))


def _answer(task: Callable[..., Answer], given: tuple[object, ...]) -> Answer | Unreadable | MemoryError:
    try:
        return task(*given)
    except Unreadable as refusal:
        return refusal
    except (MemoryError, ImportError):
        # A library for which no room is left cannot be loaded.
        return MemoryError()
    except Exception as error:
        # The boundary: whatever a library makes of a broken file must not cost the run the others.
        return Unreadable("damaged", f"cannot be read ({type(error).__name__}: {error}); it is damaged, get it again")
