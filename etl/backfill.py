"""Read again, from the originals that were kept, what an earlier version of the rules has read. No source is asked.

Each document is replaced wholly or stays as it was; one whose original is gone or changed stays, and is rejected with that
reason. A run that breaks off goes on with the next: what is read again is no longer out of date.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from etl.errors import OriginalLost, Rejection
from etl.extract import EXTRACTOR_VERSION
from etl.formats.sniff import BY_SUFFIX, MEDIA_TYPES
from etl.intake.inputs import Input
from etl.intake.originals import Originals
from etl.killed import tell_killed_runs
from etl.pipeline import Clock, Outcome, Plan, Request, Tally, carry_out, open_run
from etl.progress import Progress, Silence
from etl.records import Stated
from warehouse.connection import open_writer
from warehouse.found_documents import FoundDocument, found_documents
from warehouse.migrate import migrate
from warehouse.reference import load_reference


def backfill(request: Request, *, clock: Clock, progress: Progress = Silence()) -> Outcome:
    """Read again what is out of date, one run at a time; raises what `etl.pipeline.ingest` raises."""
    return carry_out(request, plan_backfill, clock=clock, progress=progress)


def plan_backfill(request: Request, *, clock: Clock, progress: Progress) -> Plan:
    """Bring the warehouse up to date, find the documents that another version has read, and open the run in the ledger."""
    started_at = clock()
    progress.begin("Preparing the warehouse")
    with open_writer(request.warehouse):
        # Only to be refused where there is no warehouse: migrating would make an empty one.
        pass
    migrate(request.warehouse)
    with open_writer(request.warehouse) as connection:
        tell_killed_runs(connection, progress.note)
        load_reference(connection, request.seeds)
        stale = [found for found in found_documents(connection) if found.extractor_version != EXTRACTOR_VERSION]
    progress.begin("Comparing with the originals", len(stale))
    looked_up = list(_originals(stale, request.intake.originals, progress))
    documents = tuple(each for each in looked_up if isinstance(each, Input))
    tally = Tally(rejected=[each for each in looked_up if isinstance(each, Rejection)])
    with open_writer(request.warehouse) as connection:
        run_id = open_run(connection, request, tally, started_at=started_at, clock=clock)
    return Plan(run_id, documents, len(looked_up), tally)


def _originals(stale: list[FoundDocument], originals: Originals, progress: Progress) -> Iterator[Input | Rejection]:
    """Yield each document as it was found, or that its original is not what was read."""
    for found in stale:
        try:
            originals.read(found.sha256)
            yield Input(found.uri, originals.path(found.sha256), name_of(found), _stated(found))
        except OriginalLost as error:
            yield Rejection(found.uri, "missing", f"{error} The document stays as it was read before.", found.sha256)
        progress.advance()


def name_of(found: FoundDocument) -> str:
    """Return the name that a document was found under; an older one is told by its address, with the suffix of its format."""
    if found.name is not None:
        return found.name
    name = PurePosixPath(found.uri.rpartition("!/")[2]).name
    kind = BY_SUFFIX.get(PurePosixPath(name).suffix.lower())
    if kind is not None and MEDIA_TYPES[kind] == found.media_type:
        return name
    return name + next((suffix for suffix, kind in BY_SUFFIX.items() if MEDIA_TYPES[kind] == found.media_type), "")


def _stated(found: FoundDocument) -> Stated:
    return Stated(found.title, found.publisher, found.published_on, found.country, found.style, found.source)
