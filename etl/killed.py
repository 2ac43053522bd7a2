"""Say in words what a run that was killed has left behind: which of its documents are in. Nothing of it is undone."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from warehouse.ledger import KilledRun, close_killed_runs

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAMED = 20
"""Documents that are named at most."""


def tell_killed_runs(connection: DuckDBPyConnection, say: Callable[[str], None]) -> None:
    """Close the runs that were killed and say which documents each had loaded. The caller holds the lock of the warehouse."""
    for run in close_killed_runs(connection):
        say(in_words(run))


def in_words(run: KilledRun) -> str:
    """Return what is left of a run, in a sentence or two."""
    told = f"{run.run_id}, begun {run.started_at:%Y-%m-%d %H:%M} UTC, was ended from outside and is noted as failed."
    if not run.uris:
        # It may have been a review: then there is nothing that another run would take in.
        return f"{told} It had loaded no document."
    count = len(run.uris)
    more = f" and {count - NAMED} more" if count > NAMED else ""
    return (f"{told} {count} of its documents {'is' if count == 1 else 'are'} in: {', '.join(run.uris[:NAMED])}{more}. "
            "The others come with the next run of its sources.")
