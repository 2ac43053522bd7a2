"""Compare single words of names by how they sound, whoever transcribed them.

A word is folded (no case, marks, apostrophes), then written one sign a sound; two words are as far apart as the cheapest
way from the one to the other, where what transcribers mix up (q and k, u and ou, e and i) costs little. The skeleton keeps
broad classes of consonants only: it finds, it does not judge.
"""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ŋ": "n",
                         "ə": "a"})
MARKS = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ“”\".")
SIGNS = (
    (r"shch|tsch|tch|tsh|ch", "C"), (r"sch|sh", "S"), (r"dzh|dj", "j"), (r"zh", "J"), (r"kh", "X"), (r"gh", "G"), (r"dh", "D"),
    (r"th", "T"), (r"ph", "f"), (r"ck", "k"), (r"tz|ts|cz", "c"),
    (r"(?<=.)x", "ks"), (r"ou|oo|uu", "u"), (r"([aou])e(?=.)", r"\1"),
    (r"^y[ei]", "e"), (r"^j(?=[eu])", "Y"), (r"ee|ie|iy|ii|ij|yi|yy", "i"), (r"y(?=[aeiou])", "Y"),
    (r"(?<=[aeiou])j$", "i"), (r"y", "i"),
    (r"(.)\1+", r"\1"), (r"(?<=[aeiou])h$", ""), (r"(?<=..[oe])[fw]$", "v"),
)
PATTERNS = tuple((re.compile(old), new) for old, new in SIGNS)
VOWELS = frozenset("aeiou")
PAIRS = {
    "ae": 0.25, "ei": 0.2, "ou": 0.15, "ao": 0.4, "ai": 0.6, "au": 0.6, "iu": 0.8, "eo": 0.6, "io": 0.8, "eu": 0.7,
    "qk": 0.05, "qG": 0.15, "kG": 0.35, "gG": 0.1, "gq": 0.2, "gk": 0.5, "Xk": 0.25, "Xh": 0.3, "Xq": 0.3, "ck": 0.15,
    "cs": 0.3, "cC": 0.3, "cz": 0.3, "vw": 0.05, "wu": 0.15, "wo": 0.25, "vu": 0.3, "vf": 0.4, "bv": 0.6, "sz": 0.35,
    "zD": 0.15, "dD": 0.1, "dz": 0.4, "tT": 0.1, "sT": 0.15, "jJ": 0.2, "jg": 0.3, "jY": 0.3, "ji": 0.25, "jC": 0.3,
    "CS": 0.5, "sS": 0.3, "td": 0.5, "iY": 0.1, "eY": 0.3, "pb": 0.5, "Dt": 0.4, "Dz": 0.15, "SX": 0.6,
}
COSTS = {(x, y): cost for pair, cost in PAIRS.items() for x, y in (pair, pair[::-1])}
CLASSES = str.maketrans("qGgXckDTSJz", "kkkkkksssss")
ROUGH = str.maketrans("eoYwj", "auiui")
FAR, START = 0.3, 0.4
"""Share of equal sounds below which two words are not looked at closer; what another beginning costs besides."""
SHORT = 4
"""Sounds up to which a word is so short that a difference counts twice: Jong and Yong."""
LONG, SLIP = 5, 0.62
"""Letters from which on one letter more, less or wrong may be a slip, and how alike the two words then are."""


@lru_cache(maxsize=131_072)
def fold(word: str) -> str:
    """Return a word in lower case without marks, apostrophes and stops."""
    plain = word.casefold().translate(MARKS)
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain.translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(MARKS)


@lru_cache(maxsize=131_072)
def sounds(folded: str) -> str:
    """Return a folded word with one sign a sound."""
    out = folded
    for pattern, new in PATTERNS:
        out = pattern.sub(new, out)
    return out


@lru_cache(maxsize=131_072)
def skeleton(folded: str) -> str:
    """Return the broad classes of a word's consonants, or its first vowel where it has none."""
    signs = sounds(folded).translate(CLASSES)
    bones = re.sub(r"[aeiouwYhj]", "", signs)
    return re.sub(r"(.)\1+", r"\1", bones) or signs[:1]


@lru_cache(maxsize=131_072)
def tone(folded: str) -> str:
    """Return how a word sounds, roughly: finer than its skeleton, so that it tells family names from each other."""
    signs = sounds(folded).translate(CLASSES).translate(ROUGH)
    return re.sub(r"(.)\1+", r"\1", signs)


@lru_cache(maxsize=524_288)
def likeness(a: str, b: str) -> float:
    """Return how alike two folded words sound, from 0 to 1; 1 is the same word."""
    if a == b:
        return 1.0
    if a > b:
        return likeness(b, a)
    x, y = sounds(a), sounds(b)
    if OSA.normalized_similarity(x, y) < FAR:
        return 0.0
    longest = max(len(x), len(y))
    start = 0.0 if x[:1] == y[:1] or COSTS.get((x[:1], y[:1]), 1.0) < 0.4 else START
    weight = 2 if longest <= SHORT else 1
    alike = 1 - weight * (_distance(x, y) + start) / (0.25 * longest + 0.9)
    slip = SLIP if min(len(a), len(b)) >= LONG and OSA.distance(a, b, score_cutoff=1) == 1 else 0.0
    return max(0.0, min(alike, 0.98), slip)


def _distance(x: str, y: str) -> float:
    """Return the cost of the cheapest way from one row of sounds to the other."""
    before = [0.0]
    for sign in y:
        before.append(before[-1] + _alone(sign))
    for a in x:
        gone = _alone(a)
        row = [before[0] + gone]
        for j, b in enumerate(y):
            change = 0.0 if a == b else COSTS.get((a, b), 1.0)
            row.append(min(before[j] + change, before[j + 1] + gone, row[j] + _alone(b)))
        before = row
    return before[-1]


def _alone(sign: str) -> float:
    """Return what a sound costs that only one of two words has."""
    if sign in VOWELS:
        return 0.4
    return 0.35 if sign in "hYw" else 0.9
