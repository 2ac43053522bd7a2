"""What is questioned: the two readings, and what tells each of them. A value only."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Doubt(Generic[T, U]):
    """Something that a careful reader would question.

    Attributes:
        kind: as reporting.quality_findings has it.
        severity: info, warning or error.
        about: what identifies it, in every order of the documents.
        explanation: what is questionable, in a sentence.
        at: what is odd, and tells the one reading.
        against: what tells the other.
        reading_a, reading_b: the reading of `at`, and that of `against`.
    """

    kind: str
    severity: str
    about: tuple[str, ...]
    explanation: str
    at: T
    against: U
    reading_a: str
    reading_b: str
