"""Give each person an id: the smallest key of his fullest names, and for namesakes what tells them apart.

Ids hang on the accounts alone. Of namesakes the one spoken of first (by the documents' days, not by their arrival) has the
bare key, so that documents which go on in time leave ids as they are.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from warehouse.keys import digest, slug

from .account import Account, Ref
from .names import parse
from .profile import Profile


def ids_of(profiles: Iterable[Profile], accounts: dict[Ref, Account]) -> dict[str, Profile]:
    """Return the profiles by their ids."""
    groups: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[base_key(accounts[ref] for ref in profile.refs)].append(profile)
    named: dict[str, Profile] = {}
    rest: list[tuple[str, Profile, list[Profile]]] = []
    for base in sorted(groups):
        first, *others = sorted(groups[base], key=lambda p: (p.first or date.max, p.refs))
        named[base] = first
        rest += [(base, other, groups[base]) for other in others]
    for base, profile, group in rest:
        key = next(k for k in _told_apart(base, profile, group) if k not in named)
        named[key] = profile
    return named


def base_key(accounts: Iterable[Account]) -> str:
    """Return the smallest key among the fullest names: names written out before initials and lone names."""
    ranked = []
    for account in accounts:
        name = parse(account.name)
        ranked.append((-min(name.whole, 2), any(len(w) == 1 for w in name.words), account.key))
    return min(ranked)[2]


def _told_apart(base: str, profile: Profile, group: list[Profile]) -> Iterator[str]:
    """Yield keys for a namesake, the plainest first: by country, office, both, first year, at last by his first account."""
    others = [p for p in group if p is not profile]
    country = min(profile.countries, default=None)
    offices = sorted({t.office.key for t in profile.tenures})
    taken = {t.office.key for p in others for t in p.tenures}
    office = next((slug(key) for key in offices if key not in taken), None)
    if country and all(country not in p.countries for p in others):
        yield f"{base}-{country.lower()}"
    if office:
        yield f"{base}-{office}"
    if office and country:
        yield f"{base}-{country.lower()}-{office}"
    if profile.first is not None:
        yield f"{base}-{profile.first.year}"
    yield f"{base}-{digest(*profile.refs[0])[:8]}"
