"""Make a stretch that is known to be somebody's name, as a cell of a table is, one mention of a person.

A post or a title may stand before the name. A post that is a given name too is one here, as nobody opens a column of names with
what the dean of a faculty is called: "Dean Gooderham Acheson". With a single name it stays a post, and so does a ruler's.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from etl.knowledge import Knowledge
from etl.records import Span
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units

SECOND = re.compile(r"[I.]*\([NIn]+\)[NInS]*")


def with_people(found: list[Sentence], names: Iterable[Span], knowledge: Knowledge) -> list[Sentence]:
    """Return the sentences with each stretch of `names` a mention of a person: the one seen there with a post, or a new one."""
    for span in names:
        for sentence in found:
            starts, ends = sentence.units.starts, sentence.units.ends
            held = [i for i in range(sentence.first, sentence.last) if span.start <= starts[i] and ends[i] <= span.end]
            if held:
                first, last = held[0], held[-1] + 1
                seen = [m for m in sentence.mentions if m.kind == "person" and m.roles and first <= m.first and m.last <= last]
                others = [m for m in sentence.mentions if m.last <= first or last <= m.first]
                named = [_whole(m, sentence.units, knowledge) for m in seen] or [_untitled(sentence.units, first, last)]
                sentence.mentions[:] = [*others, *(replace(m, titled=True) for m in named)]
    return found


def _untitled(units: Units, first: int, last: int) -> Mention:
    """Return a mention of all of a stretch, whose name begins after the titles."""
    start = first
    while start < last and units.classes[start] == "T":
        start += 1
    return Mention("person", first, last, name=(start if start < last else first, last))


def _whole(m: Mention, units: Units, knowledge: Knowledge) -> Mention:
    """Return a mention with all of its name: with a given name taken for a post, and past a second name in brackets."""
    if m.name is None:
        return m
    start, end = m.name
    further = SECOND.match(units.classes, end)
    end = further.end() if further else end
    words, rulers = units.words[m.first:start], knowledge.posts.regnal | knowledge.posts.ruling
    given = bool(words) and all(w in knowledge.given and w.lower() not in rulers for w in words)
    if given and sum(word[0].isalpha() for word in units.words[start:end]) > 1:
        return replace(m, name=(m.first, end), last=max(m.last, end), roles=())
    return replace(m, name=(start, end), last=max(m.last, end))
