"""Look at dashboards as somebody does who logs in with a browser, and keep what the browser was given for each chart."""
from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.bi.superset import Superset

WIDTH, HEIGHT = 1280, 3000
"""High enough that no chart waits to be scrolled to."""
DATA = ("/api/v1/chart/data", "/superset/explore_json")


@dataclass(slots=True)
class Looker:
    """A logged-in browser, what it would ask others for, what they answered, and what it complained of."""

    superset: Superset
    context: BrowserContext
    page: Page
    elsewhere: list[str] = field(default_factory=list)
    answered_elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    given: list[tuple[int, list[dict[str, Any]]]] = field(default_factory=list)

    def open(self, slug: str, *, filters: str = "") -> dict[str, list[dict[str, Any]]]:
        """Open a dashboard and return the rows that the browser was given for each chart, by its title."""
        titles = {chart["id"]: chart["slice_name"] for chart in self.get(f"/api/v1/dashboard/{slug}/charts")["result"]}
        self.given.clear()
        query = f"?native_filters={quote(filters)}" if filters else ""
        self.page.goto(f"{self.superset.address}/superset/dashboard/{slug}/{query}")
        for _ in range(120):
            is_busy = self.page.locator(".loading, .ant-spin-spinning").count()
            if {chart for chart, _ in self.given} >= titles.keys() and not is_busy:
                break
            self.page.wait_for_timeout(500)
        self.page.wait_for_timeout(1500)  # bars grow
        rows = {titles[chart]: rows for chart, rows in self.given if chart in titles}
        assert rows.keys() == set(titles.values()), set(titles.values()) - rows.keys()
        return rows

    def get(self, path: str) -> dict[str, Any]:
        """Ask the API something."""
        return self.context.request.get(self.superset.address + path).json()

    def run(self, sql: str, *, token: bool = True) -> tuple[int, str]:
        """Run a statement through SQL Lab and return the status and the words of the answer."""
        (database,) = self.get("/api/v1/database/")["result"]
        headers = {"Referer": self.superset.address}
        if token:
            headers["X-CSRFToken"] = self.get("/api/v1/security/csrf_token/")["result"]
        answer = self.context.request.post(f"{self.superset.address}/api/v1/sqllab/execute/", headers=headers, data={
            "database_id": database["id"], "sql": sql, "runAsync": False, "schema": "reporting"})
        return answer.status, answer.text()

    def _keep(self, response: Response) -> None:
        if _is_elsewhere(response.url, self.superset):
            self.answered_elsewhere.append(response.url)
        if not any(part in response.url for part in DATA):
            return
        answer = response.json()
        asked = answer["form_data"] if "form_data" in answer else json.loads(response.request.post_data).get("form_data", {})
        if "slice_id" in asked:
            self.given.append((asked["slice_id"], answer["data"] if "data" in answer else answer["result"][0]["data"]))


@contextmanager
def looking(started: Superset, browser: Browser) -> Iterator[Looker]:
    """Log in as whoever started it."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    looker = Looker(started, context, page)
    page.on("request", lambda request: looker.elsewhere.append(request.url) if _is_elsewhere(request.url, started) else None)
    page.on("console", lambda said: looker.complaints.append(said.text) if said.type == "error" else None)
    page.on("response", lambda response: looker._keep(response))
    try:
        log_in(page, started, started.home.password())
        page.wait_for_url("**/welcome/**")
        yield looker
    finally:
        context.close()


def log_in(page: Page, started: Superset, password: str) -> None:
    """Fill in the form."""
    page.goto(f"{started.address}/login/")
    page.fill("input#username", "admin")
    page.fill("input#password", password)
    page.click("button[type=submit]")


def _is_elsewhere(url: str, started: Superset) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and f"{parts.scheme}://{parts.netloc}" != started.address
