"""A warehouse to decide on, and a review under way."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.review.session import Session
from tests.etl.documents import NOW
from warehouse.connection import open_writer


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to a warehouse with the reference data."""
    with open_writer(seeded) as connection:
        yield connection


@pytest.fixture
def session(warehouse: duckdb.DuckDBPyConnection) -> Session:
    """Return a review under way."""
    return Session(warehouse, "ada", lambda: NOW)
