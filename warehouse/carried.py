"""Find the accounts that say now what accounts of replaced versions of their documents said.

An account is found by its natural key, else by words that it rested on, of several meetings or agreements on the same words by
its parties. An account that rested on the same words beside it before is another thing, and is never taken for it.
"""
from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import duckdb

from .shown import PLURALS, nearest, words_of

Account = tuple[int, int]
"""An account by the internal keys of its version and of what it names."""
Stretch = tuple[int, int, int]
"""First code point of words, the one after the last, and the internal key of what rests on them."""
Party = tuple[int | None, int | None, str | None]
"""A party by the internal key of the person, else of the body, else by country and role."""

PARTIES = {"meeting": "meeting_participants", "agreement": "agreement_parties"}
"""The tables that hold who takes part in things."""

REPLACED = """
WITH replaced AS (
    SELECT old.version_id, held.version_id AS current_id, retirement.run_id
    FROM main.retirements AS retirement
    JOIN main.document_versions AS old USING (version_id)
    JOIN main.document_versions AS held ON held.document_id = old.document_id AND held.is_current
    WHERE retirement.run_id >= ?
)
"""


class Stretches:
    """The words of one version on which things of a kind rest."""

    __slots__ = ("longest", "starts", "stretches")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches = sorted(stretches)
        self.starts = [start for start, _, _ in self.stretches]
        self.longest = max((end - start for start, end, _ in self.stretches), default=0)

    def common(self, start: int, end: int) -> dict[int, int]:
        """Return how many characters of a stretch each thing rests on that rests on any."""
        common: dict[int, int] = {}
        for first, last, key in self.stretches[bisect_left(self.starts, start - self.longest):bisect_left(self.starts, end)]:
            shared = min(last, end) - max(first, start)
            if shared > 0:
                common[key] = max(shared, common.get(key, 0))
        return common


def carried(connection: duckdb.DuckDBPyConnection, kind: str, *, since: int) -> list[tuple[str, tuple[Account, ...]]]:
    """Return ids of accounts whose version was replaced by a run from `since` on, each with the accounts that say the same now.

    The ids of an account are its natural key and what it was shown under. Of several accounts that its words might mean, all
    are given.
    """
    rows = connection.execute(
        f"{REPLACED} SELECT DISTINCT account.version_id, replaced.current_id, account.{kind}_id, "
        "same.version_id IS NOT NULL, unnest([known.key, meant.key]) AS key "
        f"FROM replaced JOIN main.{kind}_accounts AS account USING (version_id) "
        f"JOIN main.{PLURALS[kind]} AS known USING ({kind}_id) "
        f"LEFT JOIN main.{kind}_accounts AS same ON same.version_id = replaced.current_id "
        f"AND same.{kind}_id = account.{kind}_id "
        f"LEFT JOIN main.{kind}_links AS link ON link.version_id = account.version_id "
        f"AND link.{kind}_id = account.{kind}_id "
        "AND link.run_id <= replaced.run_id AND coalesce(link.ended_run_id >= replaced.run_id, TRUE) "
        f"LEFT JOIN main.{PLURALS[kind]} AS meant ON meant.{kind}_id = link.resolved_{kind}_id "
        "ORDER BY ALL", [since]).fetchall()
    lost = {(version, account): current for version, current, account, is_there, _ in rows if not is_there}
    found = dict(_by_words(connection, kind, lost)) if lost else {}
    return [(key, ((current, account),) if is_there else found.get((version, account), ()))
            for version, current, account, is_there, key in rows if key is not None]


def _by_words(connection: duckdb.DuckDBPyConnection, kind: str,
              lost: Mapping[Account, int]) -> Iterator[tuple[Account, tuple[Account, ...]]]:
    """Yield for lost accounts, each with the version that holds now, the accounts that their words mean."""
    versions = sorted({version for version, _ in lost} | set(lost.values()))
    texts = dict(connection.execute("SELECT version_id, text FROM main.document_versions WHERE list_contains(?, version_id)",
                                    [versions]).fetchall())
    table, column = words_of(kind)
    rest = connection.execute(f"SELECT DISTINCT version_id, char_start, char_end, {column} FROM main.{table} "
                              f"WHERE {column} IS NOT NULL AND list_contains(?, version_id)", [versions]).fetchall()
    stretches: dict[int, list[Stretch]] = defaultdict(list)
    for version, *stretch in rest:
        stretches[version].append(tuple(stretch))
    held = {version: Stretches(stretches[version]) for version in versions}
    own: dict[Account, list[tuple[int, int]]] = defaultdict(list)
    for version, there in stretches.items():
        for start, end, key in there:
            own[version, key].append((start, end))
    parties = _parties(connection, kind, versions)
    for (version, account), current in lost.items():
        keys = resting(texts[version], held[version], own[version, account], texts[current], held[current])
        keys = alike(parties[version, account], {key: parties[current, key] for key in keys})
        yield (version, account), tuple((current, key) for key in keys)


def _parties(connection: duckdb.DuckDBPyConnection, kind: str, versions: Sequence[int]) -> dict[Account, set[Party]]:
    """Return who takes part in the things of a kind; none for kinds without parties."""
    parties: dict[Account, set[Party]] = defaultdict(set)
    if kind in PARTIES:
        for version, account, *party in connection.execute(
                f"SELECT version_id, {kind}_id, person_id, CASE WHEN person_id IS NULL THEN organization_id END, "
                "CASE WHEN coalesce(person_id, organization_id) IS NULL THEN concat_ws('|', country_code, role) END "
                f"FROM main.{PARTIES[kind]} WHERE list_contains(?, version_id)", [versions]).fetchall():
            parties[version, account].add(tuple(party))
    return parties


def alike(parties: Set[Party], candidates: Mapping[int, Set[Party]]) -> tuple[int, ...]:
    """Return those of several candidates that share most parties; all of them where none shares any."""
    shared = {key: len(parties & theirs) for key, theirs in candidates.items()}
    return tuple(key for key, count in shared.items() if count == max(shared.values()))


def resting(before: str, then: Stretches, own: Sequence[tuple[int, int]], text: str,
            now: Stretches) -> tuple[int, ...]:
    """Return what rests in a text on words that a thing rested on, the longest that tell it; several where none tell one.

    Args:
        before: the text as it was, and `then` what rested on its words.
        own: the stretches of the thing in it.
        text: the text as it is, and `now` what rests on its words.
    """
    several: tuple[int, ...] = ()
    for start, end in sorted(own, key=lambda span: (span[0] - span[1], span)):
        place = nearest(text, before[start:end], start)
        if place is None:
            continue
        beside = then.common(start, end)
        common = {key: shared for key, shared in now.common(place, place + end - start).items() if key not in beside}
        best = tuple(sorted(key for key, shared in common.items() if shared == max(common.values())))
        if len(best) == 1:
            return best
        several = several or best
    return several
