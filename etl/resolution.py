"""Keep what all documents of a warehouse say together: which accounts speak of one thing, and what was decided about it.

A pure function of the current documents and the decisions that hold, so that the order in which either came makes no
difference. It runs after each run that changed either, in one transaction; the rules are in `etl.identity`.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.corrections import ACCEPTED, CORRECTED, REJECTED, Shown, corrections_of
from etl.doubts import write_doubts
from etl.identity.account import SAME
from etl.identity.bodies.account import REFERENCE
from etl.identity.occasions.named import named_elsewhere
from etl.identity.occasions.profile import posts_of
from etl.identity.rounds import Link
from etl.identity.terms.holders import Holding
from etl.resolving import RESOLVERS, Resolved, resolve_kind
from etl.tenures import Participant, write_terms
from warehouse.connection import transaction
from warehouse.decisions import AccountOf, Decided, decisions_that_hold
from warehouse.keys import digest
from warehouse.links import former_ids, write_links
from warehouse.notes import note, noted
from warehouse.recorded import record
from warehouse.shown import PLURALS, account_ids, found_again

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

RESOLVER_VERSION = "1"
"""Raised whenever the same accounts may resolve to something else."""


def resolve_all(connection: DuckDBPyConnection, *, run_id: int) -> bool:
    """Bring everything that is resolved up to date; returns False where nothing had changed since the last time."""
    state = _state(connection)
    if noted(connection, "resolution") == state:
        return False
    with transaction(connection):
        decided = _found_again(connection, decisions_that_hold(connection))
        resolved = {}
        for kind in RESOLVERS:
            resolved[kind] = each = resolve_kind(connection, kind, decided)
            write_links(connection, kind, {each.known[ref]: key for ref, key in each.found.ids.items()}, run_id=run_id)
        _write_matches(connection, [row for kind, each in resolved.items()
                                    for row in match_rows(kind, each.found.merges, each.found.proposals)], run_id=run_id)
        _write_outlets(connection, decided, run_id=run_id)
        _write_corrections(connection, decided, run_id=run_id)
        tenures = write_terms(connection, _named_elsewhere(resolved["meeting"]), run_id=run_id)
        write_doubts(connection, tenures, run_id=run_id)
        note(connection, "resolution", state)
    return True


def is_resolved(connection: DuckDBPyConnection) -> bool:
    """Say whether nothing has changed since the last time; it has where a run was killed before it could resolve."""
    return noted(connection, "resolution") == _state(connection)


def _found_again(connection: DuckDBPyConnection, decided: Sequence[Decided]) -> list[Decided]:
    """Return decisions on the accounts as their documents give them now; the views bring those on findings to theirs."""
    kinds = {each.kind for each in decided if each.left or each.right} & PLURALS.keys()
    there = {kind: account_ids(connection, kind) for kind in kinds}

    def now(decision: Decided, side: tuple[AccountOf, ...]) -> tuple[AccountOf, ...]:
        return found_again(connection, decision.kind, side, there[decision.kind]) if decision.kind in there else side
    return [replace(each, left=now(each, each.left), right=now(each, each.right)) for each in decided]


def _state(connection: DuckDBPyConnection) -> str:
    """Return what the resolution hangs on, in short: documents that came and went, decisions made and withdrawn, reference data."""
    counted = connection.execute(
        "SELECT (SELECT max(version_id) FROM main.document_versions), (SELECT count(*) FROM main.retirements), "
        "(SELECT max(decision_id) FROM main.decisions), (SELECT count(withdrawn_run_id) FROM main.decisions)").fetchone()
    return " ".join(map(str, (RESOLVER_VERSION, *counted, noted(connection, "reference"))))


def match_rows(kind: str, merges: Sequence[Link], proposals: Sequence[Link]) -> list[tuple]:
    """Return the links that are worth a look as rows: one for each two natural keys that were merged, and every proposal.

    A link to the reference data is no pair of accounts: no document says the one side.
    """
    best: dict[tuple[str, str], Link] = {}
    merges, proposals = ([link for link in links if REFERENCE not in (link.left.document, link.right.document)]
                         for links in (merges, proposals))
    for link in merges:
        keys = min(link.left.key, link.right.key), max(link.left.key, link.right.key)
        if keys[0] != keys[1] and (keys not in best or _rank(link) < _rank(best[keys])):
            best[keys] = link
    return [*(_row(kind, link, "merged") for link in best.values()), *(_row(kind, link, "proposed") for link in proposals)]


def _rank(link: Link) -> tuple:
    return -link.score.points, link.left, link.right


def _row(kind: str, link: Link, outcome: str) -> tuple:
    left, right = sorted((link.left, link.right))
    reasons = "; ".join(f"{reason.words} ({reason.points:+.1f})" for reason in link.score.reasons)
    return (digest(kind, *left, *right), kind, *left, *right, outcome, round(link.score.value, 4), reasons, link.against)


COLUMNS = ("match_id", "kind", "left_document", "left_key", "right_document", "right_key", "outcome", "score", "reasons", "against")


def _write_matches(connection: DuckDBPyConnection, rows: Sequence[tuple], *, run_id: int) -> None:
    record(connection, "matches", _columns(COLUMNS, rows), run_id=run_id)


def _named_elsewhere(meetings: Resolved) -> dict[Participant, Holding]:
    """Name the parties of whom one document gives the office only and another, of the same meeting, the name."""
    posts = posts_of(meetings.told.values())
    return {(meetings.known[ref].version_id, meetings.known[ref].account_key, ordinal):
            Holding(person, f"named by document {namer.document}")
            for refs in meetings.found.groups().values() if len(refs) > 1
            for (ref, ordinal), (person, namer) in named_elsewhere([meetings.told[r] for r in refs], posts).items()}


def _write_outlets(connection: DuckDBPyConnection, decided: Iterable[Decided], *, run_id: int) -> None:
    """Make misspelt outlets those that somebody decided them to be."""
    keys = dict(connection.execute("SELECT key, outlet_id FROM main.outlets").fetchall())
    links = outlets_meant(each for each in decided if {each.left_id, each.right_id} <= keys.keys())
    record(connection, "outlet_links", {"outlet_id": [keys[outlet] for outlet in links],
                                        "resolved_outlet_id": [keys[meant] for meant in links.values()]}, run_id=run_id)


def outlets_meant(decided: Iterable[Decided]) -> dict[str, str]:
    """Return the outlet that each misspelt one is, itself no misspelt one; `decided` are in their order, the last counts."""
    links: dict[str, str] = {}

    def meant(outlet: str) -> str:
        while outlet in links:
            outlet = links[outlet]
        return outlet

    for each in decided:
        if each.kind == "outlet" and each.judgement == SAME and each.left_id != each.right_id:
            if meant(each.right_id) == each.left_id:
                del links[each.right_id]
            links[each.left_id] = each.right_id
    return {outlet: meant(outlet) for outlet in links}


def _write_corrections(connection: DuckDBPyConnection, decided: Sequence[Decided], *, run_id: int) -> None:
    """Bring decisions on values to what is shown now."""
    on_values = [each for each in decided if each.judgement in (CORRECTED, REJECTED, ACCEPTED) and each.kind in PLURALS]
    found = corrections_of(on_values, {kind: _shown(connection, kind) for kind in {each.kind for each in on_values}})
    record(connection, "corrections", {name: [getattr(each, name) for each in found]
                                       for name in ("kind", "id", "field", "value", "decision_id")}, run_id=run_id)


def _shown(connection: DuckDBPyConnection, kind: str) -> Shown:
    accounts = account_ids(connection, kind)
    return Shown(frozenset(accounts.values()), former_ids(connection, kind), accounts)


def _columns(names: Sequence[str], rows: Sequence[tuple]) -> dict[str, Sequence]:
    """Return rows by column."""
    return dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))
