"""Find the sources that running text names: "according to IRNA on May 3", "Reuters reported (November 20)".

A name counts where a word of reporting stands beside it and the seeds know it, or where it is called a news agency, a newspaper or
the like. A person or a ministry that says something is no outlet.
"""
from __future__ import annotations

import re
from functools import cache

from etl.knowledge import Knowledge, fold, toml
from etl.records import Citation, Span, When
from etl.sources.citations import CitedBracket, outlet_of
from etl.time.dates import Calendar, find_dates, resolve

# A day this near behind the outlet says when it reported.
NEAR = 24


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a capitalised name beside words of reporting, and that of a word such as "News Agency" at its end."""
    words = toml("attributions.toml")

    def any_of(key: str) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words[key], key=len, reverse=True))

    word = r"[A-Z][\w'’-]*"
    # what can begin a match, so that most words are passed over at once
    starts = "|".join(sorted({w.split()[0] for key in ("before", "kinds") for w in words[key]} | {"the"}))
    return re.compile(
        rf"\b(?=[A-Z]|(?:{starts})\b)(?:(?P<before>(?i:{any_of('before')}))\s+)?(?:(?i:the)\s+)?(?:{word}\s+(?={any_of('kinds')}))?(?:(?P<called>{any_of('kinds')})\s+)?"
        rf"(?P<name>{word}(?:\s+(?:(?:of|the|al|an)\s+)?{word}){{0,5}})"
        rf"(?P<kind>\s+(?:{any_of('kinds')})\b)?(?:\s*\([^()]{{2,30}}\))?(?:\s+(?P<after>{any_of('after')})\b)?"), re.compile(rf"\s(?i:{any_of('kinds')})$")


def find_attributions(text: str, start: int, end: int, calendar: Calendar, knowledge: Knowledge) -> list[CitedBracket]:
    """Return the outlets that the running text of `text[start:end]` names as its source, with the day where one stands beside."""
    out = []
    pattern, called = _patterns()
    for m in pattern.finditer(text, start, end):
        if not (m.group("before") or m.group("after")):
            continue
        words = m.group("name")
        first = knowledge.proper.single.get(words.split()[0])
        # "the Iraqi Shafaq News": the nation is no part of the name, unless the outlet is known by it.
        at = m.start("name") + (len(words.split()[0]) + 1 if first and first.cls in "dc" and fold(words) not in knowledge.outlet_forms else 0)
        span = Span(at, m.end("name"))
        if not span.of(text) or not (fold(span.of(text)) in knowledge.outlet_forms or m.group("kind") or m.group("called") or called.search(span.of(text))):
            continue
        key, name = outlet_of(span.of(text), knowledge)
        day = next((d for d in find_dates(text, span.end, min(end, span.end + 2 * NEAR))
                    if d.form == "day" and d.span.start - span.end <= NEAR), None)
        when = resolve(day, calendar, basis="citation") if day else When()
        out.append(CitedBracket(span, (Citation(key, name, when.end, span),), when))
    return out
