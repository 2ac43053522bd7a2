"""What the warehouse notes about itself: short values by name."""
from __future__ import annotations

import duckdb


def note(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Keep `value` under `name`, in place of what was there."""
    connection.execute("INSERT INTO main.warehouse_notes VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                       [name, value])


def noted(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """Return the value kept under `name`, None where there is none."""
    found = connection.execute("SELECT value FROM main.warehouse_notes WHERE name = ?", [name]).fetchone()
    return None if found is None else found[0]


def schema_revision(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the revision that a warehouse is at, None for a file without one."""
    try:
        found = connection.execute("SELECT version_num FROM main.alembic_version").fetchone()
    except duckdb.CatalogException:
        return None
    return found[0] if found else None
