"""Say who held which office from when to when: from the first to the last sighting, until another or a word ends it.

Pure: the same sightings, in whatever order, give the same terms. Nothing is filled in between two holders; who follows is
known, not when. An old name within weeks of a new one is taken for a report that lags, not for a return.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .account import DIED, LEFT, Exit, Sighting
from .seats import ACTING, FORMER, HELD, INCOMING, Seat

RETURN = timedelta(days=120)
"""Time out of an office after which somebody who is seen in it again has come back to it."""
SILENCE = timedelta(days=730)
"""Time without a sighting that a term is known to hold through no longer."""
FORMERLY, SUCCEEDED = "former", "succeeded"
RANK = (DIED, LEFT, FORMERLY, SUCCEEDED)


@dataclass(frozen=True, slots=True)
class Term:
    """A term in an office.

    Attributes:
        seat: the office.
        person: who holds it.
        first_seen, last_seen: first and last day on which a document has it so.
        incoming_on: first day on which one says that the person is about to hold it.
        ended_by: day by which it had ended.
        ended_because: what that follows from: died, left, former or succeeded.
        predecessor, successor: who was seen in the office before, and next.
        acting: whether nobody has it otherwise than for the time being.
        silences: long stretches within it from one sighting to the next.
        surely: last day on which the person must have held it: of a stretch that is only a document's, the first day.
    """

    seat: Seat
    person: str
    first_seen: date | None = None
    last_seen: date | None = None
    incoming_on: date | None = None
    ended_by: date | None = None
    ended_because: str | None = None
    predecessor: str | None = None
    successor: str | None = None
    acting: bool = False
    silences: tuple[tuple[date, date], ...] = ()
    surely: date | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Return what sorts it: by office, then by day."""
        return (self.seat.order, self.first_seen or self.incoming_on or self.ended_by or date.min, self.last_seen or date.min,
                self.person)


def terms_of(sightings: Iterable[Sighting], exits: Iterable[Exit]) -> list[Term]:
    """Return the terms in all offices, by office and day."""
    by_seat: dict[Seat, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_seat[sighting.seat].append(sighting)
    ends = _ends(by_seat, exits)
    found = [term for seat, told in by_seat.items() for term in _of_seat(seat, sorted(told, key=lambda s: s.order), ends)]
    return sorted(found, key=lambda term: term.order)


Ends = dict[tuple[Seat, str], list[tuple[date, str]]]


def _ends(by_seat: dict[Seat, list[Sighting]], exits: Iterable[Exit]) -> Ends:
    """Return the days that end somebody's time in an office; a leave counts for the one that is meant, a death for all."""
    held: dict[str, set[Seat]] = defaultdict(set)
    told: dict[tuple[str, str], set[Seat]] = defaultdict(set)
    ends: Ends = defaultdict(list)
    for seat, sightings in by_seat.items():
        for s in sightings:
            held[s.person].add(seat)
            told[s.person, s.document].add(seat)
            if s.standing == FORMER and s.last is not None:
                ends[seat, s.person].append((s.last, FORMERLY))
    for leave in exits:
        seats = held[leave.person]
        if leave.because == LEFT and len(seats) > 1:
            seats = told[leave.person, leave.document]
            if len(seats) > 1:
                continue
        for seat in seats:
            ends[seat, leave.person].append((leave.by, leave.because))
    return ends


def _of_seat(seat: Seat, told: Sequence[Sighting], ends: Ends) -> list[Term]:
    dated = [s for s in told if s.standing in (HELD, ACTING) and s.first is not None and s.last is not None]
    firsts = [s.first for s in dated]
    runs: dict[str, list[Term]] = defaultdict(list)
    for s in dated:
        terms = runs[s.person]
        if terms and not _returned(terms[-1], s, dated, firsts, ends):
            terms[-1] = _longer(terms[-1], s)
        else:
            terms.append(Term(seat, s.person, s.first, s.last, acting=s.standing == ACTING, surely=_surely(s)))
    _add_unseen(seat, told, runs, ends)
    terms = sorted((t for found in runs.values() for t in found), key=lambda t: t.order)
    return _with_neighbours([_ended(t, ends) for t in terms])


def _longer(term: Term, s: Sighting) -> Term:
    """Return a term with one more sighting of its holder, which begins no earlier than those before."""
    silence = ((term.last_seen, s.first),) if s.first - term.last_seen > SILENCE else ()
    return replace(term, last_seen=max(term.last_seen, s.last), acting=term.acting and s.standing == ACTING,
                   silences=(*term.silences, *silence), surely=max(term.surely, _surely(s)))


def _surely(s: Sighting) -> date:
    return s.last if s.sure else s.first


def _returned(term: Term, s: Sighting, dated: Sequence[Sighting], firsts: Sequence[date], ends: Ends) -> bool:
    """Say whether somebody seen in the office again has been out of it: another was in it, or he was called a former."""
    if s.first - term.last_seen < RETURN:
        return False
    if any(term.last_seen < by and s.first - by >= RETURN and why == FORMERLY for by, why in ends.get((s.seat, s.person), ())):
        return True
    between = range(bisect_right(firsts, term.last_seen), bisect_left(firsts, s.first))
    return any(dated[i].person != s.person and dated[i].standing == HELD and dated[i].last < s.first for i in between)


def _add_unseen(seat: Seat, told: Sequence[Sighting], runs: dict[str, list[Term]], ends: Ends) -> None:
    """Add when somebody was to come into office, and terms that nobody has anybody seen in: to come, over, without a day."""
    coming: dict[str, date] = {}
    for s in told:
        if s.standing == INCOMING and s.first is not None:
            coming[s.person] = min(s.first, coming.get(s.person, s.first))
    for person, day in coming.items():
        at = next((i for i, term in enumerate(runs[person]) if day <= term.last_seen), None)
        if at is None:
            runs[person].append(Term(seat, person, incoming_on=day))
        else:
            runs[person][at] = replace(runs[person][at], incoming_on=min(day, runs[person][at].first_seen))
    for s in told:
        terms = runs[s.person]
        if s.standing == FORMER and s.last is not None and all(
                t.first_seen is None and t.incoming_on is None or s.last + RETURN <= (t.first_seen or s.last) for t in terms):
            terms[:] = [Term(seat, s.person, ended_by=min(by for by, why in ends[seat, s.person] if why == FORMERLY),
                             ended_because=FORMERLY), *(t for t in terms if t.first_seen or t.incoming_on)]
        elif not terms and s.standing in (HELD, ACTING):
            terms.append(Term(seat, s.person, acting=s.standing == ACTING))


def _ended(term: Term, ends: Ends) -> Term:
    """Return a term with the first day by which words have it ended; where its holder is seen later they are not believed."""
    if term.last_seen is None:
        return term
    days = [(by, RANK.index(why), why) for by, why in ends.get((term.seat, term.person), ()) if by >= term.surely]
    if not days:
        return term
    by, _, why = min(days)
    return replace(term, last_seen=min(term.last_seen, by), ended_by=by, ended_because=why)


def _with_neighbours(terms: Sequence[Term]) -> list[Term]:
    """Return the terms of one office, in order, with who was seen before and next, and with the end that this means."""
    seen = [t for t in terms if t.first_seen is not None]
    by_last = sorted(seen, key=lambda t: (t.last_seen, t.first_seen, t.person))
    lasts, firsts = [t.last_seen for t in by_last], [t.first_seen for t in seen]
    return [_between(t, by_last, lasts, seen, firsts) if t.first_seen is not None else t for t in terms]


def _between(term: Term, by_last: Sequence[Term], lasts: Sequence[date], seen: Sequence[Term], firsts: Sequence[date]) -> Term:
    """Return a term with its neighbours among those of its office, which are given by their last and by their first day."""
    before = (by_last[i] for i in range(bisect_left(lasts, term.first_seen) - 1, -1, -1))
    after = [seen[i] for i in range(bisect_right(firsts, term.last_seen), len(seen)) if seen[i].person != term.person]
    predecessor = next((t for t in before if t.person != term.person), None)
    successor = after[0] if after else None
    following = next((t for t in after if not t.acting), None)
    ended = term
    if following is not None and (term.ended_by is None or following.first_seen < term.ended_by):
        ended = replace(term, ended_by=following.first_seen, ended_because=SUCCEEDED)
    return replace(ended, predecessor=predecessor and predecessor.person, successor=successor and successor.person)
