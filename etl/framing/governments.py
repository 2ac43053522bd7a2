"""Read "the Kenyan government", "Kenya's cabinet" and "the parliament of Kenya" as the state, for which they act.

Only what nothing else has named: a parliament with a name of its own stays a body.
"""
from __future__ import annotations

from functools import cache

from etl.framing.series import Item
from etl.knowledge import load_knowledge, toml
from etl.spotting.mentions import Mention
from etl.spotting.units import Units

DESCRIBED = 3
"""So many items can stand between a state and its government: "'s internationally recognised"."""


def name_organs(items: list[Item], units: Units) -> list[Item]:
    """Return the items of a sentence with one country in the place of each government that is said to be a state's."""
    if load_knowledge().organs.isdisjoint(item.word for item in items):
        return items
    out: list[Item] = []
    i = 0
    while i < len(items):
        size, country = _government(items, i, units)
        if country is None:
            out.append(items[i])
            i += 1
        else:
            span = items[i].span[0], items[i + size - 1].span[1]
            out.append(Item("C", span, Mention("country", *span, value=country, titled=True)))
            i += size
    return out


def _government(items: list[Item], at: int, units: Units) -> tuple[int, str | None]:
    """Return how many items from one on name a government, and its state; None where they name none."""
    start = at + (items[at].held is None and items[at].word == "the")
    start += start > at and start + 1 < len(items) and _describes(items[start].word)
    words = [item.word if item.held is None else "" for item in items[start:start + 3]]
    if len(words) >= 2 and words[1] in load_knowledge().organs and units.classes[items[start].span[0]] == "d" and words[0]:
        if words[1] == "state" and _introduces_firm(items[start + 2:start + 5]):
            # "the Chilean state oil company"
            return 0, None
        return start - at + 2, units.values.get(items[start].span[0])
    if len(words) == 3 and words[0] in load_knowledge().organs and words[1] == "of" and items[start + 2].word == "C":
        held = items[start + 2].held
        return start - at + 3, held.value if isinstance(held, Mention) else None
    if len(words) == 3 and start > at and words[0] in load_knowledge().organs and words[1] == "in":
        return start - at + 3, _of_capital(items[start + 2])
    capital = len(words) > 1 and items[start].word == "L" and words[1] in _binding("ruling")
    if capital and (country := _of_capital(items[start])):
        # "the Tbilisi government"
        return start - at + 2, country
    if len(words) == 3 and words[0] in _binding("ruling") and words[1] == "of" and items[start + 2].word == "E":
        held = items[start + 2].held
        state = held.country() if isinstance(held, Mention) and held.kind == "person" and held.roles else None
        if state:
            return start - at + 3, state
    return _owned(items, at)


def _owned(items: list[Item], at: int) -> tuple[int, str | None]:
    """Read "Kenya's transitional government" and "Kenya government"."""
    held = items[at].held
    if items[at].word != "C" or not isinstance(held, Mention) or at + 1 == len(items):
        return 0, None
    end = at + 1 + (items[at + 1].word == "§")
    while end < len(items) and end - at <= DESCRIBED and _describes(items[end].word):
        end += 1
    if end == len(items) or items[end].word not in _binding("ruling"):
        return 0, None
    return end - at + 1, held.value


def _introduces_firm(items: list[Item]) -> bool:
    """Say whether words say what a company is."""
    return any(item.held is None and item.word in load_knowledge().firms.before for item in items)


def _describes(word: str) -> bool:
    """Say whether a word can stand between a state and its government: "interim", "coalition-led"."""
    return word in _binding("described") or word.endswith(("-led", "-backed", "-recognised", "-recognized"))


def _of_capital(item: Item) -> str | None:
    """Return the state whose capital an item names: "the parliament in Tbilisi"."""
    knowledge = load_knowledge()
    held = item.held
    place = knowledge.places.get(held.value or "") if isinstance(held, Mention) and held.kind == "place" else None
    return place.country if place and knowledge.capital_keys.get(place.country or "") == place.key else None


@cache
def _binding(which: str) -> frozenset[str]:
    return frozenset(toml("clauses.toml")["governments"][which])
