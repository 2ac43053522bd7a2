"""A real browser without a screen, which the tests of pages look with."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")
"""It is root in a container, and asks nothing of its maker's servers."""


def executable() -> str:
    """Return the browser that is installed here."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found is not None, "no Chromium is there: make tools installs it"
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Run the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        try:
            yield started
        finally:
            started.close()
