"""Reference data flows from the seeds into the tables, again and again."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.records import Extraction
from tests.builders import an_extraction
from warehouse.errors import WarehouseError
from warehouse.reference import load_reference

from .conftest import SEEDS

OUTLETS = "SELECT country_code, kind, reliability FROM reporting.outlets"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a copy of the seeds that the test may change."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


def edit(path: Path, old: str, new: str) -> None:
    """Replace a piece of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_seeds_again_change_nothing(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert not load_reference(warehouse, SEEDS)


def test_rows_and_names_arrive(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert warehouse.execute("SELECT name FROM country_names WHERE country_code = 'SU' ORDER BY kind, name").fetchall() == [
        ("Soviet",), ("Soviet Union",), ("USSR",)]
    assert warehouse.execute("SELECT key FROM places ORDER BY key").fetchall() == [("budapest-hu",), ("vienna-at",)]
    assert warehouse.execute(
        "SELECT o.key, p.key FROM organization_profiles f JOIN organizations o USING (organization_id) "
        "LEFT JOIN organizations p ON p.organization_id = f.parent_organization_id ORDER BY 1").fetchall() == [
        ("foreign-ministry-at", "government-of-austria-at"), ("government-of-austria-at", None), ("river-league", None)]
    assert warehouse.execute(OUTLETS).fetchall() == [("AT", "newspaper", "B")]


def test_only_organizations_that_a_document_names_are_reported(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str]) -> None:
    load(an_extraction())
    assert warehouse.execute("SELECT organization_id FROM reporting.organizations").fetchall() == [("sylvan-republic-hu",)]


def test_changes_flow_in_even_where_documents_refer_to_the_rows(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str], seeds: Path) -> None:
    load(an_extraction())
    edit(seeds / "countries.csv", "AT,Austria,", "AT,Republic Austria,")
    edit(seeds / "outlets.csv", "AT,newspaper,B", "HU,agency,")
    edit(seeds / "places.csv", "48.2,16.37", "48.21,16.4")
    edit(seeds / "organizations.csv", "River League,River League|RL,international,,,States on the river\n", "")
    assert load_reference(warehouse, seeds)
    assert warehouse.execute("SELECT name FROM countries WHERE country_code = 'AT'").fetchall() == [("Republic Austria",)]
    assert warehouse.execute(OUTLETS).fetchall() == [("HU", "agency", None)]
    assert warehouse.execute("SELECT latitude, longitude FROM reporting.meeting_places").fetchall() == [(48.21, 16.4)]
    assert warehouse.execute("SELECT name FROM organization_names WHERE name LIKE 'R%'").fetchall() == []


@pytest.mark.parametrize(("file", "old", "new", "words"), [
    ("places.csv", "Budapest,Budapest,HU", "VIENNA,Vienna,AT", "places.csv.*vienna-at"),
    ("organizations.csv", "Government of Austria,Foreign", "Nobody,Foreign", "parent 'Nobody'"),
    ("outlets.csv", "AT,newspaper", "ZZ,newspaper", "does not hold together.*ZZ"),
    ("outlets.csv", "newspaper,B", "newspaper,Z", "does not hold together"),
])
def test_seeds_that_contradict_themselves_change_nothing(
        warehouse: duckdb.DuckDBPyConnection, seeds: Path, file: str, old: str, new: str, words: str) -> None:
    edit(seeds / file, old, new)
    edit(seeds / "countries.csv", "AT,Austria,", "AT,Republic Austria,")
    with pytest.raises(WarehouseError, match=words):
        load_reference(warehouse, seeds)
    assert warehouse.execute("SELECT name FROM countries WHERE country_code = 'AT'").fetchall() == [("Austria",)]


def test_a_missing_file_is_named(warehouse: duckdb.DuckDBPyConnection, seeds: Path) -> None:
    (seeds / "places.csv").unlink()
    with pytest.raises(WarehouseError, match=r"places\.csv"):
        load_reference(warehouse, seeds)
