"""What the resolution works on: the accounts that documents give of people, and what somebody decided about them.

Values only. How accounts are read out of the warehouse is `etl.resolving`.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


Marks = frozenset[tuple[int, int]]
"""The sides of decisions "different" that accounts stand on: number of the decision, and side."""


def parted(a: Marks, b: Marks) -> bool:
    """Say whether somebody decided that two are different: they stand on both sides of a decision."""
    return bool(a and b) and any((number, 1 - side) in b for number, side in a)


class Ref(NamedTuple):
    """Names an account: the document and the key that it gives the person."""

    document: str
    key: str


class Named(Protocol):
    """An account of whatever it is, which a document and a key name."""

    @property
    def ref(self) -> Ref:
        """Return what names the account."""


A = TypeVar("A", bound=Named)


def by_ref(accounts: Iterable[A], what: str = "accounts") -> dict[Ref, A]:
    """Return accounts by what names them; `what` is their plural.

    Raises:
        ValueError: where two accounts have one document and one key.
    """
    found: dict[Ref, A] = {}
    for account in accounts:
        if account.ref in found:
            raise ValueError(f"Document {account.ref.document!r} has two {what} of the key {account.ref.key!r}; give it one.")
        found[account.ref] = account
    return found


@dataclass(frozen=True, slots=True)
class Post:
    """A post as one document states it; `organization` is the key of a body."""

    title: str
    organization: str | None = None
    country: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one person.

    Attributes:
        document: id of the document.
        key: key of the person within the document.
        name: the fullest name that it uses.
        forms: all names that stand in it.
        country: ISO 3166-1 code of the country that it assigns the person to.
        posts: the posts that it states.
        first_day: first day that it speaks of him from, where known.
        last_day: last such day.
        companions: names of the people whom it has together with him.
        died_on: day of his death, where it states one.
        dead_by: day by which it has him dead, where it speaks of his death.
        acted_on: last day on which it has him act.
        told_apart: whether the people of the document were told apart while it was read. Rows of a table are not.
    """

    document: str
    key: str
    name: str
    forms: tuple[str, ...] = ()
    country: str | None = None
    posts: tuple[Post, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    companions: tuple[str, ...] = ()
    died_on: date | None = None
    dead_by: date | None = None
    acted_on: date | None = None
    told_apart: bool = True

    @property
    def ref(self) -> Ref:
        """Return what names this account."""
        return Ref(self.document, self.key)


Side = Ref | str | frozenset[Ref]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: `left` and `right` are the same person, different people, or not to be known.

    Each side is an account, several that are taken for one, or a key, which stands for all accounts that bear it.
    """

    judgement: str
    left: Side
    right: Side

    def __post_init__(self) -> None:
        if self.judgement not in (SAME, DIFFERENT, UNSURE):
            raise ValueError(f"{self.judgement!r} is no judgement; use {SAME}, {DIFFERENT} or {UNSURE}.")
