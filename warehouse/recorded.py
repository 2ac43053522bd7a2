"""Keep derived rows as they hold over the runs: what no longer holds gets an end, what is new a beginning, the rest stays."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from . import staging
from .schema import metadata

HOLDING = frozenset(("run_id", "ended_run_id"))


def record(connection: duckdb.DuckDBPyConnection, table: str, rows: Mapping[str, Sequence], *, run_id: int) -> int:
    """Make `rows`, all columns of a derived table but those of its runs, what holds from this run on.

    Rows that began in this very run and no longer hold are deleted: no reader was shown them. Returns how many rows began or ended.
    Run it in a transaction.
    """
    columns = [column.name for column in metadata.tables[table].columns if column.name not in HOLDING]
    same = " AND ".join(f"held.{name} IS NOT DISTINCT FROM given.{name}" for name in columns)
    with staging.staged(connection, table, {name: rows[name] for name in columns}) as given:
        gone = f"held.ended_run_id IS NULL AND NOT EXISTS (SELECT 1 FROM {given} AS given WHERE {same})"
        (undone,) = connection.execute(f"DELETE FROM main.{table} AS held WHERE held.run_id = ? AND {gone}", [run_id]).fetchone()
        (ended,) = connection.execute(f"UPDATE main.{table} AS held SET ended_run_id = ? WHERE {gone}", [run_id]).fetchone()
        (begun,) = connection.execute(
            f"INSERT INTO main.{table} ({', '.join(columns)}, run_id) SELECT DISTINCT {', '.join(columns)}, ? FROM {given} AS given "
            f"WHERE NOT EXISTS (SELECT 1 FROM main.{table} AS held WHERE held.ended_run_id IS NULL AND {same})",
            [run_id]).fetchone()
    return undone + ended + begun
