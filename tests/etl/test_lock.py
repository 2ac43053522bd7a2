"""One ingest at a time."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from etl.lock import hold_lock, share_lock

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


INGEST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from etl.pipeline import Request, ingest
from seeds import SEEDS
request = Request(sources=(sys.argv[2],), base=Path("/"), warehouse=Path(sys.argv[1]), seeds=SEEDS)
print(len(ingest(request, clock=lambda: datetime.now(UTC)).tally.loaded))
"""


def test_ingests_at_the_same_time_queue_and_none_fails_even_where_all_make_the_warehouse(
        tmp_path: Path, bulletins: Path) -> None:
    warehouse = tmp_path / "new.duckdb"
    started = [subprocess.Popen([sys.executable, "-c", INGEST, str(warehouse), str(bulletins / f"note-{day}.txt")],
                                stdout=subprocess.PIPE, text=True) for day in (4, 5, 6, 4)]
    ended = [(process.communicate()[0].strip(), process.returncode) for process in started]
    assert sorted(ended) == [("0", 0), ("1", 0), ("1", 0), ("1", 0)]
def test_those_who_read_share_it_and_are_told_at_once_where_somebody_writes(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    with share_lock(warehouse) as first, share_lock(warehouse) as second:
        assert (first, second) == (True, True)
    with hold_lock(warehouse, on_wait=print), share_lock(warehouse) as free:
        assert not free
    with share_lock(warehouse) as free:
        assert free


def test_who_writes_waits_for_those_who_read(tmp_path: Path) -> None:
    with share_lock(tmp_path / "w.duckdb"):
        writer = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "w.duckdb")], stdout=subprocess.PIPE, text=True)
        assert "waiting until it is done" in writer.stdout.readline()
    assert writer.stdout.readline() == "held\n"
    assert writer.wait() == 0


def test_where_no_lock_can_be_made_nobody_writes(tmp_path: Path) -> None:
    with share_lock(tmp_path / "nowhere" / "w.duckdb") as free:
        assert free
    assert list(tmp_path.iterdir()) == []
