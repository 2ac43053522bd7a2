"""Say which accounts of all documents speak of one body.

Pure: the same accounts, decisions and known bodies, in whatever order, give the same bodies with the same ids. What is known
from the reference data comes first; the rest is put together by itself, or to it through names that documents use for both.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from etl.identity.account import SAME, Decision, Ref, by_ref
from etl.identity.decisions import forced, in_order, marks_of
from etl.identity.resolution import Resolution
from etl.identity.rounds import Link, gather
from etl.identity.score import MERGE
from etl.knowledge import KnownBody

from .account import REFERENCE, BodyAccount
from .clusters import body_rules, worth_asking
from .contradictions import contradiction
from .ids import ids_of
from .names import Reader
from .profile import BodyProfile, known_profile, profile_of, together
from .reference import acronyms_of, by_key, by_name
from .scoring import weigh

MANY = 3
"""Bodies of a document with a state before it tells anything of the others which states are named."""


def resolve_bodies(accounts: Iterable[BodyAccount], decisions: Iterable[Decision] = (),
                   known: Iterable[KnownBody] = ()) -> Resolution:
    """Return which accounts speak of one body.

    An account whose key, or whose name, is that of a known body has the id of that body. In links, a known body is a `Ref` of
    the document `REFERENCE`.

    Raises:
        ValueError: where two accounts have one document and one key.
    """
    told = by_ref(accounts)
    bodies = {Ref(REFERENCE, body.key): body for body in sorted(known, key=lambda b: b.key)}
    ordered = in_order(decisions)
    marks = marks_of({**told, **bodies}, ordered)
    around, (reader, of_known) = _around(told.values()), _read_known(tuple(bodies.values()))
    reader = reader.copy()
    single = [profile_of(told[ref], reader, marks=marks.get(ref, frozenset()), around=around.get(ref.document, frozenset()))
              for ref in sorted(told)]
    single += [replace(profile, marks=marks.get(ref, frozenset())) for ref, profile in zip(bodies, of_known, strict=True)]
    decided, held, unmet = forced(single, [d for d in ordered if d.judgement == SAME], together)
    keyed = by_key([p for p in held if p.known is None], [p for p in held if p.known is not None])
    start, alike = _alike([p for p in keyed.profiles if p.known is None])
    named = by_name(start, [p for p in keyed.profiles if p.known is not None])
    spoken = {p.known for p in named.profiles}
    others = [p for p in keyed.profiles if p.known is not None and p.known not in spoken and len(p.refs) > 1]
    found = gather([*named.profiles, *others, *(p for p in named.resembled if len(p.refs) == 1)], body_rules())
    whole = [p for p in found.profiles if any(ref in told for ref in p.refs)]
    ids = {ref: key for key, profile in ids_of(whole, told, (b.key for b in bodies.values()), reader).items()
           for ref in profile.refs if ref in told}
    merges = (*decided, *keyed.links, *alike, *named.links, *found.merged)
    return Resolution(ids, merges, tuple(worth_asking(found.open, found.profiles)), tuple(unmet))


@lru_cache(maxsize=1)
def _read_known(bodies: tuple[KnownBody, ...]) -> tuple[Reader, tuple[BodyProfile, ...]]:
    """Return what reads names where these bodies are known, and what is known of each: the same in every run, and dear."""
    reader = Reader(acronyms_of(bodies))
    return reader, tuple(known_profile(body, reader) for body in bodies)


def _around(accounts: Iterable[BodyAccount]) -> dict[str, frozenset[str]]:
    """Return the states of the bodies of each document that names enough of them."""
    out: dict[str, list[str]] = defaultdict(list)
    for account in accounts:
        if account.country is not None:
            out[account.document].append(account.country)
    return {document: frozenset(found) for document, found in out.items() if len(found) >= MANY}


def _alike(profiles: list[BodyProfile]) -> tuple[list[BodyProfile], list[Link]]:
    """Put those together that say the same (names, states, kind), where that is enough by itself."""
    groups: dict[tuple[object, ...], list[BodyProfile]] = defaultdict(list)
    for p in sorted(profiles, key=lambda p: p.refs):
        groups[p.names, p.countries, p.kinds, p.parents, p.marks].append(p)
    out: list[BodyProfile] = []
    links: list[Link] = []
    for first, *others in groups.values():
        profile = first
        for other in others:
            score = weigh(first, other)
            if score.value >= MERGE and contradiction(profile, other) is None:
                profile = together((profile, other))
                links.append(Link(first.refs[0], other.refs[0], score))
            else:
                out.append(other)
        out.append(profile)
    return out, links
