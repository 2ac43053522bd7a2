"""The rows of one document, with natural keys where the tables have internal ones.

A field ending in `_key` fills the column of the same name ending in `_id`; every other field fills the column of its name.
Spans count code points of `DocumentRow.text`. Ordinals count from 0 within the document, or within the meeting or agreement.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The document as read: origin, header and text."""

    uri: str
    sha256: str
    media_type: str
    language: str
    text: str
    extractor_version: str
    title: str | None = None
    series: str | None = None
    publisher: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class OriginRow:
    """What was known of the document from outside its bytes."""

    name: str
    source: str | None = None
    stated_title: str | None = None
    stated_publisher: str | None = None
    stated_on: date | None = None
    stated_country: str | None = None
    stated_style: str | None = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A headed part."""

    ordinal: int
    heading: str | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A block of text."""

    ordinal: int
    section_ordinal: int
    kind: str
    char_start: int
    char_end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class PassageTextRow:
    """The words of a passage."""

    ordinal: int
    text: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """Where a page begins."""

    number: int
    char_start: int


@dataclass(frozen=True, slots=True)
class CitationRow:
    """An outlet cited."""

    ordinal: int
    outlet_key: str
    reported_on: date | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that the document names."""

    key: str
    name: str | None
    country_code: str | None


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet that the document cites."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PersonAccountRow:
    """What the document says of a person."""

    person_key: str
    name: str
    country_code: str | None


@dataclass(frozen=True, slots=True)
class PersonFormRow:
    """A form of a person's name that stands in the text."""

    person_key: str
    form: str


@dataclass(frozen=True, slots=True)
class PersonDeathRow:
    """A death that the document tells of; `is_day` says whether it gives the very day."""

    person_key: str
    died_on: date
    is_day: bool
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class PersonLeaveRow:
    """A leave of a post that the document tells of."""

    person_key: str
    left_by: date
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class OrganizationAccountRow:
    """What the document says of an organization."""

    organization_key: str
    name: str
    kind: str
    country_code: str | None
    parent_organization_key: str | None


@dataclass(frozen=True, slots=True)
class OrganizationFormRow:
    """A form of an organization's name that stands in the text."""

    organization_key: str
    form: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A post held by a person."""

    key: str
    person_key: str
    title: str
    organization_key: str | None
    country_code: str | None
    is_former: bool


@dataclass(frozen=True, slots=True)
class WhenRow:
    """A date as stated and as resolved; inherited by the rows that carry one."""

    start_date: date | None
    end_date: date | None
    date_precision: str
    date_basis: str
    date_stated: str | None


@dataclass(frozen=True, slots=True)
class MeetingAccountRow(WhenRow):
    """What the document says of a meeting."""

    meeting_key: str
    kind: str
    status: str
    edtf: str | None
    title: str | None
    part_of_meeting_key: str | None
    plover_mode: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A party to a meeting."""

    meeting_key: str
    ordinal: int
    person_key: str | None
    organization_key: str | None
    role: str | None
    country_code: str | None
    side: str
    on_behalf_of: str | None


@dataclass(frozen=True, slots=True)
class MeetingPlaceRow:
    """A place of a meeting."""

    meeting_key: str
    ordinal: int
    place_key: str


@dataclass(frozen=True, slots=True)
class MeetingTopicRow:
    """A topic of a meeting."""

    meeting_key: str
    ordinal: int
    topic: str


@dataclass(frozen=True, slots=True)
class AgreementAccountRow(WhenRow):
    """What the document says of an agreement."""

    agreement_key: str
    kind: str
    subject: str
    status: str
    confidence: float


@dataclass(frozen=True, slots=True)
class AgreementPartyRow:
    """A party to an agreement."""

    agreement_key: str
    ordinal: int
    person_key: str | None
    organization_key: str | None
    role: str | None
    country_code: str | None
    is_signatory: bool


@dataclass(frozen=True, slots=True)
class AgreementStepRow(WhenRow):
    """A reported step of an agreement."""

    agreement_key: str
    ordinal: int
    status: str
    is_planned: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Words that support exactly one fact, with at most one citation."""

    ordinal: int
    passage_ordinal: int
    char_start: int
    char_end: int
    citation_ordinal: int | None
    meeting_key: str | None
    agreement_key: str | None
    position_key: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Words that denote exactly one entity."""

    ordinal: int
    passage_ordinal: int
    char_start: int
    char_end: int
    person_key: str | None
    organization_key: str | None
    place_key: str | None
    outlet_key: str | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something that a careful reader would question."""

    ordinal: int
    kind: str
    severity: str
    char_start: int
    char_end: int
    explanation: str
    reading_a: str | None
    reading_b: str | None


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows of one document; each field but `document` is named for the table that it fills."""

    document: DocumentRow
    origins: tuple[OriginRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    outlets: tuple[OutletRow, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    passages: tuple[PassageRow, ...] = ()
    passage_texts: tuple[PassageTextRow, ...] = ()
    pages: tuple[PageRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    person_accounts: tuple[PersonAccountRow, ...] = ()
    person_forms: tuple[PersonFormRow, ...] = ()
    person_deaths: tuple[PersonDeathRow, ...] = ()
    person_leaves: tuple[PersonLeaveRow, ...] = ()
    organization_accounts: tuple[OrganizationAccountRow, ...] = ()
    organization_forms: tuple[OrganizationFormRow, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    meeting_accounts: tuple[MeetingAccountRow, ...] = ()
    meeting_participants: tuple[ParticipantRow, ...] = ()
    meeting_places: tuple[MeetingPlaceRow, ...] = ()
    meeting_topics: tuple[MeetingTopicRow, ...] = ()
    agreement_accounts: tuple[AgreementAccountRow, ...] = ()
    agreement_parties: tuple[AgreementPartyRow, ...] = ()
    agreement_steps: tuple[AgreementStepRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()
