"""Find the profiles that a body's name may mean without comparing it with all.

A name brings those of the same words, of the state where the words tell little; those with a rare word or a pair of words in
common; acronyms bring each other and what has their initials. What a key finds too often tells nothing and is passed over.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from etl.identity.sounds import skeleton

from .names import BodyName
from .profile import BodyProfile
from .weights import ENOUGH, RARE, weight
from .words import body_words

COMMON = {"a": 400, "i": 100, "b": 500, "g": 40, "t": 500, "w": 200, "p": 60, "j": 100}
"""How many profiles a key may bring before it is passed over, by kind of key."""
FEW = 6
"""Words of a name up to which its pairs are looked up."""


@lru_cache(maxsize=262_144)
def _bones(word: str) -> str:
    return word if word.isupper() else skeleton(word.replace("w", "v"))


@lru_cache(maxsize=262_144)
def _keys(name: BodyName) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name in one order without idle ones, their sounds run together, its rare words and its pairs."""
    core = [w for w in name.words if w not in body_words().idle] or name.words
    bag = " ".join((*sorted(map(_bones, core)), *name.numbers, *sorted(name.places)))
    rare = tuple(sorted({_bones(w) for w in name.words if weight((w,)) >= RARE and len(w) > 2}))
    pairs = tuple(f"{x}+{y}" for x, y in combinations(sorted(set(name.words)), 2)) if len(name.words) <= FEW else ()
    return bag, "".join(map(_bones, name.words)), rare, pairs


def kept_under(profile: BodyProfile) -> set[str]:
    """Return the keys under which a profile is found."""
    keys: set[str] = set()
    states = profile.countries or {""}
    for name in profile.every_name:
        if name.acronym:
            keys.add(f"a{name.acronym.upper()}")
        bag, joined, rare, pairs = _keys(name)
        keys |= {f"i{initials}" for initials in name.initials}
        keys |= {f"b{bag}@{state}" for state in states} | {f"g{bag}", f"j{joined}"} | {f"w{word}" for word in rare}
        keys |= {f"p{pair}@{state}" for pair in pairs for state in states}
        if weight(name.words) >= ENOUGH:
            keys.add(f"t{bag}")
    return keys


def asked_of(profile: BodyProfile) -> set[str]:
    """Return the keys by which a profile asks for others; where it states no state, by those that its document speaks of."""
    keys: set[str] = set()
    around = {state for states in profile.around for state in states}
    states = {*profile.countries, ""}
    for name in profile.every_name:
        if name.acronym:
            keys |= {f"a{name.acronym.upper()}", f"i{name.acronym.upper()}"}
        bag, joined, rare, pairs = _keys(name)
        keys |= {f"a{initials}" for initials in name.initials}
        keys |= {f"b{bag}@{state}" for state in states | (set() if profile.countries else around)}
        keys |= {f"t{bag}", f"j{joined}"} | {f"w{word}" for word in rare}
        keys |= {f"p{pair}@{state}" for pair in pairs for state in states}
        if not (profile.countries or around):
            keys.add(f"g{bag}")
    return keys


class Index:
    """The profiles by their keys; a profile is known by its place in `profiles`."""

    def __init__(self, profiles: Sequence[BodyProfile] = ()) -> None:
        self.profiles = list(profiles)
        self._at: dict[str, list[int]] = defaultdict(list)
        for place, profile in enumerate(self.profiles):
            for key in kept_under(profile):
                self._at[key].append(place)

    def candidates(self, profile: BodyProfile) -> list[int]:
        """Return the places of the profiles that may be the same body's."""
        found: set[int] = set()
        for key in asked_of(profile):
            held = self._at.get(key, ())
            if len(held) <= COMMON[key[0]]:
                found.update(held)
        return sorted(found)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the places of all profiles that may be one body's, the lower first, but for two known ones."""
        found: set[tuple[int, int]] = set()
        for place, profile in enumerate(self.profiles):
            for other in self.candidates(profile):
                if other != place and (profile.known is None or self.profiles[other].known is None):
                    found.add((min(place, other), max(place, other)))
        yield from sorted(found)
