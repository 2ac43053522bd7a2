"""A small history of three runs: a document is new, one is replaced, one loses its facts, and two people turn out to be one."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta

import duckdb

from etl.records import Extraction, When
from etl.resolution import resolve_all
from etl.rows import rows_of
from tests.builders import TEXT, an_extraction, without_facts
from warehouse import ledger
from warehouse.connection import transaction
from warehouse.decisions import AccountOf, Decided, decide
from warehouse.keys import document_key
from warehouse.links import PLURALS, write_links
from warehouse.load import load_document
from warehouse.recorded import record
from warehouse.told import Known

FIRST_DAY = datetime(2026, 1, 2, 23, 0, 0)
ELSEWHERE = {"ada-lovelace": "eva-lovelace", "Ada Lovelace": "Eva Lovelace", "boris-karloff": "doris-karlson",
             "Boris Karloff": "Doris Karlson", "Karloff": "Karlson", "sylvan": "gothic", "Sylvan": "Gothic", "river-news": "hills-news",
             "River News": "Hills News", "vienna": "geneva", "Vienna": "Geneva", "Danube": "Rhenic", "danube": "rhenic",
             "rivers": "mounts"}
"""Other names of the same length, so that spans still fit."""
WINTER = When(date(2021, 1, 4), date(2021, 1, 4), "day", "stated", "May 4, 2021")


def retold(value: object, words: Mapping[str, str]) -> object:
    """Return a record with other words in all its texts."""
    if isinstance(value, str):
        for old, new in words.items():
            value = value.replace(old, new)
        return value
    if type(value) is tuple:
        return tuple(retold(inner, words) for inner in value)
    if is_dataclass(value):
        return replace(value, **{field.name: retold(getattr(value, field.name), words) for field in fields(value)})
    return value


def elsewhere(uri: str) -> Extraction:
    """Return what another document tells: the same sentences of other people in another place."""
    told = retold(an_extraction(uri=uri), ELSEWHERE)
    return replace(told, source=replace(told.source, sha256=hashlib.sha256(told.source.text.encode()).hexdigest()))


def silent(uri: str) -> Extraction:
    """Return a document that tells nothing."""
    text = "Nothing happened. " + TEXT
    return without_facts(an_extraction(uri=uri, text=text))


def in_winter(text: str, *, status: str) -> Extraction:
    """Return what a document tells of a meeting of the same two, too early to be the same."""
    told = an_extraction(uri="file:///plan.txt", text=text, meeting_key="m-plan")
    (meeting,) = told.meetings
    return replace(told, meetings=(replace(meeting, status=status, when=WINTER),))


def first_run(connection: duckdb.DuckDBPyConnection) -> int:
    """Load two documents that tell of two meetings, one of them still to be held."""
    with a_run(connection, day=0) as run_id:
        load(connection, run_id, an_extraction(), in_winter(f"Plans. {TEXT}", status="planned"))
    return run_id


def second_run(connection: duckdb.DuckDBPyConnection) -> int:
    """Load a new document of other people, replace the plan by what came of it, and correct a value."""
    with a_run(connection, day=1) as run_id:
        load(connection, run_id, elsewhere("file:///far.txt"), in_winter(f"Held. {TEXT}", status="held"))
        ledger.reject(connection, run_id=run_id, uri="file:///broken.txt", sha256=None, reason="empty", detail=None,
                      rejected_at=FIRST_DAY)
        decision_id = decide(connection, Decided("organization", "corrected", "sylvan-republic-hu", "It says so itself.", "Ann",
                                                 FIRST_DAY, field="kind", value="party"), run_id=run_id)
    with transaction(connection):
        record(connection, "corrections", {
            "kind": ["organization"], "id": ["sylvan-republic-hu"], "field": ["kind"], "value": ["party"],
            "decision_id": [decision_id]}, run_id=run_id)
    return run_id


def third_run(connection: duckdb.DuckDBPyConnection) -> int:
    """Replace the note by one that tells nothing, take two women for one and two bodies, meetings and agreements too."""
    with a_run(connection, day=3) as run_id:
        load(connection, run_id, silent("file:///note.txt"))
        sides = [(AccountOf(document_key(uri), key),) for uri, key in
                 (("file:///plan.txt", "ada-lovelace"), ("file:///far.txt", "eva-lovelace"))]
        decide(connection, Decided("person", "same", "ada-lovelace", "One birth.", "Ann", FIRST_DAY, right_id="eva-lovelace",
                                   left=sides[0], right=sides[1]), run_id=run_id)
    with transaction(connection):
        for kind, far, near in (("organization", "gothic-republic-hu", "sylvan-republic-hu"), ("meeting", "m-geneva", "m-plan"),
                                ("agreement", "a-rhenic", "a-danube")):
            take_for_one(connection, run_id, kind, far, near)
    return run_id


def take_for_one(connection: duckdb.DuckDBPyConnection, run_id: int, kind: str, far: str, near: str) -> None:
    """Have the accounts of `far` speak of `near`."""
    accounts = connection.execute(
        f"SELECT account.version_id, account.{kind}_id, shown.document_id, thing.key FROM main.{kind}_accounts AS account "
        f"JOIN main.{PLURALS[kind]} AS thing USING ({kind}_id) JOIN resolved.versions AS shown USING (version_id)").fetchall()
    write_links(connection, kind, {known: near if known.key == far else known.key for known in (Known(*row) for row in accounts)},
                run_id=run_id)


@contextmanager
def a_run(connection: duckdb.DuckDBPyConnection, *, day: int) -> Iterator[int]:
    """Open a run, resolve when the block is done, and close it an hour after it began, before midnight."""
    started_at = FIRST_DAY + timedelta(days=day)
    run_id = ledger.begin_run(connection, started_at=started_at - timedelta(hours=1), extractor_version=f"test-{day}")
    yield run_id
    resolve_all(connection, run_id=run_id)
    ledger.finish_run(connection, run_id, finished_at=started_at, status="completed", seen=2, loaded=1, replaced=1, skipped=0,
                      rejected=0)


def load(connection: duckdb.DuckDBPyConnection, run_id: int, *told: Extraction) -> None:
    """Load extractions as the run does."""
    (started_at,) = connection.execute("SELECT started_at FROM main.ingest_runs WHERE run_id = ?", [run_id]).fetchone()
    for extraction in told:
        rows = rows_of(extraction, extractor_version=f"test-{run_id}")
        load_document(connection, rows, run_id=run_id, loaded_at=started_at)
