"""Measure a resolution against what is known to be true."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from etl.identity.account import Ref
from etl.identity.resolution import Resolution


def scored(refs: Iterable[Ref], truth: Mapping[Ref, int], found: Resolution) -> tuple[float, float]:
    """Return pairwise precision and recall."""
    right = _pairs(Counter((found.ids[ref], truth[ref]) for ref in refs))
    return right / _pairs(Counter(found.ids.values())), right / _pairs(Counter(truth.values()))


def _pairs(groups: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in groups.values())
