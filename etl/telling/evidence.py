"""Put the evidence of two tellings of one fact together."""
from __future__ import annotations

from etl.records import Evidence, Span


def united(a: tuple[Evidence, ...], b: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the evidence of both, of two pieces with one span the first."""
    out: dict[Span, Evidence] = {}
    for evidence in (*a, *b):
        out.setdefault(evidence.span, evidence)
    return tuple(out.values())
