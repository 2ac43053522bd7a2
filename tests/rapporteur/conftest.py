"""Run the command line as a person would, in this process, and look at what it wrote."""
from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rapporteur.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `rapporteur` with the arguments given, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAPPORTEUR_WAREHOUSE", raising=False)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)

    def run_command(*arguments: Path | str) -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["rapporteur", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        return Ran(int(ended.value.code or 0), written.out, written.err)

    return run_command
