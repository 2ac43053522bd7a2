"""Compare the names of two bodies: equal, variants of one, an acronym of the other, one with words left out, or different.

Names only: whether a name tells anything, and which states stand behind it, is scoring.py's.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from etl.identity.sounds import likeness, skeleton

from .names import BodyName
from .weights import told_by, weight
from .words import Phrase, body_words

EQUAL, VARIANT, SHORTER, ACRONYM, INITIALS, UNLIKE, DIFFERENT = (
    "equal", "variant", "shorter", "acronym", "initials", "unlike", "different")
ALIKE, JOINED = 0.72, 0.9
"""Words from ALIKE on are spellings of one; from JOINED on where several are written as one."""
PLACED, NUMBERED = 3.0, 1.2
"""How much a place and a number in common tell: armies of many states have a Second Division."""
LETTERS = 4
"""Letters from which on two words can be spellings of one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How the names of two bodies stand to each other.

    Attributes:
        kind: equal, variant, shorter, acronym, initials, unlike (somebody should look), or different.
        reason: why, in words.
        value: how alike the words are, from 0 to 1.
        tells: how much the words in common tell, 3 being enough by itself.
        idle, soft, trades: how many such words one of them has more.
        reordered: whether the words stand in another order.
    """

    kind: str
    reason: str
    value: float = 1.0
    tells: float = 0.0
    idle: int = 0
    soft: int = 0
    trades: int = 0
    reordered: bool = False


@lru_cache(maxsize=1_048_576)
def compare(a: BodyName, b: BodyName) -> Likeness:
    """Say how the names of two bodies stand to each other; the order of the two does not count."""
    if b.order < a.order:
        return compare(b, a)
    apart = _told_apart(a, b)
    if apart:
        return Likeness(DIFFERENT, apart, 0.0)
    if a.acronym and b.acronym:
        return Likeness(ACRONYM, f"both {a.acronym}", tells=len(a.acronym)) if a.words == b.words else _differ(a.words, b.words)
    for short, full in ((a, b), (b, a)):
        if short.acronym and short.acronym.upper() in full.initials:
            return Likeness(INITIALS, f"{short.acronym} has the initials of {' '.join(full.words)}", tells=len(short.acronym))
    if a.words == b.words:
        return Likeness(EQUAL, "the same name", tells=weight(a.words) + PLACED * bool(a.places) + NUMBERED * bool(a.numbers))
    return _matched(a, b)


def _told_apart(a: BodyName, b: BodyName) -> str | None:
    """Return what besides words makes two names different."""
    if a.numbers != b.numbers:
        return f"numbers {', '.join(a.numbers) or 'none'} / {', '.join(b.numbers) or 'none'}"
    if a.places != b.places:
        return f"places {', '.join(sorted(a.places)) or 'none'} / {', '.join(sorted(b.places)) or 'none'}"
    joint = max(len(a.countries), len(b.countries)) > 1
    if a.countries != b.countries and (joint or (a.countries and b.countries)):
        return f"of {', '.join(sorted(a.countries)) or 'none'} / {', '.join(sorted(b.countries)) or 'none'}"
    return None


def _matched(a: BodyName, b: BodyName) -> Likeness:
    """Compare two names word by word, in any order."""
    pairs, rest_a, rest_b = _pairs(a.words, b.words)
    if not pairs:
        return _differ(a.words, b.words)
    value = min(v for _, _, v in pairs)
    shared = tuple(x for x, _, _ in pairs)
    odd = ", ".join(f"{x} / {y}" for x, y, v in pairs if v < 1)
    if rest_a and rest_b:
        if _loose(rest_a, rest_b):
            return Likeness(UNLIKE, f"{rest_a[0]} / {rest_b[0]}", value, told_by(shared))
        return _differ(rest_a, rest_b)
    more = rest_a or rest_b
    if not more:
        reordered = _reordered(a.words, b.words, pairs)
        reason = "; ".join(filter(None, (f"spellings {odd}" if odd else "", "in another order" if reordered else "")))
        return Likeness(VARIANT, reason or "written apart", value, weight(shared), reordered=reordered)
    lexicon = body_words()
    trades = tuple(w for w in more if w.endswith(" company"))
    idle = tuple(w for w in more if w in lexicon.idle)
    soft = tuple(w for w in more if w in lexicon.soft)
    if len(trades) + len(idle) + len(soft) < len(more):
        return _differ(rest_a, rest_b)
    reason = f"without {' '.join(more)}" + (f"; spellings {odd}" if odd else "")
    return Likeness(SHORTER, reason, value, told_by(shared), len(idle), len(soft), len(trades))


def _pairs(a: Phrase, b: Phrase) -> tuple[list[tuple[str, str, float]], Phrase, Phrase]:
    """Return which word of the one is which of the other, and what is left of each."""
    common = Counter(a) & Counter(b)
    pairs = [(w, w, 1.0) for w in sorted(common.elements())]
    rest_a, rest_b = _without(a, common), _without(b, common)
    ways = sorted(((-_fit(x, y), x, y) for x in set(rest_a) for y in set(rest_b) if _fit(x, y) >= ALIKE))
    for fit, x, y in ways:
        if x in rest_a and y in rest_b:
            pairs.append((x, y, -fit))
            rest_a, rest_b = _without(rest_a, Counter((x,))), _without(rest_b, Counter((y,)))
    if rest_a and rest_b and len(rest_a) != len(rest_b):
        x, y = "".join(rest_a), "".join(rest_b)
        if not (x + y).isupper() and skeleton(x) == skeleton(y) and (fit := likeness(x.lower(), y.lower())) >= JOINED:
            short = min((rest_a, rest_b), key=len)
            return [*pairs, *((w, w, fit) for w in short)], (), ()
    return pairs, rest_a, rest_b


def _reordered(a: Phrase, b: Phrase, pairs: list[tuple[str, str, float]]) -> bool:
    """Say whether the words that are single words of both stand in another order."""
    plain = [(x, y) for x, y, _ in pairs if x in a and y in b]
    return sorted(plain, key=lambda p: a.index(p[0])) != sorted(plain, key=lambda p: b.index(p[1]))


def _without(words: Phrase, gone: Counter) -> Phrase:
    """Return the words without as many of them as are gone."""
    left = Counter(gone)
    out = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        else:
            out.append(word)
    return tuple(out)


def _fit(x: str, y: str) -> float:
    """Return how alike two words are: everyday words and acronyms are themselves only."""
    lexicon = body_words()
    plain = x in lexicon.ordinary or y in lexicon.ordinary or not (x.islower() and y.islower())
    if plain or min(len(x), len(y)) < LETTERS:
        return 1.0 if x == y else 0.0
    return likeness(x, y)


def _loose(a: Phrase, b: Phrase) -> bool:
    """Say whether two names differ only in heads that are taken for each other."""
    loose = body_words().loose
    return len(a) == len(b) == 1 and a[0] in loose and loose[a[0]] == loose.get(b[0])


def _differ(a: Phrase, b: Phrase) -> Likeness:
    return Likeness(DIFFERENT, f"different: {' '.join(a) or '-'} / {' '.join(b) or '-'}", 0.0)
