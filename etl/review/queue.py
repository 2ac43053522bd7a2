"""Tell what waits for a decision, the most consequential first, and what there is to know before deciding on it."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.review.errors import NothingSuch, ReviewRefused
from warehouse.links import former_ids

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FACTS = ("meeting", "agreement", "position")
KINDS = ("person", "organization", *FACTS)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits: `kind` is finding, match or fact; `about` the kind of finding or of thing."""

    id: str
    kind: str
    about: str
    weight: float
    headline: str
    document_id: str
    quote: str | None


def waiting(connection: DuckDBPyConnection, *, kind: str | None = None, limit: int | None = None) -> list[Item]:
    """Return what waits for a decision, the most consequential first."""
    rows = connection.execute(
        "SELECT * FROM reporting.review_queue WHERE item_kind = coalesce(?, item_kind) ORDER BY weight DESC, item_id "
        f"LIMIT {'ALL' if limit is None else int(limit)}", [kind]).fetchall()
    return [Item(*row) for row in rows]


def what_is(connection: DuckDBPyConnection, known: str, kind: str | None = None) -> tuple[str, str]:
    """Return what an id names: (finding, ""), (match, ""), or the kind of a thing and the id that it is shown under.

    Raises NothingSuch where it names nothing, ReviewRefused where it names several and `kind` says not which.
    """
    if kind is None:
        for view, column in (("quality_findings", "finding_id"), ("matches", "match_id")):
            if connection.execute(f"SELECT 1 FROM reporting.{view} WHERE {column} = ?", [known]).fetchone():
                return column.removesuffix("_id"), known
    shown = {found: known for found, in connection.execute(
        "SELECT DISTINCT kind FROM resolved.account_ids WHERE id = ?", [known]).fetchall()}
    for found in KINDS:
        if found not in shown and (survivor := former_ids(connection, found).get(known)) is not None:
            shown[found] = survivor
    if kind is not None:
        shown = {found: at for found, at in shown.items() if found == kind}
    if not shown:
        raise NothingSuch(f"There is no {kind or 'finding, match, person, organization or fact'} {known!r} in the warehouse.")
    if len(shown) > 1:
        raise ReviewRefused(f"{known} is the id of a {' and of a '.join(sorted(shown))}; say which with --kind.")
    return next(iter(shown.items()))


def facts_about(connection: DuckDBPyConnection, kind: str, known: str) -> list[tuple[str, str]]:
    """Return what is to be known before deciding on something, as labels and texts."""
    match kind:
        case "finding":
            return _columns(connection, "reporting.quality_findings", "finding_id", known)
        case "match":
            found = _columns(connection, "reporting.matches", "match_id", known)
            sides = dict(found)
            return [*found, *(line for side in ("left", "right") for line in facts_about(connection, sides["kind"], sides[f"{side}_id"]))]
        case "person":
            posts = connection.execute("SELECT concat_ws(', ', title, organization, country_code), first_seen, last_seen "
                                       "FROM reporting.person_positions WHERE person_id = ? ORDER BY first_seen", [known]).fetchall()
            return [*_columns(connection, "reporting.people", "person_id", known), *_names(connection, kind, known),
                    *(("post", f"{what} ({first} to {last})") for what, first, last in posts), *_accounts(connection, kind, known)]
        case "organization":
            return [*_columns(connection, "reporting.organizations", "organization_id", known), *_names(connection, kind, known),
                    *_accounts(connection, kind, known)]
        case "meeting" | "agreement":
            details, who = ("meetings", "meeting_participants") if kind == "meeting" else ("agreements", "agreement_parties")
            parties = connection.execute(
                f"SELECT concat_ws(', ', coalesce(person, organization), role, country_code) FROM reporting.{who} "
                f"WHERE {kind}_id = ? ORDER BY ordinal", [known]).fetchall()
            return [*_columns(connection, f"reporting.{details}", f"{kind}_id", known),
                    *(("party", party) for party, in parties), *_words(connection, kind, known), *_accounts(connection, kind, known)]
        case _:
            return [*_columns(connection, "reporting.person_positions", "position_id", known), *_words(connection, kind, known)]


def _columns(connection: DuckDBPyConnection, view: str, key: str, known: str) -> list[tuple[str, str]]:
    """Return the columns of one row that hold something."""
    cursor = connection.execute(f"SELECT * FROM {view} WHERE {key} = ?", [known])
    names, row = [column[0] for column in cursor.description], cursor.fetchone()
    return [(name, str(value)) for name, value in zip(names, row or (), strict=bool(row)) if value is not None]


def _names(connection: DuckDBPyConnection, kind: str, known: str) -> list[tuple[str, str]]:
    rows = connection.execute(f"SELECT name FROM reporting.{kind}_names WHERE {kind}_id = ? ORDER BY name", [known]).fetchall()
    return [("known as", name) for name, in rows]


def _accounts(connection: DuckDBPyConnection, kind: str, known: str) -> list[tuple[str, str]]:
    """Return the accounts that speak of something, as `split` takes them."""
    rows = connection.execute(
        "SELECT concat(account.document_id, ':', account.key), version.document FROM resolved.account_ids AS account "
        "JOIN resolved.versions AS version USING (version_id) WHERE account.kind = ? AND account.id = ? ORDER BY ALL",
        [kind, known]).fetchall()
    return [("account", f"{account}  {title}") for account, title in rows]


def _words(connection: DuckDBPyConnection, kind: str, known: str) -> list[tuple[str, str]]:
    rows = connection.execute("SELECT DISTINCT document, quote, outlet FROM reporting.evidence WHERE fact_kind = ? AND fact_id = ? "
                              "ORDER BY ALL", [kind, known]).fetchall()
    return [("words", f"{quote} [{document}{f', {outlet}' if outlet else ''}]") for document, quote, outlet in rows]
