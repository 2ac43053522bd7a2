"""Read out of the warehouse what its documents say of posts: who held them when, who left or died, which roles name nobody."""
from __future__ import annotations

from datetime import date
from typing import NamedTuple

import duckdb


class PostSeen(NamedTuple):
    """Somebody in a post on a day; see the view resolved.posts_told."""

    version_id: int
    document: str
    person: str
    title: str
    organization: str | None
    country: str | None
    person_country: str | None
    is_former: bool
    first: date | None
    last: date | None
    is_stated: bool
    position: int | None
    start: int
    end: int

    @property
    def is_party(self) -> bool:
        """Say whether it is a party to a dated meeting; else a post that the document states."""
        return self.position is None


class ExitTold(NamedTuple):
    """A death, or a leave of a post; see the view resolved.exits_told."""

    version_id: int
    document: str
    person: str
    account: int
    by: date
    because: str
    is_day: bool
    start: int
    end: int


class RoleTold(NamedTuple):
    """A participant without a name; see the view resolved.open_roles."""

    version_id: int
    meeting: int
    ordinal: int
    role: str
    organization: str | None
    country: str | None
    first: date | None
    last: date | None
    others: list[str]


def posts_told(connection: duckdb.DuckDBPyConnection) -> list[PostSeen]:
    """Return who is told to be in which post, by document and place in it."""
    rows = connection.execute("FROM resolved.posts_told ORDER BY document_id, char_start, char_end, person, title, "
                              "organization, country_code, first_day, last_day").fetchall()
    return list(map(PostSeen._make, rows))


def exits_told(connection: duckdb.DuckDBPyConnection) -> list[ExitTold]:
    """Return who is told to have died or left a post, by document and place in it."""
    rows = connection.execute("FROM resolved.exits_told ORDER BY document_id, char_start, char_end, person").fetchall()
    return list(map(ExitTold._make, rows))


def open_roles(connection: duckdb.DuckDBPyConnection) -> list[RoleTold]:
    """Return the participants of whom documents give the post only, in no order."""
    return list(map(RoleTold._make, connection.execute("FROM resolved.open_roles").fetchall()))


def body_names(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    """Return the names that documents give each body, by its id, in the order of the alphabet."""
    return {key: tuple(names) for key, names in connection.execute(
        "SELECT body.key, list_sort(list_distinct(flatten(list([account.name, form.form])))) "
        "FROM resolved.organization_accounts AS account "
        "JOIN main.organizations AS body ON body.organization_id = account.organization_key "
        "LEFT JOIN main.organization_forms AS form "
        "ON form.version_id = account.version_id AND form.organization_id = account.account_key GROUP BY body.key").fetchall()}
