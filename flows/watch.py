"""Watch folders, and start a run where something was put into one and has come to rest.

A file counts once it has not changed between two looks, so that nothing is read while it is being written, and is taken care
of once a run with it has ended by itself. That is kept in memory only: after a restart all of a folder is taken in once more,
which skips what the warehouse knows.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Protocol

from etl.errors import Rejection
from etl.intake.discover import discover
from etl.intake.sources import Asked
from etl.tables.mapping import TableMapping

PAUSE = 5.0
"""Seconds between two looks."""

MANY = 50
"""Files from which on a run is asked for the folder, not for each of them."""

LONGEST = 600.0
"""Seconds between two looks at most, where runs break off one after the other."""

State = tuple[int, int]
"""Size and time of the last change of a file."""


class Runs(Protocol):
    """Where runs are started, and asked for."""

    def start(self, name: str, sources: list[str]) -> str:
        """Start a run and return its id."""

    def ended(self, run: str) -> bool | None:
        """Say whether a run ended by itself (True), broke off (False), or is under way (None)."""


class Watcher:
    """What was seen of one folder."""

    def __init__(self) -> None:
        self._seen: Mapping[Path, State] = {}
        self._taken: dict[Path, State] = {}

    def settled(self, files: Mapping[Path, State]) -> dict[Path, State]:
        """Return the files that are new or changed since they were taken, and have not changed since the last look."""
        at_rest = {path: state for path, state in files.items()
                   if self._seen.get(path) == state and self._taken.get(path) != state}
        self._seen = files
        self._taken = {path: state for path, state in self._taken.items() if path in files}
        return at_rest

    def take(self, files: Mapping[Path, State]) -> None:
        """Note that these files, in this state, are taken care of."""
        self._taken |= files


@dataclass(slots=True)
class Watch:
    """One folder under watch: at most one run at a time is under way for it, and one that broke off is started again."""

    folder: Path
    tables: tuple[TableMapping, ...]
    runs: Runs
    say: Callable[[str], None]
    _watcher: Watcher = field(default_factory=Watcher)
    _under_way: tuple[str, dict[Path, State]] | None = None
    _failures: int = 0

    def look(self) -> None:
        """Look once: see how the last run ended, and start another where files have come to rest."""
        settled = self._watcher.settled(files_of(self.folder, self.tables))
        if self._under_way is not None:
            run, files = self._under_way
            ended = self.runs.ended(run)
            if ended is None:
                return
            self._under_way = None
            if ended:
                self._watcher.take(files)
                self._failures = 0
                settled = {path: state for path, state in settled.items() if files.get(path) != state}
            else:
                self._failures += 1
                self.say(f"{self.folder}: the last run broke off; it is started again.")
        if settled:
            sources = [str(path) for path in settled] if len(settled) < MANY else [str(self.folder)]
            self._under_way = self.runs.start(name_of(self.folder, list(settled)), sources), settled

    @property
    def pause(self) -> float:
        """Return how many seconds to wait before the next look: longer after each run that broke off."""
        return min(PAUSE * 2 ** self._failures, LONGEST)


def watch(folder: Path, tables: Iterable[TableMapping], *, runs: Runs, say: Callable[[str], None], stop: Event) -> None:
    """Look into a folder until `stop` is set. Where the server does not answer, `say` hears it once, and it is tried again."""
    watched, told = Watch(folder, tuple(tables), runs, say), None
    while not stop.is_set():
        try:
            watched.look()
            told = None
        except Exception as error:
            # The boundary: a server that is away for a while must not end the watch.
            if type(error) is not told:
                say(f"{folder}: no run could be started ({type(error).__name__}: {error}); it is tried again.")
            told = type(error)
        stop.wait(watched.pause)


def files_of(folder: Path, tables: Sequence[TableMapping]) -> dict[Path, State]:
    """Return the documents below a folder, as an ingest of the folder would find them, with their state."""
    found = {}
    for each in discover(Asked(str(folder), folder), tables):
        if isinstance(each, Rejection):
            continue
        try:
            status = each.path.stat()
        except OSError:
            # It went away between the listing and the look.
            continue
        found[each.path] = (status.st_size, status.st_mtime_ns)
    return found


def name_of(folder: Path, files: Sequence[Path]) -> str:
    """Return a name that says what was put where."""
    return f"watch {folder.name}: {files[0].name}" + (f" and {len(files) - 1} more" if len(files) > 1 else "")
