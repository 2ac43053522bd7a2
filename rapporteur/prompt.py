"""The prompt of `rapporteur sql`: statement after statement, each asked of what is published at that moment.

It reads only, as the command does, and remembers nothing but what was typed. An error is told, and the prompt goes on.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from rapporteur.completion import Catalog, proposals
from rapporteur.console import narrate
from rapporteur.options import Format
from rapporteur.reading import published_file, readable
from rapporteur.rows import rows_of, write_answer, write_table
from warehouse.as_of import Moment
from warehouse.errors import WarehouseError
from warehouse.query import CATALOG, is_whole, run_select

if TYPE_CHECKING:
    import pyarrow

GREETING = "Ask the views of `reporting`; a statement ends with a semicolon. .help tells more, .quit or Ctrl-D ends."
HELP = """\
.views              what there is to ask
.columns VIEW       the columns of a view, and what they mean
.format FORMAT      write answers as table, csv, jsonl, or json, which suits rows that are too wide for a table
.quit               end, as Ctrl-D does
Tab completes, arrows go through what was asked before, Ctrl-R searches it, Ctrl-C drops a line or stops a statement."""
SHOWN = 1000
"""Rows of a table that are written to a screen; other formats are written whole."""


@dataclass(slots=True)
class Prompt:
    """A prompt on a warehouse; `file` is the snapshot that the last statement was asked of."""

    warehouse: Path
    format: Format = Format.TABLE
    moment: Moment | None = None
    live: bool = False
    file: Path | None = None

    def run(self) -> None:
        """Take statements and commands until somebody has had enough."""
        catalog = self._catalog()
        session: PromptSession[str] = PromptSession(
            "rapporteur> ", multiline=True, prompt_continuation="        ... ", key_bindings=_keys(), history=_history(),
            lexer=PygmentsLexer(SqlLexer), completer=_Completer(catalog))
        narrate(GREETING)
        while True:
            try:
                typed = session.prompt().strip()
                if typed in (".quit", ".exit"):
                    return
                if typed:
                    self._answer_or_say_why_not(typed, catalog)
            except KeyboardInterrupt:
                continue
            except EOFError:
                return

    def _answer_or_say_why_not(self, typed: str, catalog: Catalog) -> None:
        try:
            self._answer(typed, catalog)
        except KeyboardInterrupt:
            narrate("Stopped.")
        except (WarehouseError, OSError) as error:
            narrate(str(error), style="red")

    def _answer(self, typed: str, catalog: Catalog) -> None:
        command, *words = typed.rstrip(";").split() or [typed]
        match command, words:
            case ".help", []:
                narrate(HELP)
            case ".views", []:
                write_table(("view", "a row is"), catalog.views.items(), sys.stdout)
            case ".columns", [view] if view.removeprefix("reporting.") in catalog.columns:
                write_table(("column", "meaning"), catalog.columns[view.removeprefix("reporting.")].items(), sys.stdout)
            case ".columns", _:
                narrate("Name one view: .columns meetings; .views lists them.", style="red")
            case ".format", [name] if name in set(Format) - {Format.PARQUET}:
                self.format = Format(name)
            case ".format", _:
                narrate(f"Answers are written as {self.format}; .format table, csv, json or jsonl changes that. Parquet goes to a "
                        "file: rapporteur sql \"...\" -f parquet -o FILE.", style="red")
            case _ if command.startswith("."):
                narrate(f"There is no {command}; .help lists what there is.", style="red")
            case _:
                self._write(self._ask(typed))

    def _ask(self, sql: str) -> pyarrow.Table:
        with self._readable() as file:
            return run_select(file, sql, as_of=self.moment)

    def _write(self, answer: pyarrow.Table) -> None:
        cut = self.format is Format.TABLE and answer.num_rows > SHOWN
        write_answer(answer.slice(0, SHOWN) if cut else answer, self.format, None)
        sys.stdout.flush()
        narrate(f"{answer.num_rows:,} row{'' if answer.num_rows == 1 else 's'}"
                + (f", of which the first {SHOWN:,} are shown; .format csv writes all." if cut else "."), style="dim")

    @contextmanager
    def _readable(self) -> Iterator[Path]:
        """Yield the file to read, and say so once where it is another than before or lags behind the warehouse."""
        live = self.live or self.moment is not None
        published = None if live else published_file(self.warehouse)
        if published is not None and published == self.file:
            yield published
            return
        if self.file is not None and published is not None:
            narrate("A newer state was published; answers come from it now.", style="yellow")
        self.file = published
        with readable(self.warehouse, live=live) as file:
            yield file

    def _catalog(self) -> Catalog:
        views: dict[str, str] = {}
        columns: dict[str, dict[str, str]] = {}
        for view, comment, column, meaning in rows_of(self._ask(CATALOG)):
            views[view] = comment
            columns.setdefault(view, {})[column] = meaning
        return Catalog(views, columns)


class _Completer(Completer):
    """Completion as the prompt asks for it."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        for words, replaced, meaning in proposals(self._catalog, document.text_before_cursor, document.text):
            yield Completion(words, start_position=-replaced, display_meta=meaning)


def _keys() -> KeyBindings:
    """Have Enter end a statement that is whole, and else begin a new line."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None and buffer.complete_state.current_completion is not None:
            buffer.complete_state = None
        elif not buffer.text.strip() or buffer.text.lstrip().startswith(".") or is_whole(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=True)

    return keys


def _history() -> History:
    """Keep what was typed in the user's cache folder; where that cannot be written, only until the prompt ends."""
    path = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur" / "sql-history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(path)
