"""What goes to stderr: sentences, hints, and a progress bar where somebody is watching."""
from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text


def narrate(message: str, *, style: str = "") -> None:
    """Write a sentence to stderr, as it is: nothing in it is markup."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(Text(message, style=style))


class _Count(MofNCompleteColumn):
    """How many of how many, for the stages that count."""

    def render(self, task: Task) -> Text:
        return Text() if task.total is None else super().render(task)


class Bar:
    """A progress bar on stderr. Where stderr is no terminal, each stage is a line; where `quiet`, nothing is written."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._console = Console(stderr=True, quiet=quiet, soft_wrap=True, highlight=False)
        self._drawn = self._console.is_terminal and not quiet
        self._progress = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), _Count(), TimeElapsedColumn(),
            console=self._console, disable=not self._drawn, transient=True)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def begin(self, stage: str, total: int | None = None) -> None:
        """Show a new stage in place of the one before."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(stage, total=total)
        if not self._drawn:
            count = "" if total is None else f": {total} document{'' if total == 1 else 's'}"
            self._console.print(Text(f"{stage}{count}"))

    def advance(self, count: int = 1) -> None:
        """Move the bar on."""
        if self._task is not None:
            self._progress.advance(self._task, count)

    def note(self, message: str) -> None:
        """Write a sentence above the bar."""
        self._console.print(Text(message))
