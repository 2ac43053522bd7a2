"""Read "North and South Korea", "the two Koreas" and "both German states" as the two states of a divided country.

Which countries were or are divided is data (lexicon/clauses.toml).
"""
from __future__ import annotations

from functools import cache

from etl.framing.series import Item
from etl.knowledge import toml
from etl.spotting.mentions import Mention

LONGEST = 3


def name_halves(items: list[Item]) -> list[Item]:
    """Return the items of a sentence with a list of two states in the place of what names both halves of a country."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        size, states = _halves(items, i)
        if states:
            first, between, last = items[i].span, items[i + size - 2].span, items[i + size - 1].span
            out.append(Item("C", first, Mention("country", *first, value=states[0])))
            out.append(Item("and", between))
            out.append(Item("C", last, Mention("country", *last, value=states[1])))
            i += size
        else:
            out.append(items[i])
            i += 1
    return out


def _halves(items: list[Item], at: int) -> tuple[int, tuple[str, ...]]:
    """Return how many items from one on name both halves, and the two states; none where they name none."""
    if _word(items[at]) not in _openings():
        return 0, ()
    words = [_word(item) for item in items[at:at + LONGEST]]
    for size in (LONGEST, 2):
        states = _divided().get(" ".join(words[:size]))
        if states and len(words) >= size:
            return size, states
    return 0, ()


def _word(item: Item) -> str:
    """Return a word, or the code of the one state that stands in its place."""
    return (item.held.value or "") if isinstance(item.held, Mention) and item.held.kind == "country" else item.word


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _divided())


@cache
def _divided() -> dict[str, tuple[str, ...]]:
    return {phrase: tuple(states) for phrase, states in toml("clauses.toml")["divided"].items()}
