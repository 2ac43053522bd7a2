"""What publishing costs, and what it gives: time and size of a snapshot, of its index and of what it keeps of changes, and how long
each view takes, live and published.

    .venv/bin/python benchmarks/publishing.py [DOCUMENTS]      # 20,000 unless said otherwise; some minutes
"""
from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

import duckdb
from synthetic import bulletins

from seeds import SEEDS
from warehouse import ledger, snapshot
from warehouse.connection import open_reader, open_writer
from warehouse.load import load_documents
from warehouse.migrate import migrate
from warehouse.publish import publish
from warehouse.reference import load_reference
from warehouse.rows import DocumentRows
from warehouse.search import enable_search
from warehouse.shelf import Shelf
from warehouse.views import views

NOW = datetime(2026, 1, 1)
BATCH = 500
REPEATS = 3
MORE = 100
PARTS = {"write_changes": "what changed", "index_passages": "the index of passages"}
SEARCHES = {"search, a word of all": "person", "search, a rare word": "4711"}


def main() -> None:
    """Fill a warehouse, publish it, and again with some documents more, and print what was measured."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "warehouse.duckdb"
        arriving = bulletins(count + MORE)
        migrate(warehouse)
        with open_writer(warehouse) as connection:
            load_reference(connection, SEEDS)
        shelf = Shelf.beside(warehouse)
        for name, words in PARTS.items():
            setattr(snapshot, name, watched(getattr(snapshot, name), words))
        for some in (count, MORE):
            print(f"{some:,} documents loaded in {timed(lambda some=some: load(warehouse, islice(arriving, some), some)):.0f} s")
            took = timed(lambda: publish(warehouse, shelf, keep=2, published_at=NOW))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            print(f"published in {took:.1f} s, peak memory of the process {peak:.0f} MB; the warehouse has {size(warehouse):.0f} MB, "
                  f"the snapshot {size(shelf.link):.0f} MB\n")
        print(f"{'view':<26}{'rows':>10}{'live, ms':>10}{'published, ms':>15}")
        with open_reader(warehouse) as live, open_reader(shelf.link, prepare=enable_search) as published:
            for view in sorted(view.name for view in views() if view.schema == "reporting"):
                # Every value of every row is worked out, and none is carried into Python.
                query = f"SELECT count(*), bit_xor(hash(held)) FROM reporting.{view} AS held"
                (rows, _) = published.execute(query).fetchone()
                each = [statistics.median(timed(lambda c=c: c.execute(query).fetchone()) for _ in range(REPEATS))
                        for c in (live, published)]
                print(f"{view:<26}{rows:>10,}{each[0] * 1000:>10.0f}{each[1] * 1000:>15.0f}")
            asked = {name: f"reporting.search('{words}')" for name, words in SEARCHES.items()} | {
                "changes_since": "reporting.changes_since"}
            for name, source in asked.items():
                query = f"SELECT count(*), bit_xor(hash(held)) FROM {source} AS held"
                (rows, _) = published.execute(query).fetchone()
                took = statistics.median(timed(lambda q=query: published.execute(q).fetchone()) for _ in range(REPEATS))
                print(f"{name:<26}{rows:>10,}{'':>10}{took * 1000:>15.0f}")


def watched(part: Callable[..., None], words: str) -> Callable[..., None]:
    """Return a part of publishing that prints how long it took and how much the file grew by it."""
    def work(connection: duckdb.DuckDBPyConnection, *rest: object, **named: object) -> None:
        before = used(connection)
        took = timed(lambda: part(connection, *rest, **named))
        print(f"  of this {words}: {took:.1f} s, {used(connection) - before:.0f} MB")
    return work


def used(connection: duckdb.DuckDBPyConnection) -> float:
    """Return how much of the snapshot is in use, in MB."""
    connection.execute("CHECKPOINT snapshot")
    return connection.execute("SELECT used_blocks * block_size / 1_000_000 FROM pragma_database_size() "
                              "WHERE database_name = 'snapshot'").fetchone()[0]


def load(warehouse: Path, arriving: Iterator[DocumentRows], count: int) -> None:
    """Load bulletins in one run, without resolving anything."""
    with open_writer(warehouse) as connection:
        run_id = ledger.begin_run(connection, started_at=NOW, extractor_version="synthetic-1")
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
