"""What publishing costs, and what it gives: time and size of a snapshot, and how long each view takes, live and published.

    .venv/bin/python benchmarks/publishing.py [DOCUMENTS]      # 20,000 unless said otherwise; some minutes
"""
from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from itertools import islice
from pathlib import Path

from synthetic import bulletins

from seeds import SEEDS
from warehouse import ledger
from warehouse.connection import open_reader, open_writer
from warehouse.load import load_documents
from warehouse.migrate import migrate
from warehouse.publish import publish
from warehouse.reference import load_reference
from warehouse.shelf import Shelf
from warehouse.views import views

NOW = datetime(2026, 1, 1)
BATCH = 500
REPEATS = 3


def main() -> None:
    """Fill a warehouse, publish it, and print what was measured."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "warehouse.duckdb"
        print(f"{count:,} documents loaded in {timed(lambda: fill(warehouse, count)):.0f} s")
        shelf = Shelf.beside(warehouse)
        took = timed(lambda: publish(warehouse, shelf, keep=2, published_at=NOW))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(f"published in {took:.1f} s, peak memory of the process {peak:.0f} MB; the warehouse has {size(warehouse):.0f} MB, "
              f"the snapshot {size(shelf.link):.0f} MB\n")
        print(f"{'view':<26}{'rows':>10}{'live, ms':>10}{'published, ms':>15}")
        with open_reader(warehouse) as live, open_reader(shelf.link) as published:
            for view in sorted(view.name for view in views() if view.schema == "reporting"):
                # Every value of every row is worked out, and none is carried into Python.
                query = f"SELECT count(*), bit_xor(hash(held)) FROM reporting.{view} AS held"
                (rows, _) = published.execute(query).fetchone()
                each = [statistics.median(timed(lambda c=c: c.execute(query).fetchone()) for _ in range(REPEATS))
                        for c in (live, published)]
                print(f"{view:<26}{rows:>10,}{each[0] * 1000:>10.0f}{each[1] * 1000:>15.0f}")


def fill(warehouse: Path, count: int) -> None:
    """Load the bulletins in one run, without resolving anything."""
    migrate(warehouse)
    with open_writer(warehouse) as connection:
        load_reference(connection, SEEDS)
        run_id = ledger.begin_run(connection, started_at=NOW, extractor_version="synthetic-1")
        arriving = bulletins(count)
        while batch := list(islice(arriving, BATCH)):
            load_documents(connection, batch, run_id=run_id, loaded_at=NOW)
        ledger.finish_run(connection, run_id, finished_at=NOW, status="completed", seen=count, loaded=count, replaced=0,
                          skipped=0, rejected=0)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def size(path: Path) -> float:
    """Return the size of a file in MB."""
    return path.stat().st_size / 1_000_000


if __name__ == "__main__":
    main()
