"""The stages of the pipeline as tasks: plan -> read and extract in batches -> load -> close -> publish.

Tasks stand for batches, never for documents: a thousand small tasks keep Prefect's server busy for a minute after the run.
There is one load task a run, because a warehouse has one writer.
"""
from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.utilities.timeout import timeout

from etl import pipeline
from etl.lock import hold_lock
from etl.pipeline import Outcome, Plan, Request, Tally
from etl.prepare import Prepared, batches_of, crew
from etl.progress import Progress, Silence
from flows.artifact import SHOWN
from flows.request import now
from flows.telling import Told, log_documents
from warehouse.connection import open_reader
from warehouse.errors import WarehouseBusy
from warehouse.run_report import RunReport, report_run

LISTENER: ContextVar[Progress] = ContextVar("listener", default=Silence())
"""Who hears of the run besides the log; not a parameter: Prefect stores parameters, and deployments have nobody to tell."""

HOUR = 3600


class TookTooLong(Exception):
    """Stop: a stage went on for hours. What is loaded stays, and the next run does the rest."""


class Held:
    """Something handed between tasks as it is. Prefect walks through data it can see into: every row of every document."""

    def __init__(self, value: object) -> None:
        self.value = value


class Arrivals:
    """The prepared documents of all batches, in order, each batch awaited when it is needed."""

    def __init__(self, batches: Sequence[PrefectFuture[Held]]) -> None:
        self._batches = batches

    def __iter__(self) -> Iterator[Prepared]:
        for batch in self._batches:
            yield from batch.result().value


def _is_busy(_task: object, _run: object, state: object) -> bool:
    return isinstance(state.result(raise_on_failure=False), WarehouseBusy)


PATIENT = {"retries": 4, "retry_delay_seconds": [1, 2, 5, 10], "retry_condition_fn": _is_busy, "cache_policy": NO_CACHE}
"""For tasks that open the warehouse: a reader may have it open for a moment. They are safe to repeat."""


class _Ended(TimeoutError):
    """The limit itself; what is done within has other reasons to time out."""


@contextmanager
def at_most(seconds: float, what: str) -> Iterator[None]:
    """End the block when it takes longer than that, as soon as it is back from whatever it waits for.

    Prefect's own limit does the same in a thread, and warns each time that it does no more.
    """
    try:
        with timeout(seconds, timeout_exc_type=_Ended):
            yield
    except _Ended as error:
        raise TookTooLong(f"{what} took more than {seconds / HOUR:g} hours and was ended. What is loaded stays, and the next "
                          "run does the rest; see the log for what came last.") from error


def told() -> Told:
    """Return who hears of what happens here."""
    return Told(get_run_logger(), LISTENER.get())


@task(name="plan", **PATIENT)
def plan_task(request: Held) -> Held:
    """Bring the warehouse up to date and find what is to be done; asking politely can take hours."""
    with at_most(6 * HOUR, "Finding the documents"):
        return Held(pipeline.plan_run(request.value, clock=now, progress=told()))


@task(name="extract", cache_policy=NO_CACHE)
def extract_task(batch: Held, intake: Held, prepare: Held) -> Held:
    """Read and extract one batch of documents."""
    with at_most(2 * HOUR, "Reading a batch of documents"):
        return Held(prepare.value(batch.value, intake.value))


@task(name="load", **PATIENT)
def load_task(request: Held, plan: Held, arrivals: Arrivals) -> Held:
    """Load the documents of all batches, each wholly or not at all. The batches have their own limits of time."""
    return Held(pipeline.load_prepared(request.value, plan.value, arrivals, clock=now, progress=told()))


@task(name="close", **PATIENT)
def close_task(request: Held, plan: Held, tally: Held) -> Held:
    """Refresh, check, sum up and report."""
    with at_most(2 * HOUR, "Resolving and checking"):
        outcome = pipeline.close_run(request.value, plan.value, tally.value, clock=now, progress=told())
    with open_reader(request.value.warehouse) as connection:
        return Held((outcome, report_run(connection, plan.value.run_id, limit=SHOWN)))


@task(name="publish", **PATIENT)
def publish_task(request: Held, outcome: Held) -> Held:
    """Publish what the run has left."""
    with at_most(2 * HOUR, "Publishing"):
        return Held(pipeline.publish_run(request.value, outcome.value, clock=now, progress=told()))


def run_stages(request: Request, find_work: Callable[[Held], PrefectFuture[Held]]) -> tuple[Outcome, RunReport]:
    """Run all stages, one run at a time, and return how it ended and what it brought; `find_work` is the first of them.

    However it ends, the log says what became of the documents.
    """
    log, handed = get_run_logger(), Held(request)
    with hold_lock(request.warehouse, on_wait=told().note):
        planned: Held = find_work(handed).result()
        found: Plan = planned.value
        try:
            with pipeline.abandoned_on_error(request, found, clock=now), crew(_workers(request, found)) as prepare:
                batches = [extract_task.submit(Held(batch), Held(request.intake), Held(prepare))
                           for batch in batches_of(found.documents)]
                tally: Held = load_task.submit(handed, planned, Arrivals(batches)).result()
                outcome, report = close_task.submit(handed, planned, tally).result().value
            return publish_task.submit(handed, Held(outcome)).result().value, report
        finally:
            _log_end(log, found.tally)


def _workers(request: Request, plan: Plan) -> int:
    return request.workers if len(plan.documents) >= pipeline.MANY else 1


def _log_end(log: logging.LoggerAdapter, tally: Tally) -> None:
    log_documents(log, tally)
    log.info("Of this run are in: %d documents.", len(tally.loaded) + len(tally.replaced))
