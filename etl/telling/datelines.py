"""Read the place of a dateline: "OSLO, May 4 (AP) -", which says where "here" is.

Where a report was written is not where all of it happened: what is said to be here, and what the first sentence tells without
a place of its own, is there.
"""
from __future__ import annotations

from etl.framing.skeleton import Skeleton
from etl.spotting.mentions import Mention

# so many words and signs stand between a place and what closes a dateline
LONGEST = 9
DASHES = frozenset(("-", "–", "—", "--"))


def dateline(skel: Skeleton) -> Mention | None:
    """Return the place that a dateline opens a sentence with, None where it opens with none.

    It ends at a dash; at a colon where it is more than a word in lower case; else it is a sentence of its own, with a day.
    """
    if skel.kind_at(0) not in ("L", "C"):
        return None
    head = skel.tokens[1:LONGEST]
    closing = next((i for i, token in enumerate(head) if token in DASHES or token == ":"), None)
    alone = closing is None and len(skel.tokens) < LONGEST and any(skel.kind_at(i) == "D" for i in range(len(skel.tokens)))
    end = len(head) if alone else closing
    if end is None or any(token.isalpha() and token not in skel.groups and not _is_name(skel, i + 1)
                          for i, token in enumerate(head[:end])):
        return None
    while not alone and head[end + 1:end + 2] == head[end:end + 1]:
        end += 1
    units, place = skel.sentence.units, skel.groups[skel.tokens[0]].mentions[0]
    stated = end > 0 or units.words[place.first].isupper()
    return place if stated and (alone or _is_apart(skel, end + 1)) and place.kind in ("place", "country") else None


def _is_apart(skel: Skeleton, at: int) -> bool:
    """Say whether a blank follows the sign at token `at`: "Oslo-based" and "Oslo - the capital" are no datelines."""
    first = skel.units[at][0] if at < len(skel.units) else skel.sentence.last
    units = skel.sentence.units
    return first + 1 < skel.sentence.last and units.ends[first] < units.starts[first + 1]


def _is_name(skel: Skeleton, at: int) -> bool:
    """Say whether a word of a dateline is a name: the agency, or a state beside the city."""
    return skel.sentence.units.words[skel.units[at][0]][:1].isupper()
