"""An extraction becomes rows: nothing lost, nothing doubled, nothing that cannot be proven."""
from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

import etl.records
import warehouse.schema.vocabulary
from etl.consistency import InconsistentExtraction
from etl.records import Citation, Extraction, Mention, Organization, Party, Passage, Person, Place, Position, Span, When
from etl.rows import plover_mode, rows_of
from etl.time.edtf import edtf_of
from tests.builders import TEXT, an_extraction, find
from warehouse.rows import DocumentRows


def rows(extraction: Extraction) -> DocumentRows:
    """Return the rows of an extraction."""
    return rows_of(extraction, extractor_version="1")


def test_every_kind_of_row_is_filled() -> None:
    made = rows(an_extraction())
    # How a document was found is known where it is prepared, not from what was extracted.
    assert [field.name for field in fields(made) if not getattr(made, field.name)] == ["origins"]


def test_evidence_has_one_row_a_source_cited() -> None:
    extraction = an_extraction()
    other = Citation("gazette", "Gazette", None, find(TEXT, "May 5, 2021"))
    (meeting,) = extraction.meetings
    piece = replace(meeting.evidence[0], citations=(*meeting.evidence[0].citations, other))
    made = rows(replace(extraction, meetings=(replace(meeting, evidence=(piece, piece)),)))
    told = [row for row in made.evidence if row.meeting_key == meeting.key]
    keys = {row.ordinal: row.outlet_key for row in made.citations}
    assert sorted(keys[row.citation_ordinal] for row in told) == ["gazette", "river-news"]


def test_evidence_without_a_source_has_one_row() -> None:
    extraction = an_extraction()
    (meeting,) = extraction.meetings
    bare = replace(meeting, evidence=(replace(meeting.evidence[0], citations=()),))
    told = [row for row in rows(replace(extraction, meetings=(bare,))).evidence if row.meeting_key == meeting.key]
    assert [row.citation_ordinal for row in told] == [None]


def test_an_outlet_that_is_only_mentioned_is_named_as_it_stands() -> None:
    extraction = an_extraction()
    made = rows(replace(extraction, mentions=(*extraction.mentions, Mention("outlet", "note", find(TEXT, "Note"), 0))))
    assert sorted((row.key, row.name) for row in made.outlets) == [("note", "Note"), ("river-news", "River News")]


def test_repeated_parties_topics_and_mentions_count_once() -> None:
    extraction = an_extraction()
    (meeting,) = extraction.meetings
    doubled = replace(meeting, parties=meeting.parties * 2, topics=meeting.topics * 2, places=meeting.places * 2)
    assert rows(replace(extraction, meetings=(doubled,), mentions=extraction.mentions * 2)) == rows(extraction)


@pytest.mark.parametrize(("change", "words"), [
    (lambda e: replace(e, meetings=(replace(e.meetings[0], evidence=()),)), "'m-vienna' has no evidence"),
    (lambda e: replace(e, agreements=(replace(e.agreements[0], evidence=()),)), "'a-danube' has no evidence"),
    (lambda e: replace(e, people=(*e.people, Person("x", "X", positions=(Position("clerk"),)))), "'x' is 'clerk' without"),
    (lambda e: replace(e, people=()), "unknown person 'ada-lovelace'"),
    (lambda e: replace(e, organizations=()), "unknown organization 'sylvan-republic-hu'"),
    (lambda e: replace(e, meetings=e.meetings * 2), "meetings has 'm-vienna' 2 times"),
    (lambda e: replace(e, meetings=(replace(e.meetings[0], part_of="m-gone"),)), "unknown meeting 'm-gone'"),
    (lambda e: replace(e, meetings=(replace(e.meetings[0], parties=(Party(),)),)), "a party that is nobody"),
    (lambda e: replace(e, mentions=(Mention("place", "atlantis", Span(0, 3), 0),)), "unknown place 'atlantis'"),
    (lambda e: replace(e, mentions=(Mention("planet", "mars", Span(0, 3), 0),)), "unknown kind 'planet'"),
    (lambda e: replace(e, mentions=(replace(e.mentions[0], passage=77),)), "unknown passage 77"),
    (lambda e: replace(e, mentions=(replace(e.mentions[0], span=Span(5, 5)),)), "mention at 5:5 is outside"),
    (lambda e: replace(e, findings=(replace(e.findings[0], span=Span(5, 9999)),)), "finding at 5:9999 is outside"),
    (lambda e: replace(e, passages=(*e.passages, Passage(9, 0, "item", Span(-1, 2)))), "passage at -1:2 is outside"),
])
def test_what_does_not_hold_together_is_refused(change: object, words: str) -> None:
    with pytest.raises(InconsistentExtraction, match=words):
        rows(change(an_extraction()))


def test_a_refusal_names_the_document_and_lists_only_the_first_faults() -> None:
    many = tuple(Mention("place", f"p{number}", Span(0, 3), 0) for number in range(9))
    with pytest.raises(InconsistentExtraction, match=r"note\.txt: .*p4'? and 4 more$"):
        rows(replace(an_extraction(), mentions=many))


@pytest.mark.parametrize(("when", "edtf"), [
    (When(date(2020, 11, 18), date(2020, 11, 18), "day"), "2020-11-18"),
    (When(date(2020, 11, 15), date(2020, 11, 20), "day"), "2020-11-15/2020-11-20"),
    (When(date(2020, 11, 15), date(2020, 11, 20), "approximate"), "2020-11-15~/2020-11-20~"),
    (When(date(2020, 11, 18), date(2020, 11, 18), "approximate"), "2020-11-18~"),
    (When(None, date(2020, 11, 18), "approximate"), "../2020-11-18~"),
    (When(date(2020, 11, 18), None, "day"), "2020-11-18/.."),
    (When(date(2020, 11, 1), date(2020, 11, 30), "month"), "2020-11"),
    (When(date(2020, 11, 1), date(2021, 1, 31), "month"), "2020-11/2021-01"),
    (When(), None),
    (When(stated="soon"), None),
])
def test_dates_are_written_in_edtf(when: When, edtf: str | None) -> None:
    assert edtf_of(when) == edtf


@pytest.mark.parametrize(("kind", "parties", "mode"), [
    ("call", (), "phone"),
    ("visit", (), "visit"),
    ("conference", (), "multilateral"),
    ("meeting", (Party(country="AT"), Party(country="HU")), None),
    ("meeting", (Party(country="AT"), Party(country="HU"), Party(country="SU")), "multilateral"),
    ("meeting", (Party(country="AT"), Party(country="HU", side="third_party")), "third-party"),
])
def test_the_plover_mode_follows_kind_and_parties(kind: str, parties: tuple[Party, ...], mode: str | None) -> None:
    assert plover_mode(replace(an_extraction().meetings[0], kind=kind, parties=parties)) == mode


def test_places_of_meetings_are_known_without_being_listed() -> None:
    extraction = an_extraction()
    (meeting,) = extraction.meetings
    made = rows(replace(extraction, places=(), mentions=(), meetings=(replace(meeting, places=(Place("hu", None, "HU"),)),)))
    assert [(row.key, row.name) for row in made.places] == [("hu", None)]


def test_all_documents_share_the_public_name_of_a_place() -> None:
    made = rows(replace(an_extraction(), places=(Place("beijing-cn", "Peking", "CN"),), mentions=(), meetings=()))
    assert [(row.key, row.name) for row in made.places] == [("beijing-cn", "Beijing")]


def test_a_parent_that_the_document_does_not_name_is_kept_by_its_key() -> None:
    extraction = an_extraction()
    office = Organization("office", "Office", parent_key="ministry")
    made = rows(replace(extraction, organizations=(*extraction.organizations, office)))
    assert made.organization_accounts[-1].parent_organization_key == "ministry"


@pytest.mark.parametrize("name", [name for name in dir(etl.records) if name.isupper()])
def test_the_warehouse_knows_the_values_that_the_extraction_uses(name: str) -> None:
    assert getattr(warehouse.schema.vocabulary, name) == getattr(etl.records, name)
