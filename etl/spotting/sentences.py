"""Divide the units of a block into sentences.

A stop ends a sentence unless it belongs to an abbreviation or a small letter follows. Nothing but the units is looked at.
"""
from __future__ import annotations

import re

from etl.spotting.units import Units

STOP = re.compile(r"\.|[cdA](?=[th])")
"""A stop, or a word that may end with one of its own ("in the U.S. The") before an article or a pronoun."""

ENTRY = re.compile(r"(?=[^D]*D)(?=[^Gc]*[Gc])[GcD,;&(.-]+[-:;).]+(?=[xX])")
"""The days and places that begin an entry, before words without a subject: "Lima, Peru (May 4): met with", "May 4 - Lima - Talks"."""
ENDNOTE = re.compile(r"\[#(?:[,-]?#)*\]")
"""The numbers of endnotes: "[3]", "[3, 5]", "[3-5]"."""

LONGEST = 1_000
"""Units from which a stretch without a stop is cut: no sentence is as long, and the rules take the square of the length."""


def sentences(units: Units, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Return the sentences as unit ranges; marks, citations and endnote numbers after the stop belong to the one before."""
    out, n = [], len(units.classes)
    entry = ENTRY.match(units.classes)
    first = entry.end() if entry else 0
    out.extend(_cut(0, first))
    m = STOP.search(units.classes, first)
    while m:
        at = m.start()
        if _ends(units, at, abbreviations):
            end = _closed(units, at + 1)
            if end == n or not units.words[end][0].islower() or units.words[at] == "…":
                out.extend(_cut(first, end))
                first = end
            m = STOP.search(units.classes, end)
        else:
            m = STOP.search(units.classes, at + 1)
    out.extend(_cut(first, n))
    return out


def _cut(first: int, end: int) -> list[tuple[int, int]]:
    return [(start, min(start + LONGEST, end)) for start in range(first, end, LONGEST)]


def _ends(units: Units, at: int, abbreviations: frozenset[str]) -> bool:
    """Say whether a sentence can end at this unit."""
    word = units.words[at]
    if units.classes[at] == ".":
        return not (word == "." and at and units.words[at - 1] in abbreviations)
    return word.endswith(".") and len(word) > 1 and units.words[at + 1][0].isupper()


def _closed(units: Units, end: int) -> int:
    """Return where a sentence ends whose stop is before unit `end`: after closing marks, citations and endnote numbers."""
    classes, n = units.classes, len(units.classes)
    while end < n:
        cls = classes[end]
        if cls == '"':
            closing = units.words[end] != "“" and (end + 1 == n or units.starts[end] == units.ends[end - 1])
        elif cls == "[":
            closing = ENDNOTE.match(classes, end) is not None
        elif cls in "#,":
            closing = classes[end - 1] in "[#,"
        else:
            closing = cls in ".)]Z"
        if not closing:
            break
        end += 1
    return end
