"""Find people who cannot both be right: two in one post at one event, or one who acts after his death."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import combinations

from etl.findings.suspect_dates import cue, looks_back
from etl.framing.skeleton import SIGNS, Skeleton, skeleton
from etl.knowledge import toml
from etl.merging.occasions import close
from etl.reading import Reading
from etl.records import Finding
from etl.spotting.mentions import Role, Sentence
from etl.telling.drafts import Draft
from etl.telling.sides import Side
from etl.time.dates import resolve


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """Compile the lexicon of findings."""
    data = toml("findings.toml")
    death = data["death"]
    forms = {"death": "|".join(re.sub(r"<who>", f"<who{i}>", f) for i, f in enumerate(death["forms"])),
             "long_ago": "|".join(death["long_ago"])}
    forms |= {"refuted": rf"(?:{'|'.join(death['refuted'])})(?= )", "changing": rf"(?:{'|'.join(data['posts']['changing'])})\b"}
    return {name: re.compile(r"(?<!\S)(?:" + form.replace("{E}", SIGNS["E"]) + ")") for name, form in forms.items()}


@cache
def _single() -> frozenset[str]:
    return frozenset(toml("findings.toml")["posts"]["single"])


def single_post(role: Role) -> bool:
    """Say whether a post is one that a single person holds at a time."""
    return role.head in _single() and _cues()["changing"].search(role.phrase.lower()) is None


def rival_holders(reading: Reading) -> Iterator[Finding]:
    """Yield the events that two people are told to have been at in one and the same post."""
    text = reading.shape.text
    for a, b in _beside(reading.drafts):
        if a.evidence[0].span == b.evidence[0].span or not _one_occasion(a, b):
            continue
        for x, y in _rivals(a, b):
            name_a, name_b = _name(reading, x), _name(reading, y)
            where = f" in {b.places[0].name or b.places[0].country}" if b.places else ""
            yield Finding("identity_conflict", "warning", b.evidence[0].span,
                          f"{name_a} and {name_b} are both told as {y.role.phrase} at what looks like one {b.kind}{where} "
                          f"({b.when.stated or b.when.start}).",
                          f"{name_a}: {' '.join(a.evidence[0].span.of(text).split())}",
                          f"{name_b}: {' '.join(b.evidence[0].span.of(text).split())}")


def _beside(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield the pairs of tellings of one kind at one named place."""
    at: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        for place in draft.places:
            if place.name and draft.status != "denied":
                at[draft.kind, place.key].append(draft)
    for told in at.values():
        yield from combinations(told, 2)


def _one_occasion(a: Draft, b: Draft) -> bool:
    """Say whether two tellings at one place can be of one event: a day in common that at least one states."""
    if not close(a.when, b.when):
        return False
    dated = [w for w in (a.when, b.when) if w.start is not None]
    return len(dated) == 2 or (len(dated) == 1 and a.overview != b.overview)


def _rivals(a: Draft, b: Draft) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs of different people who hold one post, where the other parties do not exclude one event."""
    only_a = [s for s in a.sides if not any(s.same(o) for o in b.sides)]
    only_b = [s for s in b.sides if not any(s.same(o) for o in a.sides)]
    if len(only_a) != 1 or len(only_b) != 1:
        return
    x, y = only_a[0], only_b[0]
    if x.kind == y.kind == "person" and x.role is not None and y.role is not None and _one_post(x.role, y.role):
        yield x, y


def _one_post(a: Role, b: Role) -> bool:
    """Say whether two stated posts are one, with something that tells it from others of its name."""
    if a.head != b.head or a.former or b.former or not (single_post(a) and single_post(b)):
        return False
    if a.country and b.country and a.country != b.country:
        return False
    narrow = a.domains == b.domains and bool(a.domains)
    return narrow or (a.domains == b.domains and a.country is not None and a.country == b.country)


def _name(reading: Reading, side: Side) -> str:
    return reading.linker.people[side.key].full_name()


def acting_dead(reading: Reading) -> Iterator[Finding]:
    """Yield the acts that the document dates after their doer's death."""
    deaths = {key: (day, sentence) for sentence in _grave(reading) for key, day in _deaths(reading, sentence)}
    text = reading.shape.text
    for draft in reading.drafts:
        for side in draft.sides:
            if draft.status != "held" or side.key not in deaths or draft.when.start is None:
                continue
            day, told = deaths[side.key]
            if told.text_span() == draft.evidence[0].span or not _after(draft, day, text):
                continue
            said = " ".join(told.text_span().of(text).split())
            yield Finding("deceased_actor", "warning", draft.evidence[0].span,
                          f"{_name(reading, side)} takes part on {draft.when.start}, after a death told for {day}.",
                          f"dead by {day}: {said}",
                          f"alive on {draft.when.start}, or two people of one name")


def _after(draft: Draft, day: date, text: str) -> bool:
    """Say whether an act lies after a death beyond the doubt of a cited day; what looks back proves nothing."""
    if looks_back(draft.evidence[0].span.of(text)):
        return False
    return draft.when.basis == "stated" and draft.when.precision == "day" and draft.when.start > day


def _grave(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that hold a word of death."""
    at = [m.start() for m in cue("death", "words").finditer(reading.shape.text)]
    for sentence in reading.sentences if at else ():
        span = sentence.text_span()
        if bisect_left(at, span.start) < bisect_left(at, span.end):
            yield sentence


def _deaths(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, date]]:
    """Yield who is said to be dead in a sentence, with the last day on which the death can have happened."""
    skel, cues = skeleton(sentence), _cues()
    found = list(cues["death"].finditer(skel.text))
    long_ago = cues["long_ago"].search(skel.text)
    if cues["refuted"].search(skel.text) or not (found or long_ago):
        return
    signs = [next(s for s in m.groupdict().values() if s) for m in found]
    if long_ago:
        signs.extend(re.findall(rf"the late ({SIGNS['E']})", skel.text))
    day = _start_of_time(reading) if long_ago else _day_of_death(reading, sentence)
    if day is not None:
        yield from ((m.entity, day) for sign in signs for m in _people(skel, sign))


def _people(skel: Skeleton, sign: str) -> Iterator:
    return (m for m in skel.groups[sign].mentions if m.kind == "person" and m.entity and m.name)


def _start_of_time(reading: Reading) -> date | None:
    """Return the first day that a document is about."""
    calendar = reading.shape.calendar
    return calendar.start or calendar.published


def _day_of_death(reading: Reading, sentence: Sentence) -> date | None:
    """Return the day a sentence states, else the latest day its citation leaves."""
    units = sentence.units
    stated = [resolve(reading.dates[int(units.values[i])], reading.shape.calendar).end for i in sentence.units_of("D")]
    cited = [reading.brackets[int(units.values[i])].when.end for i in sentence.units_of("Z")]
    return next((d for d in (*stated, *cited) if d is not None), None)
