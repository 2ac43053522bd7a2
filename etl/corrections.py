"""Bring decisions on values to the things that are shown now, however their ids have changed since.

A thing is found by the accounts that stood for it when it was decided on, else by its id, or by where that leads. Of several
decisions on one column, or on the whole, the last counts. A decision whose thing no document tells of any more waits until one does.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from warehouse.decisions import Decided

CORRECTED, REJECTED, ACCEPTED = "corrected", "rejected", "accepted"


@dataclass(frozen=True, slots=True)
class Shown:
    """The things of one kind that are shown: their ids, where former ids lead, and the id of each account (document, key)."""

    ids: frozenset[str]
    former: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def id_of(self, decision: Decided) -> str | None:
        """Return the id under which what a decision is about is shown now, None where it is not."""
        votes = Counter(found for account in decision.left
                        if (found := self.accounts.get((account.document, account.key))) is not None)
        if votes:
            return min(votes, key=lambda known: (-votes[known], known))
        found = self.former.get(decision.left_id, decision.left_id)
        return found if found in self.ids else None


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that is to be shown in place of the machine's; `value` is None where there is to be none.

    `field` is rejected or accepted where the whole thing is taken away, or confirmed.
    """

    kind: str
    id: str
    field: str
    value: str | None
    decision_id: int


def corrections_of(decided: Iterable[Decided], shown: Mapping[str, Shown]) -> list[Correction]:
    """Return what is to be shown in place of the machine's values; `decided` are the decisions that hold, in their order."""
    last: dict[tuple[str, str, str | None], Correction] = {}
    for decision in decided:
        if decision.judgement not in (CORRECTED, REJECTED, ACCEPTED) or decision.kind not in shown:
            continue
        found = shown[decision.kind].id_of(decision)
        if found is not None:
            last[decision.kind, found, decision.field] = Correction(decision.kind, found, decision.field or decision.judgement,
                                                                   decision.value, decision.decision_id)
    return sorted(last.values(), key=lambda c: (c.kind, c.id, c.field))
