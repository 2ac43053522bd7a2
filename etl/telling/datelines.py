"""Read the place of a dateline: "OSLO, May 4 (AP) -", which says where "here" is.

Where a report was written is not where all of it happened: what is said to be here, and what the first sentence tells without
a place of its own, is there.
"""
from __future__ import annotations

from etl.framing.skeleton import Skeleton
from etl.spotting.mentions import Mention

# so many words and signs stand between a place and the dash that closes a dateline
LONGEST = 9
CLOSING = frozenset(("-", "–", "—", "--"))


def dateline(skel: Skeleton) -> Mention | None:
    """Return the place that a dateline opens a sentence with, None where it opens with none."""
    if skel.kind_at(0) != "L":
        return None
    head = skel.tokens[1:LONGEST]
    dash = next((i for i, token in enumerate(head) if token in CLOSING), None)
    if dash is None or any(token.isalpha() and token not in skel.groups and not _is_name(skel, i + 1)
                           for i, token in enumerate(head[:dash])):
        return None
    if head[dash + 1:dash + 2] == (head[dash],):
        # "--" is one dash
        dash += 1
    # "Oslo-based" and "Oslo - the capital" are no datelines
    first = skel.units[dash + 1][0]
    units = skel.sentence.units
    apart = first + 1 < skel.sentence.last and units.ends[first] < units.starts[first + 1]
    place = skel.groups[skel.tokens[0]].mentions[0]
    return place if apart and (dash > 0 or units.words[place.first].isupper()) and place.kind == "place" else None


def _is_name(skel: Skeleton, at: int) -> bool:
    """Say whether a word of a dateline is a name: the agency, or a state beside the city."""
    return skel.sentence.units.words[skel.units[at][0]][:1].isupper()
