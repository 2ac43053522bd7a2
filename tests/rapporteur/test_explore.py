"""`rapporteur explore` starts what can be shown, and says what is missing where nothing can."""
from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.explorer.conftest import COMMAND, PATIENCE, environ
from tests.ports import answers, free_port

from .conftest import Run


@pytest.fixture
def published(seeded: Path, run: Run) -> Path:
    """Return a warehouse that is published, and holds nothing but the reference data."""
    assert run("publish", "--warehouse", seeded).status == 0
    return seeded


def test_without_streamlit_it_says_what_to_install(published: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("rapporteur.explore.find_spec", lambda name: None if name == "streamlit" else found(name))
    ran = run("explore", "--warehouse", published)
    assert ran.status == 1
    assert "pip install 'rapporteur[explore]'" in ran.err


def test_without_a_publication_it_says_how_to_publish(seeded: Path, run: Run) -> None:
    ran = run("explore", "--warehouse", seeded, "--no-browser")
    assert ran.status == 1
    assert "Nothing is published" in ran.err and "`rapporteur publish`" in ran.err


def test_a_port_that_is_taken_is_refused(published: Path, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = run("explore", "--warehouse", published, "--no-browser", "--port", str(taken.getsockname()[1]))
    assert ran.status == 2
    assert "name another port" in ran.err


def test_the_command_line_does_not_load_it_unless_asked() -> None:
    program = "import sys, rapporteur.cli; print(sorted({'streamlit', 'altair', 'pandas'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", program], env=environ(), capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_no_command_loads_pandas_because_it_is_installed(published: Path) -> None:
    program = ("import sys; from rapporteur.cli import main\ntry: main()\n"
               "finally: print(sorted({'streamlit', 'altair', 'pandas'} & set(sys.modules)), file=sys.stderr)")
    told = subprocess.run([sys.executable, "-c", program, "check", "--warehouse", str(published)], env=environ(),
                          capture_output=True, text=True, check=True)
    assert told.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("ended_by", (signal.SIGTERM, signal.SIGINT))
def test_the_page_ends_with_the_command(published: Path, ended_by: signal.Signals) -> None:
    port = free_port()
    health = f"http://127.0.0.1:{port}/_stcore/health"
    command = [*COMMAND, "explore", "--warehouse", str(published), "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, env=environ(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
        for _ in range(PATIENCE * 2):
            if answers(health):
                break
            time.sleep(0.5)
        assert answers(health)
        os.kill(started.pid, ended_by)
        assert started.wait(PATIENCE) == 0
        assert started.stdout.read() == b""
    assert not answers(health)
