"""The prompt of `rapporteur sql`, in a terminal: what somebody types, and what is seen."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rapporteur.conftest import Run
from tests.terminal import Terminal

COMMAND = [sys.executable, "-c", "import sys; sys.argv[0] = 'rapporteur'; from rapporteur.cli import main; main()", "sql"]
PROMPT = "rapporteur>"


def opened(folder: Path, cache: Path, *options: str) -> Terminal:
    environ = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "XDG_CACHE_HOME": str(cache)}
    return Terminal([*COMMAND, *options], folder=folder, environ=environ)


@pytest.fixture
def terminal(clone: Path, tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal in which the prompt waits, on the sample bulletins."""
    with opened(clone, tmp_path) as terminal:
        terminal.see(PROMPT)
        yield terminal


def test_a_statement_goes_on_until_its_semicolon(terminal: Terminal) -> None:
    terminal.type("SELECT name, ';' AS mark FROM reporting.people\rWHERE name LIKE 'Henry%' -- ;\r")
    terminal.type("ORDER BY name;\r")
    assert "Henry Kissinger │ ;" in terminal.see("1 row.")


def test_an_error_is_told_and_does_not_end_it(terminal: Terminal) -> None:
    terminal.type("SELECT nonsense;\r")
    terminal.see("Binder Error")
    terminal.type("DROP TABLE reporting.people;\r")
    terminal.see("Only statements that read")
    terminal.type(".nonsense\r")
    terminal.see("There is no .nonsense")
    terminal.type(";\r")
    terminal.see("Give one statement, not 0")
    terminal.type("SELECT 41 + 1 AS n;\r")
    assert "42" in terminal.see("1 row.")


def test_names_are_completed_with_their_words(terminal: Terminal) -> None:
    terminal.type("SELECT count(*) AS n FROM reporting.person_p")
    terminal.see("One row per post held by one person.")
    terminal.type("\t;\r")
    assert "person_positions;" in terminal.see("1 row.")


def test_commands_say_what_there_is(terminal: Terminal) -> None:
    terminal.type(".views\r")
    assert "person_timeline" in terminal.see("who_met_whom")
    terminal.type(".columns reporting.meetings\r")
    terminal.see("Stable id of the meeting.")
    terminal.type(".columns\r")
    terminal.see("Name one view")
    terminal.type(".help\r")
    terminal.see("Ctrl-R searches")


def test_the_format_can_be_changed(terminal: Terminal) -> None:
    terminal.type(".format parquet\r")
    terminal.see("Parquet goes to a file")
    terminal.type(".format jsonl\r")
    terminal.type("SELECT 1 AS one;\r")
    terminal.see('{"one": 1}')


def test_a_long_table_is_cut_and_says_so(terminal: Terminal) -> None:
    terminal.type("FROM range(2000);\r")
    assert "1000" not in terminal.see("2,000 rows, of which the first 1,000 are shown").split("999")[-1].split("rows")[0]


def test_a_statement_that_takes_too_long_can_be_stopped(terminal: Terminal) -> None:
    terminal.type("SELECT count(*) FROM range(100000000000), range(100000);\r")
    terminal.see("Stopped.", insisting="\x03")
    terminal.type("SELECT 41 + 1 AS n;\r")
    assert "42" in terminal.see("1 row.")


def test_what_was_published_meanwhile_is_asked(run: Run, bulletins: Path, tmp_path: Path) -> None:
    counted = "SELECT 'documents: ' || count(*) AS told FROM reporting.documents;\r"
    assert run("ingest", bulletins).status == 0
    with opened(bulletins.parent, tmp_path) as terminal:
        terminal.see(PROMPT)
        terminal.type(counted)
        terminal.see("documents: 3")
        (bulletins / "note-7.txt").write_text((bulletins / "note-6.txt").read_text().replace("May 6", "May 7"))
        assert run("ingest", bulletins).status == 0
        terminal.type(counted)
        assert "A newer state was published" in terminal.see("documents: 4")
        terminal.type(counted)
        assert "newer" not in terminal.see("documents: 4")


def test_it_ends_when_asked_and_remembers_what_was_typed(clone: Path, tmp_path: Path) -> None:
    with opened(clone, tmp_path, "--format", "csv") as terminal:
        terminal.see(PROMPT)
        terminal.type("SELECT 'remembered' AS word;\r")
        terminal.see("word\r\nremembered\r\n")
        terminal.type(".quit\r")
        assert terminal.ended() == 0
    with opened(clone, tmp_path) as terminal:
        terminal.see(PROMPT)
        terminal.see("'remembered'", insisting="\x1b[A")
        terminal.type("\r")
        terminal.see("1 row.")
        terminal.see(PROMPT)
        terminal.type("\x04")
        assert terminal.ended() == 0


def test_what_goes_to_a_file_needs_a_statement(clone: Path, tmp_path: Path) -> None:
    with opened(clone, tmp_path, "-o", "rows.csv") as terminal:
        terminal.see("name a statement")
        assert terminal.ended() == 2
