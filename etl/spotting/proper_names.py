"""Read the name of a person or of a body where it begins.

Grammar only: which person or body it is, and whether a run of capitals is a name after all, is decided when the whole document
is known.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from etl.knowledge import Knowledge
from etl.spotting.mentions import Mention
from etl.spotting.units import Units

PERSON = re.compile(r"(?:n(?=[nN])|I){0,20}(?:(?<=I)\"N\"(?=N))?N(?:[NI]|n(?=[nN])|S|\"N\"(?=N))*")
BODY = re.compile(r"(?:[NXWMYdcGOAKTH#]v?|(?<=N)n(?=n?N)|&(?=[NXWMYGK])(?<=[XW]&)|&(?=[XWMK])(?<=K&)|-(?=[XWKcdN])){0,9}"
                  r"(?:[KO]|(?<=[NXWdcGOA])K)(?:(?<=K)#)?"
                  r"(?:[of]t?(?:[NXWMYdcGOAKJ]v?|&(?=[NXWMYKJ]+)(?<=[XWK]&)(?![NXWMYdcA]*K[of])"
                  r"|(?<![cdGOA]),(?=[NXWY]+[,&]))+(?<!d)"
                  r"(?:ot?[NXWMYdcGOA]*(?:[KO]|(?<=Ko)J)(?!v)|oW(?:&[WX])?(?![dvkwKJ]))?)?")
MATTER_OF = re.compile(r"[of]t?[NXWMYcGA](?:[NXWMYcGA]|&(?=[NXWMY]))*(?![dvkwKJ])")
NAMED_FOR = re.compile(r"((?:[XWMYd]|&(?=[XWMY])){0,4}K)(?!v?[XWK])(?:[of]t?[XWMYd](?:[XWMYd]|&(?=[XWMY]))*)?")
MATTER = re.compile(r"[WYM]+K")
MATTER_IN = re.compile(r"it?c")
RANKED = "Senior"
"""Says it of people: "Senior Administration officials" are of no body of that name."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# after an aim, the country it is for: "Front for the Liberation of Bahrain"
AIM = re.compile(r"ft?[XWMYNOG]+ot?[cG](?!v)")
LETTERS = re.compile(r"(?:[A-Z]\.){2,}$")
FOREIGN = re.compile(r"(?:[NXWMYKGdcA]|[nNX](?=n?[NXWMYKGdc]))+")


def personal_name(units: Units, at: int, last: int, knowledge: Knowledge) -> tuple[int, int] | None:
    """Read a personal name at `at`, after titles: the unit range of the bare name."""
    classes, words = units.classes, units.words
    first = at
    while first < last and classes[first] == "T":
        first += 1
    m = PERSON.match(classes, first, last)
    if not m:
        return None
    end = m.end()
    while end > first and classes[end - 1] == "I":
        end -= 1
    while end > first + 1 and LETTERS.match(words[end - 1]):
        end -= 1
    if end + 1 < last and classes[end] == "," and classes[end + 1] == "S":
        end += 2
    names = classes.count("N", first, end)
    if not names:
        return None
    if names > 1 and end < last and classes[end] == "T" and classes[end + 1:end + 2] not in tuple("NInTHX"):
        # "Omar Hassan Sayed", "Larry King": a title that closes a name is part of it
        end += 1
    opens = at == 0 or classes[at - 1] in '."'
    # "Antony Long, Secretary of" is a name also where it opens the sentence
    opens = opens and classes[end + 1:end + 3] != ",H"
    if names == 1 and end < last and not opens and words[classes.index("N", first)] in knowledge.given:
        # "Antony Long": an ordinary word can be the family name after a given one
        verb = words[end].lower() in knowledge.verbs.headline and classes[end + 1:end + 2] in tuple("fibaNTHcdGOK")
        family = classes[end] in "XWMYK" and words[end][0].isupper() and not verb
        beside = units.ends[end - 1] + 1 == units.starts[end]
        if family and beside and (end + 1 >= last or classes[end + 1] not in "XWMYKNGHJoO"):
            end += 1
    return first, end


def after_letters(units: Units, at: int, last: int, knowledge: Knowledge) -> int:
    """Return the end of the letters that follow a name: "M.P.", ", KBE, QC"."""
    while at < last:
        follows = at + (units.classes[at] == ",")
        if follows >= last or not (units.words[follows] in knowledge.names.letters or LETTERS.match(units.words[follows])):
            break
        if units.classes[follows] == "T":
            # "President Banda, H.E. Ana Rojas": it is the next one's
            break
        at = follows + 1
    return at


def body_name(units: Units, at: int, last: int, knowledge: Knowledge) -> Mention | None:
    """Read the name of a body at `at`."""
    classes, words = units.classes, units.words
    first = at + (classes[at] in "tu")
    numbered = first < last and classes[first] == "#" and ORDINAL.fullmatch(words[first]) is not None
    if first >= last or not (words[first][0].isupper() or classes[first] == "O" or numbered) or words[first] == RANKED:
        return None
    if end := _foreign_name(units, first, last, knowledge):
        return Mention("body", at, end)
    known, following = classes[first] == "O", classes[first + 1] if first + 1 < last else ""
    if known and following == "o" and classes[first + 2:first + 3] == "c" and (
            words[first].endswith(knowledge.common_bodies) or _of_another(knowledge, units, first)):
        # "the Democratic Party of Chile" is no other country's
        return Mention("body", at, first + 3)
    if known and _branches(units, first, last):
        # "the Liberation Movement-North" is not the Liberation Movement
        return Mention("body", at, first + 3)
    if known and (aim := AIM.match(classes, first + 1, last)):
        # "National Front for the Liberation of Angola" is not the National Front
        return Mention("body", at, aim.end())
    if known and classes[at] != "u" and (not following or following not in "vKXWN"):
        return Mention("body", at, first + 1, value=units.values[first])
    m = BODY.match(classes, first, last)
    if not m:
        return Mention("body", at, first + 1) if classes[first] == "A" and len(words[first]) > 2 else None
    end = m.end()
    if numbered and knowledge.body_kinds.get(words[end - 1]) != "armed_forces":
        # "the 52nd Security Conference" is an event
        return None
    goes_on = end < last and classes[end] in "XW" and words[end][0].isupper()
    if goes_on and classes[end - 1] == "K" and "O" not in classes[first:end]:
        # "the Air Services Agreement" is no body
        return None
    if known and goes_on and classes[end - 1] == "K" and words[end].lower() in knowledge.pact_words:
        # "the UN Association Agreement" is the UN's
        return Mention("body", at, first + 1, value=units.values[first])
    if known and (end - first == 1 or (classes[first + 1] == "v" and not BODY.match(classes, first + 2, last))):
        return Mention("body", at, first + 1, value=units.values[first])
    if MATTER.fullmatch(classes, first, end) and knowledge.body_kinds.get(words[end - 1]) == "company":
        # "Nuclear Energy", "Natural Gas"
        return None
    if words[end - 1] == "House" and end - first > 1 and not known:
        # "the State Guest House" is a building
        return None
    end = _whole_matter(units, first, _first_of_two(units, first, end, knowledge), last)
    if end - first == 1 and classes[first] == "K" and classes[at] not in "tu" and words[first] not in knowledge.sole_bodies:
        return None
    return Mention("body", at, end)


def _of_another(knowledge: Knowledge, units: Units, first: int) -> bool:
    """Say whether a body is told with a country that the known one of that name is not of: "House of Deputies of Chile"."""
    country = knowledge.bodies[units.values[first]].country
    return country is not None and country != units.values.get(first + 2)


def _branches(units: Units, first: int, last: int) -> bool:
    """Say whether a hyphen and a capitalised word are part of a name."""
    joined = first + 2 < last and units.classes[first + 1] == "-" and units.classes[first + 2] in "NXYW"
    return joined and all(units.ends[i] == units.starts[i + 1] for i in (first, first + 1))


def _foreign_name(units: Units, first: int, last: int, knowledge: Knowledge) -> int:
    """Return where a name ends that a head opens: "Frente Amplio", "Partido de la Costa", "Hizb-i-Watan"; 0 where none does."""
    head, hyphen, _ = units.words[first].partition("-")
    if head not in knowledge.firms.leading:
        return 0
    if hyphen:
        return first + 1 if units.classes[first] == "N" else 0
    m = FOREIGN.match(units.classes, first + 1, last)
    return m.end() if m else 0


def _first_of_two(units: Units, first: int, end: int, knowledge: Knowledge) -> int:
    """Return where the first of two names ends that "and" joins: "the Standards Authority | and the National Bank"."""
    at = units.classes.find("K&", first + 1, end)
    return at + 1 if at > 0 and units.words[at] in knowledge.full_heads else end


def named_for_person(units: Units, at: int, last: int, knowledge: Knowledge) -> int:
    """Return where an institution ends whose name goes on after a person's: "Prince Omar | Institute"; 0 where none does."""
    m = NAMED_FOR.match(units.classes, at, last)
    if m is None or not units.words[at][0].isupper():
        return 0
    return m.end() if knowledge.body_kinds.get(units.words[m.end(1) - 1]) in ("university", "civil_society") else 0


def _whole_matter(units: Units, first: int, end: int, last: int) -> int:
    """Return where a name ends that goes on: "Front for the Liberation | of Chile", "Union of Forces | for Democracy"."""
    classes, words = units.classes, units.words
    inside = words[first:end]
    opens = {"of": "for" in inside, "for": "of" in inside and classes[end - 1] in "KNXW",
             "in": "for" in inside or inside[-1] == "Mission"}
    if end >= last or not opens.get(words[end]):
        return end
    m = (MATTER_IN if words[end] == "in" else MATTER_OF).match(classes, end, last)
    return m.end() if m and words[m.end() - 1][0].isupper() else end


def inner_bodies(units: Units, m: Mention, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Yield the unit ranges of bodies named inside a post or a group."""
    stop = m.name[0] if m.name and m.name[0] > m.first else m.last
    for first, last in [(r.first, r.last) for r in m.roles] or [(m.first, stop)]:
        i = first
        while i < last:
            end = _inner_end(units, i, last, knowledge)
            if end > i:
                yield i, end
            i = max(end, i + 1)


def _inner_end(units: Units, i: int, last: int, knowledge: Knowledge) -> int:
    """Return where the body that begins at `i` ends; `i` where none does."""
    classes = units.classes
    if classes[i] == "A" and len(units.words[i]) > 2 and units.words[i].lower() not in knowledge.ordinary:
        return i + 1
    if classes[i] == "N" and (end := _foreign_name(units, i, last, knowledge)):
        return end
    rank = classes[i] == "T" and classes[i + 1:i + 2] in ("W", "X", "M", "Y")
    if not (rank or classes[i] in "NXWMYdcGOAK") or not units.words[i][0].isupper() or units.words[i] == RANKED:
        return i
    body = BODY.match(classes, i, last)
    end = body.end() if body else i
    if classes[i:i + 3] == "Ooc" and i + 3 <= last and units.words[i].endswith(knowledge.common_bodies):
        return i + 3
    if classes[i] == "O" and (end - i <= 1 or classes[i + 1:i + 2] not in ("v", "K")):
        return i + 1
    affairs = classes[end:end + 1] in ("X", "W", "Y") and end < last and units.words[end][0].isupper()
    if end - i <= 1 or (affairs and classes[end - 1] == "K" and "&" in classes[i:end]):
        # "Secretary of State for Foreign and Commonwealth Affairs" names no body
        return i
    while end > i and classes[end - 1] not in "KO" and not re.search("[of]", classes[i:end]):
        end -= 1
    # a post ends before "in Chile", the name of a mission does not
    return _whole_matter(units, i, end, len(classes) if end == last else last)
