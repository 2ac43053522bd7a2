"""Read out of the warehouse what its documents say of people, bodies, meetings and agreements, for resolution to weigh."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import duckdb


class Known(NamedTuple):
    """An account in the warehouse: internal keys of its version and of what it names, and how decisions know it."""

    version_id: int
    account_key: int
    document: str
    key: str


class PostTold(NamedTuple):
    """A post that a document states; `organization` is the id of the body that is meant."""

    title: str
    organization: str | None
    country: str | None
    is_former: bool


class PersonTold(NamedTuple):
    """What one document says of one person; see the view resolved.people_told."""

    account: Known
    name: str
    forms: list[str]
    country: str | None
    posts: list[PostTold]
    first_day: date | None
    last_day: date | None
    companions: list[str]
    died_on: date | None
    dead_by: date | None
    acted_on: date | None
    is_prose: bool


class OrganizationTold(NamedTuple):
    """What one document says of one body; see the view resolved.organizations_told."""

    account: Known
    name: str
    forms: list[str]
    kind: str
    country: str | None
    parent: str | None
    first_day: date | None
    last_day: date | None


class PartyTold(NamedTuple):
    """A party of a meeting or an agreement; `person` and `organization` are the ids of those that are meant."""

    person: str | None
    organization: str | None
    role: str | None
    country: str | None
    side: str = "unknown"


class MeetingTold(NamedTuple):
    """What one document says of one meeting; see the view resolved.meetings_told. Places are id, country, whether a state."""

    account: Known
    kind: str
    status: str
    start: date | None
    end: date | None
    precision: str
    basis: str
    parties: list[PartyTold]
    places: list[tuple[str, str | None, bool]]
    title: str | None
    part_of: str | None
    seen_on: date | None


class AgreementTold(NamedTuple):
    """What one document says of one agreement; see the view resolved.agreements_told.

    Steps are status, day, whether it lies ahead, precision.
    """

    account: Known
    kind: str
    subject: str
    status: str
    start: date | None
    end: date | None
    precision: str
    parties: list[PartyTold]
    steps: list[tuple[str, date | None, bool, str]]
    seen_on: date | None


def people_told(connection: duckdb.DuckDBPyConnection) -> list[PersonTold]:
    """Return what the current documents say of people."""
    return [PersonTold(*row)._replace(posts=[PostTold(*post) for post in row[4]]) for row in _told(connection, "people")]


def organizations_told(connection: duckdb.DuckDBPyConnection) -> list[OrganizationTold]:
    """Return what the current documents say of bodies."""
    return [OrganizationTold(*row) for row in _told(connection, "organizations")]


def meetings_told(connection: duckdb.DuckDBPyConnection) -> list[MeetingTold]:
    """Return what the current documents say of meetings, with the people and bodies as they are resolved now."""
    return [MeetingTold(*row)._replace(parties=[PartyTold(*party) for party in row[7]]) for row in _told(connection, "meetings")]


def agreements_told(connection: duckdb.DuckDBPyConnection) -> list[AgreementTold]:
    """Return what the current documents say of agreements, with the people and bodies as they are resolved now."""
    return [AgreementTold(*row)._replace(parties=[PartyTold(*party) for party in row[7]])
            for row in _told(connection, "agreements")]


def _told(connection: duckdb.DuckDBPyConnection, plural: str) -> Iterator[tuple]:
    """Yield the rows of a view, what names the account in one."""
    for row in connection.execute(f"FROM resolved.{plural}_told").fetchall():
        yield Known(*row[:4]), *row[4:]
