"""Find the sources that running text names: "according to IRNA on May 3", "Reuters reported (November 20)".

A name counts where a word of reporting stands beside it and the seeds know it, or where it is called a news agency, a newspaper or
the like. A person or a ministry that says something is no outlet.
"""
from __future__ import annotations

import re
from functools import cache

from etl.knowledge import Knowledge, fold, toml
from etl.records import Citation, Span, When
from etl.sources.citations import CitedBracket, is_place, outlet_of
from etl.time.dates import Calendar, find_dates, resolve

# A day this near behind the outlet says when it reported.
NEAR = 24


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a capitalised name beside words of reporting, and that of "News Agency" and the like at its end."""
    words = toml("attributions.toml")

    def any_of(key: str) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words[key], key=len, reverse=True))

    word, kinds = r"[A-Z][\w'’-]*", any_of("kinds")
    # what can begin a match, so that most words are passed over at once
    starts = "|".join(sorted({w.split()[0] for key in ("before", "kinds") for w in words[key]} | {"the"}))
    return re.compile(
        rf"\b(?=[A-Z]|(?:{starts})\b)(?:(?P<before>(?i:{any_of('before')}))\s+)?(?:(?i:the)\s+)?"
        rf"(?:{word}\s+(?={kinds}))?(?:(?P<called>{kinds})\s+)?"
        rf"(?P<name>{word}(?:\s+(?:(?:of|the|al|an)\s+)?{word}){{0,5}})"
        rf"(?P<kind>\s+(?:{kinds})\b)?(?:\s*\([^()]{{2,30}}\))?(?:\s+(?P<after>{any_of('after')})\b)?",
    ), re.compile(rf"\s(?i:{kinds})$")


def find_attributions(text: str, start: int, end: int, calendar: Calendar, knowledge: Knowledge) -> list[CitedBracket]:
    """Return the outlets that the running text of `text[start:end]` names as its source, with the day that stands beside."""
    out = []
    pattern, called = _patterns()
    for m in pattern.finditer(text, start, end):
        if not (m.group("before") or m.group("after")):
            continue
        span = _without_nation(m, knowledge)
        name = span.of(text)
        known = fold(name) in knowledge.outlet_forms
        told = m.group("kind") or m.group("called") or called.search(name)
        if not name or not (known or (told and not is_place(name, knowledge))):
            continue
        key, name = outlet_of(name, knowledge)
        day = next((d for d in find_dates(text, span.end, min(end, span.end + 2 * NEAR))
                    if d.form == "day" and d.span.start - span.end <= NEAR), None)
        when = resolve(day, calendar, basis="citation") if day else When()
        out.append(CitedBracket(span, (Citation(key, name, when.end, span),), when))
    return out


def _without_nation(m: re.Match[str], knowledge: Knowledge) -> Span:
    """Return the name without the nation before it, unless the outlet is known by it: "the Iraqi Shafaq News"."""
    words = m.group("name")
    opening = words.split()[0]
    first = knowledge.proper.single.get(opening)
    nation = first is not None and first.cls in "dc" and fold(words) not in knowledge.outlet_forms
    return Span(m.start("name") + (len(opening) + 1 if nation else 0), m.end("name"))
