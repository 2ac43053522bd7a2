"""Say why two profiles cannot be one body's, whatever else speaks for it.

Such pairs are never merged, unless somebody decided so.
"""
from __future__ import annotations

from etl.identity.account import parted

from .compare import DIFFERENT, compare
from .profile import BodyNames, BodyProfile


def contradiction(a: BodyProfile, b: BodyProfile) -> str | None:
    """Return why two profiles must stay apart, None where nothing forbids that they are one body's."""
    return _decided(a, b) or _known(a, b) or _countries(a, b) or _parts(a, b) or _one_document(a, b) or _names(a, b)


def _decided(a: BodyProfile, b: BodyProfile) -> str | None:
    if parted(a.marks, b.marks):
        return "decided to be different bodies"
    return None


def _known(a: BodyProfile, b: BodyProfile) -> str | None:
    if a.known is not None and b.known is not None and a.known != b.known:
        return f"known as {min(a.known, b.known)} and as {max(a.known, b.known)}"
    return None


def _countries(a: BodyProfile, b: BodyProfile) -> str | None:
    if a.countries and b.countries and not a.countries & b.countries:
        return f"of {', '.join(sorted(a.countries))} and of {', '.join(sorted(b.countries))}"
    return None


def _parts(a: BodyProfile, b: BodyProfile) -> str | None:
    whole = min((a.parents & b.keys) | (b.parents & a.keys), default=None)
    return None if whole is None else f"one is a part of {whole}, which is the other"


def _one_document(a: BodyProfile, b: BodyProfile) -> str | None:
    """Return that a document told the two apart; two wordings for an organ that a state has once are no telling apart."""
    others = dict(b.read)
    for document, sign in sorted(a.read):
        if document in others and (sign == "" or (document, sign) not in b.read):
            return "told apart in one document"
    return None


def _names(a: BodyProfile, b: BodyProfile) -> str | None:
    every = (*a.ordered_names, *b.ordered_names)
    for x in a.ordered_names:
        for y in b.ordered_names:
            if x != y and (told := different(x, y)) and not any(explains(z, x, y) for z in every):
                return told
    return None


def different(x: BodyNames, y: BodyNames) -> str | None:
    """Return why none of the names of one account can be one of another's."""
    if any(compare(m, n).kind != DIFFERENT for m in x.all() for n in y.all()):
        return None
    return compare(x.main, y.main).reason


def explains(both: BodyNames, x: BodyNames, y: BodyNames) -> bool:
    """Say whether somebody uses two different names for one body."""
    return bool(both.others) and different(both, x) is None and different(both, y) is None
