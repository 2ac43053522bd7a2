"""Say what the columns of a table mean: a mapping of `rapporteur.toml`, checked when it is read.

A field is a column, a fixed value, or a column whose values are translated. Nothing here knows a particular table.
"""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fnmatch import fnmatch
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from etl.records import AGREEMENT_KINDS, AGREEMENT_STATUSES, MEETING_KINDS, MEETING_STATUSES

Row = Mapping[str, str]


class Strict(BaseModel):
    """A part of the configuration: no unknown keys, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Cell(Strict):
    """Where a value comes from: a `column`, a fixed `value`, or the `values` that stand for what the column holds.

    `split` divides a cell of several values; `format` reads a date as `datetime.strptime` does, without one it is ISO 8601.
    """

    column: str | None = None
    value: str | None = None
    values: dict[str, str] = {}
    split: str | None = None
    format: str | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> Cell:
        if (self.column is None) == (self.value is None):
            raise ValueError("give either a column or a fixed value")
        return self

    def of(self, row: Row) -> str | None:
        """Return the value in a row, None where there is none."""
        if self.column is None:
            return self.value
        found = row.get(self.column, "").strip()
        return self.values.get(found, found) or None

    def all_of(self, row: Row) -> list[str]:
        """Return the values in a row, divided."""
        found = self.of(row)
        return [v.strip() for v in (found.split(self.split) if self.split else [found]) if v.strip()] if found else []

    def day_of(self, row: Row) -> date | None:
        """Return the day in a row. Raises ValueError where the cell holds none."""
        found = self.of(row)
        if found is None:
            return None
        return datetime.strptime(found, self.format).date() if self.format else date.fromisoformat(found[:10])


def _cell(given: object) -> object:
    return {"column": given} if isinstance(given, str) else given


Where = Annotated[Cell, BeforeValidator(_cell)]
"""A field of a mapping; a bare name is a column."""


class PartyMapping(Strict):
    """One party: a person or an organization, or a country by itself; a person's name may follow a title in the same cell."""

    person: Where | None = None
    organization: Where | None = None
    title: Where | None = None
    country: Where | None = None
    side: Literal["visitor", "host", "unknown"] = "unknown"

    @model_validator(mode="after")
    def _somebody(self) -> PartyMapping:
        if self.person is None and self.organization is None and self.country is None:
            raise ValueError("give a person, an organization or a country")
        return self


class TableMapping(Strict):
    """What a table holds: which files it is in, what fact a row tells, and which column is what.

    `facts` is a kind of meeting, `agreement`, or `person` for people and the posts that they hold. `text` is a column of prose,
    read like any document, with the row's day and place, about the row's first person.
    """

    match: Annotated[tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else tuple(given)),
                     Field(min_length=1)]
    facts: Literal["meeting", "call", "visit", "conference", "agreement", "person"]
    parties: Annotated[tuple[PartyMapping, ...], BeforeValidator(tuple), Field(min_length=1)]
    start: Where | None = None
    end: Where | None = None
    place: Where | None = None
    country: Where | None = None
    status: Where | None = None
    kind: Where | None = None
    subject: Where | None = None
    topic: Where | None = None
    text: Where | None = None
    id: Where | None = None
    title: str | None = None
    publisher: str | None = None

    @model_validator(mode="after")
    def _fits_its_facts(self) -> TableMapping:
        if self.facts == "agreement" and self.subject is None:
            raise ValueError("an agreement needs a subject")
        if self.facts == "person" and not any(party.person for party in self.parties):
            raise ValueError("people need a party with a person")
        return self

    def is_for(self, name: str) -> bool:
        """Say whether a file of this name holds the table."""
        return any(fnmatch(name, pattern) for pattern in self.match)


KINDS = {"agreement": frozenset(AGREEMENT_KINDS), "meeting": frozenset(MEETING_KINDS)}
STATUSES = {"agreement": frozenset(AGREEMENT_STATUSES), "meeting": frozenset(MEETING_STATUSES)}
