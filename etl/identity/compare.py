"""Compare two names: equal, compatible (one is part of the other, or has initials), variants of one, or different.

The reason comes with it in words. A comparison says nothing of whether a name is common; that is scoring.py's.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .laying import Match, lay
from .names import Name, syllabic
from .sounds import likeness

EQUAL, COMPATIBLE, VARIANT, UNLIKE, DIFFERENT = "equal", "compatible", "variant", "unlike", "different"
ALIKE = 0.72
"""Words from ALIKE on are spellings of one; below, as long as they can be laid on each other at all, nothing is claimed."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names stand to each other.

    Attributes:
        kind: equal, compatible, variant, unlike or different.
        value: how alike the words are that were compared, from 0 to 1.
        reason: why, in words.
        shared: how many words written out the two have in common.
        initials: whether an initial stands for a name.
        left_out: how many words the shorter name lacks.
        ends: whether the last words are one; where not, the shorter name may be a given name only.
        reordered: whether family and given names have changed places.
    """

    kind: str
    value: float
    reason: str
    shared: int = 0
    initials: bool = False
    left_out: int = 0
    ends: bool = True
    reordered: bool = False


@lru_cache(maxsize=1_048_576)
def compare(a: Name, b: Name) -> Likeness:
    """Say how two names stand to each other; the order of the two does not count."""
    if b.order < a.order:
        return compare(b, a)
    if a.generation and b.generation and a.generation != b.generation:
        return Likeness(DIFFERENT, 0.0, f"{a.generation} and {b.generation}")
    if a.words == b.words:
        return Likeness(EQUAL, 1.0, "the same name", a.whole)
    if _middles_differ(a.words, b.words):
        return Likeness(DIFFERENT, 0.0, f"middle initials differ: {' '.join(a.words)} / {' '.join(b.words)}")
    found = _matched(a, b)
    if found.shared > 1 and found.left_out and _father(a, b):
        return Likeness(DIFFERENT, 0.0, f"one named as the child of the other: {' '.join(a.words)} / {' '.join(b.words)}")
    if found.shared > 1 and found.left_out and syllabic(a) and syllabic(b):
        return Likeness(DIFFERENT, 0.0, f"a syllable more: {' '.join(a.words)} / {' '.join(b.words)}")
    return found


def _father(a: Name, b: Name) -> bool:
    """Say whether the longer name goes on to a father who has the shorter: Muhammad bin Salman Saud and Salman Saud."""
    short, long = sorted((a, b), key=lambda name: len(name.words))
    own, first = long.words[0], short.words[0]
    return long.of_father and min(len(own), len(first)) > 1 and likeness(own, first) < ALIKE


def _matched(a: Name, b: Name) -> Likeness:
    """Return how two names match in the best of their orders."""
    straight = lay(a.words, b.words)
    turned = [m for words in _turns(b.words) if (m := lay(a.words, words))] if min(len(a.words), len(b.words)) > 1 else []
    best = max(turned, key=lambda m: m.rank, default=None)
    if best is not None and (straight is None or best.value > straight.value + 0.05):
        return _told(best, reordered=True)
    if straight is not None:
        return _told(straight, reordered=False)
    return _crossed(a.words, b.words) or _apart(a, b)


def _middles_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names of one first and last word have middle initials that do not go on each other: H. W. and W."""
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not (middle_a and middle_b and a[0] == b[0] and a[-1] == b[-1] and len(a[0]) > 1):
        return False
    lettered = all(len(w) == 1 for w in middle_a) or all(len(w) == 1 for w in middle_b)
    return lettered and any(x[0] != y[0] for x, y in zip(middle_a, middle_b))


def _turns(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the orders that a name can have besides its own: family name first, or last."""
    return {(*words[1:], words[0]), (words[-1], *words[:-1])} - {words} if len(words) < 5 else set()


def _told(match: Match, *, reordered: bool) -> Likeness:
    value = match.value
    shared = sum(min(len(x), len(y)) > 1 for x, y, _ in match.pairs)
    initials = [(x, y) for x, y, _ in match.pairs if min(len(x), len(y)) == 1 < max(len(x), len(y))]
    odd = [f"{x} / {y}" for x, y, v in match.pairs if v < 1]
    worst = min(v for _, _, v in match.pairs)
    reasons = (["transcriptions " + ", ".join(odd)] if odd else []) + (["names left out"] if match.left_out else [])
    reasons += ["initials " + ", ".join(f"{x} / {y}" for x, y in initials)] if initials else []
    reasons += ["in another order"] if reordered else []
    if worst < ALIKE:
        kind = UNLIKE
    elif match.left_out or initials:
        kind = COMPATIBLE
    else:
        kind = VARIANT if odd else EQUAL
    return Likeness(kind, value, "; ".join(reasons) or "the same name", shared, bool(initials), match.left_out, match.ends,
                    reordered)


def _crossed(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """Compare two names that each lack a word of the other elsewhere: Juan Carlos López and Juan López García."""
    short, long = sorted((a, b), key=len)
    if len(short) < 3:
        return None
    for gone in range(1, len(short)):
        match = lay((*short[:gone], *short[gone + 1:]), long)
        if match is not None and match.left_out and match.ends == (gone == len(short) - 1) and match.value >= ALIKE:
            shared = sum(min(len(x), len(y)) > 1 for x, y, _ in match.pairs)
            return Likeness(UNLIKE, match.value, "each lacks a name of the other", shared, shared < 2, left_out=2)
    return None


def _apart(a: Name, b: Name) -> Likeness:
    """Return the words that make two names different."""
    only_a = [w for w in a.words if w not in b.words]
    only_b = [w for w in b.words if w not in a.words]
    return Likeness(DIFFERENT, 0.0, f"different: {' '.join(only_a)} / {' '.join(only_b)}")
