"""Read meetings, agreements and posts with all that belongs to them, in the order of their days; what has no day comes last."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from exports.choice import Choice
from exports.facts.records import Agreement, Citation, Days, Meeting, Party, Place, Position, Proof, Step
from exports.reporting import Reporting

FOLDER = Path(__file__).parent
BY_DAY = "days.first NULLS LAST, days.last, id"
Row = Mapping[str, object]


def read_meetings(reporting: Reporting, choice: Choice, *, statuses: Sequence[str], told: bool = False) -> Iterator[Meeting]:
    """Yield the meetings asked for that have one of the statuses.

    Where `told`, also those that documents of the period tell of without a day, or as something that lies ahead or did not come
    about.
    """
    values = choice.values | {"kind": "meeting", "statuses": list(statuses), "told": told}
    for row in _rows(reporting, "meetings", BY_DAY, values):
        yield Meeting(**row | {
            "days": Days(**row["days"]), "topics": tuple(row["topics"]),
            "places": tuple(Place(**place) for place in row["places"]), "parties": _parties(row), "proofs": _proofs(row)})


def read_agreements(reporting: Reporting, choice: Choice) -> Iterator[Agreement]:
    """Yield the agreements asked for."""
    for row in _rows(reporting, "agreements", BY_DAY, choice.values | {"kind": "agreement"}):
        yield Agreement(**row | {
            "days": Days(**row["days"]), "steps": tuple(Step(**step) for step in row["steps"]),
            "parties": _parties(row), "proofs": _proofs(row)})


def read_positions(reporting: Reporting) -> Iterator[Position]:
    """Yield all posts, in the order of who holds them."""
    for row in _rows(reporting, "positions", "person_id, id", {"kind": "position"}):
        yield Position(**row | {"proofs": _proofs(row)})


def _rows(reporting: Reporting, name: str, order: str, values: Mapping[str, object]) -> Iterator[Row]:
    asked, proofs, facts = ((FOLDER / f"{stem}.sql").read_text(encoding="utf-8") for stem in (f"asked_{name}", "proofs", name))
    return reporting.rows(f"WITH asked AS ({asked}), proofs AS ({proofs}) FROM ({facts}) ORDER BY {order}", values)


def _parties(row: Row) -> tuple[Party, ...]:
    return tuple(Party(**party) for party in row["parties"])


def _proofs(row: Row) -> tuple[Proof, ...]:
    return tuple(Proof(**proof | {"citations": tuple(Citation(**citation) for citation in proof["citations"])})
                 for proof in row["proofs"])
