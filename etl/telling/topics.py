"""Say what an encounter was about, in the words of its sentence. Nothing is summed up or named otherwise."""
from __future__ import annotations

import re
from functools import cache

from etl.framing.hits import Hit
from etl.framing.skeleton import SIGNS, Skeleton, sign_class
from etl.knowledge import toml


@cache
def about() -> re.Pattern[str]:
    """Compile the words that stand before a topic and those that end it."""
    data = toml("settings.toml")["topic"]
    until = data["until"].replace("{D}", SIGNS["D"])
    word = rf"(?:(?!{until} )[^.;,()\[\] {sign_class('D', 'Z')}]+ )"
    return re.compile(rf"(?<!\S){data['before']} (?P<topic>{word}{{1,14}})")


def topics_of(skel: Skeleton, hit: Hit) -> tuple[str, ...]:
    """Return the topics that a sentence tells from the encounter on."""
    units, out = skel.sentence.units, []
    for m in about().finditer(skel.text):
        first, last = skel.token_at(m.start("topic")), skel.token_at(m.end("topic"))
        if last <= first or skel.units[first][0] < hit.first:
            continue
        group = skel.groups.get(skel.tokens[first])
        if last - first == 1 and group is not None and group.kind in "EDZ":
            continue
        out.append(units.phrase(skel.units[first][0], skel.units[last - 1][1]))
    return tuple(dict.fromkeys(out))
