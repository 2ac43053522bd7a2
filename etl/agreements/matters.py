"""Say what an agreement is called and is on, in the words of its sentence; and which words tell it from another."""
from __future__ import annotations

import re

from etl.agreements.terms import terms
from etl.framing.skeleton import Skeleton

NAME_LIMIT, MATTER_LIMIT = 5, 14


def matter(skel: Skeleton, at: int, end: int) -> tuple[int, int]:
    """Return the units of an agreement whose noun is the tokens `[at, end)`: its adjectives, its noun and what it is on."""
    first, last = _first(skel, at), _last(skel, end)
    return _name_start(skel, first), skel.units[last - 1][1]


def _name_start(skel: Skeleton, first: int) -> int:
    """Return the unit where a name begins whose first token is given: a place can open it, "the Mekong Agreement"."""
    units, start = skel.sentence.units, skel.units[first][0]
    place = skel.groups.get(skel.tokens[first - 1]) if first and skel.kind_at(first - 1) == "L" else None
    if place is None or not units.words[start][:1].isupper() or place.mentions[-1].last != start:
        return start
    return place.mentions[-1].first + (units.classes[place.mentions[-1].first] == "t")


def _first(skel: Skeleton, at: int) -> int:
    first = at
    while first > 0 and at - first < NAME_LIMIT and _names(skel.tokens[first - 1]):
        first -= 1
    return first


def _names(token: str) -> bool:
    return re.match(r"[a-z0-9$€£¥’-]+$", token) is not None and token not in terms().wording.never_before


def _last(skel: Skeleton, end: int) -> int:
    tokens, w = skel.tokens, terms().wording
    if tokens[end:end + 1] == ("with",) and skel.kind_at(end + 1) in ("C", "E") and not w.on.isdisjoint(tokens[end + 2:end + 3]):
        # "an agreement with Kenya on fish"
        return _last(skel, end + 2)
    if end >= len(tokens) or tokens[end] not in w.opens:
        return end
    if tokens[end] == "in" and _is_place(skel, end + 1) and (not _opens(skel, end + 2) or skel.kind_at(end + 3) == "D"):
        # "signed the treaty in Oslo", but "an agreement in Oslo on fish"
        return end
    last = end
    while last < len(tokens) and last - end < MATTER_LIMIT and tokens[last] not in w.ends:
        if last > end and (tokens[last] in w.verbs or _is_signed_there(skel, last) or _opens_another(tokens, last)):
            break
        last += 1
        if skel.kind_at(last) in ("D", "Z"):
            return last - (tokens[last - 1] in w.before_dates)
    return last


def _opens_another(tokens: tuple[str, ...], at: int) -> bool:
    """Say whether a further thing is told: "a treaty of friendship and an agreement on fish"."""
    return tokens[at] == "and" and tokens[at + 1:at + 2] in (("a",), ("an",))


def _opens(skel: Skeleton, at: int) -> bool:
    """Say whether a token opens what an agreement is on."""
    return at < len(skel.tokens) and skel.tokens[at] in terms().wording.opens


def _is_place(skel: Skeleton, at: int) -> bool:
    """Say whether a place below the state is named at a token."""
    return skel.kind_at(at) == "L" and all(m.kind == "place" for m in skel.groups[skel.tokens[at]].mentions)


def _is_signed_there(skel: Skeleton, at: int) -> bool:
    """Say whether "at X", "on the X" or "in X on May 4" says where an agreement was signed rather than what it is on."""
    tokens = skel.tokens
    if tokens[at] in ("at", "in"):
        return _is_place(skel, at + 1) and (tokens[at] == "at" or skel.kind_at(at + 3) == "D" or at + 3 >= len(tokens))
    return tokens[at:at + 2] == ("on", "the") and _is_place(skel, at + 2)


def matters_of_several(skel: Skeleton, at: int, end: int) -> list[tuple[int, int]]:
    """Return the units of the matter of each of several agreements whose noun is the tokens `[at, end)`.

    "Two protocols, one on customs and one on transit", "agreements on fish and on ports", "an agreement on fish and another on
    ports", "two treaties on A and B".
    """
    tokens, w = skel.tokens, terms().wording
    last = next((i for i in range(end, len(tokens)) if tokens[i] in (".", ";") or skel.kind_at(i) == "Z"), len(tokens))
    starts = [i for i in range(end + 1, last) if tokens[i] in w.on and tokens[i - 1] in w.each]
    every = _all_on(skel, end, last) if tokens[end - 1].endswith("s") else []
    if len(every) > 1:
        starts = every
    elif end < last and tokens[end] in w.on and skel.kind_at(end + 1) != "D" and any(tokens[i - 1] in w.further for i in starts):
        starts = [end, *(i for i in starts if tokens[i - 1] in w.further)]
    elif len(starts) < 2 or tokens[starts[0] - 1] not in w.each_first:
        return _counted(skel, at, end, last)
    out = []
    for start, stop in zip(starts, [*starts[1:], last], strict=True):
        stop = next((i for i in range(start + 2, stop) if tokens[i] in w.ends or _is_signed_there(skel, i)), stop)
        while tokens[stop - 1] in w.each:
            stop -= 1
        out.append((skel.units[start + 1][0], skel.units[stop - 1][1]))
    return out


def _all_on(skel: Skeleton, end: int, last: int) -> list[int]:
    """Return where each matter opens of a plural before token `end`: "agreements (were signed) on fish and on customs"."""
    tokens, w = skel.tokens, terms().wording
    starts = [i for i in range(end, last) if tokens[i] in w.on and skel.kind_at(i + 1) != "D" and not _is_signed_there(skel, i)]
    passive = bool(starts) and tokens[end] in w.verbs and not any(skel.kind_at(i) in ("E", "C") for i in range(end, starts[0]))
    told = passive or starts[:1] == [end]
    return starts[:1] + [i for i in starts[1:] if tokens[i - 1] in w.each] if told else []


def _counted(skel: Skeleton, at: int, end: int, last: int) -> list[tuple[int, int]]:
    """Return as many matters as there are agreements: "three agreements on trade, energy and visas"."""
    tokens, w = skel.tokens, terms().wording
    count = next((w.numbers[t] for t in tokens[max(0, at - 3):at] if t in w.numbers), 0)
    if not count or end >= last or tokens[end] not in w.on:
        return []
    stop = next((i for i in range(end, last) if skel.kind_at(i) in ("D", "L") or tokens[i] in w.verbs), last)
    if stop < last and tokens[stop - 1] in (*w.before_dates, "at"):
        stop -= 1
    marks = [end, *(i for i in range(end + 1, stop) if tokens[i] in (",", "and"))]
    parts = [(a + 1, b) for a, b in zip(marks, [*marks[1:], stop], strict=True) if b > a + 1]
    return [(skel.units[a][0], skel.units[b - 1][1]) for a, b in parts] if len(parts) == count else []


def telling_words(text: str) -> frozenset[str]:
    """Return the words of an agreement that tell it from another."""
    return frozenset(w for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in terms().wording.empty)
