"""Find who acts in one document after his death in another.

Resolution keeps such accounts apart as two people, so both are asked: one record, and two that are likely one but for the
death.
What looks back, and what only its source dates within days of the death, proves nothing.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from etl.findings.cues import looks_back

from .doubt import Doubt

REPORTED, LATE = timedelta(days=3), timedelta(days=7)
"""Days by which reports of one death differ; days that a source may lag behind an act."""
LIKELY = 0.8
"""From how likely on two records are asked to be of one person."""


@dataclass(frozen=True, slots=True)
class Death:
    """Somebody's death as a document tells it: by which day; `piece` numbers it for whoever gathered it."""

    person: str
    name: str
    by: date
    document: str
    piece: int


@dataclass(frozen=True, slots=True)
class Act:
    """A meeting that somebody is told to have held on a day.

    `likely` says how likely the actor and the dead are one, 1 where they are; `quote` is needed where the day is not stated.
    """

    person: str
    name: str
    day: date
    stated: bool
    document: str
    quote: str
    likely: float
    piece: int


def acting_dead(pairs: Iterable[tuple[Death, Act]]) -> Iterator[Doubt[Act, Death]]:
    """Yield the first act of each actor after the death of each whom he may be, in order."""
    found: dict[tuple[str, str], tuple[Death, Act]] = {}
    for death, act in pairs:
        key = death.person, act.person
        if _acts_after(death, act) and (key not in found or _order(death, act) < _order(*found[key])):
            found[key] = death, act
    for (dead, actor), (death, act) in sorted(found.items()):
        yield Doubt(
            "deceased_actor", "warning", (dead, actor),
            f"{act.name} takes part on {act.day}, after a death that another document tells for {death.by}.", act, death,
            f"dead by {death.by}", f"alive on {act.day}, or two people of one name")


def _acts_after(death: Death, act: Act) -> bool:
    slack = REPORTED if act.stated else LATE
    return (act.document != death.document and act.likely >= LIKELY and act.day > death.by + slack
            and (act.stated or not looks_back(act.quote)))


def _order(death: Death, act: Act) -> tuple[object, ...]:
    return act.day, not act.stated, act.document, act.piece, death.by, death.document, death.piece
