"""Keep schedules and watches in one process: a deployment for each source that says how often, and one for each task of upkeep.

Runs of one deployment never overlap. Those of different ones wait for each other at the lock of the warehouse.
"""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from prefect import serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments.runner import EntrypointType, RunnerDeployment
from prefect.flows import Flow
from prefect.schedules import Cron, Interval, Schedule
from pydantic import ValidationError

from etl.errors import ConfigurationError
from etl.settings import Configuration
from flows.backfill import backfill_flow
from flows.ingest import CHECKS_FAILED, TAG, ingest_flow, poll_flow, watch_flow
from flows.maintain import maintain_flow
from flows.watch import watch

AT_ONCE = 4
"""Runs at once; those on one warehouse wait for each other, and asking the web takes longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What is served: the sources of a configuration and its file, a warehouse, folders, and when maintenance runs."""

    configuration: Configuration
    config: Path | None
    warehouse: Path
    watched: tuple[Path, ...] = ()
    maintain: str = "15 3 * * *"
    timezone: str = "UTC"

    @property
    def places(self) -> dict[str, str | None]:
        """Return the parameters that every run has."""
        return {"warehouse": str(self.warehouse), "config": str(self.config) if self.config else None}


def deployments(served: Served) -> list[RunnerDeployment]:
    """Return what is to be served; raises ConfigurationError where the time of maintenance is none."""
    sources = served.configuration.sources.items()
    polled = [(name, source.interval) for name, source in sources if source.enabled and source.interval]
    made = [_deployment(poll_flow, name, {**served.places, "sources": [name]}, schedule=Interval(interval), tags=[name],
                        told=f"Asks the source {name} every {source_words(served, name)}.") for name, interval in polled]
    made += [_deployment(watch_flow, name, served.places, tags=[name], is_queued=True,
                         told=f"Takes in what is put into {name}.")
             for name in watch_names(served.watched).values()]
    made += [
        _deployment(ingest_flow, "on-demand", served.places, is_queued=True, told="Takes documents in, when it is asked to."),
        _deployment(backfill_flow, "on-demand", served.places,
                    told="Reads again what an earlier version of the rules has read."),
        _deployment(maintain_flow, "nightly", served.places, schedule=_cron(served), told="Looks after the warehouse."),
    ]
    return made


def source_words(served: Served, name: str) -> str:
    """Return how often a source is asked, as the configuration says it."""
    return served.configuration.sources[name].every.removeprefix("every ")


def watch_names(folders: Sequence[Path]) -> dict[Path, str]:
    """Return a name for the deployment of each folder: its own, with its place among them where two have the same."""
    names = [folder.name or "root" for folder in folders]
    return {folder: name if names.count(name) == 1 else f"{name}-{number}"
            for number, (folder, name) in enumerate(zip(folders, names, strict=True), start=1)}


def serve_all(served: Served, *, say: Callable[[str], None]) -> None:
    """Serve until the process is ended.

    Raises ConfigurationError where the time of maintenance is none, ConnectionError where the Prefect server does not answer.
    """
    made = deployments(served)
    with get_client(sync_client=True) as client:
        if client.api_healthcheck() is not None:
            raise ConnectionError(f"No Prefect server answers at {client.api_url}. Start one with `make server` or "
                                  "`python -m flows.server`, or name yours with PREFECT_API_URL.")
        page = str(client.api_url).removesuffix("/").removesuffix("/api")
        say(f"Serving {len(made)} deployments, shown at {page}/deployments:")
    for each in made:
        say(f"  {each.flow_name}/{each.name}: {each.description}")
    with _watching(served, say):
        serve(*made, limit=AT_ONCE, print_starting_message=False)


@contextmanager
def _watching(served: Served, say: Callable[[str], None]) -> Iterator[None]:
    stop = threading.Event()
    for folder, name in watch_names(served.watched).items():
        threading.Thread(target=watch, args=(folder, served.configuration.tables.values()), daemon=True, name=f"watch {name}",
                         kwargs={"runs": ServerRuns(f"{watch_flow.name}/{name}"), "say": say, "stop": stop}).start()
    try:
        yield
    finally:
        stop.set()


@dataclass(frozen=True, slots=True)
class ServerRuns:
    """Runs of a deployment, started by the server; whoever serves the deployment carries them out."""

    deployment: str

    def start(self, name: str, sources: list[str]) -> str:
        """Ask for a run and return its id."""
        with get_client(sync_client=True) as client:
            found = client.read_deployment_by_name(self.deployment)
            asked = client.create_flow_run_from_deployment(found.id, name=name, parameters={"sources": sources}, tags=[TAG])
        return str(asked.id)

    def ended(self, run: str) -> bool | None:
        """Say how a run ended: one whose checks found rows had taken its documents in, so it did by itself."""
        with get_client(sync_client=True) as client:
            state = client.read_flow_run(UUID(run)).state
        if not state.is_final():
            return None
        return state.is_completed() or state.name == CHECKS_FAILED


def _deployment(flow: Flow, name: str, parameters: dict[str, object], *, told: str, schedule: Schedule | None = None,
                tags: Sequence[str] = (), is_queued: bool = False) -> RunnerDeployment:
    # A poll that comes while the last one still runs is left out; what was put into a folder is not.
    strategy = ConcurrencyLimitStrategy.ENQUEUE if is_queued else ConcurrencyLimitStrategy.CANCEL_NEW
    return flow.to_deployment(
        name, parameters=parameters, schedule=schedule, tags=[TAG, flow.name, *tags], description=told,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=strategy),
        entrypoint_type=EntrypointType.MODULE_PATH,
        # When a server is ended it pauses what it serves; who serves it again means it to run.
        paused=False)


def _cron(served: Served) -> Schedule:
    try:
        CronSchedule(cron=served.maintain, timezone=served.timezone)
    except ValidationError as error:
        (problem, *_) = error.errors()
        option = "--timezone" if problem["loc"] == ("timezone",) else "--maintain"
        raise ConfigurationError(f"{option}: {problem['msg'].removeprefix('Value error, ')}; write --maintain \"15 3 * * *\" "
                                 "--timezone Europe/Berlin for a quarter past three at night there.") from None
    return Cron(served.maintain, timezone=served.timezone)
