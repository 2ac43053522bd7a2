"""Which file a command reads: what is published, where it can, so that it neither disturbs an ingest nor waits for one."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import narrate

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.shelf import Shelf

Live = Annotated[bool, typer.Option("--live", help="Read the warehouse itself, not what is published of it.")]


@contextmanager
def readable(warehouse: Path, *, live: bool) -> Iterator[Path]:
    """Yield the file to read: the published snapshot where there is one, else, or where `live`, the warehouse itself.

    Raises WarehouseBusy where that is being written to.
    """
    published = None if live else published_file(warehouse)
    if published is None:
        with unwritten(warehouse):
            yield warehouse
    else:
        _tell_where_it_lags(warehouse, published)
        yield published


@contextmanager
def open_live(warehouse: Path) -> Iterator[DuckDBPyConnection]:
    """Open the warehouse itself to read it; those who want to write wait meanwhile.

    Raises WarehouseBusy where it is being written to.
    """
    from warehouse.connection import open_reader

    with unwritten(warehouse), open_reader(warehouse) as connection:
        yield connection


@contextmanager
def unwritten(warehouse: Path) -> Iterator[None]:
    """Keep others from writing to the warehouse during the block; raises WarehouseBusy where somebody does."""
    from etl.lock import share_lock
    from warehouse.errors import WarehouseBusy

    if not warehouse.exists():
        # Nothing can be read, and a lock would only leave a file in a folder that was named by mistake.
        yield
        return
    with share_lock(warehouse.absolute()) as free:
        if not free:
            raise WarehouseBusy(f"{warehouse} is being written to; try again when that is done.")
        yield


def published_file(warehouse: Path) -> Path | None:
    """Return the snapshot that is published of a warehouse, None where there is none."""
    current = published_shelf(warehouse).current()
    return current if current is not None and current.is_file() else None


def published_shelf(warehouse: Path) -> Shelf:
    """Return where the snapshots of a warehouse stand, as the configuration says."""
    from etl.configuration_file import find_configuration
    from warehouse.shelf import Shelf

    path = find_configuration(None, environ=os.environ, base=Path.cwd())
    return Shelf.beside(warehouse.absolute()) if path is None else _configured_shelf(path, warehouse)


def _configured_shelf(config: Path, warehouse: Path) -> Shelf:
    from etl.config import read_configuration
    from etl.publishing import shelf_of

    return shelf_of(read_configuration(config).publish, warehouse=warehouse.absolute(), home=config.parent)


def _tell_where_it_lags(warehouse: Path, published: Path) -> None:
    """Say so where the warehouse holds more than is published; what cannot be told just now is not worth a word."""
    from etl.lock import share_lock
    from warehouse.connection import open_reader
    from warehouse.errors import WarehouseError
    from warehouse.snapshot import read_state, state_digest

    state = read_state(published)
    with share_lock(warehouse.absolute()) as free:
        if not free:
            narrate(f"As published after {state.run_id}; the warehouse is being written to.")
            return
        try:
            with open_reader(warehouse) as connection:
                lags = state_digest(connection) != state.digest
        except WarehouseError:
            return
    if lags:
        narrate(f"As published after {state.run_id}; the warehouse holds more since then: --live reads it, "
                "`rapporteur publish` publishes it.", style="yellow")
