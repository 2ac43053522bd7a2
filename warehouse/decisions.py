"""Keep what people decided. Nothing is deleted: a decision that no longer holds is withdrawn."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import duckdb

from . import staging
from .errors import WarehouseError
from .moments import as_utc


class AccountOf(NamedTuple):
    """An account that stands for a side of a decision: document and natural key, and words that it rests on, with their place."""

    document: str
    key: str
    char_start: int | None = None
    char_end: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision.

    Attributes:
        kind: person, organization, meeting, agreement, position or finding.
        judgement: same, different or unsure of two things; accepted, dismissed, rejected or corrected of one.
        left_id: the thing, as it was shown then; `right_id` is the other of two.
        field: the column that is corrected, and `value` what it is to hold.
        left, right: the accounts that each side stood for.
        decision_id: None for one that is not kept yet.
    """

    kind: str
    judgement: str
    left_id: str
    reason: str
    decided_by: str
    decided_at: datetime
    right_id: str | None = None
    field: str | None = None
    value: str | None = None
    left: tuple[AccountOf, ...] = ()
    right: tuple[AccountOf, ...] = ()
    decision_id: int | None = None


COLUMNS = ("kind", "judgement", "left_id", "right_id", "field", "value", "reason", "decided_by", "decided_at")


def decide(connection: duckdb.DuckDBPyConnection, decision: Decided, *, run_id: int) -> int:
    """Keep a decision and return its id."""
    values = {name: getattr(decision, name) for name in COLUMNS} | {"run_id": run_id, "decided_at": as_utc(decision.decided_at)}
    ((decision_id,),) = staging.insert(connection, "decisions", {name: [value] for name, value in values.items()},
                                       suffix="RETURNING decision_id")
    sides = [(side, account) for side in ("left", "right") for account in getattr(decision, side)]
    if sides:
        staging.insert(connection, "decision_accounts", {
            "decision_id": [decision_id] * len(sides), "side": [side for side, _ in sides],
            **{name: [getattr(account, name) for _, account in sides] for name in AccountOf._fields}})
    return decision_id


def withdraw(connection: duckdb.DuckDBPyConnection, decision_id: int, *, reason: str, by: str, at: datetime,
             run_id: int) -> list[int]:
    """Note that a decision no longer holds, nor the repairs that were made with it where it is on a finding; return their ids.

    Raises WarehouseError where there is none of this id, or it was withdrawn before.
    """
    withdrawn = [withdrawn_id for withdrawn_id, in connection.execute(
        "SELECT decision.decision_id FROM main.decisions AS named JOIN main.decisions AS decision "
        "ON decision.decision_id = named.decision_id OR named.kind = 'finding' "
        "AND (decision.run_id, decision.decided_at, decision.reason) = (named.run_id, named.decided_at, named.reason) "
        "WHERE named.decision_id = ? AND decision.decision_id >= named.decision_id "
        "AND named.withdrawn_run_id IS NULL AND decision.withdrawn_run_id IS NULL "
        "ORDER BY decision.decision_id", [decision_id]).fetchall()]
    if not withdrawn:
        raise WarehouseError(f"There is no decision {decision_id} that holds; "
                             "reporting.decisions lists them all, with those that were withdrawn.")
    connection.execute(
        "UPDATE main.decisions SET withdrawn_run_id = ?, withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? "
        "WHERE decision_id IN (SELECT unnest(?))", [run_id, by, as_utc(at), reason, withdrawn])
    return withdrawn


def decisions_that_hold(connection: duckdb.DuckDBPyConnection) -> list[Decided]:
    """Return the decisions that were not withdrawn, in the order in which they were kept, which no clock can upset."""
    accounts: dict[tuple[int, str], list[AccountOf]] = {}
    for decision_id, side, *account in connection.execute(
            "SELECT decision_id, side, document, key, char_start, char_end, words FROM main.decision_accounts ORDER BY ALL").fetchall():
        accounts.setdefault((decision_id, side), []).append(AccountOf(*account))
    rows: Sequence[tuple] = connection.execute(
        f"SELECT decision_id, {', '.join(COLUMNS)} FROM main.decisions WHERE withdrawn_run_id IS NULL "
        "ORDER BY decision_id").fetchall()
    return [Decided(**dict(zip(COLUMNS, row[1:], strict=True)), decision_id=row[0],
                    left=tuple(accounts.get((row[0], "left"), ())), right=tuple(accounts.get((row[0], "right"), ())))
            for row in rows]
