"""What is known of somebody from several accounts: the evidence that a comparison weighs, put together.

Putting together loses the order of the accounts on purpose: whatever came first, the same accounts give the same profile.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce

from .account import Account, Ref
from .compare import DIFFERENT, compare
from .names import Name, parse
from .offices import Office, office_of


@dataclass(frozen=True, slots=True)
class Names:
    """The fullest name of an account, and those of its forms that the name does not explain."""

    main: Name
    others: tuple[Name, ...] = ()

    def all(self) -> tuple[Name, ...]:
        """Return every name."""
        return (self.main, *self.others)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post from the first to the last day on which documents speak of its holder; a former one is over by then."""

    office: Office
    organization: str | None
    country: str | None
    former: bool
    first: date | None
    last: date | None

    @property
    def what(self) -> tuple[str, str, str, bool]:
        """Return the post without its time."""
        return self.office.key, self.organization or "", self.country or "", self.former

    def over(self, other: Tenure) -> Tenure:
        """Return the same post over both times."""
        return Tenure(self.office, self.organization, self.country, self.former, _min(self.first, other.first),
                      _max(self.last, other.last))


@dataclass(frozen=True)
class Profile:
    """The evidence of one or more accounts that are taken for one person's.

    Attributes:
        refs: the accounts, in order.
        names: the names that they use.
        countries: the countries that they assign the person to.
        around: of each document that states no country for him, the countries of the others in it.
        tenures: the posts, with their times.
        companions: names met with, as sorted skeletons.
        first, last: first and last day spoken from.
        deaths: days of death stated.
        dead_by: first day by which somebody has him dead.
        acted: last day on which somebody has him act.
        marks: sides of decisions: (number of the decision, side).
        read: documents whose people were told apart while they were read.
    """

    refs: tuple[Ref, ...]
    names: frozenset[Names]
    countries: frozenset[str]
    around: frozenset[frozenset[str]]
    tenures: tuple[Tenure, ...]
    companions: frozenset[tuple[str, ...]]
    first: date | None
    last: date | None
    deaths: frozenset[date]
    dead_by: date | None
    acted: date | None
    marks: frozenset[tuple[int, int]]
    read: frozenset[str]

    @cached_property
    def full(self) -> bool:
        """Say whether some account uses more than one name written out."""
        return any(n.main.full for n in self.names)

    @cached_property
    def spelt(self) -> tuple[str, ...]:
        """Return the letters of each name in alphabetical order of its words, each once."""
        return tuple(dict.fromkeys("".join(sorted(n.main.words)) for n in self.ordered_names))

    @cached_property
    def ordered_names(self) -> tuple[Names, ...]:
        """Return the names, in an order of their own."""
        return tuple(sorted(self.names, key=lambda n: [m.order for m in n.all()]))


def names_of(account: Account) -> Names:
    """Return the names of an account, as they are compared."""
    main = parse(account.name)
    forms = sorted({parse(form) for form in account.forms}, key=lambda n: n.order)
    return Names(main, tuple(n for n in forms if n.full and compare(n, main).kind == DIFFERENT))


def profile_of(account: Account, *, marks: frozenset[tuple[int, int]] = frozenset(),
               around: frozenset[str] = frozenset()) -> Profile:
    """Return the evidence of one account; `around` are the countries of the other people of its document."""
    tenures = {}
    for post in account.posts:
        country = post.country or (account.country if post.organization is None else None)
        post = replace(post, country=country)
        tenure = Tenure(office_of(post), post.organization, country, post.former, account.first_day, account.last_day)
        tenures[tenure.what] = tenure
    countries = {account.country, *(p.country for p in account.posts if office_of(p).national)} - {None}
    companions = frozenset(n.bones for n in map(parse, account.companions) if n.full)
    return Profile(
        (account.ref,), frozenset((names_of(account),)), frozenset(countries),
        frozenset() if countries or not around else frozenset((around,)),
        tuple(tenures[w] for w in sorted(tenures)),
        companions, account.first_day, account.last_day, frozenset({account.died_on} - {None}),
        _min(account.died_on, account.dead_by), account.acted_on, marks,
        frozenset((account.document,)) if account.told_apart else frozenset())


def together(profiles: Iterable[Profile]) -> Profile:
    """Return the evidence of several profiles as that of one person."""
    parts = list(profiles)
    if len(parts) == 1:
        return parts[0]
    tenures: dict[tuple[str, str, str, bool], Tenure] = {}
    for tenure in (t for p in parts for t in p.tenures):
        tenures[tenure.what] = tenures[tenure.what].over(tenure) if tenure.what in tenures else tenure
    return Profile(
        tuple(sorted(r for p in parts for r in p.refs)), _union(p.names for p in parts), _union(p.countries for p in parts),
        _union(p.around for p in parts),
        _settled(tenures), _union(p.companions for p in parts),
        reduce(_min, (p.first for p in parts)), reduce(_max, (p.last for p in parts)), _union(p.deaths for p in parts),
        reduce(_min, (p.dead_by for p in parts)),
        reduce(_max, (p.acted for p in parts)), _union(p.marks for p in parts), _union(p.read for p in parts))


def _settled(tenures: dict[tuple[str, str, str, bool], Tenure]) -> tuple[Tenure, ...]:
    """Return the posts in order; one without a country is that of the only country whose same office the person holds."""
    known: dict[tuple[str, str, str, bool], Tenure] = {w: t for w, t in tenures.items() if t.country or t.organization}
    for what in sorted(tenures.keys() - known.keys()):
        same = [w for w in known if w[0] == what[0] and w[3] == what[3]]
        place = same[0] if len(same) == 1 else what
        known[place] = known[place].over(tenures[what]) if place in known else tenures[what]
    return tuple(known[w] for w in sorted(known))


def _union(sets: Iterable[frozenset]) -> frozenset:
    return frozenset().union(*sets)


def _min(a: date | None, b: date | None) -> date | None:
    return min((d for d in (a, b) if d is not None), default=None)


def _max(a: date | None, b: date | None) -> date | None:
    return max((d for d in (a, b) if d is not None), default=None)
