"""Words are found in the passages of a snapshot, whatever their case, accents and endings."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import open_reader
from warehouse.errors import WarehouseError
from warehouse.extensions import load_extension
from warehouse.query import run_select
from warehouse.snapshot import write_snapshot


@pytest.fixture(scope="module")
def snapshot(after_runs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a snapshot of small bulletins, which tests only read."""
    target = tmp_path_factory.mktemp("search") / "snapshot.duckdb"
    write_snapshot(after_runs[-1], target, published_at=datetime(2026, 1, 5))
    return target


def found(snapshot: Path, words: str) -> list[str]:
    """Return the texts that tell of words, the best first."""
    return run_select(snapshot, f"SELECT text FROM reporting.search('{words}')").column("text").to_pylist()


def test_passages_are_found_by_any_form_of_a_word(snapshot: Path) -> None:
    everything = run_select(snapshot, "SELECT text FROM reporting.passages").column("text").to_pylist()
    expected = sorted(text for text in everything if "Lovelace" in text)
    assert expected
    for words in ("LOVELACE", "Lóvelace", "Lovelaces"):
        assert sorted(found(snapshot, words)) == expected


def test_words_that_nobody_said_find_nothing(snapshot: Path) -> None:
    assert found(snapshot, "zeppelin") == []


def test_the_best_passage_comes_first(snapshot: Path) -> None:
    scores = run_select(snapshot, "SELECT score FROM reporting.search('Lovelace Vienna rivers')").column("score").to_pylist()
    assert scores and scores == sorted(scores, reverse=True)


def test_without_the_extension_all_else_can_be_read(snapshot: Path) -> None:
    with open_reader(snapshot) as connection:
        assert connection.execute("SELECT count(*) FROM reporting.passages").fetchone()[0] > 0
        with pytest.raises(duckdb.CatalogException, match="fts"):
            connection.execute("FROM reporting.search('Lovelace')")


def test_an_extension_that_is_not_installed_is_named() -> None:
    with duckdb.connect() as connection, pytest.raises(WarehouseError, match="pip install duckdb-extension-no-such"):
        load_extension(connection, "no_such")
