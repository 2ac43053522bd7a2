"""Read a name that holds another in brackets: "Henry A. (Heinz Alfred) Kissinger" is Henry A. and Heinz Alfred Kissinger.

Only a stretch that is known to be a name holds brackets; what stands in them belongs to no name that is shown.
"""
from __future__ import annotations

import re

from etl.spotting.units import Units

BRACKET = re.compile(r"\(([^()]*)\)")
NAME = re.compile(r"(?:[NIn]|\.)+")


def words_of(units: Units, first: int, last: int) -> list[str]:
    """Return the words of a name, without those in brackets."""
    return [word for start, end in _outside(units, first, last) for word in units.words[start:end]]


def written(units: Units, first: int, last: int) -> str:
    """Return a name as the text has it, without what stands in brackets."""
    return " ".join(units.phrase(start, end) for start, end in _outside(units, first, last))


def second_names(units: Units, first: int, last: int) -> list[str]:
    """Return the names in brackets, each with the names that follow it."""
    out = []
    for bracket in BRACKET.finditer(units.classes, first, last):
        if NAME.fullmatch(bracket.group(1)):
            parts = (bracket.span(1), *_outside(units, bracket.end(), last))
            out.append(" ".join(units.phrase(start, end) for start, end in parts))
    return out


def _outside(units: Units, first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches of a name outside of brackets."""
    if units.classes.find("(", first, last) < 0:
        return [(first, last)] if first < last else []
    out, at = [], first
    for bracket in BRACKET.finditer(units.classes, first, last):
        out.append((at, bracket.start()))
        at = bracket.end()
    return [(start, end) for start, end in (*out, (at, last)) if start < end]
