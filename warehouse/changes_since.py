"""Keep for readers what each publication changed: a snapshot holds what differs from the one before, after all that differed earlier.

Whoever has the file alone can ask what is new since a day. The two snapshots are compared, not the warehouse as of two runs, which
`rapporteur changes` does and which takes longer than all else at the end of a run. So this history is that of what was published:
it begins with the first snapshot, and anew where the one before is gone.
"""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb

from .changes import DIFFERENCES, take_in
from .views import View, quoted

CHANGES = View("reporting", "changes_since", "One row per thing that was published for the first time, merged, split or no longer "
               "shown, and per field of a thing that changed, with each publication. In the first one everything appeared.", {
    "run_id": "Run that left the state that was published.",
    "since_run_id": "Run that left the state published before, which this one is compared with; NULL for the first.",
    "recorded_at": "When the state was published, UTC: from then on readers saw the change.",
    "kind": "person, organization, meeting, agreement or position.",
    "change": "appeared, changed, merged, split or vanished.",
    "id": "Id of the thing; of one that is merged or vanished, that before the change.",
    "label": "What it is in words.",
    "other_id": "Id under which a thing that is merged is shown now, or under which one that is split was shown before.",
    "other": "What that is in words.",
    "field": "Field that changed.",
    "before": "What it said before; NULL where it said nothing. Of a field with several values, one that is gone or has changed.",
    "after": "What it says now; NULL where it says nothing.",
}, "")
"""The table that a snapshot has for them."""
WRITTEN = f"""CREATE TABLE snapshot.reporting.{CHANGES.name} AS
SELECT ?::VARCHAR AS run_id, ?::VARCHAR AS since_run_id, ?::TIMESTAMP AS recorded_at, * FROM ({DIFFERENCES})
ORDER BY kind, change, label, id, field, before, after"""


def write_changes(connection: duckdb.DuckDBPyConnection, published: Path | None, *, run_id: str | None, at: datetime) -> None:
    """Write them into the database `snapshot`, whose other tables are there; `published` is the snapshot that readers have now."""
    take_in(connection, "later", "VIEW shown_{view} AS FROM snapshot.reporting.{view}")
    try:
        since = None if published is None else _take_in_published(connection, published)
    except duckdb.Error:
        # A snapshot that cannot be read must not keep readers from the next one.
        published = None
    if published is None:
        since = None
        take_in(connection, "earlier", "VIEW shown_{view} AS FROM snapshot.reporting.{view} WHERE false")
    connection.execute(WRITTEN, [run_id, since, at])
    if published is not None and _has_changes(connection):
        connection.execute(f"INSERT INTO snapshot.reporting.{CHANGES.name} BY NAME FROM published.reporting.{CHANGES.name}")


def _take_in_published(connection: duckdb.DuckDBPyConnection, published: Path) -> str | None:
    """Return the run whose state is published, which is then the earlier of the two."""
    connection.execute(f"ATTACH {quoted(str(published))} AS published (READ_ONLY)")
    take_in(connection, "earlier", "VIEW shown_{view} AS FROM published.reporting.{view}")
    (run_id,) = connection.execute("SELECT run_id FROM published.reporting.snapshot").fetchone()
    return run_id


def _has_changes(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(connection.execute("SELECT 1 FROM duckdb_tables() WHERE database_name = 'published' AND table_name = ?",
                                   [CHANGES.name]).fetchall())
