"""Refuse an extraction that does not hold together: a fault of the rules, which would break the promise of proof."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from etl.records import Extraction, Party, Span

SHOWN = 5
"""How many faults a message lists."""


class InconsistentExtraction(ValueError):
    """Skip this document and report the rules: its extraction contradicts itself."""


def require_consistency(extraction: Extraction) -> None:
    """Raise InconsistentExtraction, listing the first faults, unless all keys, passages and spans resolve."""
    faults = [*_repeated(extraction), *_dangling(extraction), *_unproven(extraction), *_outside(extraction)]
    if faults:
        rest = f" and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise InconsistentExtraction(f"{extraction.source.uri}: {'; '.join(faults[:SHOWN])}{rest}")


def _repeated(extraction: Extraction) -> Iterator[str]:
    for kind in ("people", "organizations", "meetings", "agreements"):
        counted = Counter(thing.key for thing in getattr(extraction, kind))
        yield from (f"{kind} has {key!r} {times} times" for key, times in counted.items() if times > 1)


def _dangling(extraction: Extraction) -> Iterator[str]:
    people = {person.key for person in extraction.people}
    organizations = {organization.key for organization in extraction.organizations}
    places = {place.key for place in extraction.places} | {place.key for m in extraction.meetings for place in m.places}
    meetings = {meeting.key for meeting in extraction.meetings}
    known = {"person": people, "organization": organizations, "place": places}
    for mention in extraction.mentions:
        if mention.kind not in (*known, "outlet"):
            yield f"a mention is of the unknown kind {mention.kind!r}"
        elif mention.kind != "outlet" and mention.entity_key not in known[mention.kind]:
            yield f"a mention refers to the unknown {mention.kind} {mention.entity_key!r}"
    gone = (told.person_key for told in (*extraction.deaths, *extraction.leaves))
    yield from (f"a death or a leave is of the unknown person {key!r}" for key in gone if key not in people)
    for fact in (*extraction.meetings, *extraction.agreements):
        for party in fact.parties:
            yield from (f"{fact.key!r} {fault}" for fault in _strangers(party, people, organizations))
    for meeting in extraction.meetings:
        if meeting.part_of is not None and meeting.part_of not in meetings:
            yield f"{meeting.key!r} is part of the unknown meeting {meeting.part_of!r}"
    for person in extraction.people:
        for position in person.positions:
            if position.organization_key is not None and position.organization_key not in organizations:
                yield f"{person.key!r} holds a post at the unknown organization {position.organization_key!r}"


def _strangers(party: Party, people: set[str], organizations: set[str]) -> Iterator[str]:
    if party.person_key is not None and party.person_key not in people:
        yield f"has the unknown person {party.person_key!r} as party"
    if party.organization_key is not None and party.organization_key not in organizations:
        yield f"has the unknown organization {party.organization_key!r} as party"
    if (party.person_key, party.organization_key, party.role, party.country) == (None, None, None, None):
        yield "has a party that is nobody"


def _unproven(extraction: Extraction) -> Iterator[str]:
    for fact in (*extraction.meetings, *extraction.agreements):
        if not fact.evidence:
            yield f"{fact.key!r} has no evidence"
    for person in extraction.people:
        yield from (f"{person.key!r} is {p.title!r} without evidence" for p in person.positions if not p.evidence)


def _outside(extraction: Extraction) -> Iterator[str]:
    length, passages = len(extraction.source.text), {passage.ordinal: passage.span for passage in extraction.passages}
    for what, span, passage in _spans(extraction):
        if not 0 <= span.start < span.end <= length:
            yield f"{what} at {span.start}:{span.end} is outside the text of {length} characters"
        if passage is not None and passage not in passages:
            yield f"{what} at {span.start}:{span.end} lies in the unknown passage {passage}"
        elif passage is not None and not passages[passage].holds(span):
            yield f"{what} at {span.start}:{span.end} reaches out of its passage {passage}"


def _spans(extraction: Extraction) -> Iterator[tuple[str, Span, int | None]]:
    for name in ("sections", "passages", "citations", "findings", "deaths", "leaves"):
        yield from ((name.removesuffix("s"), thing.span, None) for thing in getattr(extraction, name))
    for mention in extraction.mentions:
        yield "mention", mention.span, mention.passage
    held = (position for person in extraction.people for position in person.positions)
    for fact in (*extraction.meetings, *extraction.agreements, *held):
        for piece in fact.evidence:
            yield "evidence", piece.span, piece.passage
            yield from (("citation", citation.span, None) for citation in piece.citations)
