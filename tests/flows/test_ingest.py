"""The flow, once for real, through the server that Prefect starts for it."""
from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from etl.pipeline import Request, ingest
from seeds import SEEDS


def test_the_flow_loads_what_the_command_line_loads_and_reports_it(
        seeded: Path, another: Path, bulletins: Path, tmp_path: Path, content: Callable[[Path], object]) -> None:
    (bulletins / "bad.txt").write_bytes(b"\x00")
    home = tmp_path / "prefect"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_") and name != "DO_NOT_TRACK"}
    done = subprocess.run(
        [sys.executable, "-c", "from rapporteur.cli import main; main()", "ingest", "bulletins", "--flow", "--json",
         "--warehouse", str(seeded)],
        env={**environ, "PREFECT_HOME": str(home)}, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads(done.stdout)
    assert [Path(uri).name for uri in told["loaded"]] == ["note-4.txt", "note-5.txt", "note-6.txt"]

    request = Request(sources=("bulletins",), base=tmp_path, warehouse=another, seeds=SEEDS)
    ingest(request, clock=lambda: datetime.now(UTC))
    assert content(seeded) == content(another)

    with sqlite3.connect(home / "prefect.db") as database:
        (name, state), = database.execute("SELECT name, state_name FROM flow_run").fetchall()
        tables = dict(database.execute("SELECT key, data FROM artifact WHERE type = 'table'").fetchall())
        sent = database.execute("SELECT count(*) FROM configuration WHERE key = 'TELEMETRY_SESSION'").fetchone()
    assert name.startswith("ingest bulletins at ")
    assert state == "Completed"
    assert {"ingest-run", "ingest-rejections"} <= set(tables)
    assert [row["became"] for row in json.loads(json.loads(tables["ingest-run"]))] == ["loaded", "loaded", "loaded"]
    assert [row["reason"] for row in json.loads(json.loads(tables["ingest-rejections"]))] == ["binary"]
    assert sent == (0,)
