"""Write what a careful reader would question when the documents of a warehouse are read together, with the words of both."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from etl.identity.doubts.dead import Act, Death, acting_dead
from etl.identity.doubts.doubt import Doubt
from etl.identity.doubts.rivals import rivals
from etl.identity.doubts.two_days import Telling, two_days
from etl.identity.terms.account import DIED
from etl.identity.terms.seats import HELD
from etl.tenures import Tenures
from warehouse.keys import digest
from warehouse.recorded import record
from warehouse.told_doubts import Passage, acts_after_death, dated_tellings, names_of_people, quotes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST = 400
"""Characters of a quote beyond which a reading is cut."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A doubt with the words that tell either side of it."""

    doubt: Doubt
    at: Passage
    against: Passage


def write_doubts(connection: DuckDBPyConnection, tenures: Tenures, *, run_id: int) -> None:
    """Bring the findings over several documents up to date; `tenures` is what the terms were made from.

    Run it in a transaction.
    """
    placed = [*_rivals(tenures, names_of_people(connection)), *_acting_dead(connection, tenures), *_two_days(connection)]
    words = quotes(connection, chain.from_iterable((p.at, p.against) for p in placed))

    def reading(said: str, passage: Passage) -> str:
        quote, document = words[passage]
        return f"{said} ({document}): {quote if len(quote) <= LONGEST else quote[:LONGEST] + ' …'}"

    record(connection, "derived_findings", {
        "finding_id": [digest("derived", p.doubt.kind, *p.doubt.about) for p in placed],
        "kind": [p.doubt.kind for p in placed],
        "severity": [p.doubt.severity for p in placed],
        "version_id": [p.at.version_id for p in placed],
        "char_start": [p.at.start for p in placed],
        "char_end": [p.at.end for p in placed],
        "explanation": [p.doubt.explanation for p in placed],
        "reading_a": [reading(p.doubt.reading_a, p.at) for p in placed],
        "reading_b": [reading(p.doubt.reading_b, p.against) for p in placed]}, run_id=run_id)


def _rivals(tenures: Tenures, names: dict[str, str]) -> Iterator[Placed]:
    told = (s for s in tenures.sightings if s.standing != HELD or tenures.posts[s.piece].is_party)
    posts = [Passage(p.version_id, p.start, p.end) for p in tenures.posts]
    return _placed(rivals(told, tenures.exits, names), lambda s: posts[s.piece], lambda s: posts[s.piece])


def _acting_dead(connection: DuckDBPyConnection, tenures: Tenures) -> Iterator[Placed]:
    told = acts_after_death(connection) if any(e.because == DIED for e in tenures.exits) else []
    acts = [Passage(t.act_version_id, t.act_start, t.act_end) for t in told]
    deaths = [Passage(t.version_id, t.start, t.end) for t in told]
    words = quotes(connection, (act for act, t in zip(acts, told, strict=True) if not t.act_stated))
    pairs = [(Death(t.person, t.name, t.died_by, t.document, number),
              Act(t.actor, t.actor_name, t.act_day, t.act_stated, t.act_document, words[act][0] if act in words else "",
                  t.likely, number))
             for number, (t, act) in enumerate(zip(told, acts, strict=True))]
    return _placed(acting_dead(pairs), lambda act: acts[act.piece], lambda death: deaths[death.piece])


def _two_days(connection: DuckDBPyConnection) -> Iterator[Placed]:
    told = dated_tellings(connection)
    tellings = [Telling(t.meeting, t.document, t.kind, frozenset(t.people), t.place, t.day, t.seen_on, number)
                for number, t in enumerate(told)]
    spans = [Passage(t.version_id, t.start, t.end) for t in told]
    return _placed(two_days(tellings), lambda t: spans[t.piece], lambda t: spans[t.piece])


def _placed(doubts: Iterable[Doubt], at: Callable, against: Callable) -> Iterator[Placed]:
    return (Placed(doubt, at(doubt.at), against(doubt.against)) for doubt in doubts)
