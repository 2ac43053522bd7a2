"""Compare what the views show as of two moments: what appeared, changed and vanished, in words.

Counts of sources and mentions, confidence and first and last days are not compared: they move with every document that tells the
same once more. What is called otherwise than before is a change of the thing itself, not of all that refers to it.
The queries lie in `changes/*.sql`: for each kind the columns that are compared and a label, and its parts, of which a thing can have
several.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import duckdb

from .as_of import Moment, show_as_of

FOLDER = Path(__file__).with_suffix("")
KINDS = ("person", "organization", "meeting", "agreement", "position")
WAYS = ("appeared", "changed", "merged", "split", "vanished")
DIFFERENCES = (FOLDER / "differences.sql").read_text(encoding="utf-8")
"""What differs between the two states that were taken in."""
SHOWN = re.compile(r"\bshown_(\w+)")
"""A view of `reporting` as the queries name its copy as of a moment."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field and what it said before and after; None where it said nothing. Of fields with several values, one of these."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thing between two moments.

    Attributes:
        kind: one of KINDS.
        change: one of WAYS; merged where it is shown under another id now, split where it was shown under another before.
        id: its id, and `label` what it is in words; after the change, but before it where it is merged or vanished.
        other_id: the other id of a thing that is merged or split, and `other` that in words.
        fields: what changed.
    """

    kind: str
    change: str
    id: str
    label: str
    other_id: str | None = None
    other: str | None = None
    fields: tuple[FieldChange, ...] = ()


class _Difference(NamedTuple):
    kind: str
    change: str
    id: str
    label: str
    other_id: str | None
    other: str | None
    field: str | None
    before: str | None
    after: str | None


def changes_between(connection: duckdb.DuckDBPyConnection, since: Moment, until: Moment, *,
                    kinds: Sequence[str] = KINDS) -> list[Change]:
    """Return what differs between the states after two runs, ordered by kind, way and label.

    Works in temporary tables of this connection, which may be a reading one.
    """
    for state, moment in (("later", until), ("earlier", since)):
        show_as_of(connection, moment)
        # Planning a view takes longer than reading it, so each is read once.
        take_in(connection, state, "TABLE shown_{view} AS FROM reporting.{view}", kinds=kinds)
    connection.execute("RESET VARIABLE as_of_run")
    differences = [_Difference(*row) for row in connection.execute(DIFFERENCES).fetchall()]
    return list(_gathered(differences))


def take_in(connection: duckdb.DuckDBPyConnection, state: str, shown: str, *, kinds: Sequence[str] = KINDS) -> None:
    """Keep one of two states for DIFFERENCES in temporary tables: first the later one, then the earlier.

    `shown` says what the queries read in place of each `{view}` of `reporting`, as a temporary table or view.
    """
    for view in sorted({"former_ids", *SHOWN.findall("".join(map(_queries, kinds)))}):
        connection.execute(f"CREATE OR REPLACE TEMP {shown.format(view=view)}")
    _keep(connection, f"{state}_led", "FROM temp.main.shown_former_ids")
    if state == "later":
        connection.execute(_query("macros"))
    _keep(connection, f"{state}_things", " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, id, label FROM ({_query(kind)})" for kind in kinds))
    _keep(connection, f"{state}_parts", " UNION ALL ".join(part for kind in kinds for part in _parts(kind)))


def _keep(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")


def _parts(kind: str) -> Iterator[str]:
    """Yield queries for the parts of all things of a kind: of its columns, and of what it has several of."""
    yield (f"SELECT '{kind}' AS kind, id, field, '' AS member, words AS told, words FROM "
           f"(UNPIVOT (SELECT id, CAST(COLUMNS(* EXCLUDE (id, label)) AS VARCHAR) FROM ({_query(kind)})) "
           "ON COLUMNS(* EXCLUDE id) INTO NAME field VALUE words)")
    if (FOLDER / f"{kind}_parts.sql").is_file():
        # Two who were told apart can be one in the later state.
        yield (f"SELECT '{kind}' AS kind, id, field, member, min(told) AS told, arg_min(words, told) AS words "
               f"FROM ({_query(f'{kind}_parts')}) GROUP BY id, field, member")


def _queries(kind: str) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob(f"{kind}*.sql"))


def _query(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _gathered(differences: list[_Difference]) -> Iterator[Change]:
    def whole(one: _Difference) -> tuple:
        return KINDS.index(one.kind), WAYS.index(one.change), one.label, one.id, one.other_id or ""

    def within(one: _Difference) -> tuple:
        return one.field or "", one.before or "", one.after or ""

    for _, several in groupby(sorted(differences, key=lambda one: (whole(one), within(one))), whole):
        rows = list(several)
        fields = tuple(FieldChange(row.field, row.before, row.after) for row in rows if row.field is not None)
        yield Change(*rows[0][:6], fields)
