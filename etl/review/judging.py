"""Accept or reject whatever an id names, and say in words what was decided: the same for all who ask a person."""
from __future__ import annotations

from typing import TYPE_CHECKING

from etl.identity.account import DIFFERENT, SAME
from etl.review.deciding import ACCEPTED, DISMISSED, REJECTED, Who, on_fact, on_finding, on_match
from etl.review.queue import what_is
from warehouse.decisions import Decided

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def judged(connection: DuckDBPyConnection, known: str, kind: str | None, accepted: bool, who: Who) -> list[Decided]:
    """Return what accepting or rejecting means for whatever an id names; `kind` is needed where it names several things.

    Raises NothingSuch where it names nothing, ReviewRefused where it cannot be decided.
    """
    found, shown = what_is(connection, known, kind)
    match found:
        case "finding":
            return on_finding(connection, known, ACCEPTED if accepted else DISMISSED, who)
        case "match":
            return [on_match(connection, known, SAME if accepted else DIFFERENT, who)]
        case _:
            return [on_fact(connection, found, shown, ACCEPTED if accepted else REJECTED, who)]


def in_words(decision: Decided) -> str:
    """Say what a decision is."""
    if decision.field is not None:
        return f"the {decision.field} of {decision.kind} {decision.left_id} is {decision.value or 'empty'}"
    if decision.right_id is not None:
        return f"{decision.kind} {decision.left_id} and {decision.right_id}: {decision.judgement}"
    return f"{decision.kind} {decision.left_id} is {decision.judgement}"
