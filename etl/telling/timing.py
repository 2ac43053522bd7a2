"""Say when an encounter was: as its clause states, else as its item, its citation or the document allow.

A stated day is held against the citation. What is planned takes no day that was not stated for it.
"""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from etl.framing.clauses import clause_dates, is_aside, is_of_saying
from etl.framing.hits import Hit
from etl.framing.modality import moved_to
from etl.framing.skeleton import Skeleton
from etl.knowledge import toml
from etl.records import When
from etl.sources.citations import CitedBracket
from etl.spotting.mentions import Mention
from etl.telling.context import Item, Memory
from etl.time.dates import Calendar, DateMention, resolve

LATE = timedelta(days=3)
# forms that state days by themselves
DAYS = frozenset(("day", "range"))
# forms that no misprint of a day explains: what is planned "in February" is not for the last one
VAGUE = frozenset(("month", "part", "year_part"))
# so many dates of a clause can say the same day
NEAREST = 2
# so long after the day told before it a text does not go on without a year
LONG_AFTER = timedelta(days=300)
# what is longer is told by a year alone
YEAR = timedelta(days=360)
# the frame of "a second meeting"
FURTHER = "the next meeting"


class Timing:
    """Resolves the days of one document; `dates` are those found in it, which date units refer to by number."""

    def __init__(self, calendar: Calendar, dates: list[DateMention], memory: Memory) -> None:
        self.calendar = calendar
        self.dates = dates
        self.memory = memory
        self._first_days: dict[tuple[int, int], date | None] = {}
        # a text whose first day has its year leaves the year out where it goes on from day to day; news without one does not
        self.counts_on = bool(dates) and dates[0].form in DAYS and dates[0].parts[0] is not None

    def day(self, m: Mention) -> When:
        """Resolve a date by the document's own time alone."""
        return resolve(self.dates[int(m.value or 0)], self.calendar)

    def when(self, skel: Skeleton, hit: Hit, item: Item, cited: list[CitedBracket]) -> When:
        """Resolve the day: stated in the clause, else in the item, else by the citation, else the day of publication."""
        cite = max((b.when for b in cited if b.when.end), key=lambda w: w.end, default=None)
        stated = self._stated(skel, hit, item, cite)
        if stated and stated.start:
            return self._checked(stated, cite, held=hit.status == "held")
        if hit.status == "planned" or (stated and (self.calendar.middle is None or hit.status != "held")):
            return stated or When()
        if hit.status != "held" and cite:
            # what did not happen is told of when it is denied or called off
            return When(cite.end, cite.end, "approximate", "citation", cite.stated)
        if hit.status == "cancelled" and hit.frame == FURTHER:
            # "a second meeting has been cancelled" was not for the day of the first
            return stated or When()
        if item.when.start:
            vague = item.when.precision == "day" and item.when.start != item.when.end
            return replace(item.when, precision="approximate") if vague else item.when
        said = self._day_of_saying(skel, hit, item, cite)
        if said.end:
            return said
        told = item.last.end and not (self.calendar.start and item.last.end < self.calendar.start)
        if told and self.calendar.published is None and (cite is None or item.last.end <= cite.end):
            # in a bulletin an item goes on from the day it stated in its period, a release from its own
            return replace(item.last, precision="approximate")
        if cite:
            return When(cite.end, cite.end, "approximate", "citation", cite.stated)
        day = self.calendar.published
        if day and hit.status == "held":
            return When(day, day, "approximate", "period", stated.stated if stated else "")
        return stated or When()

    def _day_of_saying(self, skel: Skeleton, hit: Hit, item: Item, cite: When | None) -> When:
        """Return the day on which what a hit tells was said: it was then over."""
        units = (i for i in skel.sentence.units_of("D") if is_of_saying(skel, hit, i))
        when = next((self._resolved(skel, i, item, cite, over=True) for i in units), When())
        return When(when.end, when.end, "approximate", "citation", when.stated) if when.end else When()

    def is_ahead(self, when: When) -> bool:
        """Say whether a day lies after the document was written, or the period it covers is over."""
        written = self.calendar.published or self.calendar.end
        return when.start is not None and written is not None and when.start > written

    def _stated(self, skel: Skeleton, hit: Hit, item: Item, cite: When | None) -> When | None:
        """Resolve the date that most likely belongs to the clause."""
        ahead, over = hit.status == "planned", hit.status == "held"
        moved = moved_to(skel) if ahead else None
        if moved is not None and hit.low <= moved < hit.high:
            return self._resolved(skel, moved, item, cite, ahead=True)
        found = [self._resolved(skel, i, item, cite, ahead=ahead, over=over) for i in clause_dates(skel, hit)[:NEAREST]]
        # "a week after the vote, on May 6": what cannot be told gives way to what can
        # a year alone ("the stand taken in 1990") gives way to a day, too
        days = (when for when in found if when.start and when.start.year == when.end.year and when.precision == "day")
        if found and found[0].start and found[0].end - found[0].start > YEAR:
            return next(days, found[0])
        return next((when for when in found if when.start), found[0] if found else None)

    def _resolved(self, skel: Skeleton, index: int, item: Item, cite: When | None, *,
                  ahead: bool = False, over: bool = False) -> When:
        """Resolve the date unit `index`; one that counts from what was told counts from the day before it in the text."""
        units = skel.sentence.units
        mention = self.dates[int(units.values[index])]
        if units.classes[index + 1:index + 4] == "(D)":
            # "on the second day (May 29)"
            return self._resolved(skel, index + 2, item, cite, ahead=ahead, over=over)
        if mention.form == "stays":
            return _day_of_stay(item.stay if item.stay.start else item.last, mention)
        written = self.calendar.published or item.when.start or (cite.end if cite else None)
        if written is None and mention.form == "weeks":
            # a bulletin that says "next week" was written at the end of its period
            written = self.calendar.end
        month = self._month_before(skel, index, item, cite) if mention.follows else None
        if month is not None:
            return month
        if mention.follows and item.when.stated == mention.words and item.told_in == skel.sentence.text_span():
            # "three days later A met B and C" counts once
            return item.when
        anchor = (self._day_before(skel, index, item, cite) or self._written(mention, item, written)) if mention.follows else written
        calendar = self._calendar(skel, cite)
        if mention.parts[0] is None and calendar.start is not None and self.calendar.start is None:
            when = resolve(mention, calendar, anchor)
            # what lies before the day told last, or long after it, can be of another year: the text may look back
            return when if when.start and calendar.start <= when.end and when.start <= calendar.end else When(stated=when.stated)
        if over and cite is None and self.calendar.start is None:
            # beside a citation or in a period it is the nearest that is told, be it misprinted
            calendar = replace(calendar, over=True)
        elif ahead and mention.form in VAGUE and self.calendar.middle is not None:
            told = cite.end if cite else item.last.end
            calendar = Calendar(published=told or self.calendar.published or self.calendar.end, ahead=True)
        elif ahead and cite is None and self.calendar.start is None:
            calendar = replace(calendar, ahead=True)
        return resolve(mention, calendar, anchor, ahead=ahead)

    def _written(self, mention: DateMention, item: Item, written: date | None) -> date | None:
        """Return the day of writing for what counts from another day; what is later than its own source counts from none."""
        stated = self.calendar.published or item.when.start
        return None if stated is None and mention.form in ("shift", "days") and mention.parts[0] > 0 else written

    def _month_before(self, skel: Skeleton, index: int, item: Item, cite: When | None) -> When | None:
        """Return the month from which "a week later" counts where its sentence states no day before it: no day can be told."""
        units = skel.sentence.units
        near = next((i for i in range(index - 1, skel.sentence.first - 1, -1) if units.classes[i] == "D"), None)
        when = None if near is None else self._resolved(skel, near, item, cite)
        return replace(when, precision="approximate") if when is not None and when.precision == "month" else None

    def _day_before(self, skel: Skeleton, index: int, item: Item, cite: When | None) -> date | None:
        """Return the day told last before a unit: in its sentence, its item, else the document."""
        days = (self.last_day(skel, item, cite, before=index), item.last, item.when, item.cited, self.memory.last)
        return next((w.end for w in days if w.end), None)

    def last_day(self, skel: Skeleton, item: Item, cite: When | None = None, *, before: int | None = None) -> When:
        """Return the last day that a sentence states, up to the unit `before`."""
        sentence = skel.sentence
        for i in reversed(sentence.units_of("D")):
            if (before is None or i < before) and not is_aside(skel, i, sentence.last):
                mention = self.dates[int(sentence.units.values[i])]
                counted = mention.form in DAYS or mention.form == "stays" or mention.follows
                when = self._resolved(skel, i, item, cite, over=True) if counted else When()
                if when.precision == "day" and when.end:
                    return when
        return When()

    def _calendar(self, skel: Skeleton, cite: When | None) -> Calendar:
        """Return what missing years are measured against: the source cited, the document, else a year in the sentence."""
        if cite is not None and cite.end and _has_year(cite.stated):
            return Calendar(published=cite.end)
        if self.calendar.middle is not None:
            return self.calendar
        told = self._first_day(skel)
        if told is None and self.counts_on and self.memory.last.end:
            return Calendar(self.memory.last.end, self.memory.last.end + LONG_AFTER)
        return Calendar(published=told) if told else self.calendar

    def _first_day(self, skel: Skeleton) -> date | None:
        """Return the first day of the sentence that has its year: it holds for the other days."""
        at = skel.sentence.block, skel.sentence.first
        if at not in self._first_days:
            units = skel.sentence.units
            days = (resolve(self.dates[int(units.values[i])], self.calendar).start
                    for i in range(skel.sentence.first, skel.sentence.last) if units.classes[i] == "D")
            self._first_days[at] = next(filter(None, days), None)
        return self._first_days[at]

    def _checked(self, stated: When, cite: When | None, *, held: bool) -> When:
        """Hold a stated date against the citation: a vague one ends there, or begins where it is to come, one far after it gives
        way to it.
        """
        if cite is None or cite.end is None or stated.start is None:
            return stated
        if stated.precision in ("approximate", "month") and stated.start <= cite.end < stated.end:
            part = {"end": cite.end} if held else {"start": cite.end}
            return replace(stated, **part, precision="approximate")
        beyond = self.calendar.end is None or stated.start > self.calendar.end + LATE
        if held and beyond and stated.start > cite.end + LATE and not _has_year(stated.stated):
            return When(cite.end, cite.end, "approximate", "citation", stated.stated)
        return stated


def _day_of_stay(stay: When, mention: DateMention) -> When:
    """Return the day of a stay that a text counts: "on the second day"."""
    if stay.start is None:
        return When(stated=mention.words)
    number = mention.parts[0]
    day = stay.start + timedelta(days=number - 1) if number > 0 else stay.end + timedelta(days=number + 1)
    within = number == 1 or (stay.start < stay.end and stay.start <= day <= stay.end) or (number > 0 and stay.start == stay.end)
    return When(day, day, "day", "stated", mention.words) if within else When(stated=mention.words)


def _has_year(words: str) -> bool:
    return re.search(r"\d{4}", words) is not None


@cache
def _length() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    stay = toml("settings.toml")["stay"]
    return re.compile(stay["length"]), re.compile(stay["ended"]), toml("parties.toml")["numbers"]


def stretched(when: When, text: str) -> When:
    """Stretch the day of an arrival by the length stated ("for a two-day visit"), that of a departure back ("ended a")."""
    pattern, ended, numbers = _length()
    m = pattern.search(text)
    if m is None or when.start is None or when.start != when.end or when.precision != "day":
        return when
    words = m.group(1) or m.group(2)
    days = numbers.get(words) or (int(words) if words.isdigit() else 0)
    if not days:
        return when
    if ended.search(text[:m.start()]):
        return replace(when, start=when.end - timedelta(days=days - 1))
    return replace(when, end=when.start + timedelta(days=days - 1))
