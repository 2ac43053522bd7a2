"""What a warehouse holds, in numbers."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

QUERY = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of what the views show; `findings` are the open ones, `rejected` the distinct inputs ever rejected.

    `first_day` and `last_day` bound the days that the documents report on.
    """

    documents: int
    people: int
    organizations: int
    meetings: int
    agreements: int
    evidence: int
    findings: int
    rejected: int
    first_day: date | None
    last_day: date | None


def summarize(connection: duckdb.DuckDBPyConnection) -> Summary:
    """Count what the warehouse holds."""
    return Summary(*connection.execute(QUERY.read_text(encoding="utf-8")).fetchone())
