"""Know which kinds of bodies readers take for each other."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from etl.knowledge import toml

OTHER = "other"


@cache
def _rows() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, toml("identity_bodies.toml")["kinds"]["alike"]))


@cache
def abroad() -> frozenset[str]:
    """Return the kinds of which one body may be said to be of two countries."""
    return frozenset(toml("identity_bodies.toml")["kinds"]["abroad"])


@cache
def ordered() -> frozenset[str]:
    """Return the kinds in whose names the order of the words counts."""
    return frozenset(toml("identity_bodies.toml")["kinds"]["ordered"])


def compatible(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether one body can be taken for a kind of the one group and for one of the other."""
    known = tuple(others)
    return any(_alike(a, b) for a in some for b in known)


def _alike(a: str, b: str) -> bool:
    return a == b or OTHER in (a, b) or any(a in row and b in row for row in _rows())
