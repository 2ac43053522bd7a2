"""Ready an account for comparison: its time, the words of its title, and what it takes from the visit that holds it."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..account import Ref
from ..facts.party import Party, office_held
from ..facts.wording import Wording, wording_of
from .account import MeetingAccount
from .days import CITED, EXACT, Time, time_of


@dataclass(frozen=True, slots=True)
class Occasion:
    """An account with what a comparison needs of it."""

    account: MeetingAccount
    time: Time
    title: Wording | None

    @property
    def seen_on(self) -> date | None:
        """Return the day of the document."""
        return self.account.seen_on

    @property
    def vague(self) -> bool:
        """Say whether it could be of several occasions: no stated day, or somebody unnamed."""
        return self.time.kind != EXACT or any(p.named is None for p in self.account.parties)

    @property
    def dated(self) -> bool:
        """Say whether a day is stated for it, or for its source."""
        return self.time.kind in (EXACT, CITED)


def posts_of(accounts: Iterable[MeetingAccount]) -> dict[str, str]:
    """Return, by person, the post that all accounts give who give one, where they mean one office."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for account in accounts:
        for party in account.parties:
            office = office_held(party) if party.person is not None else None
            if office is not None:
                first = found[party.person].get(office[0], party.role)
                found[party.person][office[0]] = min(first, party.role)
    return {person: next(iter(offices.values())) for person, offices in found.items() if len(offices) == 1}


def occasion_of(account: MeetingAccount, accounts: Mapping[Ref, MeetingAccount], posts: Mapping[str, str]) -> Occasion:
    """Return an account, ready.

    A part of a visit without a day of its own lies within the days of the visit; who is named without his post has the one
    that others give him.
    """
    visit = accounts.get(Ref(account.document, account.part_of)) if account.part_of is not None else None
    told = account
    if visit is not None and account.start is None and visit.start is not None:
        told = replace(told, start=visit.start, end=visit.end, precision=visit.precision,
                       basis="period" if visit.basis == "stated" else visit.basis)
    if visit is not None and not account.places and account.kind == "meeting":
        states = tuple(v for v in visit.places if len({x.country for x in visit.places}) == 1 and v.whole)
        told = replace(told, places=states)
    told = replace(told, parties=with_posts(told.parties, posts))
    return Occasion(told, time_of(told), None if account.title is None else wording_of(account.title))


def with_posts(parties: tuple[Party, ...], posts: Mapping[str, str]) -> tuple[Party, ...]:
    """Return parties with the posts of those who are named without one."""
    return tuple(replace(p, role=posts[p.person]) if p.role is None and p.person in posts else p for p in parties)
