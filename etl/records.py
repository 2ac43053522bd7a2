"""The records that the stages hand to each other and, at the end, to the warehouse.

Frozen values only. Every span counts characters of the document's text as kept, so `text[span.start:span.end]`
is the exact wording that a record rests on. Entities are referred to by their natural key, never by position.
Nothing here knows about files, SQL or the clock.
"""
from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of the text as kept, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start:self.end]

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text as its format lays it out.

    `kind` is title, heading, item, paragraph, caption, or text, which leaves it to the words. `page` counts from 1.
    """

    kind: str
    span: Span
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of a document from outside its words: the format's metadata, or whoever named the source.

    `country` is an ISO 3166-1 code; `style` names a profile of the lexicon, `source` a source of the configuration.
    """

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    country: str | None = None
    style: str | None = None
    source: str | None = None

    def over(self, other: Stated) -> Stated:
        """Return what is known from both, this one first."""
        return Stated(*(getattr(self if getattr(self, f.name) is not None else other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table as it is written out: its stretch of the text, and that of each cell by column."""

    span: Span
    cells: dict[str, Span]


@dataclass(frozen=True, slots=True)
class Source:
    """One input as found: its text, how its format lays that out, and what is known of it from outside.

    Without `parts` the layout is read off the lines. Only a table has `rows`.
    """

    uri: str
    sha256: str
    media_type: str
    text: str
    parts: tuple[Part, ...] = ()
    stated: Stated = Stated()
    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A date as stated and as resolved.

    `precision` is day, approximate, month or unknown; `basis` is stated (in the fact's own words), citation (latest
    possible day, from the source cited), period (from the document) or none. `start` and `end` are inclusive.
    """

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    basis: str = "none"
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document; `ordinal` counts from 0 and section 0 may have no heading."""

    ordinal: int
    heading: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text: title, heading, item, paragraph or caption. `section` is the section's ordinal."""

    ordinal: int
    section: int
    kind: str
    span: Span
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet named as the source of a claim, with the day it reported where stated."""

    outlet_key: str
    outlet: str
    reported_on: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that support one fact: a span inside one passage, with the sources cited for it."""

    span: Span
    passage: int
    citations: tuple[Citation, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A post that a person holds or held, as stated."""

    title: str
    organization_key: str | None = None
    country: str | None = None
    former: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A named individual. `key` is the natural key; `names` are the bare forms that stand in the text."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Death:
    """A person who is dead, as the words of `span` tell: `by` is the last possible day, and where `is_day` the very day."""

    person_key: str
    by: date
    span: Span
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """A person who has left a post, as the words of `span` tell: `by` is the last possible day."""

    person_key: str
    by: date
    span: Span


@dataclass(frozen=True, slots=True)
class Organization:
    """A named body. `kind` is a value of `ORGANIZATION_KINDS`."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    kind: str = "other"
    country: str | None = None
    parent_key: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named place below the level of a state, or a state where nothing finer is stated (`name` is then None).

    A `site` is a building or the like, which can lie in another place.
    """

    key: str
    name: str | None
    country: str | None
    site: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that denotes an entity: kind person, organization, place or outlet."""

    kind: str
    entity_key: str
    span: Span
    passage: int


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a meeting or an agreement: a person, an organization, an unnamed role or group, or a country.

    `role` is the post or group as stated. `side` is host, visitor, third_party or unknown.
    """

    person_key: str | None = None
    organization_key: str | None = None
    role: str | None = None
    country: str | None = None
    side: str = "unknown"
    on_behalf_of: str | None = None
    is_signatory: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """One encounter, however often the document tells it. `part_of` is the key of the visit that holds it."""

    key: str
    kind: str
    status: str
    when: When
    parties: tuple[Party, ...]
    evidence: tuple[Evidence, ...]
    places: tuple[Place, ...] = ()
    topics: tuple[str, ...] = ()
    title: str | None = None
    part_of: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """One reported step of an agreement, done or planned."""

    status: str
    when: When
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with its parties; `status` is the furthest that the document says was reached."""

    key: str
    kind: str
    subject: str
    status: str
    when: When
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the document that a careful reader would question."""

    kind: str
    severity: str
    span: Span
    explanation: str
    reading_a: str | None = None
    reading_b: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says of itself."""

    title: str | None = None
    series: str | None = None
    publisher: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    published_on: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one document yields."""

    source: Source
    header: Header
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    people: tuple[Person, ...] = ()
    deaths: tuple[Death, ...] = ()
    leaves: tuple[Leave, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    findings: tuple[Finding, ...] = ()


MEETING_KINDS = ("meeting", "call", "visit", "conference")
MEETING_STATUSES = ("held", "planned", "cancelled", "denied")
AGREEMENT_KINDS = ("treaty", "agreement", "memorandum", "contract", "ceasefire", "declaration", "other")
AGREEMENT_STATUSES = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force", "suspended", "terminated", "rejected")
PASSAGE_KINDS = ("title", "heading", "item", "paragraph", "caption", "furniture")
DATE_PRECISIONS = ("day", "approximate", "month", "unknown")
DATE_BASES = ("stated", "citation", "period", "none")
SIDES = ("host", "visitor", "third_party", "unknown")
ORGANIZATION_KINDS = ("international", "government", "parliament", "armed_forces", "party", "militia", "company", "university",
                      "media", "embassy", "court", "civil_society", "other")
FINDING_KINDS = ("date_conflict", "date_outside_period", "identity_conflict", "deceased_actor", "misspelt_source", "duplicate",
                 "unresolved_role", "other")
