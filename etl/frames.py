"""Find encounters in sentences: which frame, who takes part, where, and whether it happened.

Frames are data (lexicon/encounters.toml). This module compiles them, runs them over skeletons that hold a trigger word, and
finds the subject of a clause. It decides nothing about dates, about other sentences, or about which hits are one encounter.
"""
from __future__ import annotations

import re

from dataclasses import dataclass, replace
from functools import cache

from etl.anchors import Anchors
from etl.knowledge import load_knowledge
from etl.records import Span
from etl.skeleton import SIGNS, Group, Skeleton
from etl.spot import Mention


@dataclass(frozen=True, slots=True)
class Frame:
    """One compiled frame."""

    name: str
    kind: str
    subject: str
    form: re.Pattern[str]
    not_before: re.Pattern[str] | None
    object_person: bool
    caption: bool
    weak: bool
    company: bool
    named: bool
    states: bool
    people: bool


SEATS = frozenset(("embassy", "consulate", "ministry", "headquarters", "residence", "palace", "office", "airport", "mission", "capital", "city", "foreign"))
BASE = frozenset(("attend", "meet", "visit", "hold", "travel", "participate", "host", "join", "address", "receive", "deliver", "take", "continue", "return", "speak", "tour", "discuss"))
PHONE = re.compile(r"\b(?:phone|telephone|radio|video|videoconference|video-conference|hotline|virtual(?:ly)?|secure line|teleconference)\b")
NOMINAL = frozenset(("his", "her", "their", "a", "an", "the", "this", "that", "another", "my", "our", "one", "two", "several", "its", ",", "in", "by", "during", "over", "separate", "§"))


@dataclass(frozen=True, slots=True)
class Hit:
    """One encounter as one clause tells it."""

    frame: str
    kind: str
    status: str
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    places: tuple[Mention, ...]
    trigger: Span
    first: int
    last: int
    title: str | None = None
    lead: tuple[Mention, ...] = ()
    left_lead: tuple[Mention, ...] = ()
    subject_missing: bool = False
    weak: bool = False
    company: bool = False
    apart: bool = False
    states: bool = False
    continued: bool = False
    joint: bool = False
    opens: bool = False
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Grammar:
    """All frames, with the words that make one worth trying and the cues of modality."""

    frames: tuple[Frame, ...]
    anchors: Anchors
    planned: re.Pattern[str]
    cancelled: re.Pattern[str]
    denied: re.Pattern[str]
    unreal: re.Pattern[str]
    not_meetings: re.Pattern[str]
    objects: frozenset[str]


BEFORE_OBJECT = frozenset(("with", "of", "to", "by", "from", "in", "at", "between", "for", "against", "on", "about", "upon", "among", "over", "including", "under", "via", "into", "like", "toward", "towards", "regarding",
                           "concerning", "near", "behind", "alongside", "through", "within", "without", "despite", "than"))
CLAUSE_OPENERS = frozenset(("“", "”", "‘", ",", ":", ";", "\"", "-", ")", "(", "that", "and", "but", "as", "when", "while", "where", "after", "before", "because", "since", "if", "whether", "although", "though", "so", "then", "meanwhile",
                            "also", "earlier", "later", "today", "yesterday", "however", "moreover", "additionally", "separately", "recently", "there", "here", "afterwards", "instead", "§", "who", "which", "until", "once", ".", "[", "]", "why", "how", "unless", "nor", "or"))


@cache
def grammar() -> Grammar:
    """Compile the frames of the lexicon."""
    data = load_knowledge().rules["encounters"]
    macros = dict(SIGNS)
    for name, form in data["macros"].items():
        macros[name] = _filled(form, macros)
    frames = []
    for f in data["frame"]:
        before = f.get("not_before")
        frames.append(Frame(
            f["name"], f["kind"], f["subject"], re.compile(r"(?<![^\s])" + _filled(f["form"], macros)),
            re.compile(_filled(before, macros)) if before else None, f.get("object_person", False), f.get("caption", False), f.get("weak", False), "attach" in f, f.get("named", False), f.get("states", False), f.get("people", False)))
    status = {k: re.compile(r"(?<!\S)" + v) for k, v in data["status"].items()}
    words = sorted(data["not_meetings"]["words"], key=len, reverse=True)
    return Grammar(tuple(frames), Anchors(f.form.pattern for f in frames), status["planned"], status["cancelled"], status["denied"], status["unreal"],
                   re.compile(r"\b(?:" + "|".join(words) + r")\b"), frozenset(data["not_meetings"]["objects"]))


def _filled(form: str, macros: dict[str, str]) -> str:
    """Put the macros into a form; `[{C}]` stays a class."""
    return re.sub(r"\{([A-Z]+)\}", lambda m: macros[m.group(1)], form)


def find_hits(skel: Skeleton, *, caption: bool = False) -> list[Hit]:
    """Return the encounters that one sentence tells."""
    g = grammar()
    out: list[Hit] = []
    for index in g.anchors.due(skel.tokens):
        frame = g.frames[index]
        if frame.caption and not caption:
            continue
        for m in frame.form.finditer(skel.text):
            hit = _hit(skel, frame, m, g, caption)
            if hit is not None:
                out.append(hit)
    told: list[Hit] = []
    for hit in _distinct(out):
        told.append(hit)
        told.extend(_continued(skel, hit))
    return _bounded(skel, sorted(_distinct(told), key=lambda h: h.first))


def _bounded(skel: Skeleton, hits: list[Hit]) -> list[Hit]:
    """Give each hit the unit range up to its neighbours."""
    out = []
    for i, hit in enumerate(hits):
        low = max((h.last for h in hits[:i] if h.last <= hit.first), default=skel.sentence.first)
        high = min((h.first for h in hits[i + 1:] if h.first >= hit.last), default=skel.sentence.last)
        out.append(replace(hit, low=low, high=high))
    return out


# What may stand between an encounter and a further one that shares its verb: "in Cairo and then, late in the day, with Y".
BRIDGE = frozenset((",", "and", ";", "in", "at", "on", "then", "later", "also", "separately", "late", "the", "day", "same", "from", "to", "once", "more", "afterwards", "again", "finally", "before", "after", "following",
                    "evening", "morning", "night", "first", "a", "an", "few", "two", "three", "hour", "hours", "minutes", "days", "later", "next", "subsequently", "turn", "round", "separate", "one", "another", "earlier", "both", "last", "for", "his", "her", "palace", "residence", "office", "of"))


def _continued(skel: Skeleton, hit: Hit) -> list[Hit]:
    """Return the further encounters that a clause adds without repeating its verb."""
    if hit.company or hit.kind == "conference" or not (hit.right or hit.places):
        return []
    tokens, out = skel.tokens, []
    j = next((i for i, u in enumerate(skel.units) if u[0] >= hit.last), len(tokens))
    linked = set_apart = False
    start = j
    prep = tokens[j - 2] if j >= 2 and tokens[j - 2] in ("with", "by", "to", "on") else "with"
    while j < len(tokens):
        token, group = tokens[j], skel.groups.get(tokens[j])
        if group is not None and group.kind in "DZ":
            set_apart = True
        elif group is not None and group.kind in "LC" and hit.kind != "visit":
            set_apart = True
        elif group is not None and group.kind in "LC" and linked and (set_apart or tokens[j - 1] == "to") and tokens[j - 1] not in ("of", "at"):
            first, last = skel.units[start][0], skel.units[j][1]
            out.append(replace(hit, opens=False, continued=True, places=group.mentions, first=first, last=last, trigger=skel.sentence.units.span(first, last)))
            linked = set_apart = False
            start = j + 1
        elif group is not None and group.kind in "LC":
            set_apart = True
        elif group is not None and tokens[j - 1] in ("at", "in", "the") and all(m.kind == "body" for m in group.mentions) and linked:
            set_apart = True
        elif group is not None and hit.right and linked and hit.kind != "visit":
            after = tokens[j + 1] if j + 1 < len(tokens) else "."
            told_where = tokens[j - 1] in skel.groups and skel.groups[tokens[j - 1]].kind in "DL"
            closes = after in ("in", "at", "on", ".", ",", ";") or after in skel.groups
            if not tokens[j - 1].endswith(prep) and not (set_apart and closes and (told_where or tokens[j - 1] in ("and", ",", "then", "separately"))):
                break
            first, last = skel.units[start][0], skel.units[j][1]
            if all(m.kind == "pronoun" for m in hit.right):
                # "X received him in A, Y in B": the further name is a further host
                out.append(replace(hit, continued=True, left=group.mentions, first=first, last=last, trigger=skel.sentence.units.span(first, last)))
            else:
                out.append(replace(hit, continued=True, right=group.mentions, first=first, last=last, trigger=skel.sentence.units.span(first, last)))
            linked = set_apart = False
            start = j + 1
        elif token in ("and", ",", ";", "then"):
            if not linked:
                start = j
            linked = linked or token != "," or set_apart
        elif token.endswith(" " + prep):
            if not linked:
                start = j
            linked = True
        elif token == prep:
            if not linked:
                break
        elif token not in BRIDGE and not _seat(token):
            break
        j += 1
    return out


def _seat(token: str) -> bool:
    """Say whether a word is part of "at the Iranian embassy"."""
    known = load_knowledge().proper.single.get(token.capitalize())
    return token in SEATS or (known is not None and known.cls == "d")


def _mentions(skel: Skeleton, m: re.Match[str], slot: str) -> tuple[Mention, ...]:
    try:
        sign = m.group(slot)
    except IndexError:
        return ()
    return tuple(m for c in sign or "" if c in skel.groups for m in skel.groups[c].mentions)


def _hit(skel: Skeleton, frame: Frame, m: re.Match[str], g: Grammar, caption: bool) -> Hit | None:
    """Turn a match into a hit, or refuse it."""
    text = skel.text
    if frame.not_before and frame.not_before.search(text[:m.start()]):
        return None
    right = _mentions(skel, m, "obj") or _mentions(skel, m, "host")
    agent = _mentions(skel, m, "agent")
    poss = _mentions(skel, m, "poss")
    places = _mentions(skel, m, "place")
    at = skel.token_at(m.start())
    matched = m.group()
    if g.not_meetings.search(matched):
        return None
    if frame.object_person and not any(r.kind in ("person", "role", "pronoun") or (r.kind == "group" and not _faceless(skel, r, g)) for r in right):
        return None
    if frame.people and not all(r.kind == "group" for r in right):
        return None
    if frame.kind == "conference" and "event" in frame.form.groupindex:
        right = _hosts(skel, m)
        if right is None:
            return None
    if right and all(r.kind == "group" and _faceless(skel, r, g) for r in right):
        return None
    left: tuple[Mention, ...] = agent or poss
    missing = False
    own = next((t for t in (*skel.tokens[max(0, at - 1):at], *matched.split()[:2]) if t in ("his", "her")), None)
    leads = _lead(skel, m, "agent") or _lead(skel, m, "poss")
    if frame.subject in ("left", "joint") and not left:
        group, _ = subject(skel, at, skel.token_at(m.end()))
        left = group.mentions if group else ()
        leads = group.lead if group else ()
        missing = group is None
        if group is None and frame.name == "their talks":
            left, missing = (Mention("pronoun", skel.units[at][0], skel.units[at][0] + 1, value="they"),), False
        if own and not any(x.kind in ("person", "pronoun", "role") for x in left):
            left = (Mention("pronoun", skel.units[at][0], skel.units[at][0] + 1, value="he"),)
    if frame.subject == "joint":
        if not _plural(skel, left) or (frame.named and sum(x.kind in ("person", "role") for x in left) < 2):
            return None
        right = ()
    status = _status(skel, frame, m, at, g)
    if status is None:
        return None
    kind = frame.kind
    if kind == "meeting" and PHONE.search(matched):
        kind = "call"
    title = None
    if "event" in frame.form.groupindex:
        title = _title(skel, m)
    first, last = skel.units[at][0], skel.units[max(at, skel.token_at(m.end()) - 1)][1]
    return Hit(frame.name, kind, status, left, right, places, skel.sentence.units.span(first, last), first, last, title, _lead(skel, m, "obj"), leads, missing, frame.weak, frame.company, bool(re.search(r"\bseparate(?:ly)?\b", matched + " ".join(skel.tokens[max(0, at - 1):at]))), frame.states or re.search(r"\b(?:trilateral|quadrilateral|summit)\b", matched) is not None, False, frame.subject == "joint", at <= 1)


def _lead(skel: Skeleton, m: re.Match[str], slot: str) -> tuple[Mention, ...]:
    """Return the group whose members a slot lists ("senior officials, including ...")."""
    sign = m.group(slot) if slot in m.re.groupindex else None
    return skel.groups[sign].lead if sign in skel.groups else ()


def _title(skel: Skeleton, m: re.Match[str]) -> str:
    first = skel.units[skel.token_at(m.start("event"))][0]
    last = skel.units[skel.token_at(m.end("event")) - 1][1]
    return skel.sentence.units.phrase(first, last)


EVENTLIKE = re.compile(r"\b(?:Conference|Forum|Summit|Meeting|Dialogue|Congress|Assembly|Session|Symposium|Festival|Congress)\b")


def _hosts(skel: Skeleton, m: re.Match[str]) -> tuple[Mention, ...] | None:
    """Return the bodies and states whose gathering an event is; None where what is attended is no event.

    A body that only lends the event its name ("Munich Security Conference") takes no part.
    """
    units = skel.sentence.units
    event = m.group("event")
    signs = [c for c in event + (m.group("obj") or "" if "obj" in m.re.groupindex else "") if c in skel.groups]
    found = [x for c in signs for x in skel.groups[c].mentions]
    if event in skel.groups and not any(EVENTLIKE.search(units.phrase(x.first, x.last)) for x in found):
        return None
    return tuple(x for x in found if x.kind == "country" or (x.kind == "body" and not EVENTLIKE.search(units.phrase(x.first, x.last))))


def _faceless(skel: Skeleton, m: Mention, g: Grammar) -> bool:
    """Say whether a group is the press, a crowd or a thing that nobody meets."""
    words = skel.sentence.units.phrase(m.first, m.last).lower().split()
    return any(w in g.objects for w in words)


def _plural(skel: Skeleton, mentions: tuple[Mention, ...]) -> bool:
    """Say whether a subject by itself can be both sides of an encounter."""
    if len(mentions) >= 2:
        return True
    if len(mentions) == 1:
        m = mentions[0]
        return m.kind == "group" or (m.kind == "pronoun" and m.value in ("they", "we", "them")) or m.kind == "body"
    return False


def subject(skel: Skeleton, at: int, end: int) -> tuple[Group | None, int]:
    """Find the subject of the clause whose verb or noun stands at token `at`.

    Looks left for a group that opens its clause (not the object of a preposition or of another verb), then, for a fronted
    phrase, right of the comma that ends it.

    Returns:
        The group with its token index, or (None, -1).
    """
    tokens = skel.tokens
    for j in range(at - 1, -1, -1):
        token = tokens[j]
        if token == ";":
            break
        group = skel.groups.get(token)
        if group is None or group.kind not in "EC":
            continue
        follows = tokens[j + 1:at]
        before = tokens[j - 1] if j else ""
        if follows[:1] in (("who",), ("which",)) or follows[:2] in ((",", "who"), (",", "which")):
            closed = len(follows) > 2 and "," in follows[2:] and not any(t in ("and",) for t in follows)
            if not closed:
                return Group(group.kind, group.mentions[-1:]), j
        if group.kind == "C" and (before in BEFORE_OBJECT or before in ("the",)):
            continue
        if before in BEFORE_OBJECT:
            continue
        if j <= 1 or before in CLAUSE_OPENERS or (before in skel.groups and skel.groups[before].kind in "DLZC"):
            if before == "and" and j >= 2 and tokens[j - 2] in skel.groups and skel.groups[tokens[j - 2]].kind == "E" and _object_before(skel, j - 2):
                continue
            if before == "§":
                continue
            if follows[:1] == ("§",):
                continue
            return group, j
        if j <= 7 and tokens[0] in FRONT and not any(t in skel.groups and skel.groups[t].kind == "E" and tokens[i + 1] != "§" for i, t in enumerate(tokens[:j])):
            # "At Kohl's invitation the chairman visited"
            return group, j
        if before.endswith("ly") or before in ("both", "the", "even", "only", "just"):
            return group, j
    # fronted: "Speaking after a meeting with X, Y said"
    comma = next((i for i in range(end, min(len(tokens), end + 30)) if tokens[i] == "," and i + 1 < len(tokens) and tokens[i + 1] in skel.groups and skel.groups[tokens[i + 1]].kind == "E"), None)
    if comma is not None and not any(t in (".", ";") for t in tokens[end:comma]):
        return skel.groups[tokens[comma + 1]], comma + 1
    return None, -1


FRONT = frozenset(("at", "in", "on", "during", "after", "following", "before", "for", "upon", "within", "under", "from", "later", "earlier", "shortly", "soon", "meanwhile", "afterwards", "then", "only", "next", "that", "this", "back", "once", "late", "early", "while"))


def _object_before(skel: Skeleton, j: int) -> bool:
    before = skel.tokens[j - 1] if j else ""
    return before in BEFORE_OBJECT


def _status(skel: Skeleton, frame: Frame, m: re.Match[str], at: int, g: Grammar) -> str | None:
    """Read held, planned, cancelled or denied from the words before the trigger; None where nothing of the kind is claimed."""
    start = at
    while start > 0 and at - start < 9 and skel.tokens[start - 1] not in (".", ";", ":", "that", "who", "which", "after", "following", "during"):
        group = skel.groups.get(skel.tokens[start - 1])
        start -= 1
        if group is not None and group.kind == "E" and skel.tokens[start - 1:start] not in (("to",), ("with",), ("by",)) and at - start > 1:
            break
    before = " ".join(skel.tokens[start:at]) + " "
    head = m.group()
    window = before + " ".join(head.split()[:3]) + " "
    after = " ".join(skel.tokens[skel.token_at(m.end()):skel.token_at(m.end()) + 12])
    if g.cancelled.search(before) or re.match(r"(?:\S+ ){0,10}?(?:was|were|has been|have been|had been) (?:\S+ ){0,2}?(?:cancel|postpon|called off|put off|scrapped|abandoned)|(?:\S+ ){0,9}?(?:did not take place|never took place|didn’t materiali[sz]e|did not materiali[sz]e|fell through)", after):
        return "cancelled"
    if g.denied.search(before) or DENIAL.search(" ".join(skel.tokens[:at]) + " ") or BASELESS.search(after):
        return "denied"
    if re.search(r"\bbut (?:\S+ ){0,8}?(?:called off|cancelled|canceled|postponed|put off)\b", " ".join(skel.tokens[skel.token_at(m.end()):])):
        return "cancelled"
    if g.planned.search(window) or re.match(r"(?:(?!that |who |which |, |said |and )\S+ ){0,3}?(?:will|is scheduled|is due|is expected|are scheduled|is planned|scheduled for|planned for|is set|next week|tomorrow|later this)", after):
        return "planned"
    if g.unreal.search(before) or re.match(r"(?:\S+ ){0,6}?(?:was|were|is|are|had been|has been) ruled out", after):
        return None
    if head.split()[0] in BASE and at and skel.tokens[at - 1] in ("and", ",", "then", "also") and re.search(r"(?<!\S)(?:will|to|would|plans?) ", " ".join(skel.tokens[:at])):
        # "will visit the region to ... and attend a summit"
        return "planned"
    nominal = frame.subject == "none" or head.split()[0] in NOMINAL
    if not nominal and re.search(r"(?:^| )to $", before) and not re.search(r"(?:traveled|travelled|flew|came|went|arrived|gathered|returned|convened|continued|began|visited|paid|managed|[{L}]|[{D}]) (?:\S+ ){0,6}?to $".replace("{L}", SIGNS["L"][1:-1]).replace("{D}", SIGNS["D"][1:-1]), before):
        return "planned"
    return "held"


DENIAL = re.compile(r"(?<!\S)(?:den(?:ied|ies|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing)) (?:(?!\.)\S+ ){0,3}?(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|that)(?: \S+){0,8}? $")
BASELESS = re.compile(r"\b(?:fabrication|baseless|groundless|untrue|unfounded|false report|no such meeting)\b")


def _complete(hit: Hit) -> int:
    """Return how many of its slots a hit has filled; a party of several fills both sides."""
    return bool(hit.left) + bool(hit.right) + bool(hit.places) + (hit.joint and bool(hit.left))


def _distinct(hits: list[Hit]) -> list[Hit]:
    """Keep one hit for one trigger: the one that knows both sides, then the longest."""
    out: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.weak, -_complete(h), -(h.last - h.first))):
        clash = next((o for o in out if o.trigger.start < hit.trigger.end and hit.trigger.start < o.trigger.end and (o.kind == "visit") == (hit.kind == "visit")), None)
        if clash is None:
            out.append(hit)
    return sorted(out, key=lambda h: h.first)


