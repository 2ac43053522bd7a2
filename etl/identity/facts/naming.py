"""Give each fact an id: the natural key of the account that the earliest document gives of it.

Documents that go on in time leave it as it is. Of several facts whose first accounts have one key, the one told of first has
the bare key; the others are marked by their first account.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from warehouse.keys import digest

from ..account import Ref


class Seen(Protocol):
    """An account that knows the day of its document."""

    seen_on: date | None


def ids_of(groups: Iterable[tuple[Ref, ...]], accounts: Mapping[Ref, Seen]) -> dict[Ref, str]:
    """Return the id of what each account speaks of."""
    def order(ref: Ref) -> tuple[date, str, str]:
        return accounts[ref].seen_on or date.max, ref.key, ref.document

    firsts = sorted(((min(refs, key=order), refs) for refs in groups), key=lambda g: order(g[0]))
    taken: set[str] = set()
    out: dict[Ref, str] = {}
    bare = {first.key for first, _ in firsts}
    for first, refs in firsts:
        key = first.key
        if key in taken:
            key = f"{key}-{digest(*first)[:8]}"
            while key in taken or key in bare:
                key += "x"
        taken.add(key)
        out |= dict.fromkeys(refs, key)
    return out
