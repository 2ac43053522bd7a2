"""The flows that take documents in: `ingest` on demand, `poll` on a schedule, `watch` for what was put into a folder.

They differ in their names and in what a failed check means: whoever asked for an ingest is told in the outcome, while a run
that nobody watches fails, so that somebody hears of it. What it had loaded is in either way.
"""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path, PurePath

from prefect import flow, runtime
from prefect.artifacts import acreate_table_artifact
from prefect.events import emit_event
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed, State
from prefect.task_runners import ThreadPoolTaskRunner

from etl.pipeline import Outcome, Request
from etl.progress import Progress
from flows.artifact import counted, describe, finding_rows, rejection_rows, run_rows
from flows.parameters import ConfigFile, Megabytes, Sources, WarehouseFile, Workers
from flows.request import now, request_of, warehouse_file
from flows.stages import LISTENER, Held, plan_task, run_stages

TAG = "rapporteur"
"""What every deployment is tagged with, and what the alarm listens for."""


CHECKS_FAILED = "ChecksFailed"
"""The state of a run that did all it should, after which a check of severity error found rows."""


def run_name() -> str:
    """Return a name that says what a run reads, and when it began."""
    sources = runtime.flow_run.parameters.get("sources") or ["all sources"]
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"{runtime.flow_run.flow_name} {PurePath(sources[0]).name or sources[0]}{more} at {now():%Y-%m-%d %H:%M:%S}"


def watch_name() -> str:
    """Return the name that the watch gave the run, which says what was put where; else one that says what it reads."""
    given = runtime.flow_run.name or ""
    return given if given.startswith("watch ") else run_name()


def run_name_of_upkeep() -> str:
    """Return a name that says what runs on the whole warehouse, and when it began."""
    warehouse = warehouse_file(runtime.flow_run.parameters.get("warehouse"))
    return f"{runtime.flow_run.flow_name} {warehouse.name} at {now():%Y-%m-%d %H:%M:%S}"


OPTIONS = {"flow_run_name": run_name, "task_runner": ThreadPoolTaskRunner(max_workers=3)}


@flow(name="ingest", **OPTIONS)
async def ingest_flow(sources: Sources = [], warehouse: WarehouseFile = None, config: ConfigFile = None,
                      max_megabytes: Megabytes = None, workers: Workers = 2) -> Held:
    """Take documents into a warehouse.

    Asynchronous for one reason: Prefect ends a synchronous flow by waiting a second for its heartbeat.

    Args:
        sources: Files, folders, globs, addresses or names of configured sources; without any, all that are enabled.
        warehouse: The warehouse file; without one, RAPPORTEUR_WAREHOUSE or rapporteur.duckdb in the working folder.
        config: The configuration; without one, RAPPORTEUR_CONFIG or rapporteur.toml in the working folder.
        max_megabytes: Reject documents of more megabytes than this, not than the configured.
        workers: Processes to extract with, used from 100 documents on.
    """
    return Held(await take_in(request_of(
        sources, warehouse=warehouse, config=config, max_megabytes=max_megabytes, workers=workers)))


@flow(name="poll", **OPTIONS)
async def poll_flow(sources: Sources = [], warehouse: WarehouseFile = None, config: ConfigFile = None,
                    workers: Workers = 2) -> State[str]:
    """Ask sources for what is new, on a schedule.

    Args:
        sources: Files, folders, globs, addresses or names of configured sources; without any, all that are enabled.
        warehouse: The warehouse file; without one, RAPPORTEUR_WAREHOUSE or rapporteur.duckdb in the working folder.
        config: The configuration; without one, RAPPORTEUR_CONFIG or rapporteur.toml in the working folder.
        workers: Processes to extract with, used from 100 documents on.
    """
    return checked(await take_in(request_of(sources, warehouse=warehouse, config=config, workers=workers)))


@flow(name="watch", **{**OPTIONS, "flow_run_name": watch_name})
async def watch_flow(sources: Sources = [], warehouse: WarehouseFile = None, config: ConfigFile = None,
                     workers: Workers = 2) -> State[str]:
    """Take in what was put into a folder that is watched; `rapporteur serve --watch FOLDER` starts it.

    Args:
        sources: Files, folders, globs, addresses or names of configured sources; without any, all that are enabled.
        warehouse: The warehouse file; without one, RAPPORTEUR_WAREHOUSE or rapporteur.duckdb in the working folder.
        config: The configuration; without one, RAPPORTEUR_CONFIG or rapporteur.toml in the working folder.
        workers: Processes to extract with, used from 100 documents on.
    """
    return checked(await take_in(request_of(sources, warehouse=warehouse, config=config, workers=workers)))


async def take_in(request: Request, find_work: Callable[[Held], PrefectFuture[Held]] = plan_task.submit) -> Outcome:
    """Run the stages, of which `find_work` is the first, and leave their tables to look at."""
    outcome, report = await asyncio.to_thread(run_stages, request, find_work)
    described = describe(outcome)
    for key, rows in (("ingest-run", run_rows(outcome, report)), ("ingest-findings", finding_rows(report)),
                      ("ingest-rejections", rejection_rows(outcome.tally))):
        if rows or key == "ingest-run":
            await acreate_table_artifact(key=key, table=rows, description=described)
    if failed := errors_of(outcome):
        emit_event("rapporteur.checks.failed",
                   resource={"prefect.resource.id": f"rapporteur.warehouse.{request.warehouse.name}"},
                   payload={"checks": failed, "documents": counted(outcome.tally)})
    return outcome


def errors_of(outcome: Outcome) -> list[str]:
    """Return the checks of severity error that found rows."""
    return [result.name for result in outcome.failed_checks if result.severity == "error"]


def checked(outcome: Outcome) -> State[str]:
    """Return what a run did, in a sentence, as a state: failed where a check of severity error found rows."""
    if failed := errors_of(outcome):
        return Failed(name=CHECKS_FAILED, message=f"{counted(outcome.tally)}, but checks found rows ({', '.join(failed)}); "
                                                  "see `rapporteur check`.")
    return Completed(message=f"{counted(outcome.tally)}.")


def run_flow(request: Request, *, config: Path | None, progress: Progress) -> Outcome:
    """Run the flow for `request`, whose configuration is that of the file `config`, and return its outcome.

    Raises what the flow raised, and ConnectionError where the Prefect server does not answer.
    """
    named = request.configuration.sources
    sources = [source if "://" in source or source in named else str(request.base / source) for source in request.sources]
    token = LISTENER.set(progress)
    try:
        progress.begin("Starting Prefect")
        return asyncio.run(ingest_flow(sources, str(request.warehouse), str(config) if config else None,
                                       request.configuration.limits.megabytes, request.workers)).value
    except RuntimeError as error:
        if not str(error).startswith("Failed to reach API"):
            raise
        told = f"{str(error).rstrip('.')}. Start that Prefect server, unset PREFECT_API_URL, or use --no-flow."
        raise ConnectionError(told) from error
    finally:
        LISTENER.reset(token)
