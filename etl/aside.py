"""Start a Python of our own that does what a function of a module says, and runs nothing of the program that calls.

multiprocessing runs the file of `__main__` again in each process that it spawns: that may be a page of Streamlit, a script that
does not guard its main part, or a file that is gone by now.
"""
from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection

PROGRAM = "import sys; sys.path[:] = {path!r}; from etl.aside import begin; begin({end})"
"""What such a process runs: it finds modules where we find them."""


def start(task: Callable[..., None], *given: object) -> tuple[subprocess.Popen[bytes], Connection]:
    """Start a process that calls `task` with its end of a pipe and `given`; return the process and our end.

    What ends too early to be told its task is found out by whoever waits for an answer.
    """
    # Not forked: a fork copies the locks of other threads in whatever state they are.
    ours, theirs = Pipe()
    program = PROGRAM.format(path=sys.path, end=theirs.fileno())
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
    theirs.close()
    try:
        ours.send((task, given))
    except OSError:
        process.wait()
    return process, ours


def begin(end: int) -> None:
    """Do what `start` was told; `end` is the number of our end of the pipe. Interrupts are left to the one that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(end)
    task, given = connection.recv()
    task(connection, *given)
