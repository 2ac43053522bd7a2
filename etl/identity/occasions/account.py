"""What the resolution of meetings works on: the accounts that documents give of them. Values only."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..account import Ref
from ..facts.party import Party


class Venue(NamedTuple):
    """A place of a meeting: its resolved id, its country, and whether it is a whole state."""

    place: str
    country: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class MeetingAccount:
    """What one document says of one encounter.

    Attributes:
        document: id of the document.
        key: the natural key that it gives the encounter.
        kind: meeting, call, visit or conference.
        status: held, planned, cancelled or denied.
        start, end: first and last day, both included.
        precision: day, approximate, month or unknown.
        basis: stated, citation (the latest possible day), period (of the document) or none.
        parties: who took part, resolved.
        places: where.
        title: what a conference is called.
        part_of: the key of the visit that holds it, in the same document.
        seen_on: the document's own day.
    """

    document: str
    key: str
    kind: str
    status: str = "held"
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    basis: str = "none"
    parties: tuple[Party, ...] = ()
    places: tuple[Venue, ...] = ()
    title: str | None = None
    part_of: str | None = None
    seen_on: date | None = None

    @property
    def ref(self) -> Ref:
        """Return what names this account."""
        return Ref(self.document, self.key)
