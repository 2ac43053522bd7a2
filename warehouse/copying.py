"""Copy a warehouse file that this process holds open, without losing the lock on it."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

from .connection import cannot_write
from .errors import WarehouseError

COPY = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"


def copy_held(connection: duckdb.DuckDBPyConnection, path: Path, copy: Path) -> None:
    """Copy to `copy` the file at `path` that `connection` has open for writing, with everything committed to it.

    The copying is done by a child: a process loses its lock on a file as soon as it closes the file once (POSIX record locks),
    and DuckDB would not notice. Raises WarehouseError where the copy cannot be written.
    """
    connection.execute("CHECKPOINT")
    command = [sys.executable, "-I", "-S", "-c", COPY, str(path), str(copy)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        reason = done.stderr.strip().splitlines()[-1]
        raise cannot_write(copy, reason) or WarehouseError(f"{path} could not be copied to {copy}: {reason}")
