"""Measure the resolution of people across documents: right and wrong on histories of known truth, and the cost of a name.

The histories are made by tests/etl/identity/history.py. CPU time is measured. How to run it: README.md beside this file.
"""
from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS, PEOPLE, KNOWN, ASKED = 2000, 3000, 100_000, 300
FEW = 60
"""Accounts of one person of which all pairs are looked at for contradictions."""


def pairs(groups: Counter) -> int:
    """Return how many pairs there are within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in groups.values())


def resolved(namesakes: float, seed: int) -> list[tuple[str, str]]:
    """Resolve a history and return what to print."""
    from etl.identity.resolve import resolve
    from tests.etl.identity.history import history

    told = history(documents=DOCUMENTS, people=PEOPLE, seed=seed, namesakes=namesakes)
    start = time.process_time()
    found = resolve(told.accounts)
    took = time.process_time() - start
    right = pairs(Counter((found.ids[ref], person) for ref, person in told.truth.items()))
    sizes = len(told.accounts), len(set(told.truth.values())), len(set(found.ids.values()))
    return [("accounts / people / found", " / ".join(map(str, sizes))),
            ("people with a namesake", f"{told.namesakes:.1%}"),
            ("pairwise precision", f"{right / pairs(Counter(found.ids.values())):.4f}"),
            ("pairwise recall", f"{right / pairs(Counter(told.truth.values())):.4f}"),
            ("proposals", str(len(found.proposals))),
            ("merges across a forbidden pair", str(forbidden(told.accounts, found))),
            ("CPU", f"{took:.1f} s, {took / len(told.accounts) * 1000:.2f} ms an account")]


def forbidden(accounts: tuple, found: object) -> int:
    """Return how many pairs of one person's accounts contradict each other."""
    from etl.identity.contradictions import contradiction, explains
    from etl.identity.profile import names_of, profile_of

    profiles = {account.ref: profile_of(account) for account in accounts}
    names = {account.ref: names_of(account) for account in accounts}
    count = 0
    for refs in found.groups().values():
        for a, b in combinations(refs[:FEW], 2):
            against = contradiction(profiles[a], profiles[b])
            count += against is not None and not any(explains(names[r], names[a], names[b]) for r in refs)
    return count


def asked() -> list[tuple[str, str]]:
    """Ask for names among many known people and return what to print."""
    from etl.identity.account import Account
    from etl.identity.blocking import Index
    from etl.identity.population import population
    from etl.identity.profile import profile_of
    from etl.identity.scoring import weigh
    from tests.etl.identity.cultures import GIVEN, invent
    from tests.etl.identity.history import COUNTRIES
    from tests.etl.identity.spellings import full, style

    chance = random.Random(7)
    cultures = sorted(GIVEN)
    people = []
    for _ in range(KNOWN):
        culture = chance.choice(cultures)
        people.append((invent(culture, chance), chance.choice(COUNTRIES[culture].split())))
    styles = [style(chance) for _ in range(20)]

    def profiles(some: list) -> list:
        return [profile_of(Account(str(i), str(i), full(name, chance.choice(styles), chance), country=country))
                for i, (name, country) in enumerate(some)]

    known = profiles(people)
    start = time.process_time()
    index, among = Index(known), population(known)
    built = time.process_time() - start
    sought = list(zip(places := chance.sample(range(KNOWN), ASKED), profiles([people[i] for i in places])))
    start = time.process_time()
    found = [(place, profile, index.candidates(profile)) for place, profile in sought]
    blocked = time.process_time() - start
    start = time.process_time()
    for _, profile, candidates in found:
        for place in candidates:
            weigh(profile, known[place], among)
    scored = time.process_time() - start
    hits = sum(place in candidates for place, _, candidates in found)
    return [("known people", f"{KNOWN:,}"), ("index built", f"{built:.1f} s"),
            ("candidates of a name, mean", f"{sum(len(c) for _, _, c in found) / ASKED:.0f}"),
            ("found among the candidates", f"{hits / ASKED:.1%}"),
            ("blocking a name", f"{blocked / ASKED * 1000:.2f} ms"),
            ("scoring its candidates", f"{scored / ASKED * 1000:.2f} ms")]


def bodies_resolved(seed: int) -> list[tuple[str, str]]:
    """Resolve a history of bodies and return what to print."""
    from etl.identity.bodies.resolve import resolve_bodies
    from tests.etl.identity.bodies.history import history

    told = history(documents=DOCUMENTS, seed=seed)
    start = time.process_time()
    found = resolve_bodies(told.accounts)
    took = time.process_time() - start
    right = pairs(Counter((found.ids[ref], body) for ref, body in told.truth.items()))
    states: dict[str, set[str]] = {}
    for account in told.accounts:
        states.setdefault(found.ids[account.ref], set()).update({account.country} - {None})
    sizes = len(told.accounts), len(set(told.truth.values())), len(set(found.ids.values()))
    return [("accounts / bodies / found", " / ".join(map(str, sizes))),
            ("pairwise precision", f"{right / pairs(Counter(found.ids.values())):.4f}"),
            ("pairwise recall", f"{right / pairs(Counter(told.truth.values())):.4f}"),
            ("proposals", str(len(found.proposals))),
            ("bodies of two states", str(sum(len(codes) > 1 for codes in states.values()))),
            ("CPU", f"{took:.1f} s, {took / len(told.accounts) * 1000:.2f} ms an account")]


def bodies_asked() -> list[tuple[str, str]]:
    """Ask for names among many known bodies and return what to print."""
    from etl.identity.bodies.account import BodyAccount
    from etl.identity.bodies.blocking import Index
    from etl.identity.bodies.names import Reader
    from etl.identity.bodies.profile import known_profile, profile_of
    from etl.identity.bodies.scoring import weigh
    from etl.knowledge import KnownBody
    from tests.etl.identity.bodies.history import STATES, named, world

    chance = random.Random(7)
    bodies = world(chance, each=KNOWN // len(STATES))[:KNOWN]
    reader = Reader()
    known = []
    for body in bodies:
        name, forms = named(body, 0, chance)
        known.append(known_profile(KnownBody(str(body.number), name, (name, *forms), body.kind, body.country), reader))
    start = time.process_time()
    index = Index(known)
    built = time.process_time() - start
    sought = []
    for place in chance.sample(range(len(bodies)), ASKED):
        body = bodies[place]
        name, forms = named(body, 1 + place % 30, chance)
        account = BodyAccount("d", str(place), name, (name, *forms), body.kind, body.country)
        sought.append((place, profile_of(account, reader)))
    start = time.process_time()
    found = [(place, profile, index.candidates(profile)) for place, profile in sought]
    blocked = time.process_time() - start
    start = time.process_time()
    for _, profile, candidates in found:
        for place in candidates:
            weigh(profile, known[place])
    scored = time.process_time() - start
    hits = sum(place in candidates for place, _, candidates in found)
    return [("known bodies", f"{len(known):,}"), ("index built", f"{built:.1f} s"),
            ("candidates of a name, mean", f"{sum(len(c) for _, _, c in found) / ASKED:.0f}"),
            ("found among the candidates", f"{hits / ASKED:.1%}"),
            ("blocking a name", f"{blocked / ASKED * 1000:.2f} ms"),
            ("scoring its candidates", f"{scored / ASKED * 1000:.2f} ms")]


def shown(rows: list[tuple[str, str]]) -> None:
    """Print a table."""
    for name, value in rows:
        print(f"{name:34}{value:>30}")
    print()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="of the histories (default 1)")
    parser.add_argument("--no-history", action="store_true", help="only the cost of a name")
    parser.add_argument("--of", choices=("people", "bodies"), help="only these")
    args = parser.parse_args()
    if args.of != "bodies":
        for namesakes in () if args.no_history else (0.0, 0.01, 0.02):
            shown(resolved(namesakes, args.seed))
        shown(asked())
    if args.of != "people":
        if not args.no_history:
            shown(bodies_resolved(args.seed))
        shown(bodies_asked())


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
