"""A summary counts what readers can see."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import duckdb

from etl.records import Extraction
from tests.builders import an_extraction
from warehouse.summary import Summary, summarize


def test_a_summary_counts_what_the_views_show(warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str]) -> None:
    assert summarize(warehouse) == Summary(0, 0, 0, 0, 0, 0, 0, 0, None, None)
    load(an_extraction())
    assert summarize(warehouse) == Summary(1, 2, 1, 1, 1, 4, 1, 0, date(2021, 5, 3), date(2021, 5, 9))
