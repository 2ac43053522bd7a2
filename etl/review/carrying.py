"""Carry decisions from one warehouse to another, as lines of JSON: so they survive where a warehouse is built anew."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime

from etl.corrections import CORRECTED
from etl.identity.account import DIFFERENT, SAME, UNSURE
from etl.review.deciding import value_of
from etl.review.errors import ReviewRefused
from warehouse.decisions import AccountOf, Decided
from warehouse.schema.vocabulary import DECISION_JUDGEMENTS, DECISION_KINDS


def to_lines(decided: Iterable[Decided]) -> Iterator[str]:
    """Yield each decision as a line."""
    for decision in decided:
        values = asdict(replace(decision, decision_id=None)) | {"decided_at": decision.decided_at.isoformat()}
        values |= {side: [account._asdict() for account in getattr(decision, side)] for side in ("left", "right")}
        yield json.dumps({name: value for name, value in values.items() if value not in (None, [], ())}, ensure_ascii=False)


def from_lines(lines: Iterable[str], name: str) -> Iterator[Decided]:
    """Yield the decisions of the lines of the file `name`.

    Raises ReviewRefused, with the line, where one is no decision.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _decision(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError, ReviewRefused) as error:
                raise ReviewRefused(f"{name}, line {number}, is no decision as `rapporteur review export` writes them: {error}. "
                                    "Nothing was taken in.") from error


def _decision(values: dict) -> Decided:
    decided = Decided(**values | {"decided_at": datetime.fromisoformat(values["decided_at"])})
    if decided.kind not in DECISION_KINDS or decided.judgement not in DECISION_JUDGEMENTS:
        raise ValueError(f"{decided.kind} {decided.judgement} is not known")
    if (decided.right_id is not None) != (decided.judgement in (SAME, DIFFERENT, UNSURE)):
        raise ValueError(f"{decided.judgement} is said of two things, or of one")
    if decided.judgement == CORRECTED:
        decided = replace(decided, value=value_of(decided.kind, decided.field, decided.value))
    elif decided.field is not None:
        raise ValueError(f"{decided.judgement} has no field")
    sides = {side: tuple(AccountOf(**account) for account in getattr(decided, side)) for side in ("left", "right")}
    return replace(decided, **sides)


def new_ones(decided: Iterable[Decided], held: Iterable[Decided]) -> list[Decided]:
    """Return the decisions that are not among those held."""
    known = {_what(decision) for decision in held}
    return [decision for decision in decided if _what(decision) not in known]


def _what(decision: Decided) -> tuple:
    return (decision.kind, decision.judgement, decision.left_id, decision.right_id, decision.field, decision.value,
            decision.decided_by, decision.decided_at.replace(tzinfo=None))
