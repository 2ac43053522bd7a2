"""Keep what each run left: what the checks found, and how much the warehouse held."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import duckdb

from . import staging
from .checks import CheckResult
from .connection import transaction
from .moments import as_utc
from .schema.vocabulary import COUNTED
from .summary import Summary


def keep_results(connection: duckdb.DuckDBPyConnection, results: Sequence[CheckResult], *, run_id: int,
                 checked_at: datetime) -> None:
    """Keep what the checks found in the state after a run; the same again at the same moment replaces it."""
    with transaction(connection):
        connection.execute("DELETE FROM main.check_results WHERE run_id = ? AND checked_at = ?", [run_id, as_utc(checked_at)])
        staging.insert(connection, "check_results", {
            "run_id": [run_id] * len(results), "checked_at": [as_utc(checked_at)] * len(results),
            "name": [result.name for result in results], "severity": [result.severity for result in results],
            "reason": [result.reason for result in results], "bad_rows": [len(result.rows) for result in results]})


def keep_counts(connection: duckdb.DuckDBPyConnection, held: Summary, *, run_id: int) -> None:
    """Keep how much the warehouse holds after a run."""
    staging.insert(connection, "run_counts", {
        "run_id": [run_id] * len(COUNTED), "counted": COUNTED, "things": [getattr(held, name) for name in COUNTED]},
        suffix="ON CONFLICT DO UPDATE SET things = excluded.things")
