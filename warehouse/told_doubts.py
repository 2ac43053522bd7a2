"""Read out of the warehouse what the search for contradictions between documents weighs, and the words that it quotes."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import duckdb

from . import staging


class Passage(NamedTuple):
    """Words of a version: the first code point and the one after the last."""

    version_id: int
    start: int
    end: int


class ActTold(NamedTuple):
    """A meeting held after a death; see the view resolved.acts_after_death."""

    person: str
    name: str
    died_by: date
    document: str
    version_id: int
    start: int
    end: int
    actor: str
    actor_name: str
    likely: float
    act_day: date
    act_stated: bool
    act_document: str
    act_version_id: int
    act_start: int
    act_end: int


class DatedTelling(NamedTuple):
    """A meeting on one stated day; see the view resolved.dated_tellings."""

    version_id: int
    document: str
    meeting: str
    kind: str
    people: list[str]
    place: str | None
    day: date
    seen_on: date | None
    start: int
    end: int


def acts_after_death(connection: duckdb.DuckDBPyConnection) -> list[ActTold]:
    """Return the meetings that somebody is told to have held after a death, by document and place in it."""
    rows = connection.execute("FROM resolved.acts_after_death "
                              "ORDER BY act_document_id, act_start, act_end, actor, document_id, char_start, person, act_day")
    return list(map(ActTold._make, rows.fetchall()))


def dated_tellings(connection: duckdb.DuckDBPyConnection) -> list[DatedTelling]:
    """Return the meetings on stated days of people who are told to have met on several, by document and place in it."""
    rows = connection.execute("FROM resolved.dated_tellings "
                              "ORDER BY document_id, char_start, char_end, day, people, meeting").fetchall()
    return list(map(DatedTelling._make, rows))


def names_of_people(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the name under which each person is shown, by id."""
    return dict(connection.execute("SELECT person_id, name FROM resolved.people").fetchall())


def quotes(connection: duckdb.DuckDBPyConnection, passages: Iterable[Passage]) -> dict[Passage, tuple[str, str]]:
    """Return the words of each passage, in one line, and the title of its document."""
    listed = sorted(set(passages))
    columns = {name: [passage[at] for passage in listed] for at, name in enumerate(("version_id", "char_start", "char_end"))}
    with staging.staged(connection, "derived_findings", columns) as given:
        rows = connection.execute(
            "SELECT given.version_id, given.char_start, given.char_end, "
            "CASE WHEN words.text IS NULL THEN substring(content.text, given.char_start + 1, given.char_end - given.char_start) "
            "ELSE substring(words.text, given.char_start - passage.char_start + 1, given.char_end - given.char_start) END, "
            "version.document "
            f"FROM {given} AS given JOIN resolved.versions AS version USING (version_id) "
            "JOIN main.document_versions AS content USING (version_id) "
            "LEFT JOIN main.passages AS passage ON passage.version_id = given.version_id "
            "AND passage.char_start <= given.char_start AND passage.char_end >= given.char_end "
            "LEFT JOIN main.passage_texts AS words ON words.version_id = passage.version_id AND words.ordinal = passage.ordinal "
        ).fetchall()
    return {Passage(*row[:3]): (" ".join(row[3].split()), row[4]) for row in rows}
