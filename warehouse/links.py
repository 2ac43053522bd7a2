"""Write which person, body, meeting or agreement each account speaks of, and where ids that are no longer shown lead."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

import duckdb

from .carried import Account, carried
from .identities import identify
from .notes import note, noted
from .recorded import record
from .shown import PLURALS
from .told import Known


def write_links(connection: duckdb.DuckDBPyConnection, kind: str, ids: Mapping[Known, str], *, run_id: int) -> None:
    """Make `ids`, the id that each current account of a kind speaks of, what holds from this run on."""
    before = shown_ids(connection, kind)
    moved = carried(connection, kind, since=int(noted(connection, f"{kind}_links") or 0))
    keys = identify(connection, f"{kind}_id", {"key": sorted(set(ids.values()))})
    others = sorted((account, resolved) for account, resolved in ids.items() if resolved != account.key)
    record(connection, f"{kind}_links", {
        "version_id": [account.version_id for account, _ in others],
        f"{kind}_id": [account.account_key for account, _ in others],
        f"resolved_{kind}_id": [keys[resolved] for _, resolved in others]}, run_id=run_id)
    lead = survivors({(a.version_id, a.account_key): (a.key, resolved) for a, resolved in ids.items()}, before,
                     former_ids(connection, kind), moved)
    others_of = connection.execute("SELECT kind, id, survivor_id FROM main.former_ids WHERE ended_run_id IS NULL AND kind <> ?",
                                   [kind]).fetchall()
    rows = [*others_of, *((kind, former, survivor) for former, survivor in sorted(lead.items()))]
    record(connection, "former_ids", dict(zip(("kind", "id", "survivor_id"), zip(*rows, strict=True) if rows else ((), (), ()),
                                              strict=True)), run_id=run_id)
    note(connection, f"{kind}_links", str(run_id))


def shown_ids(connection: duckdb.DuckDBPyConnection, kind: str) -> dict[tuple[int, int], str]:
    """Return the id under which each linked account is shown, by the internal keys of version and account."""
    return {(version_id, account_key): key for version_id, account_key, key in connection.execute(
        f"SELECT link.version_id, link.{kind}_id, thing.key FROM main.{kind}_links AS link "
        f"JOIN main.{PLURALS[kind]} AS thing ON thing.{kind}_id = link.resolved_{kind}_id "
        "WHERE link.ended_run_id IS NULL").fetchall()}


def former_ids(connection: duckdb.DuckDBPyConnection, kind: str) -> dict[str, str]:
    """Return where the ids of a kind lead that were shown once and are no longer."""
    return dict(connection.execute("SELECT id, survivor_id FROM main.former_ids WHERE ended_run_id IS NULL AND kind = ?",
                                   [kind]).fetchall())


def survivors(now: Mapping[Account, tuple[str, str]], before: Mapping[Account, str], former: Mapping[str, str],
              moved: Iterable[tuple[str, Collection[Account]]] = ()) -> dict[str, str]:
    """Return, for each id that is not shown, the one under which most of its accounts are.

    `now` holds the natural key of each account and the id that it is shown under, `before` the ids that accounts were shown
    under, `former` where earlier ids led, `moved` the ids of accounts of versions that were replaced, each with the accounts
    that say the same now; where those are of several things, they tell nothing.
    """
    shown = {resolved for _, resolved in now.values()}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for account, (key, resolved) in now.items():
        for known in {key, before.get(account, key)} - shown:
            votes[known][resolved] += 1
    for known, accounts in moved:
        meant = {now[account][1] for account in accounts if account in now}
        if known not in shown and len(meant) == 1:
            votes[known].update(meant)
    lead = {known: _most(counted.items()) for known, counted in votes.items()}
    followed = {known: _end(known, {**former, **lead}, shown) for known in former if known not in shown and known not in lead}
    return lead | {known: survivor for known, survivor in followed.items() if survivor is not None}


def _end(known: str, lead: Mapping[str, str], shown: Collection[str]) -> str | None:
    """Return the id that is shown to which an id leads over others, None where it leads to none."""
    passed = set()
    while known not in shown:
        if known in passed or known not in lead:
            return None
        passed.add(known)
        known = lead[known]
    return known


def _most(counted: Iterable[tuple[str, int]]) -> str:
    """Return the id with most votes, of several the first in the alphabet."""
    return min(counted, key=lambda pair: (-pair[1], pair[0]))[0]
