"""Read under which ids things are shown now, and find again what a decision was about by the words that it rested on."""
from __future__ import annotations

from collections.abc import Container, Iterable

import duckdb

from .decisions import AccountOf

PLURALS = {"person": "people", "organization": "organizations", "meeting": "meetings", "agreement": "agreements",
           "position": "positions"}
"""The kinds of things that accounts speak of, each with its table of identities."""


def account_ids(connection: duckdb.DuckDBPyConnection, kind: str) -> dict[tuple[str, str], str]:
    """Return the id of what each account of a kind speaks of, by document and natural key; also of what was rejected."""
    return {(document, key): shown for document, key, shown in connection.execute(
        "SELECT document_id, key, id FROM resolved.accounts_meant WHERE kind = ?", [kind]).fetchall()}


def found_again(connection: duckdb.DuckDBPyConnection, kind: str, accounts: Iterable[AccountOf],
                there: Container[tuple[str, str]]) -> tuple[AccountOf, ...]:
    """Return accounts by the natural keys that their documents give now, by the words that each rested on.

    One that is still `there` (document and key) stays. So does one whose words the document has no longer, or of whom they do
    not tell which of several it is: it waits, rather than to be taken for another.
    """
    found = []
    for account in accounts:
        key = None if (account.document, account.key) in there else _key_now(connection, kind, account)
        found.append(account if key is None else account._replace(key=key))
    return tuple(found)


def _key_now(connection: duckdb.DuckDBPyConnection, kind: str, account: AccountOf) -> str | None:
    """Return the natural key of the one thing that rests on the words of an account now."""
    current = connection.execute("SELECT version.version_id, content.text FROM resolved.versions AS version "
                                 "JOIN main.document_versions AS content USING (version_id) WHERE version.document_id = ?",
                                 [account.document]).fetchone()
    if current is None or account.words is None:
        return None
    start = nearest(current[1], account.words, account.char_start)
    if start is None:
        return None
    end = start + len(account.words)
    table, column = words_of(kind)
    rows = connection.execute(
        f"SELECT thing.key, max(least(words.char_end, $end) - greatest(words.char_start, $start)) AS common FROM main.{table} AS words "
        f"JOIN main.{PLURALS[kind]} AS thing USING ({column}) "
        "WHERE words.version_id = $version AND words.char_start < $end AND words.char_end > $start "
        "GROUP BY thing.key ORDER BY common DESC LIMIT 2", {"version": current[0], "start": start, "end": end}).fetchall()
    return rows[0][0] if len({common for _, common in rows}) == len(rows) > 0 else None


def nearest(text: str, words: str, place: int) -> int | None:
    """Return where words stand in a text, of several times nearest to a place; None where they do not."""
    before, after = text.rfind(words, 0, place + len(words)), text.find(words, place)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - place), default=None)


def accounts_of(connection: duckdb.DuckDBPyConnection, kind: str, shown: str) -> tuple[AccountOf, ...]:
    """Return the accounts that are shown under an id, each with the first words that it rests on."""
    table, column = words_of(kind)
    return tuple(AccountOf(*row) for row in connection.execute(
        "WITH told AS (SELECT account.version_id, account.document_id, account.key, min(words.char_start) AS char_start, "
        "arg_min(words.char_end, (words.char_start, words.char_end)) AS char_end "
        "FROM resolved.account_ids AS account "
        f"LEFT JOIN main.{table} AS words ON words.version_id = account.version_id AND words.{column} = account.account_key "
        "WHERE account.kind = ? AND account.id = ? GROUP BY ALL) "
        "SELECT told.document_id, told.key, told.char_start, told.char_end, "
        "substring(content.text, told.char_start + 1, told.char_end - told.char_start) "
        "FROM told JOIN main.document_versions AS content USING (version_id) ORDER BY ALL", [kind, shown]).fetchall())


def words_of(kind: str) -> tuple[str, str]:
    """Return the table that holds the words on which things of a kind rest, and its column for them."""
    return "mentions" if kind in ("person", "organization") else "evidence", f"{kind}_id"
