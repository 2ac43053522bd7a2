"""What a run leaves is published as the configuration says, and once only."""
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.errors import ConfigurationError
from etl.publishing import is_published, places_of, publish_state
from etl.settings import PublishSettings, with_postgres
from tests.postgres import server
from warehouse.checks import CheckResult
from warehouse.connection import open_writer

NOW = datetime(2026, 1, 5, tzinfo=UTC)


def test_places_start_at_the_configuration_and_secrets_are_filled_in(tmp_path: Path) -> None:
    settings = PublishSettings.model_validate({"file": "shown/d.duckdb", "keep": 5, "postgres": "postgresql://ann:${PW}@db/x",
                                               "schema": "press", "reader": "analysts"})
    places = places_of(settings, warehouse=tmp_path / "w.duckdb", home=tmp_path / "home", variables={"PW": "sword/fish"})
    assert (places.shelf.link, places.keep) == (tmp_path / "home" / "shown" / "d.duckdb", 5)
    target = places.postgres
    assert (target.address, target.shown) == ("postgresql://ann:sword%2Ffish@db/x", "postgresql://ann:${PW}@db/x")
    assert (target.schema, target.reader, target.secrets) == ("press", "analysts", frozenset({"sword/fish"}))
    with pytest.raises(ConfigurationError, match="PW is not set"):
        places_of(settings, warehouse=tmp_path / "w.duckdb", home=tmp_path, variables={})


@pytest.mark.parametrize("name", ["Reporting", "pg_mine", "a b", "x; DROP SCHEMA public", "", "a" * 51])
def test_a_schema_has_a_plain_name(name: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        PublishSettings.model_validate({"schema": name})


def test_a_password_in_plain_words_is_refused() -> None:
    with pytest.raises(ValueError, match="holds a password"):
        with_postgres(PublishSettings(), "postgresql://ann:swordfish@db/x")


def test_a_state_is_published_once_and_wherever_it_is_missing(seeded: Path) -> None:
    def places(address: str | None) -> object:
        return places_of(with_postgres(PublishSettings(), address), warehouse=seeded, home=seeded.parent, variables={})

    first = publish_state(seeded, places(None), (), at=NOW, always=False)
    assert is_published(seeded, places(None).shelf)
    assert publish_state(seeded, places(None), (), at=NOW, always=False).published is None
    lost = publish_state(seeded, places(f"postgresql:///x?host={seeded.parent}"), (), at=NOW, always=False)
    assert "was not published to" in lost.failed
    with server() as running:
        for _ in range(2):
            again = publish_state(seeded, places(running.address()), (), at=NOW, always=False)
            assert (again.published, again.failed) == (None, None)
            assert running.psql("SELECT count(*) FROM reporting.snapshot") == ["1"]
    assert publish_state(seeded, places(None), (), at=NOW, always=True).published.file != first.published.file
    with open_writer(seeded) as connection:
        connection.execute("INSERT INTO main.ingest_runs (started_at, extractor_version) VALUES ('2026-01-01', '1')")
    assert is_published(seeded, places(None).shelf)
    places(None).shelf.current().unlink()
    assert not is_published(seeded, places(None).shelf)


def test_a_check_that_failed_keeps_a_state_back(seeded: Path) -> None:
    places = places_of(PublishSettings(), warehouse=seeded, home=seeded.parent, variables={})
    failed = CheckResult("some_check", "error", "Because.", ("a",), (("x",),))
    assert "some_check (1 rows)" in publish_state(seeded, places, (failed,), at=NOW, always=True).withheld
    assert places.shelf.current() is None
