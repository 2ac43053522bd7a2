"""Find dates that cannot be right: outside the document's period, after their own source, or at odds with each other."""
from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from etl.agreements.pacts import Pact, merge_pacts, sides_shared
from etl.findings.cues import looks_back
from etl.findings.told_days import ToldDay, stated_in, told_days
from etl.merging.occasions import apart, shared
from etl.reading import Reading
from etl.records import Citation, Finding, Span, When
from etl.sources.citations import CitedBracket
from etl.spotting.mentions import Sentence
from etl.telling.drafts import Draft
from etl.time.dates import DateMention, find_dates, resolve

NEAR = 7
BACKGROUND = 90
FAR = 31
FEW = 4
YEAR = re.compile(r"\d{4}|/\d\d\b")


def suspect_dates(reading: Reading) -> Iterator[Finding]:
    """Yield the days outside the document's period, after their source or the document, and the two days of one event."""
    told = told_days(reading)
    held = [t for t in told if isinstance(t.fact, Draft)]
    conflicts = [*_after_source(reading, told), *_older_pictures(reading), *_two_days(reading, told)]
    doubted = {f.span for f in conflicts}
    yield from conflicts
    yield from (f for f in _outside_period(reading, held) if f.span not in doubted)


def _outside_period(reading: Reading, held: list[ToldDay]) -> Iterator[Finding]:
    """Yield the cited days, and the stated days of what is told as done, that the period excludes."""
    start, end = reading.shape.calendar.start, reading.shape.calendar.end
    if start is None or end is None:
        return
    for span, words, day, what in (*_cited_days(reading), *_stated_days(reading, held)):
        late, early = (day - end).days, (start - day).days
        off = late if late > 0 else early
        is_background = YEAR.search(words) is not None and off > BACKGROUND
        if off <= 0 or (what == "stated" and early > 0 and (is_background or off <= NEAR)):
            continue
        side = "after the end" if late > 0 else "before the start"
        is_background = is_background or what == "cited" and early > 0 and _of_old(reading, span, start)
        meant = None if is_background or off <= NEAR else _within(day, start, end)
        lies = f"{off} {'day' if off == 1 else 'days'} {side} of the document's period, {start} to {end}"
        probably = "" if meant is None else f"; {meant}, the same day of another month, lies in it"
        yield Finding("date_outside_period", "info" if off <= NEAR or is_background else "warning", span,
                      f"The {what} day {words} ({day}) is {lies}{probably}.",
                      str(day), f"{start}/{end}" if meant is None else str(meant))


def _of_old(reading: Reading, cited: Span, start: date) -> bool:
    """Say whether the sentence of a citation states a day before the document's period, as its old source does."""
    sentence = next((s for s in reading.sentences if s.text_span().holds(cited)), None)
    return sentence is not None and any(w.start is not None and w.start < start for w in stated_in(reading, sentence))


def _within(day: date, start: date, end: date) -> date | None:
    """Return the only day of a period that has the number of a day outside it."""
    found = {d for other in (start, end) for d in _same_number(day, other) if start <= d <= end}
    return found.pop() if len(found) == 1 and (end - start).days < FAR else None


def _cited_days(reading: Reading) -> Iterator[tuple[Span, str, date, str]]:
    calendar = reading.shape.calendar
    dated = [b for b in reading.brackets if any(c.reported_on is not None for c in b.citations)]
    outside = [b for b in dated if not all(calendar.holds(c.reported_on) for c in b.citations if c.reported_on is not None)]
    # where most sources lie outside, the period is not what it was taken for
    for bracket in outside if 2 * len(outside) <= len(dated) or len(outside) < FEW else ():
        for mention, when in _days_of(reading, bracket):
            yield mention.span, mention.words, when.end, "cited"


def _days_of(reading: Reading, bracket: CitedBracket) -> Iterator[tuple[DateMention, When]]:
    """Yield the days that a citation states, resolved."""
    reported = {c.reported_on for c in bracket.citations}
    for mention in find_dates(reading.shape.text, bracket.span.start, bracket.span.end):
        when = resolve(mention, reading.shape.calendar)
        if mention.form in ("day", "range") and when.end is not None and when.end in reported:
            yield mention, when


def _stated_days(reading: Reading, held: list[ToldDay]) -> Iterator[tuple[Span, str, date, str]]:
    """Yield the days of held encounters; those before the period only where the words don't look back."""
    start, text = reading.shape.calendar.start, reading.shape.text
    for told in held:
        if start is None or told.when.end >= start or not looks_back(told.span.of(text)):
            yield told.mention.span, told.mention.words, told.when.start, "stated"


def _after_source(reading: Reading, told: list[ToldDay]) -> Iterator[Finding]:
    """Yield the days that lie after the source cited for them or, without one, after the document's publication."""
    published = reading.shape.calendar.published
    held = {t.when.start for t in told if isinstance(t.fact, Draft)}
    if published is not None and len({day for day in held if day > published}) > 1:
        # Several events after its publication say that the day read as such is none.
        published = None
    for one in told:
        if YEAR.search(one.mention.words):
            continue
        reported = [c for c in one.citations if c.reported_on is not None]
        days = sorted(c.reported_on for c in reported if _tells(reading, c, one))
        limits = ((days[-1], 1), (days[0], NEAR)) if days else () if reported or one.fact is None else ((published, 1),)
        for limit, slack in limits:
            day = None if limit is None else _year_of(one.when.start, limit)
            if day is not None and (day - limit).days > slack:
                source = next((c for c in reported if c.reported_on == limit), None)
                yield from _too_late(reading, one.mention, day, limit, source)
                break


def _too_late(reading: Reading, mention: DateMention, day: date, limit: date,
              source: Citation | None) -> Iterator[Finding]:
    """Yield the finding that an event lies after its source or document, at the day of the two that is more likely wrong.

    A source from long before the period is questioned for that alone.
    """
    calendar = reading.shape.calendar
    is_outside = calendar.start is not None and not calendar.holds(day)
    if source is not None and not is_outside and calendar.start and (calendar.start - limit).days > FAR:
        return
    cited = None if source is None or is_outside else _cited_day(reading, source)
    what = "the document" if source is None else "the source cited for it"
    why = f"{mention.words} ({day}) is {(day - limit).days} days after {what} ({limit})"
    if cited is None:
        meant = next((d for d in _same_number(day, limit) if 0 <= (limit - d).days <= NEAR), None)
        span, readings = mention.span, (day, meant or limit)
    else:
        meant = next((d for d in _same_number(limit, day) if 0 <= (d - day).days <= NEAR), None)
        span, readings = cited, (day, limit) if meant is None else (limit, meant)
    probably = "" if meant is None else f"; {meant}, the same day of another month, would fit"
    yield Finding("date_conflict", "warning", span, f"{why}{probably}.", *map(str, readings))


def _tells(reading: Reading, citation: Citation, told: ToldDay) -> bool:
    """Say whether a source is one for an event: cited in its sentence, or after sentences that it cannot be meant for."""
    return not any(_explains(reading, s, citation.reported_on) for s in reading.sentences
                   if s.block == told.block and told.span.end <= s.text_span().start < citation.span.start)


def _explains(reading: Reading, sentence: Sentence, reported: date) -> bool:
    """Say whether a sentence tells of what an old source can have reported: of a day before it, or of times past."""
    if looks_back(sentence.text_span().of(reading.shape.text)):
        return True
    return any(w.start is not None and w.start <= reported + timedelta(days=1) for w in stated_in(reading, sentence))


def _cited_day(reading: Reading, citation: Citation) -> Span | None:
    """Return where the day stands on which a source reported."""
    bracket = next(b for b in reading.brackets if b.span.holds(citation.span))
    return next((m.span for m, when in _days_of(reading, bracket) if when.end == citation.reported_on), None)


def _same_number(day: date, other: date) -> list[date]:
    """Return the days of one number in the month of another day and the months beside it, the nearest to it first."""
    around = {(other.replace(day=1) + timedelta(days=n)).replace(day=1) for n in (-1, 0, 31)}
    days = (first.replace(day=day.day) for first in around if day.day <= monthrange(first.year, first.month)[1])
    return sorted(days, key=lambda d: abs((d - other).days))


def _older_pictures(reading: Reading) -> Iterator[Finding]:
    """Yield the days of captions that lie before the event they show."""
    events = [(d.when, d.evidence) for d in reading.merged if d.status == "held"]
    events += [(p.when, p.evidence) for p in merge_pacts(reading.pacts) if p.status == "signed"]
    for when, evidence in events:
        if when.basis != "stated" or when.precision != "day":
            continue
        shown = (e for e in evidence if reading.shape.blocks[e.passage].kind == "caption")
        for citation in (c for e in shown for c in e.citations):
            day, span = citation.reported_on, _cited_day(reading, citation)
            if day is not None and span is not None and day < when.start <= day + timedelta(days=FAR):
                yield Finding("date_conflict", "warning", span,
                              f"The caption's day {day} lies before that of what it shows, {when.stated} ({when.start}).",
                              str(day), str(when.start))


def _year_of(day: date, other: date) -> date:
    """Return a day without a stated year in the year that brings it nearest to another day."""
    if (day.month, day.day) == (2, 29):
        return day
    return min((day.replace(year=other.year + n) for n in (-1, 0, 1)), key=lambda d: abs((d - other).days))


def _two_days(reading: Reading, told: list[ToldDay]) -> Iterator[Finding]:
    """Yield the overview's and the body's day where they differ for one event."""
    days = [t for t in told if t.fact is not None and t.when.start == t.when.end and t.mention.form == "day"]
    blocks = reading.shape.blocks
    in_overview, in_body = ([t for t in days if blocks[t.block].overview is overview] for overview in (True, False))
    for a, b in product(in_overview, in_body):
        if a.when.start == b.when.start or abs((a.when.start - b.when.start).days) > FAR or not _one_event(a.fact, b.fact):
            continue
        if any(_one_event(a.fact, c.fact) and c.when.start == a.when.start for c in in_body):
            continue
        # an overview is written after the body, and from it
        yield Finding("date_conflict", "warning", a.mention.span,
                      f"One event has two days: {a.mention.words} ({a.when.start}) and {b.mention.words} ({b.when.start}).",
                      str(a.when.start), str(b.when.start))


def _one_event(a: Draft | Pact, b: Draft | Pact) -> bool:
    """Say whether two tellings are of one kind with the same parties, at places that can be one or on one matter."""
    if isinstance(a, Pact) and isinstance(b, Pact):
        return a.kind == b.kind and len(a.sides) == len(b.sides) == sides_shared(a, b) >= 2 and len(merge_pacts((a, b))) == 1
    if not (isinstance(a, Draft) and isinstance(b, Draft)):
        return False
    if a.kind != b.kind or not len(a.sides) == len(b.sides) == shared(a, b) or apart(a, b):
        return False
    return len(a.sides) >= 2 or (a.kind == "visit" and bool(a.places) and bool(b.places))
