"""The flow that reads documents again after a change of the extractor, from the originals that were kept."""
from __future__ import annotations

from prefect import flow, task
from prefect.states import State

from etl import backfill
from flows.ingest import OPTIONS, checked, run_name_of_upkeep, take_in
from flows.parameters import ConfigFile, WarehouseFile, Workers
from flows.request import now, request_of
from flows.stages import HOUR, PATIENT, Held, at_most, told


@task(name="plan backfill", **PATIENT)
def plan_task(request: Held) -> Held:
    """Bring the warehouse up to date and find what an earlier version of the rules has read."""
    with at_most(2 * HOUR, "Comparing with the originals"):
        return Held(backfill.plan_backfill(request.value, clock=now, progress=told()))


@flow(name="backfill", **{**OPTIONS, "flow_run_name": run_name_of_upkeep})
async def backfill_flow(warehouse: WarehouseFile = None, config: ConfigFile = None, workers: Workers = 2) -> State[str]:
    """Read all documents again that an earlier version of the rules has read; no source is asked.

    Args:
        warehouse: The warehouse file; without one, RAPPORTEUR_WAREHOUSE or rapporteur.duckdb in the working folder.
        config: The configuration; without one, RAPPORTEUR_CONFIG or rapporteur.toml in the working folder.
        workers: Processes to extract with, used from 100 documents on.
    """
    return checked(await take_in(request_of(warehouse=warehouse, config=config, workers=workers), plan_task.submit))
