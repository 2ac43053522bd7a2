"""Hold the courses of two accounts against each other: the same step on one day, or steps that follow in an order that time
allows.

What is signed is signed once; who negotiates after the signature negotiates the next agreement.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from ..score import Reason
from .account import AgreementAccount, Step

ORDER = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force")
ENDS = ("terminated", "rejected")
ONCE = frozenset(("reached", "signed", "ratified"))
LASTING = frozenset(("ratified", "in_force", "suspended", "terminated"))
DAY_OR_TWO, LATE, STALE = timedelta(days=3), timedelta(days=30), timedelta(days=60)
"""Days by which reports of one step differ; by which steps may be told out of order; that a plan may be told of too late."""
FOLLOWS = ((250, 0.8), (500, 0.3), (800, -0.4), (1500, -1.2))
TALKS = ((100, 0.8), (250, 0.2), (500, -0.6), (1000, -2.0))
FAR, ON_ONE_DAY, NEAR_DAY, KEPT, SAME_MONTH = -4.0, 2.6, 1.8, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Course:
    """The steps of one account: done ones with their days, planned ones with the days for them, and when the account is of."""

    done: tuple[Step, ...]
    planned: tuple[Step, ...]
    seen_on: date | None


def course_of(account: AgreementAccount) -> Course:
    """Return the steps of an account; where it reports none its status is one."""
    steps = account.steps or (Step(account.status, account.start, False, account.precision),)
    return Course(tuple(s for s in steps if not s.planned), tuple(s for s in steps if s.planned), account.seen_on)


def out_of_order(a: Course, b: Course) -> str | None:
    """Return why the steps of two accounts cannot be those of one agreement."""
    for x, y in product(a.done, b.done):
        told = _clash(x, y) or _clash(y, x)
        if told is not None:
            return told
    for plan, done in ((a, b), (b, a)):
        told = next((t for p, d in product(plan.planned, done.done) if (t := _planned_after(p, d, plan.seen_on))), None)
        if told is not None:
            return told
    return None


def _clash(x: Step, y: Step) -> str | None:
    """Return why step `y` cannot come after step `x` in one agreement."""
    if x.day is None or y.day is None or y.day < x.day:
        return None
    exact = x.precision == y.precision == "day"
    if x.status == y.status and x.status in ONCE and y.day - x.day > (LATE if exact else 3 * LATE):
        return f"{x.status} on {x.day} and on {y.day}"
    if y.status in ORDER and y.day - x.day > (LATE if exact else 3 * LATE):
        if x.status in ENDS or (x.status in ORDER and ORDER.index(y.status) < min(ORDER.index(x.status), 4)):
            return f"{x.status} on {x.day}, {y.status} on {y.day}"
    return None


def _planned_after(plan: Step, done: Step, seen_on: date | None) -> str | None:
    """Return why what is planned cannot be a step of what was done already."""
    told_on = seen_on or plan.day
    later = plan.status in ORDER and done.status in ORDER and ORDER.index(plan.status) <= ORDER.index(done.status)
    if later and done.day is not None and told_on is not None and told_on - done.day > STALE:
        return f"{done.status} on {done.day}, planned as of {told_on}"
    return None


def weigh_courses(a: Course, b: Course) -> Reason:
    """Return what the steps of two accounts say: most where one step is of one day, little where much time lies between."""
    found = [r for x, y in product(a.done, b.done) if (r := _same_step(x, y)) is not None]
    found += [r for plan, done in ((a, b), (b, a)) for x, y in product(plan.planned, (*done.done, *done.planned))
              if (r := _as_planned(x, y)) is not None]
    if found:
        return max(found, key=lambda r: (r.points, r.words))
    return _between(a, b)


def _same_step(x: Step, y: Step) -> Reason | None:
    if x.status != y.status or x.day is None or y.day is None:
        return None
    apart = abs(x.day - y.day)
    if x.precision != "day" or y.precision != "day":
        return Reason(SAME_MONTH, f"{x.status} within a month") if apart <= LATE else None
    if apart <= DAY_OR_TWO:
        return Reason(ON_ONE_DAY if not apart else NEAR_DAY, f"{x.status} on {max(x.day, y.day)}")
    return Reason(-0.5, f"{x.status} on {x.day} and on {y.day}") if x.status in ONCE else None


def _as_planned(plan: Step, other: Step) -> Reason | None:
    if plan.status != other.status or plan.day is None or other.day is None:
        return None
    apart = abs(plan.day - other.day)
    return Reason(ON_ONE_DAY if not apart else KEPT, f"{plan.status} as planned") if apart <= LATE else None


def _between(a: Course, b: Course) -> Reason:
    """Weigh the time between two accounts that tell different steps."""
    ends = [_days(c) for c in (a, b)]
    if None in ends:
        return Reason(-0.5, "no day told by one")
    (first_a, last_a), (first_b, last_b) = ends
    days = max(0, (first_b - last_a).days, (first_a - last_b).days)
    later = b if first_b >= first_a else a
    statuses = {s.status for s in later.done}
    if statuses & LASTING:
        return Reason(KEPT if days <= 500 else 0.3, f"{min(statuses & LASTING)} {days} days after")
    early = all(s.status in ORDER[:2] for c in (a, b) for s in c.done)
    points = next((p for limit, p in (TALKS if early else FOLLOWS) if days <= limit), FAR)
    return Reason(points, f"{days} days between the steps")


def _days(course: Course) -> tuple[date, date] | None:
    days = [s.day for s in (*course.done, *course.planned) if s.day is not None] or [d for d in (course.seen_on,) if d]
    return (min(days), max(days)) if days else None
