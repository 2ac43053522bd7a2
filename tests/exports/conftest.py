"""What is published of three sample bulletins, and the same with values that nobody should trust."""
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from etl.pipeline import Request, ingest
from exports.reporting import Reporting, open_reporting
from seeds import SEEDS
from warehouse.shelf import Shelf

NOW = datetime(2026, 1, 2, 3, 4, 5)
SAMPLES = ("1975-08-helsinki", "1986-10-reykjavik", "1998-04-good-friday")
HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "#N/A",
    'O\'Brien "the\tEnvoy"\r\nof <b>Ruritania</b> & Co',
    "</script><script>document.title='owned'</script>",
    "Abd \u202e\u200fal-Rahman\u202c; DROP TABLE people; --",
    "bell \x07 and escape \x1b[31m and nothing \x01",
    "](javascript:alert(1)) **bold** `code` | cell",
)
"""Names as a careless or hostile document could have them."""


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse that holds three of the sample bulletins and is published; tests only read it."""
    path = tmp_path_factory.mktemp("exports") / "rapporteur.duckdb"
    sources = tuple(str(SEEDS / "bulletins" / f"{name}.txt") for name in SAMPLES)
    ingest(Request(sources=sources, base=Path("/"), warehouse=path, seeds=SEEDS), clock=lambda: NOW)
    return path


@pytest.fixture(scope="session")
def snapshot(warehouse: Path) -> Path:
    """Return what is published."""
    return Shelf.beside(warehouse).current()


@pytest.fixture
def reporting(snapshot: Path) -> Iterator[Reporting]:
    """Return what is published, opened to export from it."""
    with open_reporting(snapshot) as opened:
        yield opened


@pytest.fixture
def altered(snapshot: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that gives a snapshot in which SQL statements changed what is published."""
    def alter(*statements: str) -> Path:
        path = tmp_path / "altered.duckdb"
        shutil.copyfile(snapshot, path)
        with duckdb.connect(str(path)) as connection:
            for statement in statements:
                connection.execute(statement)
        return path
    return alter


@pytest.fixture
def hostile(snapshot: Path, tmp_path: Path) -> Path:
    """Return a snapshot in which the names of people, the quotes, the titles and more are hostile."""
    path = tmp_path / "hostile.duckdb"
    shutil.copyfile(snapshot, path)
    with duckdb.connect(str(path)) as connection:
        columns = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'reporting' AND column_name IN "
            "('person', 'name', 'quote', 'title', 'document', 'subject', 'role', 'topic', 'place', 'explanation', 'outlet', "
            "'person_a', 'person_b', 'publisher', 'organization', 'section')").fetchall()
        for table, column in columns:
            # The same value is made of the same value, so that names still fit.
            connection.execute(f"UPDATE reporting.{table} SET {column} = ($values)[(1 + hash({column}) % 8)::BIGINT] || ' ' "
                               f"|| left(md5({column}), 6) WHERE {column} IS NOT NULL", {"values": list(HOSTILE)})
    return path
