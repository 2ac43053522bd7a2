"""What posts in time are made of: who is told to hold, to have held or to be about to hold an office on a day. Values only."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .seats import Seat

LEFT, DIED = "left", "died"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling of somebody in an office.

    Attributes:
        seat: the office.
        person: the person's resolved id.
        standing: held, acting, incoming or former.
        first, last: days on which the document has it so, None where it tells no day.
        sure: whether the words state the day; else it is that of the source.
        document: id of the document.
        piece: number of what tells it, for whoever gathered the sightings.
    """

    seat: Seat
    person: str
    standing: str
    first: date | None
    last: date | None
    sure: bool
    document: str
    piece: int

    @property
    def order(self) -> tuple[object, ...]:
        """Return what sorts it: by day, and whatever came first the same."""
        days = self.first or date.min, self.last or date.min
        return (*days, self.person, self.standing, not self.sure, self.document, self.piece)


@dataclass(frozen=True, slots=True)
class Exit:
    """Somebody's death, or a leave of a post that is not named: the day by which it had happened."""

    person: str
    by: date
    because: str
    document: str
