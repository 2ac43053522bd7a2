"""Say which accounts of all documents tell one agreement, through its steps.

Pure: the same accounts and decisions, in whatever order, give the same agreements with the same ids. What one document tells
apart stays apart, unless somebody decided that it is one.
"""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from ..account import Decision, by_ref
from ..facts.gathering import gather
from ..facts.naming import ids_of
from ..facts.table import Judge
from ..resolution import Resolution
from .account import AgreementAccount
from .blocking import pairs
from .contradictions import contradiction
from .profile import Pact, pact_of
from .scoring import scale

RARE, PLAIN = 3.0, 20
"""How much more a word tells that one subject has than one that all have; accounts below which every word tells the same."""


def resolve_agreements(accounts: Iterable[AgreementAccount], decisions: Iterable[Decision] = ()) -> Resolution:
    """Return which accounts tell one agreement.

    Raises:
        ValueError: where two accounts have one document and one key.
    """
    ready = {ref: pact_of(account) for ref, account in sorted(by_ref(accounts, "agreements").items())}
    judge = Judge(scale(_weights(ready.values())), contradiction, lambda pact: pact.vague, asks=False)
    found = gather(ready, pairs(ready.values()), decisions, judge)
    return Resolution(dict(sorted(ids_of(found.groups, ready).items())), found.merges, found.proposals, found.unmet)


def _weights(pacts: Iterable[Pact]) -> dict[str, float]:
    """Return what each word of the subjects tells: the rarer, the more."""
    seen = Counter(word for pact in pacts for word in pact.matter.words)
    total = sum(seen.values())
    if total < PLAIN:
        return {}
    return {word: round(1 + (RARE - 1) * math.log(total / n) / math.log(total), 3) for word, n in seen.items()}
