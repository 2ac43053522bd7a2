"""Short ways to accounts of agreements for tests; parties and days are written as in those of meetings.

Steps are written `status day`, parted by commas; `+` before a step makes it planned.
"""
from __future__ import annotations

from datetime import date

from etl.identity.pacts.account import AgreementAccount, Step

from ..occasions.telling import DAY, party, when

RANK = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force", "suspended", "terminated", "rejected")


def step(text: str) -> Step:
    """Return the step that a text writes."""
    planned = text.startswith("+")
    status, day = (*text.removeprefix("+").split(), "")[:2]
    start, _, precision, _ = when(day)
    return Step(status, start, planned, precision)


def told(document: str, parties: str, subject: str, steps: str, *, kind: str = "agreement", seen: str | None = None,
         key: str | None = None) -> AgreementAccount:
    """Return what a document says of an agreement; its status is the furthest step done."""
    known = tuple(step(s.strip()) for s in steps.split(",") if s.strip())
    done = [s for s in known if not s.planned] or list(known)
    last = max(done, key=lambda s: RANK.index(s.status))
    days: list[date] = [s.day for s in done if s.day is not None]
    return AgreementAccount(
        document, key or f"a-{parties}-{subject}-{steps}-{kind}", kind, subject, last.status, min(days, default=None),
        max(days, default=None), last.precision, tuple(party(p.strip()) for p in parties.split(",") if p.strip()), known,
        None if seen is None else DAY(seen))
