"""Read what stands for people named before: "the two met", "the latter", "the American said", "both Americans".

Whom they stand for is decided where the item is read.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.knowledge import Knowledge
from etl.spotting.mentions import Mention, Role
from etl.spotting.units import Units

ONE = "one"
PAST = re.compile(r"[a-z]+ed$")
UNCHANGED = re.compile(r"(?:ese|ch|sh|iss|men)$")
"""Ends of nationalities that are the same in the plural, or are plurals already."""


def stand_in(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read the stand-in that begins at `at`, if any."""
    if at + 1 >= last or units.classes[at] not in "tqY#":
        return None
    readings = (read(units, at, last, knowledge) for read in (_one, _both_men, _pair, _ranked, _nationals))
    return next((mention for mention in readings if mention is not None), None)


def other_one(units: Units, found: list[Mention], knowledge: Knowledge) -> list[Mention]:
    """Read "the Hungarian ambassador and the Polish one": the same post, or the capital, of another country."""
    out: list[Mention] = []
    for m in found:
        if m.kind == "role" and m.roles[0].head == ONE:
            before = next((p for p in reversed(out) if p.roles or _is_capital(units, p)), None)
            if before is None:
                continue
            if not before.roles:
                out.append(Mention("place", m.first, m.last, value=knowledge.capital_keys.get(m.roles[0].country)))
                continue
            post = before.roles[-1]
            words = post.phrase.split()
            phrase = " ".join((units.words[m.first + 1], *(words[1:] if units.classes[post.first] == "d" else words)))
            m = replace(m, roles=(replace(m.roles[0], phrase=phrase, head=post.head, domains=post.domains),))
        out.append(m)
    return out


def _is_capital(units: Units, m: Mention) -> bool:
    return m.kind == "place" and units.words[m.last - 1] == "capital"


def _one(units: Units, at: int, last: int, _: Knowledge) -> Mention | None:
    """Read "the Polish one"; whose post it is, the sentence says before."""
    if units.classes[at] != "t" or units.classes[at + 1] != "d" or at + 2 >= last or units.words[at + 2].lower() != ONE:
        return None
    post = Role(at, at + 3, units.phrase(at + 1, at + 3), ONE, frozenset(), units.values.get(at + 1), False, True)
    return Mention("role", at, at + 3, roles=(post,))


def _finite(word: str, knowledge: Knowledge) -> bool:
    """Say whether a word is a verb in a form that has a subject."""
    return word in knowledge.verbs.finite or PAST.match(word) is not None


def _pair(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read "the two spoke again", "the two of them" and, after a verb or "with", "received the two there"."""
    words = units.words
    if units.classes[at] != "t" or at + 2 >= last or words[at + 1].lower() not in knowledge.stand_ins.pairs:
        return None
    if words[at + 2] == "of":
        of_them = at + 3 < last and words[at + 3].lower() in knowledge.stand_ins.whom
        return Mention("pronoun", at, at + 4, value="they") if of_them else None
    if _finite(words[at + 2].lower(), knowledge):
        return Mention("pronoun", at, at + 2, value="they")
    object_of = at and (words[at - 1].lower() in knowledge.stand_ins.before_pairs or _finite(words[at - 1].lower(), knowledge))
    alone = units.classes[at + 2] in ".,;:" or words[at + 2].lower() in knowledge.stand_ins.after_pairs
    return Mention("pronoun", at, at + 2, value="them") if object_of and alone else None


def _both_men(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read "both men" and "the two women"."""
    end = at + 1 if units.words[at].lower() == "both" else at + 2
    two = end == at + 1 or (units.classes[at] == "t" and units.words[at + 1].lower() == "two")
    men = two and end < last and units.words[end].lower() in knowledge.stand_ins.persons
    return Mention("pronoun", at, end + 1, value="both men") if men else None


def _ranked(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read "the former", "the latter" and "the latter two" where no noun follows."""
    word = units.words[at + 1].lower()
    if units.classes[at] != "t" or word not in knowledge.stand_ins.ranks:
        return None
    end = at + 2 + (at + 2 < last and units.words[at + 2].lower() == "two")
    alone = end >= last or units.classes[end] in ".,;:)&vh" or _finite(units.words[end].lower(), knowledge)
    return Mention("pronoun", at, end, value=units.phrase(at, end).lower()) if alone else None


def _nationals(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read "the American", "the Americans", "both Americans" and "all three Japanese"."""
    counts = knowledge.stand_ins.counts
    first = at
    if units.words[at].lower() in knowledge.stand_ins.before_counts and units.words[at + 1].lower() in counts:
        at += 1
    if at + 1 >= last:
        return None
    word, nationality = units.words[at].lower(), units.words[at + 1]
    many = word in counts
    if units.classes[at + 1] != "d" or not (many or word == "the"):
        return None
    after = units.classes[at + 2] if at + 2 < last else "."
    if units.classes[at + 2:at + 4] == ",d":
        # "the French, German and Italian ministers"
        return None
    verb = after in "xi" and _finite(units.words[at + 2].lower(), knowledge)
    beside = after == "&" and at + 3 < last and units.classes[at + 3] == "h"
    plural = nationality.endswith("s")
    alone = verb or after in ".,;:)" or beside or ((many or plural) and after in "iobf&")
    plural = plural or not many or UNCHANGED.search(nationality) is not None
    return Mention("group", first, at + 2) if alone and plural else None
