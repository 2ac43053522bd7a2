"""Turn what a document yields into the rows that the warehouse loads.

What does not hold together is refused first, by `etl.consistency`: every fact must be checkable in the text.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from etl.consistency import require_consistency
from etl.knowledge import load_knowledge
from etl.records import Citation, Evidence, Extraction, Meeting, Mention, Part, Person, Place, Position, When
from etl.time.edtf import edtf_of
from warehouse import rows
from warehouse.keys import position_key

PLOVER_MODES = {"call": "phone", "visit": "visit", "conference": "multilateral"}
"""Mode of the PLOVER event CONSULT by kind of meeting; a plain meeting has one only where its parties show it."""

Tables = dict[str, tuple[object, ...]]


def rows_of(extraction: Extraction, *, extractor_version: str) -> rows.DocumentRows:
    """Return the rows of one document.

    Raises InconsistentExtraction where the extraction refers to what it does not hold, has a fact without evidence, or a span
    outside the text.
    """
    require_consistency(extraction)
    citations = _numbered_citations(extraction)
    return rows.DocumentRows(
        document=_document(extraction, extractor_version),
        **_structure(extraction), **_named(extraction, citations), **_meetings(extraction), **_agreements(extraction),
        evidence=tuple(_evidence(extraction, citations)),
        mentions=tuple(_mentions(extraction)),
        findings=tuple(
            rows.FindingRow(ordinal, f.kind, f.severity, f.span.start, f.span.end, f.explanation, f.reading_a, f.reading_b)
            for ordinal, f in enumerate(dict.fromkeys(extraction.findings))),
    )


def _document(extraction: Extraction, extractor_version: str) -> rows.DocumentRow:
    source, header = extraction.source, extraction.header
    return rows.DocumentRow(
        source.uri, source.sha256, source.media_type, header.language, source.text, extractor_version, header.title,
        header.series, header.publisher, header.period_start, header.period_end, header.published_on)


def _structure(extraction: Extraction) -> Tables:
    return {
        "sections": tuple(rows.SectionRow(s.ordinal, s.heading, s.span.start, s.span.end) for s in extraction.sections),
        "passages": tuple(rows.PassageRow(p.ordinal, p.section, p.kind, p.span.start, p.span.end, p.page)
                          for p in extraction.passages),
        "passage_texts": tuple(rows.PassageTextRow(p.ordinal, p.span.of(extraction.source.text)) for p in extraction.passages),
        "pages": tuple(rows.PageRow(number, start) for number, start in _page_starts(extraction.source.parts).items()),
    }


def _page_starts(parts: Iterable[Part]) -> dict[int, int]:
    """Return the first code point of each page that holds text."""
    starts: dict[int, int] = {}
    for part in parts:
        if part.page is not None:
            starts[part.page] = min(part.span.start, starts.get(part.page, part.span.start))
    return starts


def _named(extraction: Extraction, citations: dict[Citation, int]) -> Tables:
    people, organizations = extraction.people, extraction.organizations
    places = {place.key: place for place in (*(p for m in extraction.meetings for p in m.places), *extraction.places)}
    return {
        "places": tuple(rows.PlaceRow(place.key, _public_name(place), place.country) for place in places.values()),
        "outlets": tuple(rows.OutletRow(key, name) for key, name in _outlets(extraction, citations).items()),
        "citations": tuple(rows.CitationRow(ordinal, c.outlet_key, c.reported_on, c.span.start, c.span.end)
                           for c, ordinal in citations.items()),
        "person_accounts": tuple(rows.PersonAccountRow(p.key, p.name, p.country) for p in people),
        "person_forms": tuple(rows.PersonFormRow(p.key, form) for p in people for form in dict.fromkeys(p.names)),
        "organization_accounts": tuple(rows.OrganizationAccountRow(o.key, o.name, o.kind, o.country, o.parent_key)
                                       for o in organizations),
        "organization_forms": tuple(rows.OrganizationFormRow(o.key, form)
                                    for o in organizations for form in dict.fromkeys(o.names)),
        "person_deaths": tuple(rows.PersonDeathRow(d.person_key, d.by, d.is_day, d.span.start, d.span.end)
                               for d in extraction.deaths),
        "person_leaves": tuple(rows.PersonLeaveRow(p.person_key, p.by, p.span.start, p.span.end) for p in extraction.leaves),
        "positions": tuple(_positions(people)),
    }


def _public_name(place: Place) -> str | None:
    """Return the name of a place that all documents share, whatever this one calls it."""
    known = load_knowledge().places.get(place.key)
    return known.name if known else place.name


def _outlets(extraction: Extraction, citations: Iterable[Citation]) -> dict[str, str]:
    """Return the name of each outlet cited, and of each only mentioned as it stands in the text; the first in the alphabet."""
    named = [(citation.outlet_key, citation.outlet) for citation in citations]
    cited = {key for key, _ in named}
    named += [(mention.entity_key, mention.span.of(extraction.source.text))
              for mention in extraction.mentions if mention.kind == "outlet" and mention.entity_key not in cited]
    return dict(sorted(named, reverse=True))


def _positions(people: Iterable[Person]) -> Iterator[rows.PositionRow]:
    """Yield each post once; of titles that differ in case only, the first in the alphabet."""
    held = sorted(((person, position) for person in people for position in person.positions),
                  key=lambda pair: pair[1].title, reverse=True)
    for key, (person, position) in {_position_key(*pair): pair for pair in held}.items():
        yield rows.PositionRow(key, person.key, position.title, position.organization_key, position.country, position.former)


def _position_key(person: Person, position: Position) -> str:
    return position_key(person.key, position.title, position.organization_key, position.country, position.former)


def _meetings(extraction: Extraction) -> Tables:
    meetings = extraction.meetings
    return {
        "meeting_accounts": tuple(
            rows.MeetingAccountRow(*_when(m.when), m.key, m.kind, m.status, edtf_of(m.when), m.title, m.part_of, plover_mode(m),
                                   m.confidence) for m in meetings),
        "meeting_participants": tuple(
            rows.ParticipantRow(m.key, ordinal, p.person_key, p.organization_key, p.role, p.country, p.side, p.on_behalf_of)
            for m in meetings for ordinal, p in enumerate(dict.fromkeys(m.parties))),
        "meeting_places": tuple(
            rows.MeetingPlaceRow(m.key, ordinal, key)
            for m in meetings for ordinal, key in enumerate(dict.fromkeys(place.key for place in m.places))),
        "meeting_topics": tuple(
            rows.MeetingTopicRow(m.key, ordinal, topic)
            for m in meetings for ordinal, topic in enumerate(dict.fromkeys(m.topics))),
    }


def plover_mode(meeting: Meeting) -> str | None:
    """Return the mode of the PLOVER event CONSULT: by kind, else by who takes part; None for a plain two-sided meeting."""
    if meeting.kind in PLOVER_MODES:
        return PLOVER_MODES[meeting.kind]
    if any(party.side == "third_party" for party in meeting.parties):
        return "third-party"
    return "multilateral" if len({party.country for party in meeting.parties} - {None}) > 2 else None


def _agreements(extraction: Extraction) -> Tables:
    agreements = extraction.agreements
    return {
        "agreement_accounts": tuple(rows.AgreementAccountRow(*_when(a.when), a.key, a.kind, a.subject, a.status, a.confidence)
                                    for a in agreements),
        "agreement_parties": tuple(
            rows.AgreementPartyRow(a.key, ordinal, p.person_key, p.organization_key, p.role, p.country, p.is_signatory)
            for a in agreements for ordinal, p in enumerate(dict.fromkeys(a.parties))),
        "agreement_steps": tuple(rows.AgreementStepRow(*_when(s.when), a.key, ordinal, s.status, s.is_planned)
                                 for a in agreements for ordinal, s in enumerate(dict.fromkeys(a.steps))),
    }


def _when(when: When) -> tuple[object, ...]:
    """Return the fields of `rows.WhenRow`, in order."""
    return when.start, when.end, when.precision, when.basis, when.stated or None


def _supported(extraction: Extraction) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """Yield each fact's kind, key and evidence."""
    for meeting in extraction.meetings:
        yield "meeting", meeting.key, meeting.evidence
    for agreement in extraction.agreements:
        yield "agreement", agreement.key, agreement.evidence
    for person in extraction.people:
        for position in person.positions:
            yield "position", _position_key(person, position), position.evidence


def _numbered_citations(extraction: Extraction) -> dict[Citation, int]:
    """Return every citation of the document with its ordinal, in the order of the text."""
    used = (c for _, _, pieces in _supported(extraction) for piece in pieces for c in piece.citations)
    found = sorted({*extraction.citations, *used}, key=lambda c: (c.span, c.outlet_key, str(c.reported_on)))
    return {citation: ordinal for ordinal, citation in enumerate(found)}


def _evidence(extraction: Extraction, citations: dict[Citation, int]) -> Iterator[rows.EvidenceRow]:
    """Yield one row a piece of evidence and source cited, or one without source."""
    pieces = dict.fromkeys(
        (piece.passage, piece.span, None if citation is None else citations[citation], kind, key, piece.rule)
        for kind, key, evidence in _supported(extraction) for piece in evidence for citation in piece.citations or (None,))
    for ordinal, (passage, span, citation, kind, key, rule) in enumerate(pieces):
        keys = (key if kind == name else None for name in ("meeting", "agreement", "position"))
        yield rows.EvidenceRow(ordinal, passage, span.start, span.end, citation, *keys, rule)


def _mentions(extraction: Extraction) -> Iterator[rows.MentionRow]:
    """Yield one row a stretch of text and kind of entity."""
    distinct: dict[tuple[object, ...], Mention] = {}
    for mention in extraction.mentions:
        distinct.setdefault((mention.kind, mention.span), mention)
    for ordinal, mention in enumerate(distinct.values()):
        keys = (mention.entity_key if mention.kind == name else None for name in ("person", "organization", "place", "outlet"))
        yield rows.MentionRow(ordinal, mention.passage, mention.span.start, mention.span.end, *keys)
