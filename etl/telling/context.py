"""Keep what is known while a document is read: for one item, and for the document up to here.

Both are changed by the drafter alone; those who resolve pronouns, days and places only look.
"""
from __future__ import annotations

from dataclasses import dataclass, field

from etl.records import Place, When
from etl.telling.sides import Side


@dataclass(slots=True)
class Item:
    """What is known while the sentences of one item are read.

    `here` is the first subject of the sentence being read, with its last unit.
    """

    topic: Side | None = None
    pair: tuple[Side, ...] = ()
    place: tuple[Place, ...] = ()
    when: When = When()
    visitors: tuple[Side, ...] = ()
    recent: tuple[Side, ...] = ()
    here: tuple[int, Side] | None = None

    def subject_before(self, unit: int) -> Side | None:
        """Return the first subject of the sentence where it stands before a unit."""
        return self.here[1] if self.here and self.here[0] < unit else None


@dataclass(slots=True)
class Memory:
    """What the document told so far.

    `signer` writes in the first person, `subject` is whom sentences without a subject are about, `met` holds the parties
    told last by their number, `last` the day a sentence stated last.
    """

    signer: Side | None = None
    subject: Side | None = None
    topic: Side | None = None
    pair: tuple[Side, ...] = ()
    met: dict[int, tuple[Side, ...]] = field(default_factory=dict)
    named: list[Side] = field(default_factory=list)
    last: When = When()
