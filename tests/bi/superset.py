"""Superset as `make bi` starts it: a process of its own, on a free port, with a folder of its own."""
from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bi.superset.home import Home
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-superset" / "bin" / "python"
READY = "Superset is at"


@dataclass(frozen=True, slots=True)
class Superset:
    """One that runs.

    Attributes:
        address: where, without a path.
        home: its folder.
        said: what it wrote to the screen until it was ready.
    """

    address: str
    home: Home
    said: str


@contextmanager
def superset(published: Path, folder: Path) -> Iterator[Superset]:
    """Run it for the block on what is published; `folder` is where it keeps its own data."""
    port = free_port()
    command = [str(PYTHON), "-m", "bi.superset.start", "--published", str(published), "--home", str(folder),
               "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if READY in line:
                break
        else:
            raise AssertionError("".join(said))
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield Superset(f"http://127.0.0.1:{port}", Home(folder), "".join(said))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
