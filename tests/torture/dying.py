"""Run the command line and have this process killed before its N-th step: `python -m tests.torture.dying N FILE ARGUMENT...`

A step is a statement sent to DuckDB, the begin or end of a transaction, a file opened for writing, renamed or removed, or a
process started. With 0 nothing is killed. FILE gets the number of steps that were made.
"""
from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import duckdb
from sqlalchemy import Engine, event

from rapporteur.cli import main
from warehouse import connection as connections

STATEMENTS = frozenset(("execute", "begin", "commit", "rollback", "close", "register"))
DEEDS = frozenset(("os.rename", "os.remove", "os.truncate", "subprocess.Popen"))
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Steps:
    """Counts steps, and ends the process before the one that it is told."""

    def __init__(self, last: int, told: Path) -> None:
        self.last, self.told, self.made = last, told, 0

    def step(self) -> None:
        self.made += 1
        if self.made == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(self, name: str, given: tuple) -> None:
        """Take an audit event of Python for a step where it changes something."""
        if name in DEEDS or (name == "open" and isinstance(given[2], int) and given[2] & WRITING and given[0] != str(self.told)):
            self.step()


class Watched:
    """A connection whose statements are steps."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, steps: Steps) -> None:
        self._connection, self._steps = connection, steps

    def __getattr__(self, name: str) -> object:
        if name in STATEMENTS:
            self._steps.step()
        return getattr(self._connection, name)


def watch(steps: Steps) -> None:
    """Have the steps of this process counted from now on."""
    connect = connections._connect
    connections._connect = lambda *given, **options: Watched(connect(*given, **options), steps)
    event.listen(Engine, "before_cursor_execute", lambda *_given: steps.step())
    event.listen(Engine, "commit", lambda *_given: steps.step())
    sys.addaudithook(steps.hear)


if __name__ == "__main__":
    counted = Steps(int(sys.argv[1]), Path(sys.argv[2]))
    sys.argv = ["rapporteur", *sys.argv[3:]]
    watch(counted)
    try:
        main()
    finally:
        made, counted.last = counted.made, 0
        counted.told.write_text(str(made), encoding="ascii")
