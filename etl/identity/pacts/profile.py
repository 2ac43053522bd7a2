"""Ready an account of an agreement for comparison: its sides, the words of its subject, its course."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..facts.wording import Wording, wording_of
from .account import AgreementAccount
from .courses import Course, course_of
from .sides import Side, sides_of


@dataclass(frozen=True, slots=True)
class Pact:
    """An account with what a comparison needs of it."""

    account: AgreementAccount
    sides: tuple[Side, ...]
    matter: Wording
    course: Course

    @property
    def seen_on(self) -> date | None:
        """Return the day of the document."""
        return self.account.seen_on

    @property
    def vague(self) -> bool:
        """Say whether it could be several agreements: its subject or its partner is not told, or it has no day."""
        undated = all(s.day is None for s in (*self.course.done, *self.course.planned))
        return not self.matter.words or len(self.sides) < 2 or undated or self.course.done == ()


def pact_of(account: AgreementAccount) -> Pact:
    """Return an account, ready."""
    return Pact(account, sides_of(account.parties), wording_of(account.subject), course_of(account))
