"""Say whether an encounter was held, planned, cancelled or denied, from the words around its trigger.

The cues are data (lexicon/modality.toml). Where the words only wish, ask or weigh, nothing is claimed and there is no status.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.framing.skeleton import SIGNS, Skeleton
from etl.knowledge import toml

WINDOW = 9
AFTER = 12
# so many words before an infinitive stands "becoming the first envoy" that leads to it
LEAD = 4
RELATIVE = frozenset(("which", "that"))


@dataclass(frozen=True, slots=True)
class Cues:
    """The compiled cues: by where they stand, and by what they say."""

    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    moved: re.Pattern[str]
    within_denied: re.Pattern[str]
    within_cancelled: re.Pattern[str]
    within_planned: re.Pattern[str]
    called_off: re.Pattern[str]
    intended: re.Pattern[str]
    but: re.Pattern[str]
    past: re.Pattern[str]
    present: re.Pattern[str]
    asked: re.Pattern[str]
    then: re.Pattern[str]
    fronted: re.Pattern[str]
    denied_report: re.Pattern[str]
    led_infinitive: re.Pattern[str]
    reported: re.Pattern[str]
    urged: re.Pattern[str]
    intends: re.Pattern[str]
    goes_on: re.Pattern[str]
    bare: frozenset[str]
    bare_links: frozenset[str]
    nominal: frozenset[str]
    stops: frozenset[str]


@cache
def cues() -> Cues:
    """Compile the cues of modality."""
    data = toml("modality.toml")
    leads = "|".join(data["infinitive"]["leads"])
    for sign in ("L", "D", "E"):
        leads = leads.replace(f"{{{sign}}}", SIGNS[sign])
    denials, reports = ("|".join(data["report"][key]) for key in ("denials", "reports"))
    return Cues(
        before={says: re.compile(rf"(?<!\S)(?:{'|'.join(forms)})") for says, forms in data["before"].items()},
        after={says: re.compile("|".join(forms)) for says, forms in data["after"].items()},
        moved=re.compile(data["moved"]["to"].replace("{D}", SIGNS["D"])),
        within_denied=re.compile(data["within"]["denied"]),
        within_cancelled=re.compile(data["within"]["cancelled"]),
        within_planned=re.compile(data["within"]["planned"]),
        intended=re.compile(data["later"]["intended"]),
        but=re.compile(data["later"]["but"]),
        present=re.compile(data["past"]["present"]),
        asked=re.compile(data["past"]["asked"].replace("{E}", SIGNS["E"])),
        then=re.compile(data["past"]["then"].replace("{E}", SIGNS["E"])),
        fronted=re.compile(data["fronted"]["planned"].replace("{E}", SIGNS["E"])),
        past=re.compile(data["past"]["words"]),
        called_off=re.compile(data["later"]["cancelled"]),
        denied_report=re.compile(rf"(?<!\S)(?:{denials}) (?:(?!\.)\S+ ){{0,3}}?(?:{reports})(?: \S+){{0,8}}? $"),
        led_infinitive=re.compile(rf"(?:{leads}) (?:\S+ ){{0,6}}?to $"),
        urged=re.compile(rf"(?<!\S)(?:{'|'.join(data['urged']['verbs'])}) (?:(?!(?:and|,|to) )\S+ ){{1,8}}?to (?:\S+ly )?$"),
        reported=re.compile(rf"(?<!\S)(?:{'|'.join(data['report']['told'])}) to $"),
        intends=re.compile(rf"(?<!\S)(?:{'|'.join(data['bare']['intends'])}) "),
        goes_on=re.compile(data["bare"]["goes_on"]),
        bare=frozenset(data["bare"]["verbs"]),
        bare_links=frozenset(data["bare"]["links"]),
        nominal=frozenset(data["edges"]["nominal"]),
        stops=frozenset(data["edges"]["stops"]),
    )


def status_of(skel: Skeleton, trigger: re.Match[str], *, noun: bool) -> str | None:
    """Read held, planned, cancelled or denied from the words around a trigger; None where nothing of the kind is claimed.

    Args:
        skel: the sentence.
        trigger: the match of a frame.
        noun: the frame is a noun phrase, whose "to" is no infinitive.
    """
    c = cues()
    at, end = skel.token_at(trigger.start()), skel.token_at(trigger.end())
    words = trigger.group()
    opening = words.split()[:3]
    sentence_before = " ".join(skel.tokens[:at]) + " "
    before = " ".join(skel.tokens[_window(skel, at):at]) + " "
    following = _past_relative(skel.tokens[end:])[:AFTER]
    # what follows a semicolon speaks of something else
    after = " ".join(following[:following.index(";")] if ";" in following else following)
    rest = " ".join(skel.tokens[end:])
    led = before + (opening[0] + " " if opening[0] == "to" else "")
    if c.before["cancelled"].search(led) or c.after["cancelled"].match(after) or c.within_cancelled.search(words):
        return "planned" if c.moved.search(skel.text) else "cancelled"
    denied = c.before["denied"].search(before) or c.denied_report.search(sentence_before) or c.after["denied"].match(after)
    if denied or c.within_denied.search(words):
        return "denied"
    if c.called_off.search(rest) or (c.intended.search(before + words) and c.but.search(rest)):
        return "cancelled"
    if c.urged.search(sentence_before) or c.asked.search(sentence_before):
        return None
    recalled = " whom " in words and is_past(words.partition(" whom ")[2])
    if recalled or (opening[0] == "have" and c.reported.search(before)):
        # "will meet the envoy, whom he last saw in May", "is said to have met"
        return "held"
    if c.before["planned"].search(before + " ".join(opening) + " ") or c.after["planned"].match(after):
        return "planned"
    if c.within_planned.search(words) or ((fronted := c.fronted.match(skel.text)) and trigger.start() < fronted.end()):
        # "his first stop will be in Oslo", "during his visit the minister will meet"
        return "planned"
    then = c.then.search(sentence_before) and not is_past(words)
    if (then or sentence_before.endswith(("and to ", ", to "))) and c.before["planned"].search(sentence_before):
        # "is to meet X tomorrow and to tour Y before he leaves"
        return "planned"
    if c.before["unreal"].search(before) or c.after["unreal"].match(after):
        return None
    if c.goes_on.search(sentence_before + opening[0] + " ") and c.before["planned"].search(sentence_before):
        # "will visit the camp before flying to Oslo to meet X", "will travel to Oslo for a meeting and for talks with X"
        return "planned"
    if opening[0] in c.bare and at and skel.tokens[at - 1] in c.bare_links and c.intends.search(sentence_before[:-1]):
        return "planned"
    nominal = noun or opening[0] in c.nominal or opening[1:2] == ["§"]
    leading = before + " ".join(skel.tokens[max(0, at - LEAD):at]) + " "
    if not nominal and (" " + before).endswith(" to ") and not c.led_infinitive.search(leading):
        return "planned"
    return "held"


def moved_to(skel: Skeleton) -> int | None:
    """Return the unit of the day to which a sentence says that something is put off or brought forward."""
    m = cues().moved.search(skel.text)
    return None if m is None else skel.units[skel.token_at(m.end() - 1)][0]


def _past_relative(follows: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what a relative clause says in between: "the meeting in Oslo, which the king had proposed, was put off"."""
    opens = next((i for i, t in enumerate(follows[:AFTER]) if t == ","), None)
    if opens is None or not {"which", "that"} & set(follows[opens + 1:opens + 3]):
        return follows
    closes = next((i for i in range(opens + 1, len(follows)) if follows[i] == ","), None)
    return follows if closes is None else (*follows[:opens], *follows[closes + 1:])


def _last(tokens: tuple[str, ...], end: int, word: str) -> int:
    """Return where a word stands last before token `end`."""
    return max(i for i in range(end) if tokens[i] == word)


def is_present(words: str) -> bool:
    """Say whether an encounter is told by a verb in the present tense."""
    return cues().present.match(words.lower()) is not None


def is_past(words: str) -> bool:
    """Say whether the words of an encounter tell it as over."""
    return cues().past.search(words.lower()) is not None


def _after_aside(skel: Skeleton, start: int, at: int) -> int:
    """Return where the words before a trigger begin after what a comma closes: "in a place which was not named, he spoke"."""
    comma = next((i for i in range(at - 1, start, -1) if skel.tokens[i] == ","), None)
    return start if comma is None or not any(skel.kind_at(i) == "E" for i in range(comma, at)) else comma + 1


def _window(skel: Skeleton, at: int) -> int:
    """Return where the words begin that speak of the trigger at token `at`: in its clause, after another party."""
    stops, tokens = cues().stops, skel.tokens
    start = at
    if tokens[at - 1:at] == (",",) and "who" in tokens[:at] and "," not in tokens[_last(tokens, at, "who"):at - 1]:
        # what "X, who had called for calm, met Y" says of X beside the encounter says nothing of it
        return at
    while start > 0 and at - start < WINDOW:
        if tokens[start - 1] in stops:
            return _after_aside(skel, start, at) if tokens[start - 1] in RELATIVE else start
        start -= 1
        group = skel.groups.get(tokens[start])
        spoken_to = tokens[start - 1:start] in (("to",), ("with",), ("by",), ("for",))
        if group is not None and group.kind == "E" and not spoken_to and at - start > 1:
            break
    return start
