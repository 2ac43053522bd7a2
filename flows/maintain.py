"""The flow that keeps a warehouse well, every night: a list of steps, each a task of its own.

A step that fails ends the run, so that nothing unchecked goes further.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact

from etl import upkeep
from etl.pipeline import Request
from flows.ingest import run_name_of_upkeep
from flows.parameters import ConfigFile, WarehouseFile
from flows.request import now, request_of
from flows.stages import HOUR, PATIENT, Held, at_most
from warehouse.errors import WarehouseError

class ChecksFailed(WarehouseError):
    """Look at the data: a check of severity error found rows, and nothing after it was done."""


class Step(NamedTuple):
    """One thing to do: its name, and the function that does it and returns what it did in a sentence."""

    name: str
    do: Callable[[Request], str]


def refresh(request: Request) -> str:
    """Bring schema, reference data and resolution up to date."""
    return upkeep.refresh(request, clock=now, say=get_run_logger().warning)


def check(request: Request) -> str:
    """Run the data checks; raises ChecksFailed where one of severity error found rows."""
    found = upkeep.check(request, clock=now, say=get_run_logger().info)
    for each in found:
        get_run_logger().warning("check %s (%s) found %d rows: %s", each.name, each.severity, len(each.rows), each.reason)
    if errors := [result.name for result in found if result.severity == "error"]:
        raise ChecksFailed(f"Checks found rows ({', '.join(errors)}); see `rapporteur check`.")
    return f"{len(found)} checks found rows, none of severity error."


def publish(request: Request) -> str:
    """Publish the warehouse as it is now, where it is not published yet."""
    return upkeep.publish(request, clock=now, say=get_run_logger().info)


def back_up(request: Request) -> str:
    """Write a backup beside the others, and remove the oldest."""
    return upkeep.backup(request, clock=now, say=get_run_logger().info)


STEPS = (
    Step("refresh", refresh),
    Step("check", check),
    Step("publish", publish),
    Step("backup", back_up),
)
"""In this order. Each takes the request: `request.warehouse` is the file."""


@flow(name="maintain", flow_run_name=run_name_of_upkeep)
def maintain_flow(warehouse: WarehouseFile = None, config: ConfigFile = None) -> str:
    """Refresh, check, publish and back up a warehouse, and leave a table of what was done.

    Args:
        warehouse: The warehouse file; without one, RAPPORTEUR_WAREHOUSE or rapporteur.duckdb in the working folder.
        config: The configuration; without one, RAPPORTEUR_CONFIG or rapporteur.toml in the working folder.
    """
    request, done = Held(request_of(warehouse=warehouse, config=config)), []
    try:
        for step in STEPS:
            done.append({"step": step.name, "did": task(_do, name=step.name, **PATIENT)(Held(step), request)})
    finally:
        if done:
            create_table_artifact(key="maintenance", table=done)
    return " ".join(row["did"] for row in done)


def _do(step: Held, request: Held) -> str:
    with at_most(6 * HOUR, step.value.name.capitalize()):
        return step.value.do(request.value)
