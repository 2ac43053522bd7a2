"""One ingest at a time."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from etl.lock import hold_lock

HOLD = """
import sys
from pathlib import Path
from etl.lock import hold_lock
with hold_lock(Path(sys.argv[1]), on_wait=lambda message: print(message, flush=True)):
    print("held", flush=True)
"""


def test_a_second_process_says_that_it_waits_and_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    warehouse = tmp_path / "new" / "w.duckdb"
    with hold_lock(warehouse, on_wait=lambda message: None):
        second = subprocess.Popen([sys.executable, "-c", HOLD, str(warehouse)], stdout=subprocess.PIPE, text=True)
        assert "waiting until it is done" in second.stdout.readline()
    assert second.communicate()[0] == "held\n"
    assert second.returncode == 0


def test_nobody_waits_for_a_lock_that_is_free_again(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with hold_lock(tmp_path / "w.duckdb", on_wait=said.append):
            pass
    assert said == []
