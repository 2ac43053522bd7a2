"""Extract the records of a table: each row read by itself, and what the rows share put together.

A row is one passage. People and bodies are one where their rows give them one key, as in two documents; somebody whom a row
calls by a lone name has a key of the row's year.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from etl.agreements.agreements import agreements_of
from etl.entities import organizations_of, people_of, places_of
from etl.findings.deaths import deaths_of, first_left, first_told, leaves_of
from etl.knowledge import Knowledge
from etl.merging.meetings import meetings_of
from etl.occurrences import mentions_of
from etl.records import (
    Agreement,
    Death,
    Evidence,
    Extraction,
    Finding,
    Header,
    Leave,
    Meeting,
    Mention,
    Organization,
    Passage,
    Person,
    Place,
    Position,
    Section,
    Source,
    Span,
)
from etl.tables.lone_names import Keys
from etl.tables.mapping import TableMapping
from etl.tables.row import RULE, Holder, RowReading, read_row
from etl.telling.evidence import united

Fact = TypeVar("Fact", Meeting, Agreement)


def extract_table(source: Source, mapping: TableMapping, knowledge: Knowledge) -> Extraction:
    """Return the records of a table whose columns mean what `mapping` says."""
    table = _Table(knowledge)
    for ordinal, row in enumerate(source.rows):
        offset = row.span.start
        cells = {column: Span(s.start - offset, s.end - offset) for column, s in row.cells.items()}
        told = read_row(row.span.of(source.text), cells, mapping, knowledge)
        name = mapping.id.of({c: s.of(source.text) for c, s in row.cells.items()}) if mapping.id else None
        table.add(told, _Move(ordinal, offset), row.span, f"{source.uri}#{name or ordinal}")
    header = Header(title=mapping.title or source.stated.title, publisher=mapping.publisher or source.stated.publisher,
                    published_on=source.stated.published_on)
    return Extraction(
        source=source, header=header, sections=(Section(0, None, Span(0, len(source.text))),),
        passages=tuple(Passage(i, 0, "item", row.span) for i, row in enumerate(source.rows)),
        people=tuple(table.people.values()), deaths=tuple(first_told(table.deaths)),
        leaves=tuple(first_left(table.leaves)), organizations=tuple(table.organizations.values()),
        places=tuple(table.places.values()), mentions=tuple(table.mentions), meetings=tuple(table.meetings.values()),
        agreements=tuple(table.agreements.values()), findings=tuple(table.findings))


class _Move:
    """Brings what was read in a row to the row's place in the table."""

    def __init__(self, passage: int, offset: int) -> None:
        self.passage, self.offset = passage, offset

    def span(self, span: Span) -> Span:
        return Span(span.start + self.offset, span.end + self.offset)

    def evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(replace(e, span=self.span(e.span), passage=self.passage,
                             citations=tuple(replace(c, span=self.span(c.span)) for c in e.citations)) for e in evidence)

    def fact(self, fact: Fact) -> Fact:
        return replace(fact, evidence=self.evidence(fact.evidence))


class _Table:
    """The records of the rows so far, each once by its key."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.people: dict[str, Person] = {}
        self.deaths: list[Death] = []
        self.leaves: list[Leave] = []
        self.organizations: dict[str, Organization] = {}
        self.places: dict[str, Place] = {}
        self.mentions: list[Mention] = []
        self.meetings: dict[str, Meeting] = {}
        self.agreements: dict[str, Agreement] = {}
        self.findings: list[Finding] = []

    def add(self, told: RowReading, move: _Move, row: Span, address: str) -> None:
        """Add what one row yields."""
        reading, keys = told.reading, Keys(told.reading, told.year)
        for person in people_of(reading):
            moved = tuple(replace(p, evidence=move.evidence(p.evidence)) for p in person.positions)
            holder = next((h for h in told.holders if h.key == person.key), None)
            held = replace(person, positions=moved) if holder is None else _held(person, moved, holder, row, move)
            self._meet(keys.person(held))
        self.deaths += (replace(d, span=move.span(d.span)) for d in keys.told(deaths_of(reading)))
        self.leaves += (replace(p, span=move.span(p.span)) for p in keys.told(leaves_of(reading)))
        for body in (*organizations_of(reading), *told.bodies):
            known = self.organizations.get(body.key)
            names = tuple(dict.fromkeys((*known.names, *body.names))) if known else body.names
            self.organizations[body.key] = replace(known or body, names=names)
        for place in places_of(reading, self.knowledge):
            self.places.setdefault(place.key, place)
        self.mentions += (keys.mention(replace(m, span=move.span(m.span), passage=move.passage)) for m in mentions_of(reading))
        for meeting in meetings_of(list(reading.merged), address):
            _put(self.meetings, keys.fact(move.fact(meeting)))
        for agreement in agreements_of(reading.pacts, address):
            _put(self.agreements, keys.fact(move.fact(agreement)))
        asked = {(f.kind, f.explanation) for f in self.findings}
        self.findings += (replace(f, span=move.span(f.span)) for f in told.findings if (f.kind, f.explanation) not in asked)

    def _meet(self, person: Person) -> None:
        """Add a person, or what a row says of one already met; of a post the first evidence is enough."""
        known = self.people.get(person.key)
        if known is None:
            self.people[person.key] = person
            return
        posts = {_post(p): p for p in (*person.positions, *known.positions)}
        self.people[person.key] = replace(known, names=tuple(dict.fromkeys((*known.names, *person.names))),
                                          country=known.country or person.country, positions=tuple(posts.values()))


def _held(person: Person, positions: tuple[Position, ...], holder: Holder, row: Span, move: _Move) -> Person:
    """Return a person with the post and the country that the columns give."""
    own = tuple(replace(p, country=p.country or holder.country) for p in positions)
    if holder.title:
        proof = (Evidence(row, move.passage, (), RULE),)
        own = (Position(holder.title, None, holder.country, evidence=proof), *own)
    return replace(person, country=holder.country or person.country, positions=tuple({_post(p): p for p in reversed(own)}.values()))


def _post(position: Position) -> tuple[object, ...]:
    return position.title.lower(), position.organization_key, position.country, position.former


def _put(facts: dict[str, Fact], fact: Fact) -> None:
    """Add a fact; of one that two rows tell, the evidence of both."""
    known = facts.get(fact.key)
    facts[fact.key] = fact if known is None else replace(known, evidence=united(known.evidence, fact.evidence))
