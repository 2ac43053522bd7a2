"""Make decisions: on whether two things are one, on values, on findings and proposals. What cannot be decided is refused.

Every function returns decisions that are not kept yet; `session.py` keeps them.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from etl.corrections import ACCEPTED, CORRECTED, REJECTED
from etl.identity.account import DIFFERENT, SAME, UNSURE
from etl.review.errors import NothingSuch, ReviewRefused
from warehouse.decisions import AccountOf, Decided, decisions_that_hold
from warehouse.links import former_ids
from warehouse.schema.vocabulary import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    DATE_PRECISIONS,
    LINK_KINDS,
    MEETING_KINDS,
    MEETING_STATUSES,
    ORGANIZATION_KINDS,
)
from warehouse.shown import PLURALS, accounts_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DISMISSED = "dismissed"
DAY, TEXT, COUNTRY = "day", "text", "country"
FIELDS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "person": {"name": TEXT, "country_code": COUNTRY, "died_on": DAY, "wikidata_id": TEXT},
    "organization": {"name": TEXT, "kind": ORGANIZATION_KINDS, "country_code": COUNTRY, "wikidata_id": TEXT},
    "meeting": {"kind": MEETING_KINDS, "status": MEETING_STATUSES, "start_date": DAY, "end_date": DAY,
                "date_precision": DATE_PRECISIONS, "place": TEXT, "country_code": COUNTRY, "title": TEXT},
    "agreement": {"kind": AGREEMENT_KINDS, "subject": TEXT, "status": AGREEMENT_STATUSES, "start_date": DAY, "end_date": DAY,
                  "date_precision": DATE_PRECISIONS},
    "position": {"title": TEXT, "country_code": COUNTRY, "valid_from": DAY, "valid_to": DAY},
}
"""The columns that can be corrected, by kind of thing, each with what it holds."""
SPANS = (("start_date", "end_date"), ("valid_from", "valid_to"))
"""Columns of a first and a last day."""
NEEDED = frozenset(("name", "kind", "status", "subject", "date_precision"))
"""Columns that are never empty; nor is the title of a post."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, when, and why."""

    by: str
    at: datetime
    reason: str


def one_of_two(connection: DuckDBPyConnection, kind: str, left: str, right: str, judgement: str, who: Who) -> Decided:
    """Decide that two things of a kind are the same, different, or not to be known.

    Raises NothingSuch where an id is not shown, ReviewRefused where both are one already, or were decided to be different.
    """
    _require_mergeable(kind)
    one, other = current_id(connection, kind, left), current_id(connection, kind, right)
    if one == other:
        raise ReviewRefused(f"{left} and {right} are one {kind} already, {one}; to part accounts, split it.")
    decided = Decided(kind, judgement, one, who.reason, who.by, who.at, right_id=other, left=accounts_of(connection, kind, one),
                      right=accounts_of(connection, kind, other))
    if judgement == SAME:
        _require_undecided(connection, decided)
    return decided


def _require_mergeable(kind: str) -> None:
    if kind not in LINK_KINDS:
        raise ReviewRefused(f"Only {', '.join(LINK_KINDS)} can be merged or split, not a {kind}; a {kind} goes with its person.")


def _require_undecided(connection: DuckDBPyConnection, merge: Decided) -> None:
    """Refuse a merge that would come to nothing, as "different" wins where both are said."""
    sides = [{(account.document, account.key) for account in side} for side in (merge.left, merge.right)]
    for held in decisions_that_hold(connection):
        if (held.kind, held.judgement) == (merge.kind, DIFFERENT):
            left, right = ({(account.document, account.key) for account in side} for side in (held.left, held.right))
            if any(one & left and other & right for one, other in (sides, sides[::-1])):
                raise ReviewRefused(f"decision-{held.decision_id} says that {merge.left_id} and {merge.right_id} are different; "
                                    f"withdraw it first: `rapporteur review undo decision-{held.decision_id}`.")


def split(connection: DuckDBPyConnection, kind: str, shown: str, accounts: frozenset[tuple[str, str]], who: Who) -> Decided:
    """Decide that some accounts (document, natural key) of a thing speak of another than the rest.

    Raises NothingSuch where the id is not shown, ReviewRefused where nothing or all would be parted, or an account is not of it.
    """
    _require_mergeable(kind)
    found = current_id(connection, kind, shown)
    every = accounts_of(connection, kind, found)
    strangers = accounts - {(account.document, account.key) for account in every}
    if strangers:
        raise ReviewRefused(f"{', '.join(sorted(map(':'.join, strangers)))} is no account of {found}; "
                            f"`rapporteur review show {found}` lists them.")
    parted = tuple(account for account in every if (account.document, account.key) in accounts)
    rest = tuple(account for account in every if account not in parted)
    if not parted or not rest:
        raise ReviewRefused(f"{found} has {len(every)} accounts; {len(parted)} of them were named. Name some, not all: "
                            "`rapporteur review show` lists them.")
    return Decided(kind, DIFFERENT, found, who.reason, who.by, who.at, right_id=found, left=parted, right=rest)


def correct(connection: DuckDBPyConnection, kind: str, shown: str, field: str, value: str | None, who: Who) -> Decided:
    """Decide what a column of a thing is to hold.

    Raises NothingSuch where the id is not shown, ReviewRefused where the column cannot hold the value, or a last day would come
    before the first.
    """
    decided = _corrected(connection, kind, shown, field, value, who)
    _require_order(connection, decided)
    return decided


def _corrected(connection: DuckDBPyConnection, kind: str, shown: str, field: str, value: str | None, who: Who) -> Decided:
    """Return the decision on a column, whatever the other columns hold."""
    value = value_of(kind, field, value)
    if FIELDS[kind][field] == COUNTRY and value is not None and not connection.execute(
            "SELECT 1 FROM main.countries WHERE country_code = ?", [value]).fetchone():
        raise ReviewRefused(f"{value!r} is no country code of the reference data; give one of ISO 3166-1, like IQ.")
    found = current_id(connection, kind, shown)
    return Decided(kind, CORRECTED, found, who.reason, who.by, who.at, field=field, value=value,
                   left=accounts_of(connection, kind, found))


def _require_order(connection: DuckDBPyConnection, decided: Decided) -> None:
    """Refuse a first day after the last one."""
    span = next((pair for pair in SPANS if decided.field in pair), None)
    if span is None or decided.value is None:
        return
    view = "person_positions" if decided.kind == "position" else PLURALS[decided.kind]
    row = connection.execute(f"SELECT {', '.join(span)} FROM reporting.{view} WHERE {decided.kind}_id = ?", [decided.left_id]).fetchone()
    days = dict(zip(span, row or (None, None), strict=True)) | {decided.field: date.fromisoformat(decided.value)}
    first, last = (days[name] for name in span)
    if first is not None and last is not None and first > last:
        other = next(name for name in span if name != decided.field)
        raise ReviewRefused(f"{span[0]} {first} would come after {span[1]} {last}; correct the {other} first.")


def value_of(kind: str, field: str, value: str | None) -> str | None:
    """Return a value as it is kept; raises ReviewRefused where the column cannot hold it, or cannot be corrected."""
    if kind not in FIELDS:
        raise ReviewRefused(f"Values of a {kind} cannot be corrected; those of {', '.join(FIELDS)} can.")
    if field not in FIELDS[kind]:
        raise ReviewRefused(f"A {kind} has no column {field!r} that can be corrected; it has {', '.join(FIELDS[kind])}.")
    if value is None or not value.strip():
        if field in NEEDED or (kind, field) == ("position", "title"):
            raise ReviewRefused(f"The {field} of a {kind} cannot be empty; to take the {kind} away, reject it.")
        return None
    value, holds = value.strip(), FIELDS[kind][field]
    if holds == DAY:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise ReviewRefused(f"{field} takes a day like 2020-11-21, not {value!r}.") from error
    if holds == COUNTRY:
        return value.upper()
    if isinstance(holds, tuple) and value not in holds:
        raise ReviewRefused(f"The {field} of a {kind} is one of {', '.join(holds)}; not {value!r}.")
    return value


def on_fact(connection: DuckDBPyConnection, kind: str, shown: str, judgement: str, who: Who) -> Decided:
    """Decide that a fact is told as the machine has it (accepted), or is not told at all (rejected).

    Raises NothingSuch where the id is not shown, ReviewRefused for what is no fact.
    """
    if kind not in ("meeting", "agreement", "position"):
        raise ReviewRefused(f"Only meetings, agreements and positions are accepted or rejected, not a {kind}.")
    if judgement not in (ACCEPTED, REJECTED):
        raise ReviewRefused(f"A fact is {ACCEPTED} or {REJECTED}, not {judgement}.")
    found = current_id(connection, kind, shown)
    return Decided(kind, judgement, found, who.reason, who.by, who.at, left=accounts_of(connection, kind, found))


def on_match(connection: DuckDBPyConnection, match_id: str, judgement: str, who: Who) -> Decided:
    """Decide on two accounts that are proposed to be one, or that were merged: same, different or unsure.

    Only the accounts of the proposal are judged to be different; all that are shown with either are judged to be the same.
    """
    row = connection.execute("SELECT kind, left_id, right_id, left_document_id, left_key, right_document_id, right_key "
                             "FROM reporting.matches WHERE match_id = ?", [match_id]).fetchone()
    if row is None:
        raise NothingSuch(f"There is no match {match_id}; reporting.matches lists them.")
    kind, left_id, right_id, left_document, left_key, right_document, right_key = row
    if judgement in (SAME, UNSURE) and left_id != right_id:
        return one_of_two(connection, kind, left_id, right_id, judgement, who)
    sides = ((left_id, left_document, left_key), (right_id, right_document, right_key))
    left, right = (tuple(a for a in accounts_of(connection, kind, shown) if (a.document, a.key) == (document, key))
                   for shown, document, key in sides)
    return Decided(kind, judgement, left_id, who.reason, who.by, who.at, right_id=right_id, left=left, right=right)


def on_finding(connection: DuckDBPyConnection, finding_id: str, judgement: str, who: Who) -> list[Decided]:
    """Decide on a finding: dismissed leaves all as it is, accepted brings the repairs that it proposes.

    Raises NothingSuch where there is no such finding.
    """
    row = connection.execute("SELECT key, kind, document_id, char_start, char_end, reading_a, reading_b, quote "
                             "FROM resolved.findings WHERE finding_id = ?", [finding_id]).fetchone()
    if row is None:
        raise NothingSuch(f"There is no finding {finding_id}; reporting.quality_findings lists them.")
    key, *row = row
    _, document, start, end, *_, words = row
    decided = [Decided("finding", judgement, finding_id, who.reason, who.by, who.at,
                       left=(AccountOf(document, key, start, end, words),))]
    if judgement == ACCEPTED:
        decided += repairs(connection, *row, who)
    return decided


def repairs(connection: DuckDBPyConnection, kind: str, document: str, start: int, end: int, reading_a: str | None,
            reading_b: str | None, words: str, who: Who) -> list[Decided]:
    """Return the decisions that would make the second reading of a finding hold; none where it proposes nothing definite."""
    if reading_a is None or reading_b is None:
        return []
    if kind == "misspelt_source":
        return _one_outlet(connection, reading_a, reading_b, who)
    if kind in ("date_conflict", "date_outside_period") and _is_day(reading_a) and _is_day(reading_b):
        facts = connection.execute(
            "SELECT DISTINCT fact_kind, fact_id FROM reporting.evidence WHERE document_id = ? AND char_start <= ? AND char_end >= ? "
            "AND fact_kind IN ('meeting', 'agreement') ORDER BY ALL", [document, start, end]).fetchall()
        return [decided for fact_kind, fact_id in facts
                for decided in _moved(connection, fact_kind, fact_id, reading_a, reading_b, words, who)]
    return []


def _moved(connection: DuckDBPyConnection, kind: str, shown: str, told: str, meant: str, words: str, who: Who) -> list[Decided]:
    """Return the corrections of the dates of a fact that stand as `told`, or of both where it is dated by these very words."""
    start, end, stated, precision = connection.execute(
        f"SELECT start_date, end_date, date_stated, date_precision FROM reporting.{PLURALS[kind]} WHERE {kind}_id = ?",
        [shown]).fetchone()
    moved = {field: date.fromisoformat(meant) for field, day in (("start_date", start), ("end_date", end))
             if stated == words or day == date.fromisoformat(told)}
    first, last = moved.get("start_date", start), moved.get("end_date", end)
    if first is not None and last is not None and first > last:
        return []
    found = [_corrected(connection, kind, shown, field, meant, who) for field in moved]
    if moved and precision != "day":
        found.append(_corrected(connection, kind, shown, "date_precision", "day", who))
    return found


def _one_outlet(connection: DuckDBPyConnection, misspelt: str, meant: str, who: Who) -> list[Decided]:
    """Return the decision that a misspelt outlet is another, where each name is that of one outlet."""
    keys = [[key for key, in connection.execute("SELECT outlet_id FROM reporting.outlets WHERE name = ?", [name]).fetchall()]
            for name in (misspelt, meant)]
    if any(len(found) != 1 for found in keys):
        return []
    return [Decided("outlet", SAME, keys[0][0], who.reason, who.by, who.at, right_id=keys[1][0])]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def current_id(connection: DuckDBPyConnection, kind: str, shown: str) -> str:
    """Return the id under which something is shown now; raises NothingSuch where it is not."""
    known = connection.execute("SELECT 1 FROM resolved.account_ids WHERE kind = ? AND id = ? LIMIT 1", [kind, shown]).fetchone()
    if known:
        return shown
    survivor = former_ids(connection, kind).get(shown)
    if survivor is None:
        raise NothingSuch(f"There is no {kind} {shown!r} in the warehouse.")
    return survivor
