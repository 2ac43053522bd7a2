"""Say who is told to be dead or out of office, and by which day; a denial, an attempt or a plan tells of neither."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from etl.findings.cues import has_cue
from etl.framing.skeleton import SIGNS, Skeleton, skeleton
from etl.knowledge import toml
from etl.reading import Reading
from etl.spotting.mentions import Mention, Sentence
from etl.time.dates import resolve


@dataclass(frozen=True, slots=True)
class Departure:
    """Somebody's death or leave of a post: the last day on which it can have happened, and the sentence that tells it.

    `is_day` says whether it happened on that very day.
    """

    entity: str
    by: date
    sentence: Sentence
    is_day: bool = False


@cache
def _forms(table: str) -> dict[str, re.Pattern[str]]:
    """Compile the patterns that tell of a death or of a leave."""
    data = toml("findings.toml")[table]
    forms = {"who": "|".join(re.sub(r"<who>", f"<who{i}>", f) for i, f in enumerate(data["forms"])),
             "refuted": rf"(?:{'|'.join(data['refuted'])})(?= )"}
    if "long_ago" in data:
        forms["long_ago"] = "|".join(data["long_ago"])
    return {name: _compiled(form) for name, form in forms.items()}


@cache
def _forms_of_days(table: str) -> tuple[re.Pattern[str], ...]:
    """Compile the patterns that say on which day it happened."""
    return tuple(map(_compiled, toml("findings.toml")[table].get("days", ())))


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:" + re.sub(r"\{([DEL])\}", lambda kind: SIGNS[kind[1]], form) + ")")


def departures(reading: Reading, table: str) -> dict[str, Departure]:
    """Return who is told to have died ("death") or to have left a post ("leave"), by person."""
    return {d.entity: d for d in all_departures(reading, table)}


# the records of a document and its findings both ask
@lru_cache(maxsize=2)
def all_departures(reading: Reading, table: str) -> tuple[Departure, ...]:
    """Return who is told to have died or to have left a post, as often as it is told."""
    text = reading.shape.text
    told = (s for s in reading.sentences if has_cue(s.text_span().of(text), table, "words")) if has_cue(text, table, "words") else ()
    return tuple(departure for sentence in told for departure in _told(reading, sentence, table))


def _told(reading: Reading, sentence: Sentence, table: str) -> Iterator[Departure]:
    skel, forms = skeleton(sentence), _forms(table)
    if forms["refuted"].search(skel.text):
        return
    found = list(forms["who"].finditer(skel.text))
    long_ago = "long_ago" in forms and forms["long_ago"].search(skel.text)
    signs = [next(s for s in m.groupdict().values() if s) for m in found]
    if long_ago:
        signs.extend(re.findall(rf"the late ({SIGNS['E']})", skel.text))
    exact_days = dict(_exact(reading, skel, table))
    for person in (m for sign in signs for m in _people(skel, sign)):
        exact = exact_days.get(person.entity)
        by = exact or (_first_day(reading) if long_ago else _day(reading, sentence, person))
        if by is not None:
            yield Departure(person.entity, by, sentence, exact is not None)


def _exact(reading: Reading, skel: Skeleton, table: str) -> Iterator[tuple[str, date]]:
    """Yield people with the day on which the words have it happen."""
    for form in _forms_of_days(table):
        for match in form.finditer(skel.text):
            day = skel.groups[match["day"]].mentions[0]
            when = resolve(reading.dates[int(skel.sentence.units.values[day.first])], reading.shape.calendar)
            if when.start is not None and when.precision == "day" and when.start == when.end:
                yield from ((person.entity, when.start) for person in _people(skel, match["who"]))


def _people(skel: Skeleton, sign: str) -> Iterator[Mention]:
    return (m for m in skel.groups[sign].mentions if m.kind == "person" and m.entity and m.name)


def _first_day(reading: Reading) -> date | None:
    """Return the first day that a document is about."""
    calendar = reading.shape.calendar
    return calendar.start or calendar.published


def _day(reading: Reading, sentence: Sentence, person: Mention) -> date | None:
    """Return the first day stated after the person, else before, else the latest day that the citation leaves."""
    units = sentence.units
    stated = sorted(sentence.units_of("D"), key=lambda i: i < person.first)
    days = [resolve(reading.dates[int(units.values[i])], reading.shape.calendar).end for i in stated]
    cited = [reading.brackets[int(units.values[i])].when.end for i in sentence.units_of("Z")]
    return next((d for d in (*days, *cited) if d is not None), None)
