"""A real Prefect server of the tests' own, asked as its web page asks it, and that page in a real browser."""
from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from tests.browser import executable
from tests.ports import answers, free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 240
"""Seconds after which something that has not happened is a failure; a machine that is busy takes its time."""
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.S)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its port, its folder, and what it wrote."""

    port: int
    home: Path
    log: Path

    @property
    def url(self) -> str:
        """Return where its page is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environ(self) -> dict[str, str]:
        """Return the environment of those who report to it."""
        return environ() | {"PREFECT_API_URL": f"{self.url}/api", "PREFECT_HOME": str(self.home / "client")}

    def ask(self, path: str, **asked: object) -> list[dict]:
        """Return what it knows."""
        request = Request(f"{self.url}/api/{path}", json.dumps(asked).encode(), {"Content-Type": "application/json"})
        with urlopen(request) as answer:
            return json.load(answer)

    def runs(self, flow: str) -> list[dict]:
        """Return the runs of a flow that have begun, the last one first."""
        return self.ask("flow_runs/filter", flows={"name": {"any_": [flow]}}, sort="START_TIME_DESC",
                        flow_runs={"state": {"type": {"not_any_": ["SCHEDULED", "PENDING"]}}})

    def run(self, deployment: str, **parameters: object) -> None:
        """Have a deployment run."""
        flow, name = deployment.split("/")
        (found,) = self.ask("deployments/filter", deployments={"name": {"any_": [name]}}, flows={"name": {"any_": [flow]}})
        self.ask(f"deployments/{found['id']}/create_flow_run", parameters=parameters)

    def page(self, path: str) -> str:
        """Return the words that the page shows in a browser."""
        # The time of the page runs ahead while it waits for nothing but timers, so that it is drawn when this returns.
        shown = subprocess.run(
            [executable(), "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1600,3000",
             "--virtual-time-budget=30000", f"--user-data-dir={self.home / 'browser'}", "--dump-dom", f"{self.url}{path}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, timeout=PATIENCE).stdout
        return " ".join(html.unescape(HIDDEN.sub(" ", shown)).split())

    def wait_to_show(self, path: str, *words: str) -> None:
        """Wait until the page shows these words: a busy machine can take longer to answer than the browser waits."""
        def shows() -> bool:
            shown = self.page(path)
            return all(word in shown for word in words)

        wait_for(shows, f"{path} to show {words}")


def environ() -> dict[str, str]:
    """Return the environment of this process without settings of Prefect."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PREFECT_", "RAPPORTEUR_")) and name != "DO_NOT_TRACK"}
    return kept | {"PYTHONPATH": str(ROOT)}


def wait_for(happened: Callable[[], object], what: str) -> object:
    """Return what `happened` returns once that is true."""
    for _ in range(PATIENCE):
        if found := happened():
            return found
        time.sleep(1)
    raise AssertionError(f"waited in vain for {what}")


@contextmanager
def server(home: Path) -> Iterator[Server]:
    """Run a server."""
    home.mkdir(exist_ok=True)
    started = Server(free_port(), home, home / "server.log")
    with started.log.open("w") as log, process([sys.executable, "-m", "flows.server", str(started.port)], home,
                                               environ() | {"PREFECT_HOME": str(home / "server")}, log):
        wait_for(lambda: answers(f"{started.url}/api/health"), f"the server; it wrote {started.log.read_text()}")
        yield started


@contextmanager
def process(command: list[str], folder: Path, variables: Mapping[str, str], log: object) -> Iterator[subprocess.Popen]:
    """Run a process and end it, if it has not ended, as a supervisor would."""
    with subprocess.Popen(command, cwd=folder, env=variables, stdout=log, stderr=log) as started:
        try:
            yield started
        finally:
            started.terminate()
