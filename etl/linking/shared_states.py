"""Give people the state that a list states once for several, or in their order.

"The presidents of Kenya and Chad, A and B", "his Kenyan and Chadian colleagues, A and B", "Foreign Minister A and Defence
Minister B of Kenya". A state that is stated with somebody is never changed; posts that leaders of two states can hold
("President A and Prime Minister B of Kenya") share nothing.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units

BETWEEN = re.compile(r"[,&]|,&|:|,?\(")
MINISTRIES = frozenset(("minister", "secretary"))


def share_states(sentence: Sentence) -> None:
    """Write the states into the mentions of one sentence."""
    units, mentions = sentence.units, sentence.mentions
    for at, m in enumerate(mentions):
        states = _states(units, m) if m.kind == "group" else []
        people = list(_listed(units, mentions, at, len(states))) if len(states) > 1 else []
        if people and len(people) == len(states) and all(mentions[i].country() is None for i in people):
            for i, state in zip(people, states, strict=True):
                mentions[i] = replace(mentions[i], value=state)
        elif m.kind == "person" and m.value and at and _in_one_cabinet(units, mentions[at - 1], m):
            mentions[at - 1] = replace(mentions[at - 1], value=m.value)


def _states(units: Units, m: Mention) -> list[str]:
    """Return the states that a group lists, in order: "the Kenyan and Chadian ministers"."""
    if not re.search("[cd],?&t?[cd]", units.classes[m.first:m.last]):
        return []
    found = (units.values.get(i) for i in range(m.first, m.last) if units.classes[i] in "cd")
    return list(dict.fromkeys(state for state in found if state))


def _listed(units: Units, mentions: list[Mention], at: int, count: int) -> Iterator[int]:
    """Yield the people who follow a group, one after the other, as many as there are states and one more if there is one."""
    for i in range(at + 1, min(at + 2 + count, len(mentions))):
        before, m = mentions[i - 1], mentions[i]
        follows = m.first >= before.last and BETWEEN.fullmatch(units.classes[before.last:m.first])
        if m.kind != "person" or not m.name or not follows:
            return
        yield i


def _in_one_cabinet(units: Units, a: Mention, b: Mention) -> bool:
    """Say whether two people joined by "and" are ministers of different matters, so that one state's name holds for both."""
    if a.kind != "person" or a.country() or units.classes[a.last:b.first] != "&" or len(a.roles) != 1 or len(b.roles) != 1:
        return False
    r, s = a.roles[0], b.roles[0]
    ministers = r.head.split()[-1] in MINISTRIES and s.head.split()[-1] in MINISTRIES
    return ministers and r.last <= a.name[0] and bool(r.domains and s.domains) and r.domains.isdisjoint(s.domains)
