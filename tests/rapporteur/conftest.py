"""Run the command line as a person would, in this process, and look at what it wrote; with a warehouse to ask, filled once."""
from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rapporteur.cli import app, main
from tests.conftest import write_bulletins


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
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
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


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with a warehouse, which is put back as it was kept before each test: what lies in it is known by its path."""

    folder: Path
    kept: Path

    @classmethod
    def made(cls, parent: Path, seeded: Path) -> Home:
        """Return one that holds a warehouse with the reference data."""
        home = cls(parent / "home", parent / "kept")
        home.folder.mkdir()
        shutil.copyfile(seeded, home.warehouse)
        return home

    @property
    def warehouse(self) -> Path:
        """Where the warehouse lies."""
        return self.folder / "warehouse.duckdb"

    def ingest(self, *sources: Path) -> None:
        """Read documents into the warehouse and publish it."""
        told = CliRunner().invoke(app, ["ingest", *map(str, sources), "--warehouse", str(self.warehouse), "--quiet"])
        assert told.exit_code == 0, told.output

    def keep(self) -> Home:
        """Keep the folder as it is."""
        shutil.copytree(self.folder, self.kept, symlinks=True)
        return self

    def put_back(self) -> Path:
        """Make the folder what was kept, and return the warehouse."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder, symlinks=True)
        return self.warehouse


@pytest.fixture(scope="session")
def home(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a folder with the three small bulletins and a warehouse that holds them and is published."""
    home = Home.made(tmp_path_factory.mktemp("filled"), seeded_template)
    home.ingest(write_bulletins(home.folder))
    return home.keep()


@pytest.fixture
def filled(home: Home) -> Path:
    """Return a warehouse that holds the three small bulletins and is published."""
    return home.put_back()


@pytest.fixture
def notes(filled: Path) -> Path:
    """Return the folder of the bulletins that it holds."""
    return filled.parent / "bulletins"
