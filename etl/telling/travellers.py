"""Say who takes part in a hit that leaves him unnamed because he is on a journey, and whether a call joins more than two.

What was told before settles it; nothing here is kept.
"""
from __future__ import annotations

import re

from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.telling.context import Item
from etl.telling.sides import Side

# so many words before a verb "it" is its subject
IT = 2
BY_NOUN = re.compile(r"(?:\w+ ){0,2}(?:talk|meeting|call|visit|session|round|conversation|audience|interview|consultation)s?\b", re.IGNORECASE)
JOINT = re.compile(r"\b(?:joint|jointly|together|conference|three-way|four-way|trilateral|quadrilateral|group) ", re.IGNORECASE)


def guests(hit: Hit, left: tuple[Side, ...], item: Item) -> tuple[Side, ...]:
    """Return the several who travel where "they" go on to meet another, not their last host: "In Riga they met X"."""
    they = len(hit.left) == 1 and hit.left[0].kind == "pronoun" and any(not s.among(item.visitors) for s in left)
    named = [s for s in item.visitors if s.key]
    several = len(named) > 1 or (bool(item.visitors) and item.visitors[0].kind in ("group", "organization"))
    return item.visitors if they and several and named and all(s.among(left) for s in named) else ()


def visitor(skel: Skeleton, hit: Hit, item: Item) -> Side | None:
    """Return the one who is on a visit where an encounter is told by a noun alone: "There was a call on X; talks with Y followed"."""
    named = [s for s in item.visitors if s.kind == "person"]
    told_by_noun = hit.kind == "meeting" and hit.subject_missing and BY_NOUN.match(skel.sentence.units.phrase(hit.first, hit.last))
    return named[0] if told_by_noun and len(named) == 1 == len(item.visitors) else None


def it_travels(skel: Skeleton, hit: Hit, item: Item) -> tuple[Side, ...]:
    """Return the travellers spoken of where "it" stands before a verb and they are a body or a group: "it was received by"."""
    words = skel.sentence.units.words[max(skel.sentence.first, hit.first - IT):hit.first]
    group = any(s.kind in ("group", "organization") for s in item.visitors)
    return item.visitors if group and "it" in (w.lower() for w in words) else ()


def is_joint(skel: Skeleton, hit: Hit) -> bool:
    """Say whether the words of a call say that several were on the line at once."""
    return JOINT.search(skel.sentence.units.phrase(skel.sentence.first, skel.sentence.last)) is not None
