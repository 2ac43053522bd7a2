"""Read the words that make a name a place: "the hill town of X", "the air base of X".

Which place it is, is not asked here.
"""
from __future__ import annotations

from functools import cache

from etl.knowledge import toml
from etl.spotting.units import Units

REACH = 5
# so many words can stand before "of": "port city"
WORDS = 3


@cache
def _parts() -> frozenset[str]:
    return frozenset(toml("names.toml")["sites"]["parts_of_places"])


def kind_of(units: Units, first: int, kinds: frozenset[str]) -> int | None:
    """Return the unit of the kind that a name is said to be of ("town" in "the town of X"), None where there is none."""
    at = first - 1
    if at > 0 and units.words[at].lower() == "of" and units.words[at - 1].lower() in kinds:
        return at - 1
    return None


def preposition(units: Units, first: int, kinds: frozenset[str]) -> int:
    """Return the unit before which a place begins, with its kind or article: "in" of "in the hill town of X", "in the X"."""
    kind = kind_of(units, first, kinds)
    if kind is None:
        return first - 1 - (first > 1 and (units.classes[first - 1] == "t" or units.words[first - 1].lower() in _parts()))
    low = max(kind - REACH, 0)
    return next((j for j in range(kind - 1, low - 1, -1) if units.classes[j] in "if,."), first - 1)


def says_where(units: Units, last: int, kinds: frozenset[str]) -> bool:
    """Say whether a name that ends before unit `last` only says where the place named next is: "the Red Sea port city of X"."""
    at = last
    while at < min(last + WORDS, len(units.words)) and units.classes[at] in "xqwk" and units.words[at].islower():
        at += 1
    named = at + 1 < len(units.words) and units.words[at + 1][:1].isupper()
    return at > last and named and units.words[at].lower() == "of" and units.words[at - 1].lower() in kinds
