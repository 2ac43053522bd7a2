"""Say which dates of a sentence belong to one clause of it."""
from __future__ import annotations

from etl.frames import Hit
from etl.skeleton import Skeleton

OTHERS = frozenset(("since", "until", "by", "before", "after", "from", "ahead"))


def clause_dates(skel: Skeleton, hit: Hit) -> list[int]:
    """Return the date units of a sentence, the one nearest to the trigger first.

    A date is passed over where another verb stands between it and the trigger, unless it opens the sentence.
    """
    units = skel.sentence.units
    found = [(i, units.classes[i]) for i in range(skel.sentence.first, skel.sentence.last) if units.classes[i] == "D"]
    scored = []
    for i, _ in found:
        if units.classes[i - 1:i] == "(" and i > skel.sentence.first:
            continue
        before = units.words[i - 1].lower() if i > skel.sentence.first else ""
        distance = hit.first - i if i < hit.first else max(0, i - hit.last)
        low, high = (i, hit.first) if i < hit.first else (hit.last, i)
        barrier = sum(units.words[j].lower() in ("that", "which", "who", ";", "and", "while", "but") for j in range(low, high))
        opens = i - skel.sentence.first <= 2
        scored.append((distance + 12 * barrier * (not opens) + 15 * (before in OTHERS), i))
    return [i for score, i in sorted(scored) if score < 60]
