"""What the exports tell of: a fact with its parties and its proofs."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part; of the names the most exact one that is known."""

    person_id: str | None
    person: str | None
    organization_id: str | None
    organization: str | None
    role: str | None
    country_code: str | None
    side: str | None = None
    is_signatory: bool | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that a proof cites, and the day of its report."""

    outlet: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of a document that support a fact."""

    document_id: str
    document: str
    uri: str
    section: str | None
    page: int | None
    quote: str
    char_start: int
    citations: tuple[Citation, ...]

    @property
    def is_on_the_web(self) -> bool:
        """Return whether the document can be opened by its address, which is else a path of the machine that read it."""
        return self.uri.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last possible day of something, how sure they are, and the words that say so."""

    first: date | None
    last: date | None
    precision: str
    stated: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its state, and where it lies."""

    name: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with all that is told of it."""

    id: str
    kind: str
    status: str
    days: Days
    title: str | None
    part_of: str | None
    topics: tuple[str, ...]
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step that an agreement took or is to take."""

    status: str
    day: date | None
    precision: str
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with all that is told of it."""

    id: str
    kind: str
    subject: str | None
    status: str
    days: Days
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A post that a person holds or held."""

    id: str
    person_id: str
    title: str
    organization_id: str | None
    organization: str | None
    country_code: str | None
    is_former: bool
    valid_from: date | None
    valid_to: date | None
    first_seen: date | None
    last_seen: date | None
    proofs: tuple[Proof, ...]
