"""What a warehouse needs now and then, whether or not documents came: a clean ledger, schema and resolution of this version.

Each function holds the lock of the warehouse for itself and says in a sentence what it did.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from etl.backup import back_up, folder_beside
from etl.extract import EXTRACTOR_VERSION
from etl.killed import tell_killed_runs
from etl.lock import hold_lock
from etl.pipeline import Clock, Request, Tally, open_run
from etl.publishing import publish_state
from etl.resolution import is_resolved, resolve_all
from warehouse import ledger
from warehouse.checks import CheckResult, run_checks
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseError
from warehouse.found_documents import found_documents
from warehouse.migrate import migrate
from warehouse.reference import load_reference
from warehouse.trends import keep_results

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def refresh(request: Request, *, clock: Clock, say: Callable[[str], None]) -> str:
    """Bring schema, views, reference data and resolution up to date; killed runs are closed, and `say` hears what they left.

    A run is noted only where something had to be resolved again.
    """
    with hold_lock(request.warehouse, on_wait=say):
        with open_writer(request.warehouse):
            # Only to be refused where there is no warehouse: migrating would make an empty one.
            pass
        migrated = migrate(request.warehouse)
        with open_writer(request.warehouse) as connection:
            tell_killed_runs(connection, say)
            load_reference(connection, request.seeds)
            stale = sum(found.extractor_version != EXTRACTOR_VERSION for found in found_documents(connection))
            resolved = not is_resolved(connection)
            if resolved:
                _resolve(connection, request, clock)
    done = ", ".join(("the schema was brought up to date" if migrated else "the schema is that of this version",
                      "what all documents say was resolved again" if resolved else "what all documents say is resolved"))
    if stale:
        done += f"; {stale} documents were read by an earlier version of the rules, which `rapporteur backfill` reads again"
    return f"{done[0].upper()}{done[1:]}."


def check(request: Request, *, clock: Clock, say: Callable[[str], None]) -> list[CheckResult]:
    """Return the checks that found rows, errors first, and keep the results of all."""
    with hold_lock(request.warehouse, on_wait=say), open_writer(request.warehouse) as connection:
        results = run_checks(connection, at=clock())
        run_id = ledger.last_run(connection)
        if run_id is not None:
            keep_results(connection, results, run_id=run_id, checked_at=clock())
        return [result for result in results if result.rows]


def publish(request: Request, *, clock: Clock, say: Callable[[str], None]) -> str:
    """Publish what the warehouse holds where that is not published yet; raises WarehouseError where it cannot be."""
    with hold_lock(request.warehouse, on_wait=say):
        with open_reader(request.warehouse) as connection:
            results = run_checks(connection)
        publication = publish_state(request.warehouse, request.places, results, at=clock(), always=False)
    if trouble := publication.withheld or publication.failed:
        raise WarehouseError(trouble)
    return "What it holds is published." if publication.published else "What it holds was published before."


def backup(request: Request, *, clock: Clock, say: Callable[[str], None]) -> str:
    """Make a backup where the configuration says, and remove the oldest."""
    settings = request.configuration.backup
    folder = request.home / settings.folder if settings.folder else folder_beside(request.warehouse)
    made = back_up(request.warehouse, folder, keep=settings.keep, at=clock(), on_wait=say)
    for sha256 in made.lost:
        say(f"The original {sha256} was lost before, so it is not in the backup; ingest its document again.")
    return f"Backed up as {made.folder}."


def _resolve(connection: DuckDBPyConnection, request: Request, clock: Clock) -> None:
    run_id = open_run(connection, request, Tally(), started_at=clock(), clock=clock)
    resolve_all(connection, run_id=run_id)
    ledger.finish_run(connection, run_id, finished_at=clock(), status="completed", seen=0, loaded=0, replaced=0, skipped=0,
                      rejected=0)
