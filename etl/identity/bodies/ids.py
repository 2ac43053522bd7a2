"""Give each body an id: its key in the reference data, else the key of an account that spells it out with its state.

Of such accounts the first in time (by the documents' days, not by their arrival) has its way, so that documents which go on
in time leave ids as they are; so it is with bodies of one name.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from etl.identity.account import Ref
from warehouse.keys import digest, organization_key

from .account import BodyAccount
from .names import Reader
from .profile import BodyProfile


def ids_of(profiles: Iterable[BodyProfile], accounts: Mapping[Ref, BodyAccount], reserved: Iterable[str],
           reader: Reader) -> dict[str, BodyProfile]:
    """Return the profiles by their ids; only what is known may have a reserved key."""
    named: dict[str, BodyProfile] = {}
    groups: dict[str, list[BodyProfile]] = defaultdict(list)
    for profile in profiles:
        if profile.known is not None:
            named[profile.known] = profile
        else:
            groups[base_key((accounts[ref] for ref in profile.refs), reader)].append(profile)
    taken = {*named, *reserved}
    rest: list[tuple[str, BodyProfile]] = []
    for base in sorted(groups):
        ordered = sorted(groups[base], key=lambda p: (p.first or date.max, p.refs))
        if base not in taken:
            named[base] = ordered.pop(0)
        rest += [(base, other) for other in ordered]
    taken |= named.keys()
    for base, profile in rest:
        key = next(k for k in _told_apart(base, profile) if k not in taken)
        named[key] = profile
        taken.add(key)
    return named


def base_key(accounts: Iterable[BodyAccount], reader: Reader) -> str:
    """Return the key of the account that says best which body it is: spelt out, with its state, first in time."""
    def rank(account: BodyAccount) -> tuple[object, ...]:
        name = reader.read(account.name)
        return name.acronym is not None, name.national and account.country is None, account.first_day or date.max, account.key

    best = min(accounts, key=rank)
    return _with_state(best.key, best.country) if reader.read(best.name).national else best.key


def _with_state(key: str, country: str | None) -> str:
    """Return a key with the state, which a document that names it late leaves off."""
    return key if country is None or key.endswith(f"-{country.lower()}") else organization_key(key, country)


def _told_apart(base: str, profile: BodyProfile) -> Iterator[str]:
    """Yield keys for a body whose name another bears, the plainest first: by state, first year, at last an account."""
    state = min(profile.countries, default=None)
    if state is not None:
        yield _with_state(base, state)
    if profile.first is not None:
        yield f"{base}-{profile.first.year}"
    yield f"{base}-{digest(*profile.refs[0])[:8]}"
