"""Find agreements: what kind, on what, between whom, and the step a sentence reports.

A noun of the lexicon counts only where the words around it report a step (signed, reached, extended, ...); a mere mention of
"the agreement" adds nothing. Planned steps are kept apart from done ones.
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from etl.drafts import Drafter, Item, Side
from etl.citations import CitedBracket
from etl.frames import Hit, subject
from etl.knowledge import load_knowledge
from etl.records import Agreement, Evidence, Party, Span, Step, When
from etl.skeleton import SIGNS, Skeleton

ORDER = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force")
FINAL = ("suspended", "terminated", "rejected")


@dataclass(frozen=True, slots=True)
class Pact:
    """One agreement as one sentence tells it."""

    kind: str
    noun: str
    subject: str
    status: str
    planned: str | None
    sides: tuple[Side, ...]
    when: When
    evidence: tuple[Evidence, ...]
    block: int
    steps: tuple[Step, ...]
    definite: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The compiled lexicon of agreements."""

    noun: re.Pattern[str]
    kinds: dict[str, str]
    verbs: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    planned_before: re.Pattern[str]
    planned_after: re.Pattern[str]
    observers: re.Pattern[str]
    accord: re.Pattern[str]


NEGOTIATE = re.compile(r"(?<!\S)(?:opened|began|begin|started|start|launched|launch|resumed|open|are holding|continued) (?:\S+ ){0,2}?negotiations (?:on|for|over|about|towards?) (?:the |a |an )?(?P<noun>)(?P<verb>)")
NEGATED = re.compile(r"(?<!\S)(?:not|didn’t|hasn’t|haven’t|never|without|failed to|refused to|unable to|nor|neither|cannot) (?:\S+ )?$")
AGREED = re.compile(r"(?:agreed|decided|came together|met|managed|gathered|able) (?:\S+ ){0,4}?to $")
UNREAL = re.compile(r"(?<!\S)(?:before|until|unless|if|without) (?:\S+ ){0,6}?$|(?<!\S)(?:ask|urg|instruct|call|order|demand|request|encourag|invit|press|want|appeal)\w* (?:\S+ ){0,6}?(?:to|on) (?:\S+ ){0,2}$")


@cache
def terms() -> Terms:
    """Compile the lexicon."""
    data = load_knowledge().rules["agreements"]
    kinds = {noun: kind for kind, nouns in data["nouns"].items() for noun in nouns}
    nouns = "|".join(re.escape(n) for n in sorted(kinds, key=len, reverse=True))
    verbs = tuple((v["status"], re.compile(rf"(?<!\S){v['before']}(?!\S)"), re.compile(rf"(?<!\S){v['after']}(?!\S)")) for v in data["verb"])
    accord = re.compile(
        rf"(?<!\S)(?:agreed|have agreed|had agreed|has agreed|decided|undertook|pledged) (?:(?:in|on|near|at|also|in principle|there|with|the|last|this) |{SIGNS['L']} |{SIGNS['D']} |{SIGNS['EC']} )*"
        rf"(?:to (?P<verb>{'|'.join(data['accords']['verbs'])})|on (?:the |a |an )?(?:[a-z-]+ ){{0,2}}(?P<noun>{'|'.join(data['accords']['nouns'])})) ")
    return Terms(re.compile(rf"(?<![^\s-])(?:{nouns})(?= )"), kinds, verbs, re.compile(rf"(?<!\S){data['planned']['before']} (?:\S+ )?$"), re.compile(rf"(?<!\S){data['planned']['after']}"),
                 re.compile(r"(?<!\S)" + data["observers"]["verbs"] + r"(?!\S)"), accord)


def find_pacts(skel: Skeleton, drafter: Drafter, item: Item, cited: list[CitedBracket]) -> list[Pact]:
    """Return the agreements on which one sentence reports a step."""
    t = terms()
    out: list[Pact] = [p for pattern, status in ((t.accord, "reached"), (NEGOTIATE, "negotiating")) for m in pattern.finditer(skel.text)
                       if (p := _accord(skel, m, status, drafter, item, cited)) is not None]
    for m in t.noun.finditer(skel.text):
        pact = _pact(skel, m, t, drafter, item, cited)
        if pact is not None and not any(p.kind == pact.kind and _sides_shared(p, pact) for p in out):
            out.append(pact)
    return out


def _pact(skel: Skeleton, m: re.Match[str], t: Terms, drafter: Drafter, item: Item, cited: list[CitedBracket]) -> Pact | None:
    text = skel.text
    at, end = skel.token_at(m.start()), skel.token_at(m.end())
    low = at
    while low > 0 and at - low < 14 and skel.tokens[low - 1] not in (".", ";", ":", "that", "who", "which"):
        low -= 1
    high = end
    while high < len(skel.tokens) and high - end < 22 and skel.tokens[high] not in (".", ";"):
        high += 1
    before, after = " ".join(skel.tokens[low:at]) + " ", " ".join(skel.tokens[end:high]) + " "
    promised = t.planned_after.search(after)
    step = _step(before, after[:promised.start()] if promised else after, t) or (("reached", None) if promised else None)
    if step is None:
        return None
    status, verb_at = step
    planned = None
    if re.search(r"(?<!\S)no (?:\S+ )?$", before) or (verb_at is not None and NEGATED.search(before[:verb_at])):
        return None
    if verb_at is not None and (UNREAL.search(before[:verb_at]) or (before[:verb_at].endswith(" to ") and not t.planned_before.search(before[:verb_at]) and not AGREED.search(before[:verb_at]))):
        return None
    if promised:
        planned = "signed"
        status = status if status in ORDER and ORDER.index(status) >= 2 else "reached"
    elif verb_at is not None and t.planned_before.search(before[:verb_at]) and status in ("signed", "ratified", "reached"):
        planned, status = status, "reached" if status == "signed" and "agreed to" in before[:verb_at] else "negotiating" if status != "signed" else "reached"
    sides = stand_for(_parties(skel, m, at, end, low, verb_at, before, after, drafter, item), signed=status in ("signed", "ratified", "in_force"), drafter=drafter)
    if not sides:
        where = re.match(rf"in (?:the )?(?P<x>[{SIGNS['L'][1:-1]}]) ", " ".join(skel.tokens[end:end + 3]) + " ")
        country = skel.groups[where.group("x")].mentions[0] if where else None
        if country is None or country.kind != "country":
            return None
        sides = (Side("country", None, None, country.value),)
    if status == "rejected" and verb_at is not None and len(sides) < 2:
        return None
    noun = m.group()
    subject_text, subject_span = _subject(skel, at, end)
    hit = Hit("agreement", "meeting", "held", (), (), (), subject_span, skel.units[at][0], skel.units[min(end, len(skel.units)) - 1][1], low=skel.sentence.first, high=skel.sentence.last)
    when = drafter.when(skel, hit, item, cited)
    evidence = Evidence(skel.sentence.text_span(), skel.sentence.block, tuple(c for b in cited for c in b.citations), f"agreement {status}")
    steps = [Step(status, when)]
    if planned:
        steps.append(Step(planned, When(), True))
    return Pact(t.kinds[noun], noun, subject_text, status, planned, sides, when, (evidence,), skel.sentence.block, tuple(steps), skel.tokens[at - 1:at] == ("the",))


def _accord(skel: Skeleton, m: re.Match[str], status: str, drafter: Drafter, item: Item, cited: list[CitedBracket]) -> Pact | None:
    """Read "A and B agreed to reopen their embassies": an agreement without a noun, where both sides are told."""
    at, end = skel.token_at(m.start()), skel.token_at(m.end("verb") if m.group("verb") else m.end("noun"))
    group, _ = subject(skel, at, end)
    if group is None or UNREAL.search(" ".join(skel.tokens[:at]) + " "):
        return None
    if status == "negotiating" and re.search(r"(?<!\S)(?:will|to|would|should|must|shall) (?:\S+ )?$", " ".join(skel.tokens[:at]) + " "):
        status = "proposed"
    inside = [x for token in skel.tokens[at:end] if token in skel.groups and skel.groups[token].kind in "EC" for x in skel.groups[token].mentions]
    sides = stand_for((*drafter.sides(skel, group.mentions, item), *drafter.sides(skel, tuple(inside), item)), signed=False, drafter=drafter)
    if len(sides) < 2:
        return None
    last = end
    while last < len(skel.tokens) and last - end < 12 and skel.tokens[last] not in (".", ";", ",", "which", "that", "who"):
        if skel.tokens[last] in skel.groups and skel.groups[skel.tokens[last]].kind in "DZ":
            break
        last += 1
    head = skel.token_at(m.start("verb") if m.group("verb") else m.start("noun"))
    if head >= len(skel.units):
        return None
    first = skel.units[head][0]
    units = skel.sentence.units
    hit = Hit("agreement", "meeting", "held", (), (), (), units.span(first, first + 1), skel.units[at][0], first + 1, low=skel.sentence.first, high=skel.sentence.last)
    when = drafter.when(skel, hit, item, cited)
    evidence = Evidence(skel.sentence.text_span(), skel.sentence.block, tuple(c for b in cited for c in b.citations), "accord")
    return Pact("agreement", "accord", units.phrase(first, skel.units[last - 1][1]), status, None, sides, when, (evidence,), skel.sentence.block, (Step(status, when),), False)


def _step(before: str, after: str, t: Terms) -> tuple[str, int | None] | None:
    """Return the step that the words around a noun report, with where its verb starts in the words before."""
    best: tuple[int, str, int | None] | None = None
    for status, pre, post in t.verbs:
        if status in FINAL and post.search(after):
            return status, None
        for m in pre.finditer(before):
            gap = len(before[m.end():].split())
            if gap <= 7 and (best is None or gap < best[0]):
                best = gap, status, m.start()
        m = post.search(after)
        if m:
            gap = len(after[:m.start()].split())
            if gap <= 9 and (best is None or gap < best[0]):
                best = gap, status, None
    if best and best[1] == "terminated" and best[2] is not None and " with " in before[best[2]:]:
        # "the talks ended with an agreement"
        return "reached", best[2]
    return (best[1], best[2]) if best else None


def _parties(skel: Skeleton, m: re.Match[str], at: int, end: int, low: int, verb_at: int | None, before: str, after: str, drafter: Drafter, item: Item) -> tuple[Side, ...]:
    """Return who agrees: "between A and B", the clause's subject with "with B", the two sides spoken of."""
    text = skel.text
    left: tuple[Side, ...] = ()
    verb_token = low + len(before[:verb_at].split()) if verb_at is not None else at
    group, _ = subject(skel, verb_token, end)
    nominal = verb_at is not None and re.match(r"(?:signing|signature|extension|implementation|entry|announcement|ratification)(?!\S)", before[verb_at:])
    if group is not None and not nominal and not terms().observers.search(before):
        left = drafter.sides(skel, group.mentions, item)
    tail = " ".join(skel.tokens[end:end + 16]) + " "
    between = re.match(rf"(?:(?!that |which |who |and )\S+ )*?(?:between|among|involving) (?:both )?(?P<x>{SIGNS['EC']})(?: ,)?(?: and (?P<y>{SIGNS['EC']}))?", tail) or \
        re.search(rf"between (?P<x>{SIGNS['EC']})(?: and (?P<y>{SIGNS['EC']}))? ", before)
    if between:
        found = [s for g in (between.group("x"), between.group("y")) if g for s in drafter.sides(skel, skel.groups[g].mentions, item)]
        return tuple(found)
    with_ = re.match(rf"(?:(?!that |which |who |and )\S+ )*?with (?P<x>{SIGNS['EC']})", tail) or re.search(rf"(?<!\S)with (?P<x>{SIGNS['EC']}) (?:\S+ ){{0,6}}$", before)
    right: tuple[Side, ...] = ()
    if with_:
        right = drafter.sides(skel, skel.groups[with_.group("x")].mentions, item)
    which = re.match(rf"(?:\S+ ){{0,3}}?which (?P<x>{SIGNS['EC']}) (?:\S+ ){{0,3}}?(?:signed|initial?led|concluded|reached|negotiated)", after)
    if which:
        left = drafter.sides(skel, skel.groups[which.group("x")].mentions, item)
    by = re.search(rf"(?<!\S)(?:signed|inked|reached|concluded|initial?led|ratified|negotiated) (?:(?!by )\S+ ){{0,8}}?by (?P<x>{SIGNS['EC']})", after)
    if by:
        signers = drafter.sides(skel, skel.groups[by.group("x")].mentions, item)
        left = (*(s for s in left if s.kind == "country"), *signers)
    adjective = _adjective(skel, at, drafter)
    if len(adjective) >= 2:
        return adjective
    right = tuple(r for r in right if not any(r.same(x) for x in left))
    if left and right or len(left) >= 2:
        return (*left, *right)
    if re.search(r"(?:two|both) (?:countries|sides|governments|states|nations|parties)|bilateral", text) or left or right:
        countries = [s for s in item.pair if s.country]
        pair = {s.country: s for s in countries}
        if len(pair) == 2 and not right:
            return tuple(Side("country", None, None, c) for c in pair)
    return (*left, *right)


def _adjective(skel: Skeleton, at: int, drafter: Drafter) -> tuple[Side, ...]:
    """Return the countries of "the Russian-Turkish memorandum"."""
    units = skel.sentence.units
    out = []
    last = skel.units[at][0]
    for i in range(max(skel.sentence.first, last - 4), last):
        parts = units.words[i].split("-")
        if len(parts) == 2:
            codes = [drafter.knowledge.proper.single.get(p) for p in parts]
            if all(e and e.cls in "dc" for e in codes):
                out = [Side("country", None, None, e.value) for e in codes if e]
    return tuple(out)


def stand_for(sides: Iterable[Side], *, signed: bool, drafter: Drafter) -> tuple[Side, ...]:
    """Return the parties that those who act stand for: states for their officials, and whoever signs by name as well.

    An unnamed official and a government stand for their state alone; a body or an armed group for itself.
    """
    out: list[Side] = []

    def add(side: Side) -> None:
        if not any(side.same(o) for o in out):
            out.append(side)

    people = []
    for side in sides:
        if side.kind == "organization" and side.key and drafter.linker.bodies[side.key].kind == "parliament" and side.country:
            side = Side("country", None, None, side.country)
        government = side.kind == "organization" and side.key is not None and drafter.linker.bodies[side.key].name.lower().startswith(("government", "federal government"))
        body = drafter.linker.people[side.key].body if side.kind == "person" and side.key else None
        if body in drafter.linker.bodies:
            add(Side("organization", body, None, drafter.linker.bodies[body].country))
        elif side.country and (side.kind in ("role", "group", "country", "person") or government):
            add(Side("country", None, None, side.country))
        elif side.kind != "person":
            add(side)
        if side.kind == "person" and (signed or not (side.country or body)):
            people.append(side)
    for side in people:
        add(side)
    return tuple(out)


def _subject(skel: Skeleton, at: int, end: int) -> tuple[str, Span]:
    """Return the words of an agreement: its adjectives, its noun and what it is on."""
    first, last = at, end
    while first > 0 and at - first < 5 and re.match(r"[a-z0-9’-]+$", skel.tokens[first - 1]) and skel.tokens[first - 1] not in STOPS:
        first -= 1
    while last < len(skel.tokens) and last - end < 14 and skel.tokens[last] not in (".", ";", ",", "which", "that", "who", "between", "with") and not (last > end and skel.tokens[last] in ("was", "were", "will", "has", "had", "is")):
        last += 1
        if last < len(skel.tokens) and skel.tokens[last] in skel.groups and skel.groups[skel.tokens[last]].kind in "DZ":
            last -= skel.tokens[last - 1] in ("on", "in", "of", "from", "by", "since")
            break
    if last <= end or skel.tokens[end] not in ("on", "for", "to", "of", "concerning", "regarding", "about", "in", "governing", "covering", "under"):
        last = end
    units = skel.sentence.units
    a, b = skel.units[first][0], skel.units[last - 1][1]
    return units.phrase(a, b), units.span(a, b)


STOPS = frozenset(("the", "a", "an", "of", "to", "on", "and", "that", "their", "its", "this", "his", "her", "by", "with", "for", "in", "signed", "reached", "sign", "reach", "signing", "any", "new", "maintain", "extend", "under", "concluded"))


def _sides_shared(a: Pact, b: Pact) -> int:
    return sum(any(x.same(y) for y in b.sides) for x in a.sides)


def merge_pacts(pacts: Iterable[Pact]) -> list[Pact]:
    """Join the tellings of one agreement: same kind and parties, or a later "the agreement" in the same item."""
    out: list[Pact] = []
    for pact in pacts:
        for i, known in enumerate(out):
            n = _sides_shared(known, pact)
            alike = known.kind == pact.kind and n == min(len(known.sides), len(pact.sides)) and n >= 1
            topic = len(_words(known.subject) & _words(pact.subject)) >= 1 or known.block == pact.block or not (_words(known.subject) and _words(pact.subject))
            if alike and topic:
                out[i] = _joined(known, pact)
                break
        else:
            out.append(pact)
    return out


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in ("agreement", "agreements", "concerning", "between", "countries", "accord", "treaty", "memorandum", "understanding", "ceasefire", "deal", "regarding", "with", "joint", "declaration"))


def furthest(a: str, b: str) -> str:
    """Return the further of two steps; an end outranks every step before it."""
    if a in FINAL or b in FINAL:
        return a if a in FINAL else b
    return max(a, b, key=ORDER.index)


def _joined(a: Pact, b: Pact) -> Pact:
    status = furthest(a.status, b.status)
    lead = a if status == a.status else b
    sides = [*a.sides]
    for side in b.sides:
        if not any(side.same(s) for s in sides):
            sides.append(side)
    sides.sort(key=lambda s: s.kind == "person")
    steps = [*a.steps, *(s for s in b.steps if s not in a.steps)]
    spans = {e.span for e in a.evidence}
    subject_text = max(a.subject, b.subject, key=len)
    when = lead.when if lead.when.start else a.when if a.when.start else b.when
    return replace(a, status=status, sides=tuple(sides), when=when, steps=tuple(steps), subject=subject_text, evidence=(*a.evidence, *(e for e in b.evidence if e.span not in spans)))


def agreements_of(pacts: Iterable[Pact], document: str) -> list[Agreement]:
    """Return the agreements of a document."""
    out: list[Agreement] = []
    used: set[str] = set()
    for pact in merge_pacts(pacts):
        names = sorted(s.key or s.country or " ".join(sorted(s.words)) for s in pact.sides)
        raw = "|".join((pact.kind, *sorted(_words(pact.subject)), *names, *(() if pact.when.start else (document,))))
        key = "a" + hashlib.sha256(raw.encode()).hexdigest()[:15]
        while key in used:
            key += "x"
        used.add(key)
        parties = tuple(Party(s.key if s.kind == "person" else None, s.key if s.kind == "organization" else None, s.text, s.country,
                              is_signatory=pact.status in ("signed", "ratified", "in_force")) for s in pact.sides)
        out.append(Agreement(key, pact.kind, pact.subject, pact.status, pact.when, parties, pact.steps, tuple(sorted(pact.evidence, key=lambda e: e.span))))
    return out
