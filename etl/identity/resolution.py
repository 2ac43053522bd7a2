"""What a resolution gives: the id of each account, and the links with their reasons."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .account import Decision, Ref
from .rounds import Link


@dataclass(frozen=True, slots=True)
class Resolution:
    """What came out.

    Attributes:
        ids: the id of what each account speaks of.
        merges: the links that put accounts together, with score and reasons.
        proposals: likely links that somebody should look at; `against` where one is forbidden.
        unmet: decisions "same" that a decision "different" forbids.
    """

    ids: dict[Ref, str]
    merges: tuple[Link, ...]
    proposals: tuple[Link, ...]
    unmet: tuple[Decision, ...]

    def groups(self) -> dict[str, tuple[Ref, ...]]:
        """Return the accounts that speak of one thing, by its id."""
        out: dict[str, list[Ref]] = defaultdict(list)
        for ref in sorted(self.ids):
            out[self.ids[ref]].append(ref)
        return {key: tuple(refs) for key, refs in sorted(out.items())}
