"""The ingest flow: plan -> read and extract in batches -> load -> close, each a task over the functions of `etl.pipeline`.

Tasks stand for batches, never for documents: a thousand small tasks keep Prefect's server busy for a minute after the run.
There is one load task a run, because a warehouse has one writer.
"""
from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, runtime, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from etl import pipeline
from etl.config import read_configuration
from etl.lock import hold_lock
from etl.pipeline import Outcome, Plan, Request, Timer
from etl.prepare import Prepared, batches_of, prepare_batch
from etl.progress import Progress, Silence
from flows.artifact import artifact_rows, describe
from seeds import SEEDS
from warehouse.errors import WarehouseBusy

PROGRESS: ContextVar[Progress] = ContextVar("progress", default=Silence())
"""Who hears of the run; not a parameter, because Prefect stores parameters and deployments have nobody to tell."""


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


def now() -> datetime:
    """Return the time that the ledger notes."""
    return datetime.now(UTC)


def run_name() -> str:
    """Return a name that says what a run reads."""
    sources = runtime.flow_run.parameters["sources"] or ["all sources"]
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"ingest {Path(sources[0]).name}{more} at {now():%Y-%m-%d %H:%M:%S}"


def _is_busy(_task: object, _run: object, state: object) -> bool:
    return isinstance(state.result(raise_on_failure=False), WarehouseBusy)


patient = {"retries": 4, "retry_delay_seconds": [1, 2, 5, 10], "retry_condition_fn": _is_busy, "cache_policy": NO_CACHE}
"""For tasks that open the warehouse: a reader may have it open for a moment. They are safe to repeat."""


@task(name="plan", **patient)
def plan_task(request: Held) -> Held:
    """Bring the warehouse up to date and find what is to be done."""
    return Held(pipeline.plan_run(request.value, clock=now, progress=PROGRESS.get()))


@task(name="extract", cache_policy=NO_CACHE)
def extract_task(batch: Held, intake: Held) -> Held:
    """Read and extract one batch of documents."""
    return Held(prepare_batch(batch.value, intake.value))


@task(name="load", **patient)
def load_task(request: Held, plan: Held, arrivals: Arrivals) -> Held:
    """Load the documents of all batches, each wholly or not at all."""
    return Held(pipeline.load_prepared(request.value, plan.value, arrivals, clock=now, progress=PROGRESS.get()))


@task(name="close", **patient)
def close_task(request: Held, plan: Held, tally: Held) -> Held:
    """Refresh, check and sum up."""
    return Held(pipeline.close_run(request.value, plan.value, tally.value, clock=now, progress=PROGRESS.get()))


@flow(name="ingest", flow_run_name=run_name, task_runner=ThreadPoolTaskRunner(max_workers=3))
async def ingest_flow(sources: list[str], warehouse: str, config: str | None = None, max_megabytes: float | None = None) -> Held:
    """Take documents into a warehouse: `sources` are files, folders, globs, addresses or names of configured sources, `warehouse`
    and `config` are paths.

    Asynchronous for one reason: Prefect ends a synchronous flow by waiting a second for its heartbeat.
    """
    path = Path(config) if config else None
    request = Request(sources=tuple(sources), base=Path.cwd(), warehouse=Path(os.path.abspath(warehouse)), seeds=SEEDS,
                      configuration=read_configuration(path).with_size(max_megabytes), home=path.parent if path else Path.cwd(),
                      variables=os.environ, timer=Timer(time.sleep, time.monotonic), flow_run=runtime.flow_run.name)
    outcome = await asyncio.to_thread(_run_tasks, request)
    await acreate_table_artifact(key="ingest-run", table=artifact_rows(outcome), description=describe(outcome))
    return Held(outcome)


def _run_tasks(request: Request) -> Outcome:
    handed = Held(request)
    with hold_lock(request.warehouse, on_wait=PROGRESS.get().note):
        plan: Held = plan_task.submit(handed).result()
        found: Plan = plan.value
        with pipeline.abandoned_on_error(request, found, clock=now):
            batches = [extract_task.submit(Held(batch), Held(request.intake)) for batch in batches_of(found.documents)]
            tally: Held = load_task.submit(handed, plan, Arrivals(batches)).result()
            return close_task.submit(handed, plan, tally).result().value


def run_flow(request: Request, *, config: Path | None, progress: Progress) -> Outcome:
    """Run the flow for `request`, whose configuration is that of the file `config`, and return its outcome.

    Raises what the flow raised, and ConnectionError where the Prefect server does not answer.
    """
    named = request.configuration.sources
    sources = [source if "://" in source or source in named else str(request.base / source) for source in request.sources]
    token = PROGRESS.set(progress)
    try:
        progress.begin("Starting Prefect")
        return asyncio.run(ingest_flow(sources, str(request.warehouse), str(config) if config else None,
                                       request.configuration.limits.megabytes)).value
    except RuntimeError as error:
        if not str(error).startswith("Failed to reach API"):
            raise
        told = f"{str(error).rstrip('.')}. Start that Prefect server, unset PREFECT_API_URL, or use --no-flow."
        raise ConnectionError(told) from error
    finally:
        PROGRESS.reset(token)
