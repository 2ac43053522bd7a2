"""What the resolution of agreements works on: the accounts that documents give of them. Values only."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..account import Ref
from ..facts.party import Party


class Step(NamedTuple):
    """One reported step of an agreement: its status, its day where known, whether it is only planned, how sure the day is."""

    status: str
    day: date | None = None
    planned: bool = False
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class AgreementAccount:
    """What one document says of one agreement.

    Attributes:
        document: id of the document.
        key: the natural key that it gives the agreement.
        kind: treaty, agreement, memorandum, contract, ceasefire, declaration or other.
        subject: what it is called and on, in the document's words.
        status: the furthest step that the document says was reached.
        start, end: first and last day of what is told.
        precision: day, approximate, month or unknown.
        parties: who agrees, resolved.
        steps: the steps reported.
        seen_on: the document's own day.
    """

    document: str
    key: str
    kind: str
    subject: str
    status: str
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    parties: tuple[Party, ...] = ()
    steps: tuple[Step, ...] = ()
    seen_on: date | None = None

    @property
    def ref(self) -> Ref:
        """Return what names this account."""
        return Ref(self.document, self.key)
