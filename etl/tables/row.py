"""Read one row: the fact that its columns tell, and what its prose tells besides."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from etl.agreements.pacts import Pact
from etl.knowledge import Knowledge
from etl.merging.merge import merge
from etl.reading import Reading, read
from etl.records import Evidence, Finding, Organization, Part, Place, Span, Stated, Step, When
from etl.tables.geography import body_of, country_code, place_of
from etl.tables.mapping import STATUSES, Cell, PartyMapping, TableMapping
from etl.telling.context import Item
from etl.telling.drafts import Draft
from etl.telling.sides import Side, country_side, group_side

RULE = "table"
HELD, SIGNED = "held", "signed"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of a row with what its columns say: the post and the country."""

    key: str
    title: str | None
    country: str | None


@dataclass(slots=True)
class RowReading:
    """What one row yields; spans count from its start, `bodies` are the organizations that its columns name.

    `year` is that of its first day.
    """

    reading: Reading
    year: int | None = None
    holders: list[Holder] = field(default_factory=list)
    bodies: list[Organization] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_row(text: str, cells: dict[str, Span], mapping: TableMapping, knowledge: Knowledge) -> RowReading:
    """Read a row that is written out as `text`, with the stretch of each cell by column."""
    return _Row(text, cells, mapping, knowledge).read()


class _Row:
    def __init__(self, text: str, cells: dict[str, Span], mapping: TableMapping, knowledge: Knowledge) -> None:
        self.text, self.cells, self.mapping, self.knowledge = text, cells, mapping, knowledge
        self.values = {column: span.of(text) for column, span in cells.items()}
        self.findings: list[Finding] = []
        self.holders: list[Holder] = []
        self.bodies: list[Organization] = []

    def read(self) -> RowReading:
        names = [span for party in self.mapping.parties for span in self._names(party)]
        when, places = self._when(), self._places()
        prose = self._cell(self.mapping.text)
        parts = [Part("title", span) for span in names] + ([] if prose is None else [Part("paragraph", prose)])
        reading = read(self.text, self.knowledge, parts=sorted(parts, key=lambda p: p.span), people=names,
                       stated=Stated(published_on=when.end), scene=Item(place=places, when=when))
        sides = tuple(side for party in self.mapping.parties for side in self._sides(party, reading))
        proof = (Evidence(Span(0, len(self.text)), 0, (), RULE),)
        drafts, pacts = list(reading.drafts), list(reading.pacts)
        if self.mapping.facts == "agreement":
            pacts.insert(0, self._pact(sides, when, proof))
        elif self.mapping.facts != "person" and sides:
            drafts.insert(0, Draft(self.mapping.facts, self._status(HELD), sides, places, when, proof, 0, -1, frame=RULE,
                                   topics=tuple(self._all(self.mapping.topic))))
        reading = replace(reading, drafts=tuple(drafts), merged=tuple(merge(drafts)), pacts=tuple(pacts))
        return RowReading(reading, when.start and when.start.year, self.holders, self.bodies, self.findings)

    def _pact(self, sides: tuple[Side, ...], when: When, proof: tuple[Evidence, ...]) -> Pact:
        subject = self.mapping.subject.of(self.values) or "agreement"
        kind = (self.mapping.kind.of(self.values) if self.mapping.kind else None) or "agreement"
        status = self._status(SIGNED)
        return Pact(kind, subject, status, None, sides, when, proof, 0, (Step(status, when),))

    def _cell(self, cell: Cell | None) -> Span | None:
        return None if cell is None or cell.column is None else self.cells.get(cell.column)

    def _all(self, cell: Cell | None) -> list[str]:
        return [] if cell is None else cell.all_of(self.values)

    def _names(self, party: PartyMapping) -> Iterator[Span]:
        """Yield where the row names the people of a party."""
        whole = self._cell(party.person)
        if whole is not None:
            at = whole.start
            for name in party.person.all_of(self.values):
                start = self.text.find(name, at, whole.end)
                if start >= 0:
                    at = start + len(name)
                    yield Span(start, at)

    def _when(self) -> When:
        """Return the days of the row; what is no day, or ends before it starts, is questioned and left open."""
        start, end = self._day(self.mapping.start), self._day(self.mapping.end)
        start, end = start or end, end or start
        stated = " to ".join(dict.fromkeys(v for cell in (self.mapping.start, self.mapping.end) for v in self._all(cell)[:1]))
        if start is None:
            return When(stated=stated)
        if end < start:
            self._question("date_conflict", self.mapping.end, f"The row ends on {end}, before it starts on {start}.",
                           f"starts {start}", f"ends {end}")
            return When(stated=stated)
        return When(start, end, "day", "stated", stated)

    def _day(self, cell: Cell | None) -> date | None:
        try:
            return None if cell is None else cell.day_of(self.values)
        except ValueError:
            form = cell.format or "YYYY-MM-DD"
            self._question("other", cell, f"{cell.of(self.values)!r} is no day of the form {form}; mend it, or set the format of "
                                          f"{cell.column!r} in the mapping.")
            return None

    def _country(self, cell: Cell | None) -> str | None:
        """Return the first country of a cell that the seeds know."""
        named = self._all(cell)
        code = next((code for code in map(country_code, named) if code), None)
        if named and code is None:
            self._question("other", cell, f"{named[0]!r} is no country that the seeds know; give its name in `values` of the mapping.")
        return code

    def _places(self) -> tuple[Place, ...]:
        country = self._country(self.mapping.country)
        named = tuple(place_of(name, country, self.knowledge) for name in self._all(self.mapping.place))
        return named or ((Place(country.lower(), None, country),) if country else ())

    def _status(self, otherwise: str) -> str:
        status = (self.mapping.status.of(self.values) if self.mapping.status else None) or otherwise
        if status in STATUSES["agreement" if self.mapping.facts == "agreement" else "meeting"]:
            return status
        self._question("other", self.mapping.status, f"{status!r} is no status; translate it in `values` of the mapping.")
        return otherwise

    def _sides(self, party: PartyMapping, reading: Reading) -> Iterator[Side]:
        """Yield the parties that the columns name."""
        country, title = self._country(party.country), (self._all(party.title) or [None])[0]
        comes, anybody = party.side == "visitor", False
        for span in self._names(party):
            anybody = True
            key = _person_at(span, reading)
            if key is None:
                yield group_side(span.of(self.text), country)
            else:
                self.holders.append(Holder(key, title, country))
                yield Side("person", key, title, country, visitor=comes)
        for name in self._all(party.organization):
            anybody = True
            body = body_of(name, country, self.knowledge)
            self.bodies.append(body)
            yield Side("organization", body.key, None, body.country, visitor=comes)
        if not anybody and title:
            yield replace(group_side(title, country), visitor=comes)
        elif not anybody and country:
            yield replace(country_side(country), visitor=comes)

    def _question(self, kind: str, cell: Cell | None, explanation: str, *readings: str) -> None:
        span = self._cell(cell) or Span(0, len(self.text))
        self.findings.append(Finding(kind, "warning", span, explanation, *readings))


def _person_at(span: Span, reading: Reading) -> str | None:
    """Return the person whom the reading found in a stretch."""
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind == "person" and m.entity and m.name and span.holds(sentence.units.span(*m.name)):
                return m.entity
    return None
