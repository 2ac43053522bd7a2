"""Keep what is known while a document is read: for one item, and for the document up to here.

Both are changed by the drafter alone; those who resolve pronouns, days and places only look.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from etl.records import Place, Span, When
from etl.telling.sides import Side
from etl.telling.stops import Stop


class Spoken(NamedTuple):
    """Somebody whom a sentence speaks of as "him": the unit where it does, the one after which "he" is he, too, and who it is."""

    at: int
    clause: int
    side: Side


@dataclass(slots=True)
class Item:
    """What is known while the sentences of one item are read.

    Of the sentence being read, `here` is the first subject, `clauses` are those after a semicolon and `named` are the people,
    each with the last unit (`bound` are those of people whom "her talks with X" sets beside her), `him` is who is first
    spoken of as him; `ranked` are the two people of whom the sentence before spoke last; `last` is the day that a sentence
    stated last, `there` the place; `ahead` is where those will be of whom it tells what is planned, `stay` are the days of
    the journey told last, `venue` is where the event told last is, `stops` the places told of any; `states` are those told of
    together last, `company` those who last took part side by side; `cited` is the day by which the encounter told last was,
    `written` where the dateline says that the report was; `told_in` is the sentence that told `when`. `nation` is the state
    that a sentence was about last, `lent` the pair taken over from what was told before the item, `led` are those who were
    said to lead a group, by its noun.
    """

    topic: Side | None = None
    pair: tuple[Side, ...] = ()
    nation: Side | None = None
    lent: tuple[Side, ...] = ()
    states: tuple[Side, ...] = ()
    place: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()
    there: Place | None = None
    venue: Place | None = None
    when: When = When()
    told_in: Span | None = None
    last: When = When()
    stay: When = When()
    cited: When = When()
    written: Place | None = None
    stops: tuple[Stop, ...] = ()
    visitors: tuple[Side, ...] = ()
    company: tuple[Side, ...] = ()
    recent: tuple[Side, ...] = ()
    here: tuple[int, Side] | None = None
    clauses: tuple[tuple[int, Side], ...] = ()
    named: tuple[tuple[int, Side], ...] = ()
    bound: frozenset[int] = frozenset()
    him: Spoken | None = None
    ranked: tuple[Side, ...] = ()
    led: dict[str, tuple[Side, ...]] = field(default_factory=dict)

    def subject_before(self, unit: int) -> Side | None:
        """Return the first subject of the sentence or, after a semicolon, of its clause, where it stands before a unit."""
        opening = (self.here, *self.clauses) if self.here else self.clauses
        return next((side for at, side in reversed(opening) if at < unit), None)

    def him_before(self, unit: int, *, subject: bool) -> Side | None:
        """Return who was spoken of as him before a unit where "him" is said again or, in a further clause, "he"."""
        return self.him.side if self.him and (self.him.clause if subject else self.him.at) < unit else None

    def two_before(self, unit: int | None = None) -> tuple[Side, ...]:
        """Return the two people spoken of last, in the sentence up to a unit, else in the one before."""
        here: list[Side] = []
        for side in reversed(self.named_before(unit)):
            if not side.among(here):
                here.insert(0, side)
        return tuple(here[-2:]) if len(here) > 1 else self.ranked

    def named_before(self, unit: int | None, *, free: bool = False) -> tuple[Side, ...]:
        """Return the people whom the sentence names before a unit, without one all of them; `free` leaves out those bound."""
        return tuple(side for at, side in self.named if (unit is None or at < unit) and not (free and at in self.bound))


@dataclass(slots=True)
class Memory:
    """What the document told so far.

    `signer` writes in the first person, `subject` is whom sentences without a subject are about, `met` holds the parties
    told last by their number, `last` the day a sentence stated last; `home` is the country that the document comes from,
    `written` the place that its dateline names, `about` the two states that the whole text is about, if it is about two.
    """

    signer: Side | None = None
    subject: Side | None = None
    topic: Side | None = None
    pair: tuple[Side, ...] = ()
    met: dict[int, tuple[Side, ...]] = field(default_factory=dict)
    named: list[Side] = field(default_factory=list)
    last: When = When()
    home: str | None = None
    written: Place | None = None
    about: tuple[Side, ...] = ()
