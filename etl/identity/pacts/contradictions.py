"""Say why two accounts cannot tell one agreement, whatever else speaks for it."""
from __future__ import annotations

from ..facts.wording import numbers_differ
from .courses import out_of_order
from .profile import Pact
from .sides import in_common

GENERAL = frozenset(("agreement", "other"))
"""Kinds that any other can be called."""


def contradiction(a: Pact, b: Pact) -> str | None:
    """Return why two accounts must stay apart, None where nothing forbids that they are one."""
    return _kinds(a, b) or _sides(a, b) or _numbers(a, b) or out_of_order(a.course, b.course)


def _kinds(a: Pact, b: Pact) -> str | None:
    kinds = {a.account.kind, b.account.kind} - GENERAL
    return "a {} is no {}".format(*sorted(kinds)) if len(kinds) > 1 else None


def _sides(a: Pact, b: Pact) -> str | None:
    if not a.sides or not b.sides or in_common(a.sides, b.sides):
        return None
    return "no party in common"


def _numbers(a: Pact, b: Pact) -> str | None:
    """Tell the protocol of one year from that of the next, one phase from another."""
    if numbers_differ(a.matter, b.matter):
        return f"numbers differ: {a.account.subject} and {b.account.subject}"
    return None
