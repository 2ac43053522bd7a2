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
    for refs in found.people().values():
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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="of the histories (default 1)")
    parser.add_argument("--no-history", action="store_true", help="only the cost of a name")
    args = parser.parse_args()
    for namesakes in () if args.no_history else (0.0, 0.01, 0.02):
        for name, value in resolved(namesakes, args.seed):
            print(f"{name:34}{value:>30}")
        print()
    for name, value in asked():
        print(f"{name:34}{value:>30}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
