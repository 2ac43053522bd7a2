"""Find agreements without a noun: "A and B agreed to reopen their embassies", "opened negotiations on the border".

Both sides must be told; one side's decision is no agreement.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from etl.agreements.pacts import Pact
from etl.agreements.principals import principals
from etl.agreements.signatories import named_signatories, told_sides
from etl.agreements.terms import terms
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.records import Step
from etl.telling.sides import Side
from etl.telling.telling import Telling

LIMIT = 12
ENDS = frozenset((".", ";", ",", "which", "that", "who"))


def find_accords(telling: Telling) -> Iterator[Pact]:
    """Yield the agreements without a noun that a sentence tells."""
    read: list[range] = []
    for pattern, status in ((terms().negotiating, "negotiating"), (terms().accord, "reached")):
        for m in pattern.finditer(telling.skel.text):
            # "agreed to open negotiations on the border" tells one agreement, not two
            pact = _accord(telling, m, status) if not any(m.start("verb") in r or m.start("noun") in r for r in read) else None
            if pact is not None:
                read.append(range(*m.span()))
                yield pact


def _accord(telling: Telling, m: re.Match[str], status: str) -> Pact | None:
    skel = telling.skel
    named = "verb" if m.group("verb") else "noun"
    at, head, end = skel.token_at(m.start()), skel.token_at(m.start(named)), skel.token_at(m.end(named))
    before = " ".join(skel.tokens[:at]) + " "
    unreal = terms().unreal
    if head >= len(skel.units) or any(form.search(before) for form in (unreal.conditional, unreal.negated, unreal.wished)):
        return None
    sides = _sides(telling, at, end, status)
    if len(sides) < 2:
        return None
    if status == "negotiating" and terms().intended.search(before):
        status = "proposed"
    first, last = skel.units[head][0], skel.units[_last(skel, end) - 1][1]
    when = telling.when_said(skel.units[at][0], first + 1)
    return Pact("agreement", skel.sentence.units.phrase(first, last), status, None, sides, when,
                (telling.evidence("accord"),), skel.sentence.block, (Step(status, when),))


def _sides(telling: Telling, at: int, end: int, status: str) -> tuple[Side, ...]:
    """Return the parties: the subject of the clause and those named within "agreed with X to"."""
    skel = telling.skel
    group, _ = subject(skel, at, end)
    if group is None:
        return ()
    within = [skel.groups[t] for t in skel.tokens[at:end] if t in skel.groups]
    named = tuple(m for g in within if g.kind in "EC" for m in g.mentions)
    acting = (*told_sides(telling, group.mentions), *told_sides(telling, named))
    return principals(acting, named=named_signatories(telling, status, acting), linker=telling.parties.linker)


def _last(skel: Skeleton, end: int) -> int:
    """Return the token that ends what was agreed: the end of the clause, a date or a citation."""
    last = end
    while last < len(skel.tokens) and last - end < LIMIT and skel.tokens[last] not in ENDS:
        if skel.kind_at(last) in ("D", "Z"):
            break
        last += 1
    return last
