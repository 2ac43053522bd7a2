"""What is known of a body from several accounts: the evidence that a comparison weighs, put together.

Putting together loses the order of the accounts on purpose: whatever came first, the same accounts give the same profile.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from etl.identity.account import Ref
from etl.knowledge import KnownBody

from .account import REFERENCE, BodyAccount
from .compare import DIFFERENT, EQUAL, SHORTER, VARIANT, compare
from .names import BodyName, Reader
from .weights import ENOUGH, weight


@dataclass(frozen=True, slots=True)
class BodyNames:
    """The fullest name of an account, and those of its forms that say more than a part of it."""

    main: BodyName
    others: tuple[BodyName, ...] = ()

    def all(self) -> tuple[BodyName, ...]:
        """Return every name."""
        return (self.main, *self.others)

    @property
    def order(self) -> list[tuple[object, ...]]:
        """Return what they are sorted by."""
        return [name.order for name in self.all()]


@dataclass(frozen=True)
class BodyProfile:
    """The evidence of one or more accounts that are taken for one body's.

    Attributes:
        refs: the accounts, in order; a known body is its own account of the reference data.
        names: the names that they use.
        known: the key in the reference data.
        kinds: the kinds that they take it for.
        countries: the states that it belongs to; several only for a joint body.
        around: of each document that states no country for it, the states of the others in it.
        keys, parents: the keys of the accounts, and those of the bodies that it is part of.
        first, last: first and last day spoken from.
        marks: sides of decisions: (number of the decision, side).
        read: the documents, each with what makes two of its accounts one; "" where nothing does.
    """

    refs: tuple[Ref, ...]
    names: frozenset[BodyNames]
    known: str | None
    kinds: frozenset[str]
    countries: frozenset[str]
    around: frozenset[frozenset[str]]
    keys: frozenset[str]
    parents: frozenset[str]
    first: date | None
    last: date | None
    marks: frozenset[tuple[int, int]]
    read: frozenset[tuple[str, str]]

    @cached_property
    def ordered_names(self) -> tuple[BodyNames, ...]:
        """Return the names, in an order of their own."""
        return tuple(sorted(self.names, key=lambda n: n.order))

    @cached_property
    def every_name(self) -> tuple[BodyName, ...]:
        """Return every name once, in an order of its own."""
        return tuple(sorted({m for n in self.names for m in n.all()}, key=lambda m: m.order))

    @cached_property
    def spelt_out(self) -> bool:
        """Say whether some name is more than an acronym."""
        return any(name.acronym is None for name in self.every_name)

    @cached_property
    def telling(self) -> bool:
        """Say whether some name is one body's although no state is named."""
        return any(weight(name.words) >= ENOUGH for name in self.every_name if name.acronym is None)


def names_of(texts: Iterable[str], kind: str, reader: Reader, *, every: bool = False) -> BodyNames:
    """Return the names of a body, as they are compared.

    A form that is a part of the fullest name says nothing more, unless it is what a company is called for short. With
    `every` the names are known to be names, so all are kept.
    """
    read = sorted({reader.read(text) for text in texts}, key=lambda n: n.order)
    main = max(read, key=lambda n: (n.acronym is None, weight(n.words), len(n.words), len(n.countries)))
    others = [n for n in read if n != main and (every or n.acronym or _says_more(n, main, kind))]
    return BodyNames(main, tuple(others))


def _says_more(name: BodyName, main: BodyName, kind: str) -> bool:
    likeness = compare(name, main)
    if likeness.kind in (EQUAL, VARIANT, SHORTER):
        return False
    part = likeness.kind == DIFFERENT and set(name.words) < set(main.words)
    return not part or (kind == "company" and weight(name.words) >= ENOUGH)


def profile_of(account: BodyAccount, reader: Reader, *, marks: frozenset[tuple[int, int]] = frozenset(),
               around: frozenset[str] = frozenset()) -> BodyProfile:
    """Return the evidence of one account; `around` are the states of the other bodies of its document."""
    names = names_of((account.name, *account.forms), account.kind, reader)
    countries = _states(names.main, account.country, account.kind)
    national = names.main.national and countries and not names.main.places
    sign = f"{' '.join(names.main.words)}@{min(countries)}" if national else ""
    return BodyProfile(
        (account.ref,), frozenset((names,)), None, frozenset((account.kind,)), countries,
        frozenset() if countries or not around else frozenset((around,)), frozenset((account.key,)),
        frozenset({account.parent} - {None}), account.first_day, account.last_day, marks,
        frozenset(((account.document, sign),)))


def _states(name: BodyName, stated: str | None, kind: str) -> frozenset[str]:
    """Return the states that a body belongs to: those of a joint one, the one stated, or that of its name.

    What the name of an international body names is no state that it belongs to: the Organization of American States.
    """
    if kind == "international" or (stated is not None and len(name.countries) < 2):
        return frozenset({stated} - {None})
    return name.countries


def known_profile(body: KnownBody, reader: Reader) -> BodyProfile:
    """Return what the reference data says of a body."""
    names = names_of(body.names, body.kind, reader, every=True)
    return BodyProfile(
        (Ref(REFERENCE, body.key),), frozenset((names,)), body.key, frozenset((body.kind,)),
        _states(reader.read(body.name), body.country, body.kind), frozenset(), frozenset((body.key,)), frozenset(), None, None, frozenset(), frozenset())


def as_known(profile: BodyProfile, key: str) -> BodyProfile:
    """Return the evidence of accounts that speak of a known body."""
    return replace(profile, known=key, read=frozenset((document, f"={key}") for document, _ in profile.read))


def together(profiles: Iterable[BodyProfile]) -> BodyProfile:
    """Return the evidence of several profiles as that of one body."""
    parts = list(profiles)
    if len(parts) == 1:
        return parts[0]
    return BodyProfile(
        tuple(sorted(r for p in parts for r in p.refs)), _union(p.names for p in parts),
        min((p.known for p in parts if p.known is not None), default=None), _union(p.kinds for p in parts),
        _union(p.countries for p in parts), _union(p.around for p in parts), _union(p.keys for p in parts),
        _union(p.parents for p in parts), min((p.first for p in parts if p.first), default=None),
        max((p.last for p in parts if p.last), default=None), _union(p.marks for p in parts), _union(p.read for p in parts))


def _union(sets: Iterable[frozenset]) -> frozenset:
    return frozenset().union(*sets)
