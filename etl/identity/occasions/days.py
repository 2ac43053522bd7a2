"""Weigh the days of two accounts: the same stated day, the day of a citation after it, a week or a month that holds it.

A citation's day is the latest possible day of what was held, and the earliest of what is planned. What has no day lies some
weeks before its document.
"""
from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ..score import Reason
from .account import MeetingAccount

EXACT, CITED, ROUGH, OPEN = "exact", "cited", "rough", "open"
LAG, BEFORE, AHEAD, SLACK = timedelta(days=3), timedelta(days=60), timedelta(days=30), timedelta(days=2)
"""Days that reports lag; how long before its document lies what has no day; for how long one plans; what "about" means."""
LASTING = frozenset(("visit", "conference"))
LAST, PUT_OFF = 3, 30
"""Days between two days that are told of one visit or conference; days by which a plan is put off."""
CITED_AFTER = ((0, 2.6), (1, 2.4), (2, 1.6), (3, 0.6), (7, -1.5))
CITED_BOTH = ((0, 2.6), (1, 2.3), (2, 1.4), (3, 0.5), (7, -1.5))
SEEN_AFTER = ((14, 1.2), (31, 0.6))
APART = -4.0
"""What it says, by days: how long after the day the source, another source, a document without a day speaks of it."""


@dataclass(frozen=True, slots=True)
class Time:
    """When an occasion can have been: how sure that is, the first and last day, for a citation the days before it included."""

    kind: str
    first: date | None
    last: date | None
    cited: date | None = None

    @property
    def width(self) -> int:
        """Return the days from the first to the last."""
        return (self.last - self.first).days + 1


def time_of(account: MeetingAccount) -> Time:
    """Return when what an account tells can have been."""
    start, end = account.start, account.end or account.start
    if start is None or account.precision == "unknown":
        seen = account.seen_on
        if seen is None:
            return Time(OPEN, None, None)
        return Time(OPEN, seen, seen + AHEAD) if account.status == "planned" else Time(OPEN, seen - BEFORE, seen)
    if account.status == "planned" and account.basis != "stated":
        return Time(ROUGH, start, end + AHEAD)
    if account.precision == "month":
        last = calendar.monthrange(end.year, end.month)[1]
        return Time(ROUGH, start.replace(day=1), end.replace(day=last))
    if account.basis == "period":
        return Time(ROUGH, start, end)
    if account.basis == "citation":
        return Time(CITED, start - LAG, end, end) if account.precision == "day" else Time(ROUGH, start - LAG - LAG, end)
    if account.precision == "approximate":
        return Time(ROUGH, start - SLACK, end + SLACK)
    return Time(EXACT, start, end)


def gap(a: Time, b: Time) -> int:
    """Return the days between two times, 0 where they overlap or one is not known."""
    if None in (a.first, b.first):
        return 0
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def weigh_days(a: MeetingAccount, b: MeetingAccount, s: Time, t: Time) -> Reason:
    """Return what the days of two accounts say."""
    if "planned" in (a.status, b.status) and s.kind == t.kind == EXACT:
        return _planned(a, b, s, t)
    if s.kind == OPEN or t.kind == OPEN:
        return _open(s, t)
    if ROUGH in (s.kind, t.kind):
        return _rough(s, t)
    if s.kind == t.kind == EXACT:
        return _exact(s, t, lasting=a.kind in LASTING)
    if s.kind == t.kind == CITED:
        return _stepped(abs((s.cited - t.cited).days), CITED_BOTH, f"cited of {s.cited} and of {t.cited}")
    cited, exact = (s, t) if s.kind == CITED else (t, s)
    return _cited(cited, exact, lasting=a.kind in LASTING)


def _exact(s: Time, t: Time, *, lasting: bool) -> Reason:
    days = gap(s, t)
    if days == 0:
        return Reason(_overlap(s, t) if lasting else 3.0, f"both on {max(s.first, t.first)}")
    points = {1: 1.6, 2: 0.3, 3: -1.0}.get(days, -5.0) if lasting else -1.5 if days == 1 else -5.0
    return Reason(points, f"on {s.first} and on {t.first}")


def _overlap(s: Time, t: Time) -> float:
    """Return what it says that two stretches of days overlap: little where one ends as the other begins, as on a shuttle."""
    common = (min(s.last, t.last) - max(s.first, t.first)).days + 1
    if common == min(s.width, t.width):
        return 3.0
    return 1.0 if common == 1 else 2.2


def _planned(a: MeetingAccount, b: MeetingAccount, s: Time, t: Time) -> Reason:
    """Weigh a stated plan: the day may be put off, seldom moved up."""
    if gap(s, t) == 0:
        return Reason(3.0, f"both for {max(s.first, t.first)}")
    plan, held = (s, t) if a.status == "planned" else (t, s)
    days = (held.first - plan.first).days
    days = abs(days) if a.status == b.status else days
    points = 2.0 if abs(days) == 1 else 0.1 if 0 < days <= PUT_OFF else -0.5 if -7 <= days < 0 else APART
    return Reason(points, f"planned for {plan.first}, told of {held.first}")


def _cited(cited: Time, exact: Time, *, lasting: bool) -> Reason:
    words = f"on {exact.first}, cited of {cited.cited}"
    before = (exact.first - cited.cited).days
    if before > 0:
        return Reason((0.6 if before <= LAST else -5.0) if lasting else -1.5 if before == 1 else -5.0, words)
    return _stepped(max(0, (cited.cited - exact.last).days), CITED_AFTER, words)


def _stepped(days: int, steps: tuple[tuple[int, float], ...], words: str) -> Reason:
    return Reason(next((points for limit, points in steps if days <= limit), APART), words)


def _rough(s: Time, t: Time) -> Reason:
    days = gap(s, t)
    if days > 0:
        return Reason(-1.0 if days <= 2 else APART, f"{days} days apart")
    width = max(s.width, t.width)
    points = 2.0 if width <= 8 else 1.2 if width <= 16 else 0.6 if width <= 31 else 0.2
    words = f"within {width} days"
    most = {ROUGH: 1.4, CITED: 1.7, EXACT: 2.0}[t.kind if s.kind == ROUGH else s.kind]
    return Reason(min(points, most), words)


def _open(s: Time, t: Time) -> Reason:
    if None in (s.first, t.first):
        return Reason(-0.8, "no day stated")
    if gap(s, t) > 0:
        return Reason(-1.5 if gap(s, t) <= 60 else APART, "no day stated, told of long after")
    away = abs((s.last - t.last).days)
    points = next((p for limit, p in SEEN_AFTER if away <= limit), 0.0)
    return Reason(points if s.kind != t.kind else min(points, 0.2), f"no day stated, told of within {away} days")
