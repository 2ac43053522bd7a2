"""Find agreements without a noun: "A and B agreed to reopen their embassies", "opened negotiations on the border".

Both sides must be told; one side's decision is no agreement.
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterator

from etl.agreements.pacts import Pact
from etl.agreements.principals import principals
from etl.agreements.signatories import is_vague, named_signatories, standing_for_states
from etl.agreements.spoken_of import land_of_one, spoken_of, with_hosts
from etl.agreements.terms import terms
from etl.agreements.told import told_sides
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.records import Step
from etl.telling.sides import Side
from etl.telling.telling import Telling

LIMIT, NEAR = 12, 5
ENDS = frozenset((".", ";", ",", "which", "that", "who"))


def find_accords(telling: Telling, told: Container[int] = ()) -> Iterator[Pact]:
    """Yield the agreements without a noun that a sentence tells; `told` are the tokens at which a noun tells one."""
    read: list[range] = []
    t, text = terms(), telling.skel.text
    for pattern, status, words in ((t.negotiating, "negotiating", ("negotiations",)),
                                   (t.in_talks, "negotiating", ("talks", "negoti")),
                                   (t.accord, "reached", ("agree", "settled", "decided", "undertook", "pledged")),
                                   (t.relations, "reached", ("relations", "ties")),
                                   (t.settled, "reached", ("terms", "notes", "letters", "dispute"))):
        # most sentences have none of these words, and no pattern is tried on them
        for m in pattern.finditer(text) if any(word in text for word in words) else ():
            # "agreed to open negotiations on the border" tells one agreement, not two
            pact = _accord(telling, m, status, told) if not any(m.start(_head(m)) in r for r in read) else None
            if pact is not None:
                read.append(range(*m.span()))
                yield pact
    for m in (*t.passive.finditer(text), *t.closing.finditer(text)) if " agreed " in text else ():
        if not any(m.start() in r or r.start in range(*m.span()) for r in read) and (pact := _agreed(telling, m, told)):
            read.append(range(*m.span()))
            yield pact


def _agreed(telling: Telling, m: re.Match[str], told: Container[int]) -> Pact | None:
    """Read "the reopening was agreed between A and B" and "A will open the port, the two countries agreed on Monday"."""
    skel = telling.skel
    at, verb = skel.token_at(m.start()), skel.token_at(m.start("verb"))
    start = next((i + 1 for i in range(at - 1, -1, -1) if skel.tokens[i] in (".", ";")), 0)
    unreal, before = terms().unreal, " ".join(skel.tokens[start:at]) + " "
    if any(i in told for i in range(start, verb)):
        return None
    if any(form.search(before) for form in (unreal.conditional, unreal.negated, unreal.wished)):
        return None
    sides = told_sides(telling, skel.groups[m["who"]].mentions) if m["who"] else ()
    if m.re is terms().closing and all(map(is_vague, sides)):
        sides = _named_before(telling, start, at)
    named = named_signatories(telling, "reached", sides)
    sides = principals(sides, named=named, linker=telling.parties.linker)
    if len(sides) < 2 or any(map(is_vague, sides)):
        return None
    first, last = skel.units[start][0], skel.units[max(start, at - 1)][1]
    if skel.tokens[start] == "it":
        # "it was agreed between A and B that the ferry would resume"
        stop = skel.token_at(m.end())
        first, last = skel.units[min(stop, len(skel.units) - 1)][0], skel.units[_last(skel, stop) - 1][1]
    when = telling.when_said(*skel.units[verb])
    return Pact("agreement", skel.sentence.units.phrase(first, last), "reached", None, sides, when,
                (telling.evidence("accord"),), skel.sentence.block, (Step("reached", when),), is_new=True,
                standing=standing_for_states(telling, sides, named))


def _named_before(telling: Telling, start: int, at: int) -> tuple[Side, ...]:
    """Return the states and bodies that the tokens `[start, at)` name, where they are not the place of something."""
    skel = telling.skel
    signs = [i for i in range(start, at) if skel.kind_at(i) in ("E", "C") and skel.tokens[i - 1:i] not in (("in",), ("at",))]
    told = told_sides(telling, tuple(x for i in signs for x in skel.groups[skel.tokens[i]].mentions))
    sides = principals(told, named=frozenset(), linker=telling.parties.linker)
    return tuple(s for s in sides if s.kind in ("country", "organization"))


def _head(m: re.Match[str]) -> str:
    """Return the part of a match that opens what was agreed."""
    return next(name for name in m.groupdict() if m.group(name) is not None)


def _accord(telling: Telling, m: re.Match[str], status: str, told: Container[int]) -> Pact | None:
    skel = telling.skel
    at, head, end = skel.token_at(m.start()), skel.token_at(m.start(_head(m))), skel.token_at(m.end(_head(m)))
    before = " ".join(skel.tokens[:at]) + " "
    unreal = terms().unreal
    if head >= len(skel.units) or any(form.search(before) for form in (unreal.conditional, unreal.negated, unreal.wished)):
        return None
    stop = skel.token_at(m.end())
    noun = max((i for i in range(head) if i in told), default=None)
    if m.re is terms().relations and noun is not None and {"that", "which", "to", "under"} & set(skel.tokens[noun:head]):
        # "signed a protocol that is to restore relations"
        return None
    named = head in told and skel.tokens[head] not in terms().texts
    if named or _governs(skel, end, told) or (m.re is terms().relations and _is_history(telling, stop)):
        return None
    sides, standing = _sides(telling, at, stop, status)
    if len(sides) < 2 and not (status == "reached" and _gathers(telling, at, sides)):
        return None
    if status == "negotiating" and terms().intended.search(before):
        status = "proposed"
    first, last = skel.units[head][0], skel.units[_last(skel, end) - 1][1]
    # "agreed that the ferry would resume in June": June is not when they agreed
    high = first if "event" in m.groupdict() and m["event"] else None
    when = telling.when_said(skel.units[at][0], skel.units[at][1] if high else first + 1, high=high)
    cited = max((b.when.end for b in telling.cited if b.when.end), default=None)
    if high is None and cited and when.start and when.start > cited:
        # "agreed to reopen the offices on August 15 (TASS, July 31)"
        when = telling.when_said(skel.units[at][0], skel.units[at][1], high=first)
    return Pact("agreement", skel.sentence.units.phrase(first, last), status, None, sides, when,
                (telling.evidence("accord"),), skel.sentence.block, (Step(status, when),), is_new=True, standing=standing,
                land=land_of_one(telling, sides))


def _governs(skel: Skeleton, end: int, told: Container[int]) -> bool:
    """Say whether what is to be done is done to an agreement that is told by its noun: "agreed to extend the truce"."""
    noun = next((i for i in range(end, min(end + NEAR, len(skel.tokens))) if i in told), None)
    return noun is not None and not {"and", "to", "for", "on", "of", ",", ";", "."} & set(skel.tokens[end:noun])


def _is_history(telling: Telling, end: int) -> bool:
    """Say whether a year alone dates what is told: it is recalled, not reported."""
    date = telling.skel.groups.get(telling.skel.tokens[end + 1]) if end + 1 < len(telling.skel.tokens) else None
    return date is not None and date.kind == "D" and telling.timing.dates[int(date.mentions[0].value or 0)].form == "year"


def _gathers(telling: Telling, at: int, sides: tuple[Side, ...]) -> bool:
    """Say whether the one party is a body whose members agree among themselves: "the ministers of the League"."""
    group, _ = subject(telling.skel, at, at)
    bodies = telling.parties.linker.bodies
    members = group is not None and group.mentions[0].kind == "group" and len(sides) == 1 and sides[0].kind == "organization"
    return members and bodies[sides[0].key].kind in terms().gathering


def _sides(telling: Telling, at: int, end: int, status: str) -> tuple[tuple[Side, ...], frozenset[str | None]]:
    """Return the parties, the subject of the clause and those named within "agreed with X to"; and who stands for a state."""
    skel = telling.skel
    group, _ = subject(skel, at, end)
    within = [skel.groups[t] for t in skel.tokens[at:end] if t in skel.groups]
    between = within[0].mentions if within and skel.tokens[end - 2:end - 1] == ("between",) else ()
    if len(between) > 1:
        # "announced the resumption of relations between A and B"
        sides = principals(told_sides(telling, between), named=frozenset(), linker=telling.parties.linker)
        return sides, standing_for_states(telling, sides, frozenset())
    if group is None:
        return (), frozenset()
    named = tuple(m for g in within if g.kind in "EC" for m in g.mentions)
    acting = with_hosts(telling, (*told_sides(telling, group.mentions), *told_sides(telling, named)))
    phrase = skel.sentence.units.phrase(group.mentions[0].first, group.mentions[-1].last).lower()
    if all(map(is_vague, acting)) or (len(acting) < 2 and terms().naming.nations.search(phrase)):
        # "the two governments have agreed to build a bridge"
        known = spoken_of(telling)
        return known, standing_for_states(telling, known, frozenset())
    named = named_signatories(telling, status, acting)
    sides = principals(acting, named=named, linker=telling.parties.linker)
    return sides, standing_for_states(telling, sides, named)


def _last(skel: Skeleton, end: int) -> int:
    """Return the token that ends what was agreed: the end of the clause, a date or a citation."""
    last = end
    while last < len(skel.tokens) and last - end < LIMIT and skel.tokens[last] not in ENDS:
        if skel.kind_at(last) in ("D", "Z"):
            break
        last += 1
    return last - (last - 1 > end and skel.tokens[last - 1] in terms().wording.before_dates)
