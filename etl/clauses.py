"""Say which dates and places of a sentence belong to which of the encounters it tells."""
from __future__ import annotations

from etl.frames import Hit
from etl.skeleton import Skeleton

BOUNDED = frozenset(("since", "until", "by", "before", "after", "ahead"))
OPENERS = frozenset((",", "&", ";", "(", '"', ":"))


def nearness(skel: Skeleton, hit: Hit, at: int) -> int | None:
    """Return how far the unit `at` (a date or a place) is from an encounter, None where it belongs to another one.

    What stands between two encounters goes to the one before it, unless it opens the clause of the one after it
    ("and on October 19 he conferred"). What opens the sentence holds for all.
    """
    units = skel.sentence.units
    if hit.first <= at < hit.last:
        return 0
    lead = at - 1
    while lead > skel.sentence.first and units.classes[lead] in "iftbao" or units.words[lead].lower() in ("early", "late", "both", "again"):
        lead -= 1
    opens = lead <= skel.sentence.first or units.classes[lead] in OPENERS
    if at >= hit.last:
        if at < hit.high and not (opens and hit.high < skel.sentence.last and units.classes[lead] in "&;"):
            return at - hit.last + (20 if opens and units.classes[lead] in "&;" else 0)
        return None
    if at >= hit.low and (opens or hit.low == skel.sentence.first):
        return hit.first - at + 1
    if at - skel.sentence.first <= 4:
        return 40
    return None


def clause_dates(skel: Skeleton, hit: Hit) -> list[int]:
    """Return the date units that say when an encounter was, the most likely first."""
    units = skel.sentence.units
    scored = []
    for i in range(skel.sentence.first, skel.sentence.last):
        if units.classes[i] != "D" or (i > skel.sentence.first and (units.classes[i - 1] == "(" or units.words[i - 1].lower() == "a")):
            continue
        distance = nearness(skel, hit, i)
        if distance is None:
            continue
        before = units.words[i - 1].lower() if i > skel.sentence.first else ""
        low, high = (i, hit.first) if i < hit.first else (hit.last, i)
        words = [units.words[j].lower() for j in range(low, high)]
        if i > hit.last and ("who" in words or "which" in words):
            continue
        barrier = sum(w in ("that", "which", "who", "where", "when", "while") for w in words)
        scored.append((distance + 12 * barrier + 15 * (before in BOUNDED), i))
    return [i for score, i in sorted(scored) if score < 60]
