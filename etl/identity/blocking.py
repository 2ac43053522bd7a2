"""Find the profiles that a name may mean without comparing it with all: by the skeletons of its words.

A pair of words that sound alike, one such word with the other's first letter, or a lone name with its country or its office
bring two profiles together. What a key finds too often tells nothing and is passed over.
"""
from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.fuzz import ratio

from .names import Name
from .profile import Profile
from .sounds import CLASSES, skeleton, sounds

COMMON = {"p": 2000, "j": 500, "i": 300, "s": 600, "l": 40}
"""How many names a key may bring before it is passed over, by kind of key."""
LOOK_ALIKE = 70.0


@lru_cache(maxsize=262_144)
def name_keys(name: Name) -> tuple[str, ...]:
    """Return the keys of a name by itself."""
    whole = [w for w in name.words if len(w) > 1]
    units = [(i, i, skeleton(w)) for i, w in enumerate(whole)]
    units += [(i, i + 1, skeleton(whole[i] + whole[i + 1])) for i in range(len(whole) - 1)]
    keys = {f"p{min(x, y)}+{max(x, y)}" for (_, b, x), (a, _, y) in combinations(sorted(units), 2) if a > b}
    if whole:
        keys.add("j" + skeleton("".join(whole)))
        for i in {0, len(name.words) - 1}:
            if len(name.words[i]) > 1:
                bones = skeleton(name.words[i])
                keys |= {f"i{_initial(w)}+{bones}" for j, w in enumerate(name.words) if j != i}
    return tuple(sorted(keys))


def _initial(word: str) -> str:
    """Return the class of the first sound of a word; vowels are one class."""
    sign = sounds(word).translate(CLASSES)[:1]
    return "a" if sign in "aeiouYjh" else sign


def keys_of(profile: Profile) -> set[str]:
    """Return the keys under which a profile is found."""
    names = [name for n in profile.ordered_names for name in n.all()]
    keys = {key for name in names for key in name_keys(name)}
    ends = {skeleton(w) for name in names for w in (name.words[0], name.words[-1]) if len(w) > 1}
    for end in ends:
        keys |= {f"s{end}@{country}" for country in profile.countries}
        keys |= {f"s{end}#{tenure.office.key}" for tenure in profile.tenures}
        keys.add("l" + end)
    return keys


class Index:
    """The profiles by their keys. `add` all, then ask; a profile is known by its place in `profiles`."""

    def __init__(self, profiles: Sequence[Profile] = ()) -> None:
        self.profiles: list[Profile] = []
        self._keys: list[set[str]] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        """Add a profile."""
        keys = keys_of(profile)
        for key in keys:
            self._at[key].append(len(self.profiles))
        self.profiles.append(profile)
        self._keys.append(keys)

    def candidates(self, profile: Profile) -> list[int]:
        """Return the places of the profiles that may be the same person's."""
        return self._found(profile, keys_of(profile), after=-1)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the places of all profiles that may be one person's, the lower first."""
        for place, profile in enumerate(self.profiles):
            for other in self._found(profile, self._keys[place], after=place):
                yield place, other

    def _found(self, profile: Profile, keys: set[str], *, after: int) -> list[int]:
        """Return the places after one of the profiles that share a key and are worth a comparison."""
        found: dict[int, bool] = {}
        for key in keys:
            held = self._at.get(key, ())
            if len(held) <= COMMON[key[0]]:
                sure = key[0] in "pj"
                for place in held[bisect_right(held, after):]:
                    found[place] = sure or found.get(place, False)
        return sorted(place for place, sure in found.items() if sure or _likely(profile, self.profiles[place]))


def _likely(a: Profile, b: Profile) -> bool:
    """Say whether two profiles that share one word only are worth a comparison."""
    return not (a.full and b.full) or any(ratio(x, y, score_cutoff=LOOK_ALIKE) for x in a.spelt for y in b.spelt)
