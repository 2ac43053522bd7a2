"""Derived rows say from which run to which they hold."""
from __future__ import annotations

import duckdb

from warehouse.ledger import begin_run
from warehouse.recorded import record

from .conftest import NOW


def kept(warehouse: duckdb.DuckDBPyConnection) -> list[tuple]:
    """Return the rows of a derived table with their runs."""
    return warehouse.execute("SELECT id, survivor_id, run_id, ended_run_id FROM former_ids ORDER BY ALL").fetchall()


def leads(warehouse: duckdb.DuckDBPyConnection, run_id: int, **lead: str) -> int:
    """Record where ids lead."""
    return record(warehouse, "former_ids", {"kind": ["person"] * len(lead), "id": list(lead), "survivor_id": list(lead.values())},
                  run_id=run_id)


def another_run(warehouse: duckdb.DuckDBPyConnection) -> int:
    """Return the id of a later run."""
    return begin_run(warehouse, started_at=NOW, extractor_version="test-1")


def test_what_stays_the_same_is_left_alone(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    assert leads(warehouse, run_id, a="b", c="d") == 2
    assert leads(warehouse, another_run(warehouse), a="b", c="d") == 0
    assert kept(warehouse) == [("a", "b", run_id, None), ("c", "d", run_id, None)]


def test_what_changes_ends_and_begins(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    leads(warehouse, run_id, a="b", c="d")
    later = another_run(warehouse)
    assert leads(warehouse, later, a="e") == 3
    assert kept(warehouse) == [("a", "b", run_id, later), ("a", "e", later, None), ("c", "d", run_id, later)]


def test_what_comes_back_begins_anew(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    leads(warehouse, run_id, a="b")
    second, third = another_run(warehouse), another_run(warehouse)
    leads(warehouse, second)
    leads(warehouse, third, a="b")
    assert kept(warehouse) == [("a", "b", run_id, second), ("a", "b", third, None)]


def test_what_a_run_takes_back_leaves_no_trace(warehouse: duckdb.DuckDBPyConnection, run_id: int) -> None:
    leads(warehouse, run_id, a="b")
    leads(warehouse, run_id, a="c")
    assert kept(warehouse) == [("a", "c", run_id, None)]
