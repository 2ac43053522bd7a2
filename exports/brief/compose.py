"""Compose a brief of a period: what took place by day or by country, agreements, what lies ahead, what is uncertain."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from exports.brief.contents import Brief, Group, Item, Notes, Section
from exports.brief.order import Order
from exports.brief.sentences import agreement_sentence, is_certain, meeting_sentence, outlets
from exports.choice import Choice, month_of
from exports.errors import NothingToExport
from exports.facts.reading import read_agreements, read_meetings
from exports.facts.records import Agreement, Meeting, Proof
from exports.plain_text import in_one_line
from exports.reporting import Reporting
from exports.wording import NOUNS, Countries, joined, long_day, long_days

FINDINGS = Path(__file__).with_name("findings.sql")
KNOWN = "SELECT min(start_date) AS first, max(end_date) AS last FROM reporting.meetings WHERE status = 'held'"
OFTEN = 3
UNDATED = "On a day that is not known"
NOBODY_OF_A_COUNTRY = "Of no country that is named"


@dataclass(frozen=True, slots=True)
class _Writer:
    """What writes an item: the names of countries, the notes so far, and the year that goes without saying."""

    countries: Countries
    notes: Notes
    year: int | None

    def meeting(self, meeting: Meeting, day: date | None = None) -> Item:
        """Return a meeting as an item; `day` is that of the heading above it."""
        sentence = meeting_sentence(meeting, self.countries, day=day, year=self.year)
        topics = f" Topics: {'; '.join(map(in_one_line, meeting.topics))}." if meeting.topics else ""
        return Item(f"{sentence}{outlets(meeting.proofs)}.{topics}", self.notes.of(meeting.proofs))

    def agreement(self, agreement: Agreement) -> Item:
        """Return an agreement as an item."""
        sentence = agreement_sentence(agreement, self.countries, year=self.year)
        return Item(f"{sentence}{outlets(agreement.proofs)}.", self.notes.of(agreement.proofs))


def compose(reporting: Reporting, choice: Choice, order: Order = Order.DAY) -> Brief:
    """Return the brief of a period, of all countries or of some; raises NothingToExport where nothing is told of it."""
    countries = reporting.countries
    held = list(read_meetings(reporting, choice, statuses=("held",), told=True))
    ahead = list(read_meetings(reporting, choice, statuses=("planned",), told=True))
    fell_through = list(read_meetings(reporting, choice, statuses=("cancelled", "denied"), told=True))
    agreements = list(read_agreements(reporting, choice))
    if not (held or ahead or fell_through or agreements):
        raise NothingToExport(f"Nothing is told of {_period(choice)}; {_known(reporting)}")
    notes = Notes()
    write = _Writer(countries, notes, choice.year)
    groups = _by_day(held, write) if order is Order.DAY else _by_country(held, choice, write)
    sections = [
        Section("What took place", groups),
        Section("Agreements", _plain(map(write.agreement, agreements))),
        Section("Ahead", _plain(map(write.meeting, ahead))),
        Section("Did not come about", _plain(map(write.meeting, fell_through))),
    ]
    sections.append(Section("Uncertain", _plain(_uncertain(reporting, held, notes))))
    of = f", {joined([countries[code] for code in choice.countries])}" if choice.countries else ""
    state = reporting.state
    return Brief(
        title=f"Diplomatic brief: {_period(choice)}{of}",
        summary=tuple(_summary(held, ahead, agreements, notes, countries)),
        sections=tuple(section for section in sections if section.groups),
        notes=notes.written(),
        colophon=f"Written by rapporteur from the state after {state.run_id} of {long_day(state.at.date())}, out of "
                 f"{_count(len(notes.documents), 'document', 'documents')}: "
                 f"{'; '.join(sorted(map(in_one_line, notes.documents.values())))}.")


def _by_day(held: Sequence[Meeting], write: _Writer) -> tuple[Group, ...]:
    """Return what took place by its first day; what is not certain stands under the first day on which it can have been."""
    by_day: dict[date | None, list[Item]] = {}
    for meeting in held:
        day = meeting.days.first
        by_day.setdefault(day, []).append(write.meeting(meeting, day=day))
    return tuple(Group(UNDATED if day is None else long_day(day), tuple(items)) for day, items in by_day.items())


def _by_country(held: Sequence[Meeting], choice: Choice, write: _Writer) -> tuple[Group, ...]:
    """Return what took place by those who took part: a meeting of two countries stands under both.

    Where countries are asked for, it stands under those of them that took part or where it took place.
    """
    by_country: dict[str, list[Item]] = {}
    for meeting in held:
        codes = {party.country_code for party in meeting.parties if party.country_code}
        item = write.meeting(meeting)
        scenes = {place.country_code for place in meeting.places}
        for code in (codes | scenes) & set(choice.countries) if choice.countries else codes:
            by_country.setdefault(write.countries[code], []).append(item)
        if not codes and not choice.countries:
            by_country.setdefault(NOBODY_OF_A_COUNTRY, []).append(item)
    return tuple(Group(name, tuple(items)) for name, items in
                 sorted(by_country.items(), key=lambda group: (group[0] == NOBODY_OF_A_COUNTRY, group[0])))


def _plain(items: Iterable[Item]) -> tuple[Group, ...]:
    found = tuple(items)
    return (Group(None, found),) if found else ()


def _uncertain(reporting: Reporting, held: Sequence[Meeting], notes: Notes) -> Iterator[Item]:
    """Yield what a careful reader would question in the passages that the brief draws on."""
    vague = sum(not is_certain(meeting.days) for meeting in held)
    if vague:
        have = "has" if vague == 1 else "have"
        yield Item(f"Of {_count(len(held), 'event', 'events')} that took place, {vague} {have} no certain day.", ())
    for row in reporting.rows(FINDINGS.read_text(encoding="utf-8"), {"cited": notes.cited}):
        proof = Proof(row["document_id"], row["document"], row["uri"], None, None, row["quote"], row["char_start"], ())
        yield Item(in_one_line(row["explanation"]), notes.of((proof,)))


def _summary(held: Sequence[Meeting], ahead: Sequence[Meeting], agreements: Sequence[Agreement], notes: Notes,
             countries: Countries) -> Iterator[str]:
    """Yield the sentences that stand above all others."""
    kinds = Counter(meeting.kind for meeting in held)
    counted = [_count(kinds[kind], *names) for kind, names in NOUNS.items() if kinds[kind]]
    if counted:
        codes = {party.country_code for meeting in held for party in meeting.parties if party.country_code}
        yield f"{joined(counted)} with people of {_count(len(codes), 'country', 'countries')}."
    if agreements or ahead:
        things = [_count(len(agreements), "agreement", "agreements")] * bool(agreements)
        things += [f"{len(ahead)} ahead"] * bool(ahead)
        yield f"{joined(things)}."
    people = Counter(party.person for meeting in held for party in meeting.parties if party.person)
    often = [f"{in_one_line(name)} ({count})" for name, count in
             sorted(people.items(), key=lambda known: (-known[1], known[0]))[:OFTEN] if count > 1]
    if often:
        yield f"Most often: {joined(often)}."


def _count(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _period(choice: Choice) -> str:
    if choice.first is not None and choice.last is not None:
        whole = choice == replace(month_of(choice.first.year, choice.first.month), countries=choice.countries)
        return f"{choice.first:%B} {choice.first.year}" if whole else long_days(choice.first, choice.last)
    if choice.first is not None:
        return f"{long_day(choice.first)} and after"
    return "all that is known" if choice.last is None else f"{long_day(choice.last)} and before"


def _known(reporting: Reporting) -> str:
    """Return of which days something is known."""
    (row,) = reporting.rows(KNOWN)
    if row["first"] is None:
        return "no meeting is known with its day."
    return f"meetings are known from {row['first'].isoformat()} to {row['last'].isoformat()}."
