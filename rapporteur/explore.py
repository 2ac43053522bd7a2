"""The command `explore`: start the local page on which what is published can be looked at."""
from __future__ import annotations

import getpass
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import typer

from rapporteur.console import narrate
from rapporteur.exits import Exit
from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse
from rapporteur.reading import published_shelf

HOST = "127.0.0.1"
OPTIONS = (
    ("server.address", HOST),
    ("server.allowedHosts", HOST),
    ("server.allowedHosts", "localhost"),
    ("server.enableCORS", "true"),
    ("server.enableXsrfProtection", "true"),
    ("server.headless", "true"),
    ("server.showEmailPrompt", "false"),
    ("server.fileWatcherType", "none"),
    ("browser.gatherUsageStats", "false"),
    ("logger.hideWelcomeMessage", "true"),
    ("logger.level", "warning"),
    ("client.toolbarMode", "minimal"),
    ("client.showErrorDetails", "none"),
)
"""How Streamlit is started: for this machine only, telling nobody anything, with its protections left on."""
PATIENCE = 60
"""Seconds that the page may take to answer for the first time."""


def explore(
    by: Annotated[str, typer.Option(
        "--by", envvar="RAPPORTEUR_REVIEWER", default_factory=getpass.getuser, show_default="your login",
        help="Who decides, where the page is told nobody else.")],
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of this machine that the page answers on.")] = 8501,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
) -> None:
    """Look at what is published on a local page: people, meetings and their evidence, agreements, map, network, what to decide.

    The page answers on this machine only, asks nothing of the network, and runs until it is ended with Ctrl-C. It shows what is
    published, and a new publication as soon as there is one. Decisions go to the warehouse, as those of `rapporteur review` do.

    \b
    Examples:
      rapporteur explore
      rapporteur explore --warehouse archive.duckdb --port 8600 --no-browser
    """
    from explorer.settings import Settings
    from explorer.snapshot import published_file

    if find_spec("streamlit") is None or find_spec("altair") is None:
        narrate("rapporteur: the explorer needs Streamlit, which is not installed here: pip install 'rapporteur[explore]'",
                style="red")
        raise typer.Exit(Exit.FAILED)
    settings = Settings(Path(os.path.abspath(warehouse)), published_shelf(warehouse), by)
    published_file(settings.shelf)
    _require_free(port)
    address = f"http://{HOST}:{port}"
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the page ends with whoever is ended by a supervisor
    with subprocess.Popen(_command(port), env=os.environ | settings.variables(), stdout=sys.stderr) as page:
        try:
            if _answers(page, address):
                narrate(f"The explorer of {warehouse} is at {address}; Ctrl-C ends it.")
            elif page.poll() is None:
                narrate(f"The explorer of {warehouse} does not answer yet; it will be at {address}. Ctrl-C ends it.", style="yellow")
            if browser and page.poll() is None:
                webbrowser.open(address)
            status = page.wait()
        except KeyboardInterrupt:
            status = 0
        finally:
            page.terminate()
    if status:
        narrate(f"rapporteur: the explorer ended with status {status}; what it wrote above says why.", style="red")
        raise typer.Exit(Exit.FAILED)


def _command(port: int) -> list[str]:
    import explorer

    folder = Path(explorer.__file__).parent
    told = (*OPTIONS, ("server.port", str(port)), ("theme.base", str(folder / "theme.toml")))
    options = [part for name, value in told for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(folder / "app.py"), *options]


def _require_free(port: int) -> None:
    """Refuse a port that something answers on already."""
    with socket.socket() as wanted:
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            wanted.bind((HOST, port))
        except OSError as error:
            raise typer.BadParameter(f"{port} cannot be used ({error.strerror}); name another port.",
                                     param_hint="--port") from error


def _answers(page: subprocess.Popen, address: str) -> bool:
    """Wait for the page to answer and say whether it does; not where it has ended."""
    directly = build_opener(ProxyHandler({}))  # a proxy of the environment would look for this address on its own machine
    for _ in range(PATIENCE * 5):
        if page.poll() is not None:
            return False
        try:
            directly.open(f"{address}/_stcore/health", timeout=5).close()
            return True
        except (URLError, OSError):
            time.sleep(0.2)
    return False
