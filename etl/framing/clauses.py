"""Say which dates and places of a sentence belong to which of the encounters it tells.

Nothing is resolved here: a date stays a unit of the sentence. What belongs to no encounter gets none.
"""
from __future__ import annotations

from itertools import pairwise

from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.framing.wording import date_cues

OPENERS = frozenset((",", "&", ";", "(", '"', ":", "r"))
OPENING = 4
FAR = 40
NEXT_CLAUSE = 20
TOO_FAR = 60
PER_BARRIER = 12
PER_BOUND = 15
# so many words before its day one says something
OF_SAYING = 8


def nearness(skel: Skeleton, hit: Hit, at: int) -> int | None:
    """Return how far the unit `at` (a date or a place) is from an encounter, None where it belongs to another one.

    What stands between two encounters goes to the one before it, unless it opens the clause of the one after it
    ("and on October 19 he conferred"). What opens the sentence holds for all.
    """
    units, sentence = skel.sentence.units, skel.sentence
    if hit.first <= at < hit.last:
        # "flew from Oslo, where he met X on May 3, to Riga"
        return None if "where" in units.words[hit.first:at] else 0
    lead = _lead(skel, at)
    opens = lead <= sentence.first or units.classes[lead] in OPENERS
    # "and on May 4 she toured", "and, on May 4, toured"
    new_clause = opens and (units.classes[lead] in "&;" or units.classes[max(lead - 1, sentence.first):lead + 1] == "&,")
    if at >= hit.last:
        if at >= hit.high or units.classes[lead] == ";" or (new_clause and hit.high < sentence.last):
            return None
        return at - hit.last + (NEXT_CLAUSE if new_clause else 0)
    if at >= hit.low and (opens or hit.low == sentence.first):
        return hit.first - at + 1
    return FAR if at - sentence.first <= OPENING or is_cleft(skel, at, hit.first) else None


def _lead(skel: Skeleton, at: int) -> int:
    """Return the last unit before `at` that is no preposition, article or word like "late"."""
    units, words = skel.sentence.units, date_cues().lead
    lead = at - 1
    while lead > skel.sentence.first and units.classes[lead] in "iftbao" or units.words[lead].lower() in words:
        lead -= 1
    return lead


def clause_dates(skel: Skeleton, hit: Hit) -> list[int]:
    """Return the date units that say when an encounter was, the most likely first."""
    scored = []
    for i in skel.sentence.units_of("D"):
        if _is_stated(skel, hit, i) and not is_of_saying(skel, hit, i) and (distance := nearness(skel, hit, i)) is not None:
            penalty = _penalty(skel, hit, i)
            if penalty is not None and distance + penalty < TOO_FAR:
                scored.append((distance + penalty, i))
    return [i for _, i in sorted(scored)]


def is_of_saying(skel: Skeleton, hit: Hit, i: int) -> bool:
    """Say whether a date is the day on which an encounter was told: "met, it said on Monday", "said on Monday that"."""
    if not hit.kind:
        # what is announced on a day is mostly agreed on that day
        return False
    sentence, said = skel.sentence, date_cues().said
    words = sentence.units.words
    low = sentence.first if i < hit.first else hit.last
    for j in range(i - 1, max(low, i - OF_SAYING) - 1, -1):
        word = words[j].lower()
        if word in said:
            return True
        if word in ("that", ";", "and") or (word == "," and i > hit.last):
            break
    # "On May 4 the ministry announced that the king would come"
    told = (j for j in range(i + 1, hit.first) if words[j].lower() in said)
    return hit.status == "planned" and any("that" in (w.lower() for w in words[j + 1:j + 3]) for j in told)


def is_cleft(skel: Skeleton, at: int, first: int) -> bool:
    """Say whether a sentence puts first when or where the encounter at `first` was: "it was in Oslo, on May 4, that"."""
    words = [w.lower() for w in skel.sentence.units.words[skel.sentence.first:first]]
    lead = words[:at - skel.sentence.first]
    return lead[:1] == ["it"] and not {"was", "is"}.isdisjoint(lead[1:3]) and "that" in words[len(lead):]


def _is_set_for(before: list[str]) -> bool:
    """Say whether the two words before a date fix an encounter for it: "a visit that had been set for May 4"."""
    return len(before) == 2 and before[1].lower() == "for" and before[0].lower() in date_cues().fixed


def _is_aside(skel: Skeleton, hit: Hit, i: int) -> bool:
    """Say whether a date stands in what a pair of commas says of the subject: "Kern, elected on May 4, met"."""
    units = skel.sentence.units
    for m in hit.left[-1:]:
        opens = m.last + 1 < i < hit.first and units.classes[m.last] == "," and "," in units.classes[i:hit.first]
        return opens and units.words[m.last + 1].lower().endswith(("ed", "en", "orn"))
    return False


def _is_of_another(skel: Skeleton, hit: Hit, i: int) -> bool:
    """Say whether a date is that of another event or a paper than the encounter: "met on the follow-up to the pact of May 4"."""
    words, at = skel.sentence.units.words, i - 2
    named = bool(hit.kind) and at > skel.sentence.first and words[i - 1].lower() == "of" and words[at].lower() in date_cues().dated
    return named and not hit.first <= at < hit.last


def _is_stated(skel: Skeleton, hit: Hit, i: int) -> bool:
    """Say whether a date is told: not one of a thing ("a May 3 statement"), in brackets only that of who is met."""
    units = skel.sentence.units
    if i > skel.sentence.first and units.classes[i - 1] == "(":
        there = (m for m in skel.sentence.mentions if m.kind == "place" and m.first >= hit.last)
        return any(m.last == i - 1 for m in (*hit.right, *hit.places, *there))
    if _is_of_another(skel, hit, i):
        return False
    return i == skel.sentence.first or units.words[i - 1].lower() != "a"


def _penalty(skel: Skeleton, hit: Hit, i: int) -> int | None:
    """Return what the words between a date and an encounter add to its distance, None where a relative clause holds it."""
    units, known = skel.sentence.units, date_cues()
    low, high = (i, hit.first) if i < hit.first else (hit.last, i)
    between = [units.words[j].lower() for j in range(low, high)]
    if i > hit.last and ("who" in between or "which" in between) and not _is_set_for(units.words[i - 2:i]):
        return None
    if i > hit.last and _is_of_departure(between):
        return None
    if i < hit.first and _is_aside(skel, hit, i):
        return None
    if i < hit.first and is_aside(skel, i, hit.first):
        return None
    bound = i > skel.sentence.first and units.words[i - 1].lower() in known.bounds
    if is_cleft(skel, i, hit.first):
        return 0
    return PER_BARRIER * sum(word in known.barriers for word in between) + PER_BOUND * bound


def _is_of_departure(between: list[str]) -> bool:
    """Say whether a date is that of what one did or does then: "toured the port before flying home on May 4"."""
    return any(word in ("before", "since") and then.endswith("ing") for word, then in pairwise(between))


def is_aside(skel: Skeleton, i: int, stop: int) -> bool:
    """Say whether a date stands in a relative clause between commas: "the pact, which is due on May 4, was signed"."""
    units = skel.sentence.units
    comma = units.classes.rfind(",", skel.sentence.first, i)
    return comma >= 0 and units.words[comma + 1] in ("which", "who") and "," in units.classes[i:stop]
