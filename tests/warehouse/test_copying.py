"""Copying a file that is open keeps it locked."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.connection import open_reader, open_writer
from warehouse.copying import copy_held
from warehouse.errors import WarehouseError


def test_the_file_stays_locked_and_the_copy_is_whole(path: Path) -> None:
    copy = path.with_name("copy.duckdb")
    with open_writer(path) as connection:
        connection.execute("INSERT INTO people (key) VALUES ('ada')")
        copy_held(connection, path, copy)
        other = subprocess.run([sys.executable, "-c", f"import duckdb; duckdb.connect({str(path)!r})"], check=False,
                               capture_output=True, text=True)
        assert "lock" in other.stderr
    with open_reader(copy) as connection:
        assert connection.execute("SELECT key FROM main.people").fetchall() == [("ada",)]


def test_a_copy_that_cannot_be_written_says_why(path: Path) -> None:
    with open_writer(path) as connection, pytest.raises(WarehouseError, match="No such file or directory"):
        copy_held(connection, path, path.parent / "nowhere" / "copy.duckdb")
