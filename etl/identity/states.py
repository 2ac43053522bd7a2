"""Know which states came out of which: who served the one may have served the other."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from etl.knowledge import toml


@cache
def _related() -> frozenset[tuple[str, str]]:
    pairs = {(old, new) for old, heirs in toml("identity.toml")["successors"].items() for new in heirs}
    return frozenset(pairs | {(new, old) for old, new in pairs})


def related(a: str, b: str) -> bool:
    """Say whether two states are one, or one came out of the other."""
    return a == b or (a, b) in _related()


def any_related(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether a state of the one group is related to one of the other."""
    known = tuple(others)
    return any(related(a, b) for a in some for b in known)
