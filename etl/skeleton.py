"""Write a sentence as words and signs, so that frames can be patterns a person can read.

Every mention that can take part becomes one sign; a list of them ("X, Y and Z") becomes one sign too. Signs are private-use
characters in ranges by kind, so a pattern says `{E}` and the match says which mention it was.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from etl.knowledge import load_knowledge
from etl.link import Sentence
from etl.spot import Mention

BASES = {"E": 0xE000, "C": 0xE400, "L": 0xE800, "D": 0xEC00, "Z": 0xF000}
SIZE = 0x400
PARTY = frozenset(("person", "role", "body", "group", "pronoun"))


def sign_class(*kinds: str) -> str:
    """Return the character class that matches the signs of these kinds."""
    return "".join(f"{chr(BASES[k])}-{chr(BASES[k] + SIZE - 1)}" for k in kinds)


SIGNS = {"E": f"[{sign_class('E')}]", "C": sign_class("C"), "EC": f"[{sign_class('E', 'C')}]", "L": f"[{sign_class('L', 'C')}]", "D": f"[{sign_class('D')}]"}


@dataclass(frozen=True, slots=True)
class Group:
    """What one sign stands for: the mentions of a list; `lead` holds a group whose members are then listed."""

    kind: str
    mentions: tuple[Mention, ...]
    lead: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence as text of words and signs; `units` gives the unit range of each word, `groups` what each sign stands for."""

    sentence: Sentence
    text: str
    tokens: tuple[str, ...]
    offsets: tuple[int, ...]
    units: tuple[tuple[int, int], ...]
    groups: dict[str, Group]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that starts at or after a text offset."""
        return bisect_left(self.offsets, offset)


def _kind(m: Mention) -> str | None:
    if m.kind in PARTY:
        return "E"
    return {"country": "C", "place": "L", "date": "D", "citation": "Z"}.get(m.kind)


def skeleton(sentence: Sentence) -> Skeleton:
    """Write one sentence as a skeleton."""
    units = sentence.units
    starts = {m.first: m for m in sentence.mentions if m.kind != "inner" and _kind(m)}
    items: list[tuple[str, tuple[int, int], Mention | None]] = []
    i = sentence.first
    while i < sentence.last:
        m = starts.get(i)
        if m is not None:
            items.append((_kind(m) or "", (i, m.last), m))
            i = m.last
            continue
        cls, word = units.classes[i], units.words[i].lower().replace("'", "’")
        items.append(("§" if cls == "v" else "and" if cls == "&" and " " not in word else word, (i, i + 1), None))
        i += 1
    items = _capitals(_listed(items))
    tokens, offsets, spans, groups = [], [], [], {}
    counts = dict.fromkeys(BASES, 0)
    at = 0
    for word, span, payload in items:
        if payload is not None:
            group = payload if isinstance(payload, Group) else Group(word, (payload,))
            sign = chr(BASES[word] + counts[word])
            counts[word] = min(counts[word] + 1, SIZE - 1)
            groups[sign] = group
            word = sign
        tokens.append(word)
        offsets.append(at)
        spans.append(span)
        at += len(word) + 1
    return Skeleton(sentence, " ".join(tokens) + " ", tuple(tokens), tuple(offsets), tuple(spans), groups)


def _capitals(items: list) -> list:
    """Read "Riyadh and Damascus agreed" as the two states: capitals that no preposition makes places."""
    knowledge = load_knowledge()
    out = []
    for i, (word, span, payload) in enumerate(items):
        mentions = payload.mentions if isinstance(payload, Group) else (payload,) if payload is not None else ()
        before = items[i - 1][0] if i and items[i - 1][2] is None else "" if i == 0 else "D"
        after = items[i + 1][0] if i + 1 < len(items) and items[i + 1][2] is None else ""
        if word == "L" and all(m.kind == "place" and m.value in knowledge.places and knowledge.capital_keys.get(knowledge.places[m.value].country or "") == m.value for m in mentions) and (
                before in ("between", "that", ",", "and", "", "while", "but", "both") and (before == "between" or VERBAL.match(after))):
            states = tuple(replace(m, kind="country", value=knowledge.places[m.value or ""].country) for m in mentions)
            out.append(("C", span, Group("C", states)))
        else:
            out.append((word, span, payload))
    return out


def _listed(items: list) -> list:
    """Fold lists of parties, countries or places into one item each."""
    out: list = []
    i, n = 0, len(items)
    while i < n:
        word, span, payload = items[i]
        if payload is None or word not in "ECL":
            out.append(items[i])
            i += 1
            continue
        members, lead, j, and_seen = [payload], [], i + 1, False
        kind = word
        while j < n:
            k = j
            words = []
            while k < n and items[k][2] is None and items[k][0] in LINKS and len(words) < 3:
                words.append(items[k][0])
                k += 1
            if not words and k < n and items[k][2] is not None and items[k][0] == "E" == kind and members[-1].kind == "group" and items[k][2].kind == "person":
                # "Senators Robert Byrd and Robert Dole"
                members[-1] = items[k][2]
                j = k + 1
                continue
            if not words or k >= n or items[k][2] is None or not _joins(kind, items[k][0], words, items[k][2]):
                break
            nxt = items[k][2]
            if _opens_clause(items, k, words, len(members), apposed(members[-1])):
                break
            if any(w in MEMBERS for w in words):
                if len(members) == 1 and members[0].kind in ("group", "body", "role"):
                    lead = members
                    members = []
                elif members and members[-1].kind in ("group",):
                    lead = [members.pop()]
                else:
                    break
            members.append(nxt)
            if items[k][0] == "E" != kind:
                # "Israel and the PLO"
                kind = "E"
            elif items[k][0] != kind:
                kind = "L" if "E" not in (kind, items[k][0]) else kind
            and_seen = and_seen or any(w not in (",", ";", "(", ")") for w in words)
            j = k + 1
            if and_seen and "and" in words and not _goes_on(items, j):
                break
        if len(members) == 2 and not and_seen and not lead:
            # "according to two politicians, the commander arrived": a comma alone lists nothing
            out.append(items[i])
            i += 1
            continue
        if len(members) > 2 and members[0].kind == "group" and not lead and all(m.kind == "person" for m in members[1:]) and items[i + 1][0] == ",":
            # "the heads of the two delegations, Elyakim Rubinstein and Fayez Tarawneh"
            lead, members = members[:1], members[1:]
        out.append((kind, (span[0], items[j - 1][1][1]), Group(kind, tuple(members), tuple(lead))))
        i = j
    return out


LINKS = frozenset((",", "under", "and", ";", "as well as", "along with", "together with", "and also with", "and with", "including", "chief among them", "among them", "such as", "led by", "headed by",
                   "comprising", "both", "also", "then", "with", "plus", "and also", "chaired by", "consisting of", "composed of", "represented by", "namely", "notably", "most notably", "as well as with", "(", ")"))
MEMBERS = frozenset(("under", "including", "chief among them", "among them", "such as", "led by", "headed by", "comprising", "chaired by", "consisting of", "composed of", "represented by", "namely", "notably", "most notably"))


def _joins(kind: str, other: str, words: list[str], nxt: Mention) -> bool:
    if {kind, other} == {"C", "L"} and words == ["and"]:
        return True
    if kind != other and not ({kind, other} == {"C", "E"} and words == ["and"] and nxt.kind in ("body", "country")):
        return False
    if "then" in words or words in (["with"], ["also"], ["then"], ["both"], ["("], [")"], [";"], ["also", "with"], [",", "with"], [",", "then"], [",", "also"], ["then", "with"]):
        return False
    return any(w in (",", "and", "plus") or " " in w or w in MEMBERS for w in words)


def _goes_on(items: list, j: int) -> bool:
    """Say whether a list goes on after "X and Y": only with an explicit further link."""
    return j + 1 < len(items) and items[j][2] is None and (items[j][0] in ("as well as", "along with", "together with", "and also", "plus", "as well as with") or (items[j][0] == "," and items[j + 1][0] in ("as well as", "along with", "together with")))


VERBAL = re.compile(r"^(?:said|says|stated|told|added|noted|met|visited|was|were|is|are|had|has|have|will|would|[a-z]+ed|spoke|held|took|gave|made|left|flew|came|went|began|wrote|saw|led|also|who)$")


def _opens_clause(items: list, k: int, words: list[str], size: int, closed: bool) -> bool:
    """Say whether ", and X said" starts a new clause rather than ending a list."""
    after = items[k + 1][0] if k + 1 < len(items) and items[k + 1][2] is None else ""
    if not VERBAL.match(after) or after in ("also", "who"):
        return False
    if words == [","]:
        return size == 1
    return words[-1] == "and" and words[0] == "," and size == 1 and not closed


def apposed(m: Mention) -> bool:
    """Say whether a mention ends an apposition, whose comma opens no clause: "the ambassador, X, and a delegation met"."""
    return m.name is not None and bool(m.roles) and (m.name[0] > m.roles[0].last or m.name[1] < m.roles[-1].first)

