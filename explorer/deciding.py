"""Decide on what waits, in the warehouse itself, through the functions of `rapporteur review`; and tell what was decided.

Where somebody else is writing, a decision is refused at once rather than made to wait: the page keeps what was entered.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.lock import share_lock
from etl.review.deciding import UNSURE, Who, on_match
from etl.review.judging import judged
from etl.review.session import review
from explorer.snapshot import answer
from warehouse.connection import open_reader
from warehouse.decisions import Decided
from warehouse.errors import WarehouseBusy

Clock = Callable[[], datetime]
ACCEPT, REJECT, CANNOT_TELL = "accept", "reject", "unsure"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answers: to accept or to reject what an id names, or, of a match, that nobody can tell."""

    item_id: str
    kind: str | None
    judgement: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision that was kept, by its number."""

    number: int
    decided: Decided


def decide(warehouse: Path, given: Answer, *, clock: Clock) -> list[Kept]:
    """Keep what an answer means and return the decisions.

    Raises WarehouseBusy where the warehouse is being written to, ReviewRefused where this cannot be decided; then nothing is
    kept.
    """
    with review(warehouse, by=given.by, clock=clock, on_wait=_refuse) as session:
        who = Who(given.by, clock(), given.reason)
        if given.judgement == CANNOT_TELL:
            decided = [on_match(session.connection, given.item_id, UNSURE, who)]
        else:
            decided = judged(session.connection, given.item_id, given.kind, given.judgement == ACCEPT, who)
        return [Kept(number, one) for number, one in zip(session.keep(decided), decided, strict=True)]


def undo(warehouse: Path, numbers: Sequence[int], *, by: str, reason: str, clock: Clock) -> None:
    """Withdraw decisions; they stay on record. Raises WarehouseBusy as above, WarehouseError where one does not hold."""
    with review(warehouse, by=by, clock=clock, on_wait=_refuse) as session:
        session.undo(*numbers, reason=reason)


def decided_since(warehouse: Path, published_at: datetime) -> list[tuple]:
    """Return the decisions that were made or withdrawn since a publication, the latest first.

    Raises WarehouseBusy where the warehouse is being written to.
    """
    with share_lock(warehouse) as free:
        if not free:
            _refuse("")
        with open_reader(warehouse) as connection:
            return answer(connection, "decided_since", published_at=published_at)


def _refuse(_waiting: str) -> None:
    raise WarehouseBusy("The warehouse is being written to just now, by an ingest or somebody else's decision. Nothing was "
                        "changed; try again in a moment, what you entered stays here.")
