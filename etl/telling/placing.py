"""Say which places of a sentence are where an encounter was: by the preposition before one and by what stands around it.

"In X" counts where it follows the trigger, a party, a day or a place, or opens a clause; which place it is, is not asked here.
"""
from __future__ import annotations

import re
from functools import cache

from etl.framing.clauses import is_cleft
from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.knowledge import toml
from etl.spotting.mentions import Mention
from etl.spotting.units import Units

# words of an event that may stand between its noun and its place
EVENT_NAME = 6
# "in", an article, the place and a comma or pronoun before the verb
BEFORE_VERB = 5
# so far before "in" stands "on the sidelines of"
BESIDE_REACH = 14


def where_of(skel: Skeleton, hit: Hit) -> int | None:
    """Return the unit "where" whose clause tells a hit, None where there is none."""
    units = skel.sentence.units
    for at in range(hit.first - 1, skel.sentence.first, -1):
        if units.classes[at] == ";":
            return None
        if units.words[at].lower() == "where":
            return None if _is_closed(skel, hit, at) else at
    return None


def _is_closed(skel: Skeleton, hit: Hit, where: int) -> bool:
    """Say whether a clause that opens the sentence is over: "From Oslo, where he had spoken, Kern flew to Riga for talks"."""
    classes, first = skel.sentence.units.classes, skel.sentence.first
    comma = classes.rfind(",", where, hit.first)
    opens = first in (where - 3, where - 4) and classes[where - 1] == "," and skel.sentence.units.words[first].lower() == "from"
    return opens and any(m.first == comma + 1 and m.kind in ("person", "role", "pronoun") for m in skel.sentence.mentions)


def introduces(skel: Skeleton, m: Mention, where: int) -> bool:
    """Say whether a clause opened by "where" speaks of a place: at most a day stands between."""
    return all(cls in ",Difat" for cls in skel.sentence.units.classes[m.last:where])


def comes_first(skel: Skeleton, at: int) -> bool:
    """Say whether the words up to unit `at` tell that one first comes to a place: "On his return to Oslo", "Upon arrival in"."""
    words = [w.lower() for w in skel.sentence.units.words[skel.sentence.first:at]]
    return _comes().fullmatch(" ".join(words)) is not None


def is_of_speaker(skel: Skeleton, m: Mention, preposition: int, speech: frozenset[str]) -> bool:
    """Say whether a place is that of who tells it: "a spokesman in Oslo said", "according to diplomats in Oslo"."""
    sentence = skel.sentence
    words = sentence.units.words
    speaker = next((s for s in sentence.mentions if s.last == preposition and s.kind in ("role", "group", "body")), None)
    if speaker is None:
        return False
    before = [w.lower() for w in words[max(speaker.first - 2, sentence.first):speaker.first]]
    return before == ["according", "to"] or (m.last < sentence.last and words[m.last].lower() in speech)


def heads(skel: Skeleton, m: Mention) -> bool:
    """Say whether a place is the head of what its sentence tells: "Oslo, May 4: Kern met Holm"."""
    classes = skel.sentence.units.classes
    return m.kind == "place" and m.first == skel.sentence.first and re.match(r",?f?D?:", classes[m.last:m.last + 4]) is not None


def with_day(skel: Skeleton, m: Mention) -> bool:
    """Say whether a day follows a place: "in the framework of the process in Oslo on May 4", "in Oslo yesterday"."""
    units = skel.sentence.units
    today = units.classes[m.last:m.last + 1] == "D" and units.words[m.last].lower().startswith(_today())
    return m.kind == "place" and (today or units.classes[m.last:m.last + 2] in ("fD", ",D"))


def opens_and_closes(skel: Skeleton, preposition: int, stop: int) -> bool:
    """Say whether a place opens a sentence, before a clause that is over: "At the forum in Oslo, which X opened, Y met"."""
    classes, first = skel.sentence.units.classes, skel.sentence.first
    relative = classes.find("r", preposition, stop)
    opens = classes[first] in "if" and "," not in classes[first:preposition] and classes[relative - 1:relative] == ","
    return relative > 0 and opens and "," in classes[relative:stop]


def leads_to(skel: Skeleton, m: Mention, hit: Hit) -> bool:
    """Say whether one goes to a place for an encounter: "went on to Oslo for a meeting with", "to Oslo on May 4 for talks"."""
    units = skel.sentence.units
    dated = units.classes[m.last:m.last + 2] == "fD"
    between = [w.lower() for w in units.words[m.last + 2 * dated:hit.first]]
    return hit.kind == "meeting" and m.kind == "place" and between[:1] == ["for"] and len(between) <= 2


def _beside_event(skel: Skeleton, at: int) -> bool:
    """Say whether the words up to unit `at` tell of an event beside which the encounter was: "on the margins of the summit"."""
    units, words = skel.sentence.units, setting_words("beside")
    reach = range(at, max(at - BESIDE_REACH, skel.sentence.first), -1)
    beside = next((i for i in reach if units.words[i].lower() in words), None)
    return beside is not None and not any(units.classes[i] in ";,r" for i in range(beside, at))


def in_the_city(units: Units, at: int) -> bool:
    """Say whether the unit `at` closes "in the city" or "in the same town"."""
    words = [w.lower() for w in units.words[max(at - 3, 0):at + 1]]
    return words[-1] in setting_words("city") and [w for w in words[:-1] if w != "same"][-2:] == ["in", "the"]


def beside_day(skel: Skeleton, m: Mention) -> bool:
    """Say whether a day follows a place directly: "in Oslo on May 4", "in Oslo, on May 4"."""
    return re.match(",?f?D", skel.sentence.units.classes[m.last:m.last + 3]) is not None


def exists(units: Units, at: int) -> bool:
    return at + 1 < len(units.words) and units.words[at + 1].lower() in setting_words("there")


@cache
def _today() -> tuple[str, ...]:
    return tuple(toml("settings.toml")["place"]["today"])


@cache
def _held() -> re.Pattern[str]:
    return re.compile(toml("settings.toml")["place"]["held"])


@cache
def _comes() -> re.Pattern[str]:
    return re.compile(toml("settings.toml")["place"]["comes"])


@cache
def setting_words(kind: str) -> frozenset[str]:
    return frozenset(toml("settings.toml")["place"][kind])


def opening(skel: Skeleton, preposition: int) -> int | None:
    """Return the first word of a clause that opens with a place: "Back in Oslo, A received B", "and, later in Oslo, C"."""
    units, first = skel.sentence.units, skel.sentence.first
    at = preposition
    while at > first and units.words[at - 1].lower() in setting_words("opening"):
        at -= 1
    return at if at == first or (at < preposition and units.classes[at - 1] in ",;&") else None


def is_brought(skel: Skeleton, m: Mention, stop: int) -> bool:
    """Say whether a place is where the subject was brought before it did the rest: "Received in Oslo on May 4, he met X"."""
    sentence = skel.sentence
    classes, brought = sentence.units.classes, sentence.units.words[sentence.first].lower() in setting_words("brought")
    return brought and "," not in classes[sentence.first:m.first] and re.match("(?:f?D)?,", classes[m.last:stop]) is not None


def _before_bracket(skel: Skeleton, at: int) -> int:
    """Return the unit before the bracket that ends at a unit, where it follows somebody: "X and Y (right) at the palace"."""
    units, first = skel.sentence.units, skel.sentence.first
    opens = units.classes.rfind("(", first, at) if units.classes[at:at + 1] == ")" else -1
    somebody = opens > first and any(m.last == opens and m.kind in ("person", "role") for m in skel.sentence.mentions)
    return opens - 1 if somebody else at


def _opens_clause(units: Units, at: int) -> bool:
    """Say whether a unit opens a clause that tells of something else: not "that" of "met again, that time in Oslo"."""
    return units.classes[at] == "r" and units.words[at + 1].lower() != "time"


def _is_of_event(skel: Skeleton, preposition: int, low: int) -> bool:
    """Say whether a place is that of the event at which the encounter was: "at the summit, which opens in Oslo"."""
    units = skel.sentence.units
    opens = units.classes.rfind("r", low, preposition)
    noun = opens - 1 - (units.classes[opens - 1:opens] == ",")
    told = " ".join(w.lower() for w in units.words[opens + 1:preposition]) if opens > low else ""
    return bool(told) and units.words[noun].lower() in setting_words("events") and _held().fullmatch(told) is not None


def sets(skel: Skeleton, hit: Hit, preposition: int) -> bool:
    """Say whether "in X" says where the encounter was.

    It does where it follows the trigger, a party, a day or a place, or opens the clause; `preposition` is the unit of "in".
    """
    sentence = skel.sentence
    at = _before_bracket(skel, preposition - 1)
    if at < sentence.first or sentence.units.classes[at] in ',("' or (sentence.units.classes[at] == ";" and at < hit.first):
        return True
    if opening(skel, preposition) is not None:
        return True
    if _beside_event(skel, at) or is_cleft(skel, preposition, hit.first):
        return True
    low, high = (hit.last, at) if at >= hit.last else (at, hit.first)
    if at < hit.first and opens_and_closes(skel, preposition, hit.first):
        return True
    if at >= hit.last and _is_of_event(skel, preposition, low):
        return True
    if any(sentence.units.words[j] == ";" or _opens_clause(sentence.units, j) for j in range(low, high)):
        return False
    if hit.kind == "conference" and hit.last <= at < hit.last + EVENT_NAME and sentence.units.words[hit.last] == "of":
        # "the third session of the joint commission in Lusaka"
        return True
    if sentence.units.words[at].lower() in setting_words("matters"):
        # "discussed the war in X with"
        return False
    if sentence.units.classes[at] == "&" and 0 < hit.first - preposition <= BEFORE_VERB:
        # "talked with A in Oslo, and in Riga met B"
        return True
    if hit.first <= at + 1 <= hit.last or sentence.units.words[at].lower() in setting_words("after"):
        return True
    kinds = ("person", "role", "group", "date", "place", "pronoun")
    return any(m.last == at + 1 and m.kind in kinds for m in sentence.mentions)
