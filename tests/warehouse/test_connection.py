"""A query that takes long writes nothing between the data on stdout."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import duckdb
from warehouse.connection import OFFLINE, connect
for connection in (duckdb.connect(), connect(config=OFFLINE), connect(config=OFFLINE).cursor()):
    print(connection.execute("SELECT current_setting('enable_progress_bar')").fetchone()[0])
"""


def test_duckdb_shows_no_progress_where_it_takes_itself_to_be_used_by_hand():
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False"]


def test_nothing_connects_past_it():
    sources = [p for folder in ("etl", "exports", "explorer", "flows", "migrations", "rapporteur", "warehouse")
               for p in (ROOT / folder).rglob("*.py")]
    assert [p.relative_to(ROOT).as_posix() for p in sources if "duckdb.connect(" in p.read_text(encoding="utf-8")] == [
        "warehouse/connection.py"]
