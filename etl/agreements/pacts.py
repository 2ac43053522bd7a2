"""Hold one agreement as one sentence tells it, and join the tellings of one agreement."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from etl.agreements.matters import telling_words
from etl.agreements.steps import furthest
from etl.records import Evidence, Step, When
from etl.telling.sides import Side


@dataclass(frozen=True, slots=True)
class Pact:
    """One agreement as one sentence tells it; `planned` is the step promised next."""

    kind: str
    subject: str
    status: str
    planned: str | None
    sides: tuple[Side, ...]
    when: When
    evidence: tuple[Evidence, ...]
    block: int
    steps: tuple[Step, ...]


def sides_shared(a: Pact, b: Pact) -> int:
    """Count the parties that two tellings have in common."""
    return sum(x.among(b.sides) for x in a.sides)


def merge_pacts(pacts: Iterable[Pact]) -> list[Pact]:
    """Join the tellings of one agreement: same kind, parties and matter, or told in one block."""
    out: list[Pact] = []
    for pact in pacts:
        at = next((i for i, known in enumerate(out) if _same(known, pact)), None)
        if at is None:
            out.append(pact)
        else:
            out[at] = _joined(out[at], pact)
    return out


def _same(a: Pact, b: Pact) -> bool:
    n = sides_shared(a, b)
    if a.kind != b.kind or n < 1 or n != min(len(a.sides), len(b.sides)):
        return False
    words, others = telling_words(a.subject), telling_words(b.subject)
    return a.block == b.block or not (words and others) or not words.isdisjoint(others)


def _joined(a: Pact, b: Pact) -> Pact:
    status = furthest(a.status, b.status)
    lead = a if status == a.status else b
    sides = [*a.sides]
    for side in b.sides:
        if not side.among(sides):
            sides.append(side)
    spans = {e.span for e in a.evidence}
    return replace(
        a, status=status, sides=tuple(sorted(sides, key=lambda s: s.kind == "person")),
        when=next((p.when for p in (lead, a) if p.when.start), b.when), subject=max(a.subject, b.subject, key=len),
        steps=(*a.steps, *(s for s in b.steps if s not in a.steps)),
        evidence=(*a.evidence, *(e for e in b.evidence if e.span not in spans)))
