"""Keep decisions as a run of their own, and bring what is resolved up to date with them."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from etl.extract import EXTRACTOR_VERSION
from etl.lock import hold_lock
from etl.resolution import is_resolved, resolve_all
from warehouse import ledger
from warehouse.connection import open_writer, transaction
from warehouse.decisions import Decided, decide, decisions_that_hold, withdraw
from warehouse.migrate import migrate

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Session:
    """A review under way: `connection` to look with; what is decided holds at once."""

    connection: DuckDBPyConnection
    by: str
    clock: Clock
    run_id: int | None = field(default=None)

    def keep(self, decided: Sequence[Decided]) -> list[int]:
        """Keep decisions, all or none, and return their ids.

        The very decisions that were made last are not made twice: somebody who was cut off says again what was kept already.
        """
        if not decided:
            return []
        last = decisions_that_hold(self.connection)[-len(decided):]
        if list(map(_content, last)) == list(map(_content, decided)):
            return [decision.decision_id for decision in last]
        run_id = self._run()
        with transaction(self.connection):
            ids = [decide(self.connection, decision, run_id=run_id) for decision in decided]
        resolve_all(self.connection, run_id=run_id)
        return ids

    def undo(self, *decision_ids: int, reason: str) -> list[int]:
        """Withdraw decisions, all or none, with the repairs of those on findings, and return the ids of what was withdrawn.

        Raises WarehouseError where one does not hold.
        """
        run_id, withdrawn = self._run(), []
        with transaction(self.connection):
            for decision_id in sorted(set(decision_ids)):
                if decision_id not in withdrawn:
                    withdrawn += withdraw(self.connection, decision_id, reason=reason, by=self.by, at=self.clock(),
                                          run_id=run_id)
        resolve_all(self.connection, run_id=run_id)
        return withdrawn

    def catch_up(self) -> None:
        """Resolve what a run that was killed had left, so that nobody decides on what no longer holds."""
        if not is_resolved(self.connection):
            resolve_all(self.connection, run_id=self._run())

    def _run(self) -> int:
        """Return the run of this session, begun with its first decision."""
        if self.run_id is None:
            with transaction(self.connection):
                self.run_id = ledger.begin_run(self.connection, started_at=self.clock(), extractor_version=EXTRACTOR_VERSION)
                ledger.begin_review(self.connection, self.run_id, by=self.by)
        return self.run_id


def _content(decision: Decided) -> Decided:
    """Return a decision without who made it, when and why."""
    return replace(decision, decision_id=None, decided_by="", decided_at=datetime.min, reason="")


@contextmanager
def review(warehouse: Path, *, by: str, clock: Clock, on_wait: Callable[[str], None]) -> Iterator[Session]:
    """Open a session of review: nobody else writes while it lasts.

    Raises the errors of `open_writer`.
    """
    with hold_lock(warehouse, on_wait=on_wait), _migrated(warehouse) as connection:
        session = Session(connection, by, clock)
        try:
            ledger.close_killed_runs(connection)
            session.catch_up()
            yield session
        finally:
            if session.run_id is not None:
                ledger.finish_run(connection, session.run_id, finished_at=clock(), status="completed", seen=0, loaded=0, replaced=0,
                                  skipped=0, rejected=0)


@contextmanager
def _migrated(warehouse: Path) -> Iterator[DuckDBPyConnection]:
    """Open a warehouse that is there, brought to the schema of this version."""
    with open_writer(warehouse):
        pass
    migrate(warehouse)
    with open_writer(warehouse) as connection:
        yield connection
