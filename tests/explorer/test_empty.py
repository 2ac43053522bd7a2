"""Where there is nothing to show, every screen says so in words; none draws an empty chart."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from explorer.settings import PUBLISHED, WAREHOUSE
from warehouse.publish import publish
from warehouse.shelf import Shelf

SCREENS = ("overview", "search", "meetings", "agreements", "places", "network", "documents", "review", "person", "organization",
           "meeting", "agreement", "document")
APP = str(Path(__file__).parents[2] / "explorer" / "app.py")


def screen(name: str, warehouse: str) -> None:
    """Show one screen."""
    from importlib import import_module

    from explorer.here import Here
    from explorer.settings import Settings
    from explorer.snapshot import open_snapshot, published_file

    settings = Settings.told_by({"RAPPORTEUR_WAREHOUSE": warehouse})
    snapshot = open_snapshot(published_file(settings.shelf))
    try:
        import_module(f"explorer.screens.{name}").show(Here(snapshot, settings))
    finally:
        snapshot.close()


def told(run: AppTest) -> str:
    """Return all HTML that was written."""
    return " ".join(element.proto.body for element in run.get("html"))


@pytest.fixture
def empty(seeded: Path) -> Path:
    """Return a warehouse that is published and holds no document."""
    publish(seeded, Shelf.beside(seeded), keep=2, published_at=datetime(2026, 1, 1))
    return seeded


@pytest.mark.parametrize("name", SCREENS)
def test_an_empty_warehouse_is_told_in_words(name: str, empty: Path) -> None:
    run = AppTest.from_function(screen, args=(name, str(empty)), default_timeout=60).run()
    assert not run.exception
    assert not run.get("arrow_vega_lite_chart")
    assert "rx-nothing" in told(run)


def test_without_a_publication_the_page_says_how_to_publish(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WAREHOUSE, str(seeded))
    monkeypatch.delenv(PUBLISHED, raising=False)
    run = AppTest.from_file(APP, default_timeout=60).run()
    assert not run.exception
    assert "Nothing is published" in told(run) and "<code>rapporteur publish</code>" in told(run)


def test_what_an_older_version_published_is_told_of(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf.beside(seeded)
    draft = shelf.draft()
    with duckdb.connect(str(draft)) as older:
        older.execute("CREATE SCHEMA reporting; CREATE TABLE reporting.snapshot AS SELECT 'run-1' AS run_id, "
                      "NULL AS finished_at, TIMESTAMP '2026-01-01' AS published_at, 'x' AS state")
    shelf.put(draft)
    monkeypatch.setenv(WAREHOUSE, str(seeded))
    monkeypatch.delenv(PUBLISHED, raising=False)
    run = AppTest.from_file(APP, default_timeout=60).run()
    assert not run.exception
    assert "older version" in told(run)
