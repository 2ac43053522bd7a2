"""Turn natural keys into internal ones, adding the things that the warehouse has not met before."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from . import staging

KEY_COLUMNS = {"document_id": "documents", "person_id": "people", "organization_id": "organizations", "place_id": "places",
               "outlet_id": "outlets", "position_id": "positions", "meeting_id": "meetings", "agreement_id": "agreements"}
"""The internal key column of each table of identities."""

LABELS = {"places": "name", "outlets": "name", "positions": "title"}
"""The column of an identity that documents may spell differently under one key."""


def identity_column(name: str) -> str | None:
    """Return the internal key that a column holds: itself, or `meeting_id` for `part_of_meeting_id`; None for other columns."""
    return next((key for key in KEY_COLUMNS if name == key or name.endswith(f"_{key}")), None)


def identify(connection: duckdb.DuckDBPyConnection, column: str, rows: Mapping[str, Sequence]) -> dict[str, int]:
    """Return the internal key of each natural key in the table of `column`, inserting those that are new.

    `rows` holds the column `key` and whatever else a new row needs. Where spellings of a label differ, the first in the
    alphabet stays, so that the order of loading cannot matter.
    """
    table = KEY_COLUMNS[column]
    label = LABELS.get(table, "key")
    spelt = _first_spellings(rows["key"], rows[label])
    if not spelt:
        return {}
    known = {key: (internal, spelling) for key, internal, spelling in _look_up(connection, table, column, label, sorted(spelt))}
    for key, (internal, spelling) in known.items():
        ours = rows[label][spelt[key]]
        if ours is not None and (spelling is None or ours < spelling):
            connection.execute(f"UPDATE main.{table} SET {label} = ? WHERE {column} = ?", [ours, internal])
    identified = {key: internal for key, (internal, _) in known.items()}
    if new := [index for key, index in spelt.items() if key not in known]:
        picked = {name: [values[index] for index in new] for name, values in rows.items()}
        identified.update(staging.insert(connection, table, picked, suffix=f"RETURNING key, {column}"))
    return identified


def _first_spellings(keys: Sequence[str], labels: Sequence[str | None]) -> dict[str, int]:
    """Return, for each key, the position of its first spelling in the alphabet."""
    found: dict[str, int] = {}
    for index, key in enumerate(keys):
        held = found.setdefault(key, index)
        if labels[index] is not None and (labels[held] is None or labels[index] < labels[held]):
            found[key] = index
    return found


def _look_up(connection: duckdb.DuckDBPyConnection, table: str, column: str, label: str, keys: Sequence[str]) -> list[tuple]:
    with staging.staged(connection, table, {"key": keys}) as name:
        return connection.execute(f"SELECT known.key, known.{column}, known.{label} "
                                  f"FROM main.{table} AS known SEMI JOIN {name} USING (key)").fetchall()
