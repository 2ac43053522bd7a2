"""Open a warehouse: one writer, or readers that can only read."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from .errors import CannotWrite, WarehouseBusy, WarehouseError

OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
WRITING = {**OFFLINE, "checkpoint_threshold": "256MB"}
"""With the default threshold DuckDB checkpoints after every document, which costs more than loading it."""
LOCKED_DOWN = {"enable_external_access": "false", "memory_limit": "2GB", "lock_configuration": "true"}

FULL = ("No space left on device", "File too large", "Disk quota exceeded")
FORBIDDEN = ("Permission denied", "Read-only file system", "Operation not permitted")


def cannot_write(path: Path | str, reason: str) -> CannotWrite | None:
    """Return what to say where `reason`, in the words of the system, is that there is no room or no right to write."""
    if any(words in reason for words in FULL):
        return CannotWrite(f"There is no room left to write {path} ({reason}). Make room, then run the same command again: what "
                           "was stored stays, and nothing is there by half.")
    if any(words in reason for words in FORBIDDEN):
        return CannotWrite(f"{path} cannot be written ({reason}). Change its permissions or those of its folder, or name another "
                           "file with --warehouse.")
    return None


def connect(path: Path | str = ":memory:", *, read_only: bool = False, config: dict[str, str]) -> duckdb.DuckDBPyConnection:
    """Connect to a file, or to memory alone, without DuckDB's progress bar.

    Under `python -c` DuckDB takes itself to be used by hand, and writes the bar to stdout, between the data, where a query takes
    two seconds.
    """
    connection = duckdb.connect(str(path), read_only=read_only, config=config)
    connection.execute("SET enable_progress_bar = false")
    return connection


def _connect(path: Path | str, *, read_only: bool, config: dict[str, str]) -> duckdb.DuckDBPyConnection:
    try:
        return connect(path, read_only=read_only, config=config)
    except duckdb.IOException as error:
        if "Could not set lock" in str(error):
            raise WarehouseBusy(f"{path} is in use by another process; try again when it is done.") from error
        refused = None if read_only else cannot_write(path, str(error))
        raise refused or WarehouseError(f"{path} cannot be opened as a DuckDB file: {error}") from error


@contextmanager
def open_writer(path: Path | str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for reading and writing, and close it at the end.

    Raises WarehouseBusy where another process holds the file, WarehouseError where it is missing or no DuckDB file, CannotWrite
    where there is no room or no right to write.
    """
    _require(path)
    connection = _connect(path, read_only=False, config=WRITING)
    try:
        yield connection
    except duckdb.Error as error:
        raise cannot_write(path, str(error)) or error from error
    finally:
        connection.close()


@contextmanager
def open_reader(path: Path | str, *, prepare: Callable[[duckdb.DuckDBPyConnection], None] | None = None,
                ) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse read-only, without access to other files, the network or the settings.

    What is to be loaded is loaded by `prepare`, before access is taken away. Raises the same errors as `open_writer`.
    """
    _require(path)
    connection = _connect(path, read_only=True, config=OFFLINE)
    if prepare is not None:
        prepare(connection)
    for name, value in LOCKED_DOWN.items():
        connection.execute(f"SET {name} = '{value}'")
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Run the block in one transaction: commit at its end, roll back on any error.

    The roll-back is never left out: DuckDB reports success for the COMMIT of an aborted transaction and stores nothing.
    """
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _require(path: Path | str) -> None:
    if not Path(path).is_file():
        raise WarehouseError(f"There is no warehouse at {path}; `rapporteur ingest` or `rapporteur migrate` creates one.")
