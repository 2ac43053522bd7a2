"""Turn what a document yields into the rows that the warehouse loads.

Refuses an extraction that refers to what it does not contain, that states a fact without evidence, or whose spans lie outside
the text: such a document would break the promise that every fact can be checked.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from etl.edtf import edtf_of
from etl.records import Agreement, Citation, Evidence, Extraction, Meeting, Mention, Party, Person, Span, When
from warehouse.keys import position_key
from warehouse.rows import (
    AgreementAccountRow,
    AgreementPartyRow,
    AgreementStepRow,
    CitationRow,
    DocumentRow,
    DocumentRows,
    EvidenceRow,
    FindingRow,
    MeetingAccountRow,
    MeetingPlaceRow,
    MeetingTopicRow,
    MentionRow,
    OrganizationAccountRow,
    OrganizationFormRow,
    OutletRow,
    ParticipantRow,
    PassageRow,
    PersonAccountRow,
    PersonFormRow,
    PlaceRow,
    PositionRow,
    SectionRow,
)

PLOVER_MODES = {"call": "phone", "visit": "visit", "conference": "multilateral"}
"""Mode of the PLOVER event CONSULT by kind of meeting; a plain meeting has one only where its parties show it."""


class InconsistentExtraction(ValueError):
    """The extraction contradicts itself: a fault of the rules, not of the document."""


def rows_of(extraction: Extraction, *, extractor_version: str) -> DocumentRows:
    """Return the rows of one document.

    Raises InconsistentExtraction where it refers to an unknown key or passage, has a fact without evidence, or a span outside
    the text.
    """
    citations = _citations(extraction)
    positions = {_position_key(person, position): (person, position) for person in extraction.people for position in person.positions}
    return _checked(extraction, DocumentRows(
        document=_document(extraction, extractor_version),
        places=tuple(PlaceRow(place.key, place.name, place.country) for place in _places(extraction)),
        outlets=tuple(OutletRow(key, name) for key, name in _outlets(citations)),
        sections=tuple(SectionRow(s.ordinal, s.heading, s.span.start, s.span.end) for s in extraction.sections),
        passages=tuple(PassageRow(p.ordinal, p.section, p.kind, p.span.start, p.span.end, p.page) for p in extraction.passages),
        citations=tuple(CitationRow(index, c.outlet_key, c.reported_on, c.span.start, c.span.end) for c, index in citations.items()),
        person_accounts=tuple(PersonAccountRow(p.key, p.name, p.country) for p in extraction.people),
        person_forms=tuple(PersonFormRow(p.key, form) for p in extraction.people for form in dict.fromkeys(p.names)),
        organization_accounts=tuple(OrganizationAccountRow(o.key, o.name, o.kind, o.country, o.parent_key)
                                    for o in extraction.organizations),
        organization_forms=tuple(OrganizationFormRow(o.key, form) for o in extraction.organizations for form in dict.fromkeys(o.names)),
        positions=tuple(PositionRow(key, person.key, position.title, position.organization_key, position.country, position.former)
                        for key, (person, position) in positions.items()),
        meeting_accounts=tuple(_meeting(meeting) for meeting in extraction.meetings),
        meeting_participants=tuple(
            ParticipantRow(m.key, index, p.person_key, p.organization_key, p.role, p.country, p.side, p.on_behalf_of)
            for m in extraction.meetings for index, p in enumerate(dict.fromkeys(m.parties))),
        meeting_places=tuple(MeetingPlaceRow(m.key, index, key) for m in extraction.meetings
                             for index, key in enumerate(dict.fromkeys(place.key for place in m.places))),
        meeting_topics=tuple(MeetingTopicRow(m.key, index, topic) for m in extraction.meetings
                             for index, topic in enumerate(dict.fromkeys(m.topics))),
        agreement_accounts=tuple(AgreementAccountRow(*_when(a.when), a.key, a.kind, a.subject, a.status, a.confidence)
                                 for a in extraction.agreements),
        agreement_parties=tuple(
            AgreementPartyRow(a.key, index, p.person_key, p.organization_key, p.role, p.country, p.is_signatory)
            for a in extraction.agreements for index, p in enumerate(dict.fromkeys(a.parties))),
        agreement_steps=tuple(AgreementStepRow(*_when(s.when), a.key, index, s.status, s.is_planned)
                              for a in extraction.agreements for index, s in enumerate(dict.fromkeys(a.steps))),
        evidence=tuple(_evidence(extraction, citations)),
        mentions=tuple(_mention(index, m) for index, m in enumerate(_distinct(extraction.mentions))),
        findings=tuple(FindingRow(index, f.kind, f.severity, f.span.start, f.span.end, f.explanation, f.reading_a, f.reading_b)
                       for index, f in enumerate(dict.fromkeys(extraction.findings))),
    ))
