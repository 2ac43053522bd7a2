"""The hints work where they are printed."""
from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from rapporteur.hints import next_steps
from rapporteur.options import DEFAULT_WAREHOUSE
from tests.rapporteur.conftest import Run


def test_every_hint_is_a_command_that_works(run: Run, bulletins: Path) -> None:
    assert run("ingest", bulletins, "--warehouse", "my own.duckdb").status == 0
    for document in (bulletins / "note-4.txt", None):
        for _, command in next_steps(Path("my own.duckdb"), document):
            program, *words = shlex.split(command)
            assert program == "rapporteur"
            assert run(*words).status == 0


def test_the_program_is_named_as_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "rapporteur")])
    commands = [command for _, command in next_steps(DEFAULT_WAREHOUSE, None)]
    assert [command.split()[:2] for command in commands] == [["bin/rapporteur", "sql"], ["bin/rapporteur", "sql"],
                                                             ["bin/rapporteur", "check"]]
