"""Say which accounts of all documents speak of one person.

Pure: the same accounts and decisions, in whatever order, give the same people with the same ids. Full names are put
together first; then lone names and initials go to whom they can mean, where that is one person only.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from .account import SAME, Account, Decision, by_ref
from .clusters import rules_of
from .contradictions import contradiction
from .decisions import forced, in_order, marks_of
from .ids import ids_of
from .population import Population, population
from .profile import Profile, profile_of, together
from .resolution import Resolution
from .rounds import Link, gather
from .score import MERGE, Reason, Score
from .scoring import weigh

MANY = 5
"""People of a document with a country before it tells anything of the others that their countries are named."""
FAR = timedelta(days=365 * 6)
"""Time without a word of somebody after which accounts that say the same are weighed like others."""


def resolve(accounts: Iterable[Account], decisions: Iterable[Decision] = ()) -> Resolution:
    """Return which accounts speak of one person.

    Raises:
        ValueError: where two accounts have one document and one key.
    """
    known = by_ref(accounts)
    ordered = in_order(decisions)
    marks = marks_of(known, ordered)
    around = _around(known.values())
    single = [profile_of(known[ref], marks=marks.get(ref, frozenset()), around=around.get(ref.document, frozenset()))
              for ref in sorted(known)]
    among = population(single)
    decided, held, unmet = forced(single, [d for d in ordered if d.judgement == SAME], together)
    start, alike = _alike(held, among)
    rules = rules_of(among)
    full = gather(start, rules, chosen=lambda p: p.full)
    whole = gather(full.profiles, rules)
    ids = {ref: key for key, profile in ids_of(whole.profiles, known).items() for ref in profile.refs}
    return Resolution(ids, (*decided, *alike, *full.merged, *whole.merged), tuple(whole.open), tuple(unmet))


def _around(accounts: Iterable[Account]) -> dict[str, frozenset[str]]:
    """Return the countries of the people of each document that places enough of them for the others to be likely from there."""
    out: dict[str, list[str]] = defaultdict(list)
    for account in accounts:
        if account.country is not None and account.told_apart:
            out[account.document].append(account.country)
    return {document: frozenset(found) for document, found in out.items() if len(found) >= MANY}


def _alike(profiles: list[Profile], among: Population) -> tuple[list[Profile], list[Link]]:
    """Put those together that say the same (name, country, posts) within some years, where that is enough by itself."""
    groups: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for p in profiles:
        groups[p.names, p.countries, tuple(t.what for t in p.tenures), p.deaths, p.marks].append(p)
    out: list[Profile] = []
    links: list[Link] = []
    for group in groups.values():
        for run in _runs(group):
            score = weigh(run[0], run[1], among) if len(run) > 1 else None
            if score is None or _plain(score).value < MERGE:
                out += run
                continue
            profile = run[0]
            for other in run[1:]:
                if contradiction(profile, other) is None:
                    profile = together((profile, other))
                    links.append(Link(run[0].refs[0], other.refs[0], score))
                else:
                    out.append(other)
            out.append(profile)
    return out, sorted(links, key=lambda x: (x.left, x.right))


def _plain(score: Score) -> Score:
    """Return a score without what two documents happen to share besides: whom they have him meet."""
    reasons: tuple[Reason, ...] = tuple(r for r in score.reasons if not r.words.endswith("met by both"))
    return Score(sum(r.points for r in reasons), reasons)


def _runs(group: list[Profile]) -> Iterator[list[Profile]]:
    """Yield the profiles of a group in the order of their days, broken where there is a long silence."""
    dated = sorted((p for p in group if p.first and p.last), key=lambda p: (p.first, p.last, p.refs))
    undated = sorted((p for p in group if not (p.first and p.last)), key=lambda p: p.refs)
    run: list[Profile] = []
    last = None
    for p in dated:
        if run and p.first - last > FAR:
            yield run
            run = []
        run.append(p)
        last = max(p.last, last or p.last)
    if run:
        yield run
    if undated:
        yield undated
