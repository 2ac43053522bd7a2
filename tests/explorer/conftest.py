"""A really started explorer over the sample bulletins, two doubtful notes and a hostile one, looked at with a real browser."""
from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from seeds import SEEDS
from tests.browser import browser as real_browser
from tests.etl.documents import bulletin
from tests.ports import answers, free_port
from warehouse.connection import open_reader

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "import sys; sys.argv[0] = 'rapporteur'; from rapporteur.cli import main; main()"]
PATIENCE = 90
"""Seconds after which something that has not happened is a failure; a machine that is busy takes its time."""
DOUBTFUL = {
    17: "Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in Ankara on February 17 "
        "(INA, November 17).",
    18: "Jordanian Foreign Minister Ayman Safadi met with Egyptian Foreign Minister Sameh Shoukry in Cairo on February 18 "
        "(Petra, November 18).",
}
SPELT = ("Iranian Foreign Minister {} met with Austrian Foreign Minister Alexander Schallenberg in Vienna on May {} "
         "(ORF, May 6).")
HOSTILE = """Note <script>document.title = "caught"</script> **bold** [x](javascript:alert(1))
May 3, 2021 - May 9, 2021

► French President Emmanuel Macron met with German Chancellor Angela Merkel in Berlin on May 4 <img src=x onerror=alert(1)>
(AFP, May 4).
"""
HOSTILE_NAME = '<img src=x onerror="document.title=\'caught\'"> **Macron** [x](javascript:alert(1))'
IDS = re.compile(r"\b[0-9a-f]{16}\b|\b[am][0-9a-f]{15}\b|\b(?:decision|run)-[0-9]+\b")
"""What ids look like that no page is to show."""


@dataclass(slots=True)
class Explorer:
    """An explorer that runs: where its pages are, and the warehouse that it shows."""

    url: str
    warehouse: Path
    hosts: set[str] = field(default_factory=set)

    def ask(self, query: str, *values: object) -> list[tuple]:
        """Return what is published."""
        with open_reader(self.warehouse.with_name("rapporteur.published.duckdb")) as connection:
            return connection.execute(query, list(values)).fetchall()

    def ask_live(self, query: str) -> list[tuple]:
        """Return what the warehouse itself holds."""
        with open_reader(self.warehouse) as connection:
            return connection.execute(query).fetchall()


def rapporteur(folder: Path, *arguments: str) -> None:
    """Run a command."""
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, env=environ(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def environ() -> dict[str, str]:
    """Return the environment of this process without settings of rapporteur."""
    return {name: value for name, value in os.environ.items() if not name.startswith("RAPPORTEUR_")} | {"PYTHONPATH": str(ROOT)}


@pytest.fixture(autouse=True)
def main_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what runs: what tests a page leaves it as `__main__`, which multiprocessing runs again in what it spawns."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="package")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """Run an explorer for all tests of this folder."""
    folder = tmp_path_factory.mktemp("explorer")
    notes = folder / "notes"
    notes.mkdir()
    (notes / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    for day, told in DOUBTFUL.items():
        (notes / f"doubtful-{day}.txt").write_text(bulletin("November 16, 2020", "November 22, 2020", told), encoding="utf-8")
    for number, name in enumerate(("Mohammad Javad Zarif", "Mohammed Javad Zarif")):
        spelt = bulletin("May 3, 2021", "May 9, 2021", SPELT.format(name, 4 + number))
        (notes / f"spelt-{number}.txt").write_text(spelt, encoding="utf-8")
    rapporteur(folder, "ingest", str(SEEDS / "bulletins"), str(notes), "--quiet")
    rapporteur(folder, "review", "edit", "emmanuel-macron", "name", HOSTILE_NAME, "--reason", "as a test", "--by", "ada")
    rapporteur(folder, "publish")
    port = free_port()
    started = Explorer(f"http://127.0.0.1:{port}", folder / "rapporteur.duckdb")
    command = [*COMMAND, "explore", "--no-browser", "--port", str(port), "--by", "ada"]
    with (folder / "explorer.log").open("w") as log, subprocess.Popen(command, cwd=folder, env=environ(), stderr=log) as page:
        try:
            for _ in range(PATIENCE * 2):
                if answers(f"{started.url}/_stcore/health") or page.poll() is not None:
                    break
                time.sleep(0.5)
            assert page.poll() is None
            yield started
            assert page.poll() is None, (folder / "explorer.log").read_text(encoding="utf-8")
        finally:
            page.terminate()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Run a browser for all tests of this folder."""
    with real_browser() as started:
        yield started


@pytest.fixture
def page(explorer: Explorer, chromium: Browser) -> Iterator[Page]:
    """Return an empty page of the size of a laptop's screen, which notes whom it asks."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE * 1000)
    opened.on("request", lambda request: explorer.hosts.add(re.sub(r"^(\w+:(?://[^/]*)?).*", r"\1", request.url, flags=re.S)))
    yield opened
    context.close()


def look(page: Page, explorer: Explorer, path: str) -> str:
    """Open a page and return all its words, once it is drawn."""
    page.goto(f"{explorer.url}/{path}")
    return drawn(page)


def drawn(page: Page) -> str:
    """Return the words of a page once it is drawn."""
    page.wait_for_selector(".rx-foot")
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget], [data-stale=true]')")
    return page.inner_text("[data-testid=stMain]")


def choose(page: Page, label: str, option: str) -> None:
    """Choose what a filter offers, by the keyboard, once the page has come to rest."""
    drawn(page)
    page.get_by_label(label, exact=True).click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{label.lower()}={option}*")
