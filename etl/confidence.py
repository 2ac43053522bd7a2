"""Say how sure the extraction is of a fact: the share of right ones among labelled facts that tell as much.

What sets right and wrong apart is not the frame that found a fact but how much it tells: who of the parties is known by name,
how well its day is known, and whether any frame found it at all. `lexicon/confidence.toml` has the counts, which
`python -m tests.corpus.count_confidence` takes.
"""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.framing.together import TOGETHER
from etl.knowledge import toml
from etl.records import Evidence, Party, When

PRIOR = 5
"""How many facts of its kind the mean of the kind counts for: a class of which little is known is taken for a common one."""
UNDER_WAY = frozenset(("proposed", "negotiating"))
Class = tuple[str, str]


def meeting_class(parties: Sequence[Party], when: When, evidence: Sequence[Evidence]) -> Class:
    """Return what a meeting tells: how many parties are known, or that they are only named together, and how well its day."""
    people = sum(party.person_key is not None for party in parties)
    known = sum(party.person_key is not None or party.organization_key is not None for party in parties)
    told = "nobody" if not people else "one" if known == 1 else "several"
    how = "undated" if when.start is None else "day" if when.precision == "day" else "about"
    if all(e.rule == TOGETHER for e in evidence):
        # too few have no day to be counted apart
        return "together", "day" if how == "day" else "about"
    return told, how


def agreement_class(parties: Sequence[Party], status: str) -> Class:
    """Return what an agreement tells: how many parties it has, and how far it has come."""
    stage = "under_way" if status in UNDER_WAY else "reached" if status == "reached" else "concluded"
    return "one" if len(parties) < 2 else "several", stage


def meeting_confidence(parties: Sequence[Party], when: When, evidence: Sequence[Evidence]) -> float:
    """Return how sure a meeting is, between 0 and 1."""
    return _shares("meetings")[meeting_class(parties, when, evidence)]


def agreement_confidence(parties: Sequence[Party], status: str) -> float:
    """Return how sure an agreement is, between 0 and 1."""
    return _shares("agreements")[agreement_class(parties, status)]


def shares(counts: dict[str, dict[str, list[int]]]) -> dict[Class, float]:
    """Return the share of right ones of each class, from how many of it were right and wrong."""
    counted = {(told, how): right_wrong for told, of in counts.items() for how, right_wrong in of.items()}
    right, wrong = (sum(column) for column in zip(*counted.values(), strict=True))
    mean = right / (right + wrong)
    return {known: round((r + PRIOR * mean) / (r + w + PRIOR), 2) for known, (r, w) in counted.items()}


@cache
def _shares(section: str) -> dict[Class, float]:
    return shares(toml("confidence.toml")[section])
