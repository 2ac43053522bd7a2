"""Write what the views show into a file of its own: each view of `reporting` as a table, with its comments.

Readers of the file need no view to be worked out anew, and see nothing of the tables behind the views. The warehouse is only
read; the file is whole when this returns, or is no snapshot at all.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb

from .changes_since import CHANGES, write_changes
from .connection import OFFLINE, connect, open_reader, transaction
from .errors import WarehouseBusy, WarehouseError
from .keys import digest
from .moments import as_utc
from .notes import schema_revision
from .search import index_passages
from .views import View, quoted, views

OF_IT = View("reporting", "snapshot", "One row: which state of the warehouse these tables show.", {
    "run_id": "Run that left the warehouse in this state.",
    "finished_at": "When that run ended, UTC.",
    "published_at": "When the tables were written, UTC.",
    "extractor_version": "Version of the extraction that the run used.",
    "schema_revision": "Revision of the schema of the warehouse.",
    "state": "Digest of all that the tables hang on, but for runs that changed nothing.",
}, "")
"""The table that says which state a snapshot shows."""


@dataclass(frozen=True, slots=True)
class State:
    """Which state of a warehouse a snapshot shows; `rows` counts those of each table where it was just written."""

    run_id: str | None
    published_at: datetime
    digest: str
    rows: dict[str, int] = field(default_factory=dict)


def write_snapshot(warehouse: Path, target: Path, *, published_at: datetime, published: Path | None = None) -> State:
    """Write the snapshot of a warehouse to a new file and return what it shows; `published` is the one that it is to follow.

    Raises WarehouseError where the warehouse cannot be read or the file not be written, WarehouseBusy where another process
    writes to the warehouse.
    """
    with _both(warehouse, target) as connection:
        try:
            for view in needed_views():
                _create(connection, view)
            state = _describe(connection, as_utc(published_at), published)
            connection.execute("USE snapshot")
            index_passages(connection)
            connection.execute("CHECKPOINT snapshot")
        except duckdb.Error as error:
            raise WarehouseError(f"{target} could not be written: {error}") from error
    return state


def read_state(snapshot: Path) -> State:
    """Return what a snapshot shows; raises WarehouseError where it is none."""
    with open_reader(snapshot) as connection:
        try:
            return State(*connection.execute("SELECT run_id, published_at, state FROM reporting.snapshot").fetchone())
        except duckdb.Error as error:
            raise WarehouseError(f"{snapshot} is no snapshot: {error}") from error


def state_digest(connection: duckdb.DuckDBPyConnection) -> str:
    """Return a digest that changes whenever anything that the views show does, but for runs that changed nothing."""
    found = connection.execute(
        "SELECT (SELECT (max(version_id), max(run_id)) FROM main.document_versions), (SELECT count(*) FROM main.retirements), "
        "(SELECT max(decision_id) FROM main.decisions), (SELECT count(withdrawn_run_id) FROM main.decisions), "
        "(SELECT max(rejection_id) FROM main.rejected_documents), "
        "(SELECT list((name, value) ORDER BY name) FROM main.warehouse_notes)").fetchone()
    return digest(repr(found))


def needed_views() -> Sequence[View]:
    """Return the views of `reporting` and those that they read, each after those that it reads."""
    needed = {view.qualified for view in views() if view.schema == "reporting"}
    for view in reversed(views()):
        if view.qualified in needed:
            needed |= view.reads
    return [view for view in views() if view.qualified in needed]


def snapshot_tables() -> Sequence[View]:
    """Return the tables of a snapshot, with their words."""
    return [*(view for view in views() if view.schema == "reporting"), OF_IT, CHANGES]


@contextmanager
def _both(warehouse: Path, target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse to be read and the snapshot to be written, so that a view that was written is read from there.

    In the order of the views each of them is worked out once, which takes a third of the time.
    """
    # Where memory does not suffice, DuckDB would else use the working folder.
    spill = {"temp_directory": str(target.with_name(".spill"))}
    with connect(config=OFFLINE | spill) as connection:
        try:
            connection.execute(f"ATTACH {quoted(str(warehouse))} AS warehouse (READ_ONLY)")
        except duckdb.Error as error:
            if "Could not set lock" in str(error):
                raise WarehouseBusy(f"{warehouse} is in use by another process; try again when it is done.") from error
            raise WarehouseError(f"{warehouse} cannot be opened as a DuckDB file: {error}") from error
        try:
            connection.execute(f"ATTACH {quoted(str(target))} AS snapshot")
        except duckdb.Error as error:
            raise WarehouseError(f"{target} could not be written: {error}") from error
        connection.execute("ATTACH ':memory:' AS passing")
        connection.execute("CREATE SCHEMA snapshot.reporting")
        connection.execute("CREATE SCHEMA passing.resolved")
        connection.execute("SET search_path = 'snapshot.reporting,passing.resolved,warehouse.main,warehouse.reporting,"
                           "warehouse.resolved'")
        yield connection


def _create(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    if view.schema == "reporting":
        connection.execute(f"CREATE TABLE snapshot.reporting.{view.name} AS {view.query}")
        _comment(connection, view)
    else:
        connection.execute(f"CREATE TABLE passing.{view.qualified} AS {view.query}")


def _comment(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    table = f"snapshot.reporting.{view.name}"
    # Together, since each would else wait for the disk, and there are hundreds.
    with transaction(connection):
        connection.execute(f"COMMENT ON TABLE {table} IS {quoted(view.comment)}")
        for column, meaning in view.columns.items():
            connection.execute(f"COMMENT ON COLUMN {table}.{column} IS {quoted(meaning)}")


def _describe(connection: duckdb.DuckDBPyConnection, published_at: datetime, published: Path | None) -> State:
    connection.execute("USE warehouse")
    of_it = state_digest(connection)
    connection.execute(
        "CREATE TABLE snapshot.reporting.snapshot AS "
        "SELECT 'run-' || run_id AS run_id, finished_at, ?::TIMESTAMP AS published_at, extractor_version, "
        "?::VARCHAR AS schema_revision, ?::VARCHAR AS state "
        "FROM (SELECT 1) LEFT JOIN (FROM main.ingest_runs ORDER BY run_id DESC LIMIT 1) ON true",
        [published_at, schema_revision(connection), of_it])
    _comment(connection, OF_IT)
    (run_id,) = connection.execute("SELECT run_id FROM snapshot.reporting.snapshot").fetchone()
    write_changes(connection, published, run_id=run_id, at=published_at)
    _comment(connection, CHANGES)
    rows = {table.name: connection.execute(f"SELECT count(*) FROM snapshot.reporting.{table.name}").fetchone()[0]
            for table in snapshot_tables()}
    return State(run_id, published_at, of_it, rows)
