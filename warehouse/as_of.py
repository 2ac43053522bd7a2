"""Show a warehouse as it stood: find the run that a reader names, itself or by a day, and have the views answer as of it.

What the views read as of a run is what documents said and what was resolved and decided by then. Reference data is as it is now.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from .errors import NoSuchMoment, WarehouseError

RUN = re.compile(r"(?:run-)?([0-9]{1,18})")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HOW = "name a run as `run-12` or `12`, or a day as YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the warehouse: that in which a run left it.

    Attributes:
        run: internal number of the run; 0 stands before all runs, when the warehouse was empty.
        finished_at: when it ended, UTC; None before all runs, and for a run that was killed.
        extractor_version: None before all runs.
    """

    run: int
    finished_at: datetime | None = None
    extractor_version: str | None = None

    @property
    def run_id(self) -> str | None:
        """Return the id of the run as the views show it, None before all runs."""
        return f"run-{self.run}" if self.run else None


def find_moment(connection: duckdb.DuckDBPyConnection, named: str) -> Moment:
    """Return the state after the run named, or at the end of the day named, in UTC.

    Raises NoSuchMoment where there is no such run or `named` is neither, WarehouseError where the views are older than this.
    """
    require_views(connection)
    if found := RUN.fullmatch(named):
        moment = _after(connection, int(found[1]))
        if moment.run == 0:
            raise NoSuchMoment(f"there is no run {named}; reporting.ingest_runs lists the runs; {HOW}.")
        return moment
    (run,) = connection.execute("SELECT reporting.run_of_day(?)", [_day(named)]).fetchone()
    return _after(connection, run)


def last_moment(connection: duckdb.DuckDBPyConnection) -> Moment:
    """Return the state after the last run, which is what the views show when nobody asks for another.

    Raises WarehouseError where the views are older than this.
    """
    require_views(connection)
    (run,) = connection.execute("SELECT coalesce(max(run_id), 0) FROM main.ingest_runs").fetchone()
    return _after(connection, run)


def show_as_of(connection: duckdb.DuckDBPyConnection, moment: Moment) -> None:
    """Have all views of this connection answer as of a moment."""
    connection.execute(f"SET VARIABLE as_of_run = {moment.run:d}")


def _after(connection: duckdb.DuckDBPyConnection, run: int) -> Moment:
    found = connection.execute("SELECT run_id, finished_at, extractor_version FROM main.ingest_runs WHERE run_id = ?",
                               [run]).fetchone()
    return Moment(0) if found is None else Moment(*found)


def _day(named: str) -> date:
    try:
        if DAY.fullmatch(named):
            return date.fromisoformat(named)
    except ValueError:
        pass
    raise NoSuchMoment(f"{named!r} is neither a run nor a day; {HOW}.")


def require_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise WarehouseError where the views are older than this."""
    found = connection.execute("SELECT 1 FROM duckdb_functions() WHERE schema_name = 'reporting' AND function_name = 'run_of_day'")
    if found.fetchone() is None:
        raise WarehouseError("The views of this warehouse are older than this version, which keeps decisions and earlier states; "
                             "`rapporteur migrate` brings it up to date.")
