"""Tell for which state somebody acts whose state no sentence states: for the land where a guest who had come there met him.

"The envoy flew to Lusaka and was received by President Banda" tells that Banda is of Zambia, wherever he signs something. Of a
gathering, where all are guests, this tells nothing, nor of who came there himself or holds no office of a state.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl.agreements.pacts import Pact
from etl.agreements.principals import of_one_state
from etl.agreements.terms import terms
from etl.linking.link import Linker
from etl.telling.drafts import Draft
from etl.telling.sides import Side, country_side


def at_home(pacts: Sequence[Pact], drafts: Sequence[Draft], linker: Linker) -> list[Pact]:
    """Return the agreements of a document with the states of the people who are at home where they received."""
    if not any(_is_stateless(side, linker) for pact in pacts for side in pact.sides):
        return list(pacts)
    lands = _lands(drafts, linker)
    return [_with_states(pact, lands) for pact in pacts]


def _with_states(pact: Pact, lands: dict[str, str]) -> Pact:
    """Return an agreement with a state for each of its people who is known to be at home; who stood only for his state goes."""
    people = [s for s in pact.sides if s.kind == "person"]
    bound = [s for s in pact.sides if s.kind != "person"]
    open_ = [s for s in people if s.country is None and not of_one_state(s)]
    if pact.land and len(open_) == 1:
        lands = {open_[0].key or "": pact.land} | lands
    own = [s for s in open_ if s.key in lands]
    if not own or len(bound) >= max(2, len(people)):
        # whom it binds is told
        return pact
    states = (country_side(lands[s.key]) for s in own)
    bound.extend(state for state in dict.fromkeys(states) if not state.among(bound))
    return replace(pact, sides=(*bound, *(s for s in people if s not in own or s.key not in pact.standing)))


def _is_stateless(side: Side, linker: Linker) -> bool:
    """Say whether somebody holds an office of a state, and of which is not stated."""
    if side.kind != "person" or side.country:
        return False
    entry = linker.people[side.key]
    return not (entry.country or entry.body) and any(_is_of_state(r.head, r.domains) and not r.former for r in side.posts)


def _is_of_state(head: str, domains: frozenset[str]) -> bool:
    return head in terms().offices and terms().not_of_state.isdisjoint(domains)


def _lands(drafts: Iterable[Draft], linker: Linker) -> dict[str, str]:
    """Return the state of each person who met guests in one land above all others."""
    came: dict[str, set[str]] = defaultdict(set)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    drafts = [d for d in drafts if d.status == "held"]
    for draft in drafts:
        for side in draft.sides if draft.kind == "visit" else ():
            came[side.key or ""].update(p.country for p in draft.places if p.country)
    for draft in drafts:
        countries = {p.country for p in draft.places if p.country}
        if draft.kind != "meeting" or draft.frame in terms().gatherings or len(countries) != 1:
            continue
        (land,) = countries
        guests = [s for s in draft.sides if s.key and land in came[s.key]]
        if not guests or any(s.country == land for s in draft.sides):
            continue
        for side in draft.sides:
            if side not in guests and _is_stateless(side, linker):
                told[side.key or ""][land] += 1
    ranked = {key: lands.most_common(2) for key, lands in told.items()}
    return {key: lands[0][0] for key, lands in ranked.items() if len(lands) == 1 or lands[0][1] > lands[1][1]}
