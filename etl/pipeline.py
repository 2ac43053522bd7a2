"""One pipeline, two callers: the command line calls `ingest`, the flow calls the same stages as its tasks.

plan (migrate, discover, skip what is known) -> prepare (read and extract) -> load (each document wholly or not at all) -> close
(refresh, check, sum up) -> publish. Every stage opens the warehouse for itself, so that between them others can read it.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from etl.errors import Rejection
from etl.extract import EXTRACTOR_VERSION
from etl.intake.arrive import arrive
from etl.intake.find import find, is_remote
from etl.intake.inputs import Input, Intake
from etl.intake.land import Answer, Landing
from etl.intake.originals import Originals
from etl.intake.sources import Asked, asked_for
from etl.killed import tell_killed_runs
from etl.lock import hold_lock
from etl.prepare import BATCH, Prepared, prepare_all
from etl.progress import Progress, Silence
from etl.publishing import Places, Publication, places_of, publish_state
from etl.resolution import resolve_all
from etl.settings import Configuration
from etl.web.fetch import Fetcher
from etl.web.remote import Stores
from etl.web.secrets import secrets_of
from warehouse import ledger
from warehouse.checks import CheckResult, run_checks
from warehouse.connection import open_writer, transaction
from warehouse.errors import DocumentRefused, WarehouseError
from warehouse.load import known_documents, load_documents
from warehouse.migrate import migrate
from warehouse.reference import load_reference
from warehouse.summary import Summary, summarize
from warehouse.trends import keep_counts, keep_results

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Clock = Callable[[], datetime]


class Timer(NamedTuple):
    """How a run waits, from its caller as the clock is: `sleep` for so many seconds, `ticks` are seconds that only grow."""

    sleep: Callable[[float], None]
    ticks: Callable[[], float]


NAMED = 20
"""Documents that are named where a run breaks off; the warehouse knows all of them."""

MANY = 100
"""Documents from which on worker processes are worth their start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a run is asked to do.

    Relative `sources` start at `base`, those that the configuration names at its `home`; `variables` holds what its references to
    secrets stand for. A run that asks the web needs a `timer`. `workers` are used only for many documents.
    """

    sources: tuple[str, ...]
    base: Path
    warehouse: Path
    seeds: Path
    configuration: Configuration = Configuration()
    home: Path = Path()
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)
    timer: Timer | None = None
    workers: int = 1
    flow_run: str | None = None

    @property
    def intake(self) -> Intake:
        """Return how its documents are taken in."""
        tables = tuple(self.configuration.tables.values())
        return Intake(self.configuration.limits.limits(), Originals.beside(self.warehouse), tables)

    @property
    def places(self) -> Places:
        """Return where it publishes what it leaves."""
        return places_of(self.configuration.publish, warehouse=self.warehouse, home=self.home, variables=self.variables)

    @property
    def asked(self) -> list[Asked]:
        """Return the addresses that it asks for."""
        return asked_for(self.sources, self.configuration, base=self.base, home=self.home)

    def landing(self, answers: Mapping[str, Answer], *, on_wait: Callable[[str], None]) -> Landing | None:
        """Return what brings its documents in from elsewhere, None where all are here; `answers` are those of earlier runs."""
        if not any(map(is_remote, self.asked)):
            return None
        sleep, ticks = self.timer
        politeness = self.configuration.politeness()
        secrets = secrets_of((asked.address for asked in self.asked), self.variables)
        fetcher = Fetcher(politeness, sleep=sleep, clock=ticks, log=on_wait, secrets=secrets)
        return Landing(self.intake, fetcher, Stores(politeness, clock=ticks, secrets=secrets), answers, self.variables)


@dataclass(slots=True)
class Tally:
    """What became of the documents of a run: uris, and rejections with their reason.

    It is filled as the run goes on, so that the ledger is right about a run that breaks off, too.
    """

    loaded: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: the documents that are new or changed. `seen` counts all that was found."""

    run_id: int
    documents: tuple[Input, ...]
    seen: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: what became of its documents, what the warehouse holds now, and the checks that found rows."""

    tally: Tally
    summary: Summary
    failed_checks: tuple[CheckResult, ...]
    publication: Publication = Publication()


def ingest(request: Request, *, clock: Clock, progress: Progress = Silence()) -> Outcome:
    """Take the sources into the warehouse, one run at a time, and return what became of them.

    Raises WarehouseError or WorkerLost where the run cannot go on; what is loaded by then stays, and the ledger says so.
    """
    return carry_out(request, plan_run, clock=clock, progress=progress)


def carry_out(request: Request, find_work: Callable[..., Plan], *, clock: Clock, progress: Progress) -> Outcome:
    """Do what `find_work` plans, as `plan_run` does for `ingest`, one run at a time."""
    with hold_lock(request.warehouse, on_wait=progress.note):
        plan = find_work(request, clock=clock, progress=progress)
        with abandoned_on_error(request, plan, clock=clock):
            workers = request.workers if len(plan.documents) >= MANY else 1
            prepared = prepare_all(plan.documents, request.intake, workers=workers)
            tally = load_prepared(request, plan, prepared, clock=clock, progress=progress)
            outcome = close_run(request, plan, tally, clock=clock, progress=progress)
        return publish_run(request, outcome, clock=clock, progress=progress)


def plan_run(request: Request, *, clock: Clock, progress: Progress) -> Plan:
    """Bring the warehouse up to date, find the documents, set those known aside, and open the run in the ledger."""
    started_at, asked, _ = clock(), request.asked, request.places
    progress.begin("Preparing the warehouse")
    request.intake.originals.sweep()
    migrate(request.warehouse)
    with open_writer(request.warehouse) as connection:
        tell_killed_runs(connection, progress.note)
        load_reference(connection, request.seeds)
        known = set(known_documents(connection).values())
        answers = {uri: Answer(*rest) for uri, *rest in ledger.answers(connection)}
    landing = request.landing(answers, on_wait=progress.note)
    if landing is not None:
        progress.begin("Asking the web")
    found = list(find(asked, request.intake, landing))
    tally = Tally(rejected=[each for each in found if isinstance(each, Rejection)])
    inputs = [each for each in found if isinstance(each, Input)]
    progress.begin("Comparing with what is known", len(inputs))
    documents = tuple(_unknown(inputs, known, tally, request, progress))
    with open_writer(request.warehouse) as connection:
        run_id = open_run(connection, request, tally, started_at=started_at, clock=clock)
        for uri, answer in (landing.news if landing else {}).items():
            ledger.note_answer(connection, uri=uri, etag=answer.etag, last_modified=answer.last_modified, sha256=answer.sha256,
                               fetched_at=clock())
    return Plan(run_id, documents, len(documents) + len(tally.known) + len(tally.rejected), tally)


def open_run(connection: DuckDBPyConnection, request: Request, tally: Tally, *, started_at: datetime, clock: Clock) -> int:
    """Open a run in the ledger, with what it has rejected so far, and return its id."""
    run_id = ledger.begin_run(connection, started_at=started_at, extractor_version=EXTRACTOR_VERSION, flow_run=request.flow_run)
    _note(connection, run_id, tally.rejected, clock)
    return run_id


def load_prepared(request: Request, plan: Plan, prepared: Iterable[Prepared], *, clock: Clock, progress: Progress) -> Tally:
    """Load the documents as they come, each wholly or not at all, and return what became of all documents of the plan."""
    tally = plan.tally
    progress.begin("Reading and loading", len(plan.documents))
    with open_writer(request.warehouse) as connection:
        for batch in _gathered(prepared, progress):
            documents = [item for item in batch if not isinstance(item, Rejection)]
            rejected = [item for item in batch if isinstance(item, Rejection)]
            fates = load_documents(connection, documents, run_id=plan.run_id, loaded_at=clock())
            for document, fate in zip((rows.document for rows in documents), fates, strict=True):
                if isinstance(fate, DocumentRefused):
                    rejected.append(Rejection(document.uri, "refused", str(fate), document.sha256))
                else:
                    getattr(tally, fate).append(document.uri)
            _note(connection, plan.run_id, rejected, clock)
            tally.rejected += rejected
    return tally


def close_run(request: Request, plan: Plan, tally: Tally, *, clock: Clock, progress: Progress) -> Outcome:
    """Resolve what all documents say, close the run in the ledger, run the checks and sum up."""
    progress.begin("Resolving and checking")
    with open_writer(request.warehouse) as connection:
        resolve_all(connection, run_id=plan.run_id)
        _finish(connection, plan, tally, "completed", clock)
        held = summarize(connection)
        keep_counts(connection, held, run_id=plan.run_id)
        results = run_checks(connection, at=clock())
        keep_results(connection, results, run_id=plan.run_id, checked_at=clock())
        return Outcome(tally, held, tuple(result for result in results if result.rows))


def publish_run(request: Request, outcome: Outcome, *, clock: Clock, progress: Progress) -> Outcome:
    """Publish what a run has left, unless its checks failed or the configuration says otherwise, and add what became of that."""
    if not request.configuration.publish.after_runs:
        return outcome
    progress.begin("Publishing")
    publication = publish_state(request.warehouse, request.places, outcome.failed_checks, at=clock(), always=False)
    return replace(outcome, publication=publication)


@contextmanager
def abandoned_on_error(request: Request, plan: Plan, *, clock: Clock) -> Iterator[None]:
    """Close the run in the ledger as failed or cancelled where the block raises, and let the error go on, with what is in by then."""
    try:
        yield
    except BaseException as error:
        status = "failed" if isinstance(error, Exception) else "cancelled"
        # What went wrong first is what the caller must hear.
        with suppress(WarehouseError), open_writer(request.warehouse) as connection:
            _finish(connection, plan, plan.tally, status, clock)
        error.add_note(_what_is_in(plan))
        raise


def _what_is_in(plan: Plan) -> str:
    """Say which documents of a run that broke off are in."""
    done = [*plan.tally.loaded, *plan.tally.replaced]
    named = f": {', '.join(done[:NAMED])}{', ...' if len(done) > NAMED else ''}" if done else ""
    return (f"Of {len(plan.documents)} new or changed documents {len(done)} are in{named}. reporting.documents lists those of "
            f"run-{plan.run_id}; the same command goes on with the rest.")


def _gathered(prepared: Iterable[Prepared], progress: Progress) -> Iterator[list[Prepared]]:
    """Yield the documents in batches, telling of each when it is there: reading takes longer than loading."""
    def count(item: Prepared) -> Prepared:
        progress.advance()
        return item

    arriving = iter(prepared)
    while batch := list(map(count, islice(arriving, BATCH))):
        yield batch


def _unknown(found: Iterable[Input], known: set[str], tally: Tally, request: Request, progress: Progress) -> Iterator[Input]:
    """Yield the documents whose content is not known; note the others, and those that cannot be read, in the tally."""
    for each in found:
        for arrived in arrive(each, request.intake):
            if isinstance(arrived, Rejection):
                tally.rejected.append(arrived)
            elif arrived.sha256 in known:
                tally.known.append(arrived.input.uri)
            else:
                yield arrived.input
        progress.advance()


def _note(connection: DuckDBPyConnection, run_id: int, rejections: Iterable[Rejection], clock: Clock) -> None:
    noted = list(rejections)
    # One transaction, since each costs a write to the disk and one mailbox can hold thousands that cannot be read.
    with transaction(connection) if noted else nullcontext():
        for rejection in noted:
            ledger.reject(connection, run_id=run_id, uri=rejection.uri, sha256=rejection.sha256, reason=rejection.reason,
                          detail=rejection.detail, rejected_at=clock())


def _finish(connection: DuckDBPyConnection, plan: Plan, tally: Tally, status: str, clock: Clock) -> None:
    ledger.finish_run(connection, plan.run_id, finished_at=clock(), status=status, seen=plan.seen, loaded=len(tally.loaded),
                      replaced=len(tally.replaced), skipped=len(tally.known), rejected=len(tally.rejected))
