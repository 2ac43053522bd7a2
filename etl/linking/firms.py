"""Say which names are of companies and parties, by the words beside them.

"The Danish company Nordlys", "Lumira's chief executive" and "Nordlys and Vantor signed a contract" name no people. A name that
holds a known given or family name is left to naming.py.
"""
from __future__ import annotations

from collections.abc import Iterator

from etl.knowledge import Knowledge
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units

Name = tuple[str, ...]
SURE = frozenset(("company", "party"))
"""What a noun beside a name makes it whoever else bears that name."""


def find_firms(knowledge: Knowledge, sentences: list[Sentence]) -> dict[Name, str]:
    """Return the kinds of the bodies that only their company shows, by the words of the name."""
    found: dict[Name, str] = {}
    for sentence in sentences:
        for m in sentence.mentions:
            found.update((name, "company") for name in _long_names(knowledge, sentence.units, m))
            found.update((name, "company") for name in _led(knowledge, sentence.units, m))
            kind = _introduced(knowledge, sentence.units, m)
            if kind:
                found[_tokens(sentence.units, m)] = kind
    persons = _told_of_people(sentences)
    found = {name: kind for name, kind in found.items() if kind in SURE or len(name) > 1 or name[0] not in persons}
    for sentence in sentences:
        if _trades(knowledge, sentence, found):
            for m in sentence.mentions:
                name = _tokens(sentence.units, m)
                if len(name) == 1 and name[0] not in persons and _bargains(knowledge, sentence.units, m):
                    found.setdefault(name, "company")
    return found


def whole_name(units: Units, m: Mention) -> int:
    """Return where the name of a company ends that ordinary words complete: "Nordlys Cells", "Vantor 7"."""
    end, classes = m.last, units.classes
    while end < len(classes) and classes[end] in "XW" and units.words[end][0].isupper():
        end += 1
    return end + (classes[end:end + 1] == "#")


def names_within(units: Units, m: Mention, firms: dict[Name, str]) -> Iterator[tuple[int, int]]:
    """Yield where a post or a group names one of these: "chief executive of Lumira"."""
    stop = m.name[0] if m.name and m.name[0] > m.first else m.last
    for first, last in _runs(units, m.first, stop):
        if tuple(units.words[first:last]) in firms:
            yield first, last


def _tokens(units: Units, m: Mention) -> Name:
    return tuple(units.words[m.first:m.last]) if m.kind == "person" and not m.roles and not m.titled else ()


def _stranger(knowledge: Knowledge, name: Name) -> bool:
    """Say whether nothing in the words speaks for a person."""
    return bool(name) and not any(w in knowledge.given or w in knowledge.surnames for w in name)


def _long_names(knowledge: Knowledge, units: Units, m: Mention) -> Iterator[Name]:
    """Yield the names of companies and how they begin: "Nordfisk" of "Nordfisk ASA"."""
    words = units.words[m.first:m.last]
    if m.kind == "body" and not m.value and knowledge.body_kinds.get(words[-1]) == "company":
        yield from (tuple(words[:n]) for n in range(1, len(words)))


def _led(knowledge: Knowledge, units: Units, m: Mention) -> Iterator[Name]:
    """Yield the names in a post that only companies have: "Lumira's chief executive", "chief executive of Lumira"."""
    for role in m.roles:
        if not any(post in role.phrase.lower() for post in knowledge.firms.posts):
            continue
        for first, last in _runs(units, role.first, role.last):
            before, after = units.classes[first - 1:first], units.classes[last:last + 1]
            if (before == "o" or after == "v") and _stranger(knowledge, tuple(units.words[first:last])):
                yield tuple(units.words[first:last])


def _introduced(knowledge: Knowledge, units: Units, m: Mention) -> str | None:
    """Return what a noun beside the name makes it: "the company Nordlys", "Komeito party"."""
    if not _stranger(knowledge, _tokens(units, m)):
        return None
    before = units.words[m.first - 1] if m.first else ""
    after = units.words[m.last] if m.last < len(units.words) else ""
    kind = knowledge.firms.after.get(after)
    # "the Kern faction" is Kern's
    return knowledge.firms.before.get(before) or (kind if kind in SURE or m.last - m.first > 1 else None)


def _trades(knowledge: Knowledge, sentence: Sentence, found: dict[Name, str]) -> bool:
    """Say whether a sentence tells of trade: by its words, or because a company agrees to something in it."""
    words = sentence.units.words[sentence.first:sentence.last]
    if not knowledge.firms.trade.isdisjoint(words):
        return True
    return not knowledge.firms.deals.isdisjoint(words) and any(
        found.get(_tokens(sentence.units, m)) == "company" or (m.kind == "body" and _is_company(knowledge, sentence.units, m))
        for m in sentence.mentions)


def _is_company(knowledge: Knowledge, units: Units, m: Mention) -> bool:
    if m.value:
        return knowledge.bodies[m.value].kind == "company"
    return knowledge.body_kinds.get(units.words[m.last - 1]) == "company"


def _bargains(knowledge: Knowledge, units: Units, m: Mention) -> bool:
    """Say whether a name stands where a party to a deal does: before the verb, in a row, or after with, by, to."""
    before = units.words[m.first - 1].lower() if m.first else "."
    after = units.words[m.last] if m.last < len(units.words) else "."
    owned = units.classes[max(0, m.first - 2):m.first] == "cv"
    party = owned or before in (".", ",", "and", "with", "by", "to", "between", "awarded", '"')
    party = party and after not in ("'s", "(")
    return party and _stranger(knowledge, _tokens(units, m))


def _told_of_people(sentences: list[Sentence]) -> frozenset[str]:
    """Return the words of the names that are surely people's: with a post or a title, or of several words."""
    return frozenset(w for s in sentences for m in s.mentions if m.kind == "person" and m.name
                     and (m.roles or m.titled or m.name[1] - m.name[0] > 1) for w in s.units.words[m.name[0]:m.name[1]])


def _runs(units: Units, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of names within a stretch."""
    at = first
    while at < last:
        end = at
        while end < last and units.classes[end] == "N":
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)
