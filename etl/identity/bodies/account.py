"""What the resolution of bodies works on: what one document says of one body.

Values only. Decisions and references are those of people: `etl.identity.account`.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.identity.account import Ref
from etl.records import ORGANIZATION_KINDS

REFERENCE = ""
"""Stands for the reference data where a document is named, so that a known body has a `Ref` of its own."""


@dataclass(frozen=True, slots=True)
class BodyAccount:
    """What one document says of one body.

    Attributes:
        document: id of the document.
        key: key of the body within the document.
        name: the fullest name that it uses.
        forms: all names that stand in it.
        kind: a value of `ORGANIZATION_KINDS`.
        country: ISO 3166-1 code of the country that it assigns the body to.
        parent: key, within the document, of the body that it is part of.
        first_day, last_day: first and last day that it speaks of the body from, where known.
    """

    document: str
    key: str
    name: str
    forms: tuple[str, ...] = ()
    kind: str = "other"
    country: str | None = None
    parent: str | None = None
    first_day: date | None = None
    last_day: date | None = None

    def __post_init__(self) -> None:
        if self.kind not in ORGANIZATION_KINDS:
            raise ValueError(f"{self.kind!r} is no kind of body; use one of {', '.join(ORGANIZATION_KINDS)}.")
        if self.document == REFERENCE:
            raise ValueError(f"The account {self.key!r} names no document; that is how known bodies are named.")

    @property
    def ref(self) -> Ref:
        """Return what names this account."""
        return Ref(self.document, self.key)
