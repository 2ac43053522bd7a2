"""Hand what the documents of a warehouse say, and what was decided about it, to the resolvers of `etl.identity`."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl.identity.account import DIFFERENT, SAME, Account, Decision, Post, Ref
from etl.identity.bodies.account import BodyAccount
from etl.identity.bodies.resolve import resolve_bodies
from etl.identity.facts.party import Party
from etl.identity.occasions.account import MeetingAccount, Venue
from etl.identity.occasions.resolve import resolve_meetings
from etl.identity.pacts.account import AgreementAccount, Step
from etl.identity.pacts.resolve import resolve_agreements
from etl.identity.resolution import Resolution
from etl.identity.resolve import resolve
from etl.knowledge import load_knowledge
from warehouse.decisions import AccountOf, Decided
from warehouse.told import (
    AgreementTold,
    Known,
    MeetingTold,
    OrganizationTold,
    PartyTold,
    PersonTold,
    agreements_told,
    meetings_told,
    organizations_told,
    people_told,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came out for one kind: the accounts as the warehouse knows them, what they say, and what they speak of."""

    known: Mapping[Ref, Known]
    told: Mapping[Ref, Any]
    found: Resolution


def resolve_kind(connection: DuckDBPyConnection, kind: str, decided: Iterable[Decided]) -> Resolved:
    """Resolve the accounts of a kind; meetings and agreements take people and bodies as they are linked now."""
    read, account_of, resolver = RESOLVERS[kind]
    rows = read(connection)
    accounts = [account_of(row) for row in rows]
    known = {account.ref: row.account for account, row in zip(accounts, rows, strict=True)}
    return Resolved(known, {account.ref: account for account in accounts}, resolver(accounts, decisions_of(kind, decided, known)))


def decisions_of(kind: str, decided: Iterable[Decided], accounts: Mapping[Ref, Known]) -> list[Decision]:
    """Return the decisions on whether two things of a kind are one, on the accounts that are there."""
    return [Decision(each.judgement, _side(each.left, accounts), _side(each.right, accounts))
            for each in decided if each.kind == kind and each.judgement in (SAME, DIFFERENT)]


def _side(side: Iterable[AccountOf], accounts: Mapping[Ref, Known]) -> frozenset[Ref]:
    return frozenset(ref for account in side if (ref := Ref(account.document, account.key)) in accounts)


def _person(told: PersonTold) -> Account:
    posts = tuple(dict.fromkeys(Post(p.title, p.organization, p.country, p.is_former) for p in told.posts))
    return Account(told.account.document, told.account.key, told.name, tuple(told.forms), told.country, posts, told.first_day,
                   told.last_day, tuple(told.companions), told.died_on, told.dead_by, told.acted_on, told.is_prose)


def _body(told: OrganizationTold) -> BodyAccount:
    return BodyAccount(told.account.document, told.account.key, told.name, tuple(told.forms), told.kind, told.country, told.parent,
                       told.first_day, told.last_day)


def _meeting(told: MeetingTold) -> MeetingAccount:
    return MeetingAccount(told.account.document, told.account.key, told.kind, told.status, told.start, told.end, told.precision,
                          told.basis, _parties(told.parties), tuple(Venue(*place) for place in told.places), told.title,
                          told.part_of, told.seen_on)


def _agreement(told: AgreementTold) -> AgreementAccount:
    return AgreementAccount(told.account.document, told.account.key, told.kind, told.subject, told.status, told.start, told.end,
                            told.precision, _parties(told.parties), tuple(Step(*step) for step in told.steps), told.seen_on)


def _parties(parties: Iterable[PartyTold]) -> tuple[Party, ...]:
    return tuple(Party(*party) for party in parties)


def _bodies(accounts: Iterable[BodyAccount], decisions: Iterable[Decision]) -> Resolution:
    return resolve_bodies(accounts, decisions, load_knowledge().bodies.values())


RESOLVERS: dict[str, tuple[Callable[[DuckDBPyConnection], list[Any]], Callable[[Any], Any], Callable[..., Resolution]]] = {
    "organization": (organizations_told, _body, _bodies),
    "person": (people_told, _person, resolve),
    "meeting": (meetings_told, _meeting, resolve_meetings),
    "agreement": (agreements_told, _agreement, resolve_agreements),
}
"""How each kind is read, turned into accounts, and resolved; in this order, as the later ones take the earlier as resolved."""
