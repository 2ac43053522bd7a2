"""The dashboards show what SQL on the same file says, whatever the filters are set to, and look as they should."""
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.bi.expected import DASHBOARDS, expected_rows
from tests.bi.filters import Filters
from tests.bi.looking import HEIGHT, WIDTH, Looker
from tests.conftest import BULLETIN

pytestmark = pytest.mark.bi

CHOICES = {
    "all": Filters(),
    "person": Filters(person="Slobodan Milosevic"),
    "country": Filters(country="Israel"),
    "time": Filters(since=date(1990, 9, 1), until=date(1991, 1, 1)),
}
Given = list[dict[str, Any]]

INKED = """canvas => { const c = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set(); for (let i = 0; i < c.length; i += 4) if (c[i + 3]) seen.add(c[i] << 16 | c[i + 1] << 8 | c[i + 2]);
  return seen.size }"""
"""How many colours a canvas has."""


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("slug", DASHBOARDS)
def test_each_chart_holds_what_a_query_says(slug: str, choice: str, looker: Looker, published: Path) -> None:
    filters = CHOICES[choice]
    _require(looker.open(slug, filters=filters.in_address()), slug, expected_rows(published, slug, filters))


def _require(given: dict[str, Given], slug: str, expected: dict[str, list[tuple]]) -> None:
    """Require of each chart of a dashboard that it was given what the query says."""
    assert given.keys() == expected.keys()
    for title, rows in expected.items():
        shown = _shown(given[title], title, rows)
        most = DASHBOARDS[slug][title].most
        if most is None or len(rows) <= most:
            assert sorted(shown, key=str) == sorted(rows, key=str), title
        else:
            assert set(shown) <= set(rows), title
            assert sorted(row[-1] for row in shown) == sorted(row[-1] for row in rows)[-most:], title


def _shown(given: Given, title: str, rows: list[tuple]) -> list[tuple]:
    """Return what a chart was given as the query has it: a row a value, days as days."""
    if title == "Where they meet":
        return [(row["code"], row["m1"]) for row in given if "code" in row]
    if title.endswith("by month"):
        return [(row["month"], series, value) for row in given for series, value in row.items() if series != "month" and value]
    width = len(rows[0]) if rows else None
    return [tuple(_plain(name, value) for name, value in row.items())[:width] for row in given]


def _plain(name: str, value: Any) -> Any:
    is_day = name in ("day", "first_met", "last_met") and value is not None
    return datetime.fromtimestamp(value / 1000, tz=UTC).date() if is_day else value


@pytest.mark.parametrize("slug", DASHBOARDS)
def test_no_chart_is_empty_and_all_is_to_be_seen_at_1280_pixels(slug: str, looker: Looker) -> None:
    given = looker.open(slug)
    page = looker.page
    assert page.locator(".ant-empty, [role=alert]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    charts = page.locator(".dashboard-component-chart-holder")
    assert charts.count() == len(given)
    for number in range(charts.count()):
        chart = charts.nth(number)
        words = chart.inner_text()
        assert words, number
        if chart.locator("canvas").count():
            assert chart.locator("canvas").first.evaluate(INKED) > 10, words
        elif chart.locator("svg.datamap").count():
            assert chart.locator("path.datamaps-subunit").count() > 100
        else:
            assert chart.locator(".header-line, td").count(), words


def test_numbers_and_cells_are_drawn_as_they_were_given(looker: Looker, published: Path) -> None:
    looker.open("who-meets-whom")
    with duckdb.connect(str(published), read_only=True) as connection:
        (meetings,) = connection.execute("SELECT count(*) FROM reporting.meetings").fetchone()
        quotes = {quote for quote, in connection.execute("SELECT quote FROM reporting.evidence WHERE fact_kind = 'meeting'")
                  .fetchall()}
        ids = {value for value, in connection.execute("SELECT meeting_id FROM reporting.meetings").fetchall()}
    holder = looker.page.locator(".dashboard-component-chart-holder")
    assert holder.filter(has_text="of all kinds and statuses").locator(".header-line").inner_text() == str(meetings)
    rows = holder.filter(has_text="Meetings and the words that say so").locator("tbody tr")
    cells = [rows.nth(number).locator("td").all_inner_texts() for number in range(rows.count())]
    assert len(cells) == 20
    assert {row[6] for row in cells} <= quotes
    assert [row[0] for row in cells] == sorted((row[0] for row in cells), reverse=True)
    assert ids.isdisjoint(looker.page.locator("body").inner_text().split())


def test_a_person_is_chosen_with_the_keyboard(looker: Looker, published: Path) -> None:
    looker.open("who-meets-whom")
    page = looker.page
    page.locator("#NATIVE_FILTER-person").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("Jimmy Carter")
    page.locator(".ant-select-item-option", has_text="Jimmy Carter").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.locator("[data-test=filter-bar__apply-button]").press("Enter")
    (expected,) = expected_rows(published, "who-meets-whom", Filters(person="Jimmy Carter"))["Meetings"]
    holder = page.locator(".dashboard-component-chart-holder").filter(has_text="of all kinds and statuses")
    number = holder.locator(".header-line")
    page.wait_for_function("([node, text]) => node.innerText === text", arg=[number.element_handle(), str(expected[0])])


def test_nothing_is_asked_of_anybody_else(looker: Looker) -> None:
    for slug in DASHBOARDS:
        looker.open(slug)
    assert looker.page.viewport_size == {"width": WIDTH, "height": HEIGHT}
    # The pixel of its makers is in the page, and the policy of this server keeps the browser from sending anything.
    assert all("scarf.sh/pixel" in url for url in looker.elsewhere)
    assert looker.answered_elsewhere == []
    assert all("scarf.sh/pixel" in said and "has been blocked" in said for said in looker.complaints)


def test_the_next_publication_is_shown_without_a_restart(looker: Looker, published: Path, ingest: Callable[[Path], None],
                                                         tmp_path: Path) -> None:
    before = looker.open("sources-and-quality")
    (tmp_path / "note.txt").write_text(BULLETIN.format(day=4), encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    ingest(tmp_path)
    after = looker.open("sources-and-quality")
    assert (before["Documents read"], before["Rejected inputs"]) == ([{"documents": 8}], [{"rejected": 0}])
    assert (after["Documents read"], after["Rejected inputs"]) == ([{"documents": 9}], [{"rejected": 1}])
    assert after["Documents, rejected ones first"][0]["input"].endswith("broken.pdf")
    _require(after, "sources-and-quality", expected_rows(published, "sources-and-quality", Filters()))
