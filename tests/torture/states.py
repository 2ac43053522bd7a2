"""A warehouse that grows by the same amount with every run, and what each state must show: mixtures are seen at once."""
from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from etl.records import Extraction, When
from etl.resolution import resolve_all
from etl.rows import rows_of
from tests.builders import TEXT, an_extraction
from warehouse import ledger
from warehouse.connection import open_writer
from warehouse.load import load_documents
from warehouse.publish import publish
from warehouse.shelf import Shelf

NOW = datetime(2026, 1, 2, 3, 4, 5)
EACH = 3
"""Documents a run."""
SHOWN = """
    SELECT
        (SELECT run_id FROM reporting.snapshot),
        (SELECT count(*) FROM reporting.ingest_runs),
        (SELECT count(*) FROM reporting.documents),
        (SELECT count(*) FROM reporting.meetings),
        (SELECT count(*) FROM reporting.meeting_participants),
        (SELECT count(DISTINCT document_id) FROM reporting.evidence),
        (SELECT max(meetings) FROM reporting.who_met_whom)
"""


def expected(state: int) -> tuple[object, ...]:
    """Return what `SHOWN` answers after so many runs."""
    documents = EACH * state
    return (f"run-{state}", state, documents, documents, 2 * documents, documents, documents)


def told(state: int, number: int) -> Extraction:
    """Return what one document tells: a meeting of its own, too far from the others in time to be one of them."""
    extraction = an_extraction(uri=f"file:///{state}-{number}.txt", text=f"Note {state} {number}.\n{TEXT}",
                               meeting_key=f"m-{state}-{number}")
    (meeting,) = extraction.meetings
    day = date(2000, 1, 1) + timedelta(days=40 * (EACH * state + number))
    return replace(extraction, meetings=(replace(meeting, when=When(day, day, "day", "stated", "May 4, 2021")),))


def run(warehouse: Path, state: int) -> None:
    """Load the documents of one run."""
    extractions = [told(state, number) for number in range(EACH)]
    with open_writer(warehouse) as connection:
        run_id = ledger.begin_run(connection, started_at=NOW, extractor_version="test-1")
        rows = [rows_of(each, extractor_version="test-1") for each in extractions]
        load_documents(connection, rows, run_id=run_id, loaded_at=NOW)
        resolve_all(connection, run_id=run_id)
        ledger.finish_run(connection, run_id, finished_at=NOW, status="completed", seen=EACH, loaded=EACH, replaced=0,
                          skipped=0, rejected=0)


def write(warehouse: Path, states: int) -> None:
    """Run and publish, so many times; each is told on stdout when it is done."""
    for state in range(1, states + 1):
        run(warehouse, state)
        publish(warehouse, Shelf.beside(warehouse), keep=2, published_at=NOW)
        print(state, flush=True)


def read(link: Path, stop: Path, *, at_once: int) -> None:
    """Open what is published, ask it `at_once` times, and again, until `stop` is there; what it saw is written to stdout."""
    last, reads, states = 0, 0, set()
    while not stop.exists():
        with duckdb.connect(str(link), read_only=True) as connection:
            seen = [connection.execute(SHOWN).fetchone() for _ in range(at_once)]
        state = int(seen[0][0].removeprefix("run-"))
        assert set(seen) == {expected(state)}, f"mixed: {seen}"
        assert state >= last, f"{state} after {last}"
        last, reads = state, reads + len(seen)
        states.add(state)
    print(reads, len(states), last)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", warehouse, states]:
            write(Path(warehouse), int(states))
        case ["read", link, stop, at_once]:
            read(Path(link), Path(stop), at_once=int(at_once))
