"""Throw-away warehouses, made the real way."""
from __future__ import annotations

from pathlib import Path

from warehouse.connection import open_writer
from warehouse.migrate import migrate
from warehouse.reference import load_reference


def new_warehouse(folder: Path, seeds: Path) -> Path:
    """Return a migrated warehouse in a folder, with the reference data of `seeds`."""
    path = folder / "warehouse.duckdb"
    migrate(path)
    with open_writer(path) as connection:
        load_reference(connection, seeds)
    return path
