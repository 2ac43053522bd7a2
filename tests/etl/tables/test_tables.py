"""Rows of a table become the same records that prose gives, in every format."""
from __future__ import annotations

import csv
import hashlib
import io
import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from pydantic import ValidationError

from etl.consistency import require_consistency
from etl.formats.content import Limits, Unreadable
from etl.formats.readers import content_of
from etl.formats.sniff import format_of
from etl.knowledge import load_knowledge
from etl.records import Extraction, Source
from etl.tables.extract import extract_table
from etl.tables.mapping import TableMapping

ROOT = Path(__file__).parents[3]
ROWS = [
    {"no": "1", "who": "Ingrid Solberg Haug", "office": "fm", "from": "2011-03-02", "to": "2011-03-04", "land": "Kenya",
     "town": "Nairobi, Mombasa", "notes": "Met with President Kibaki and Foreign Minister Adan Karimi; signed an agreement on fisheries."},
    {"no": "2", "who": "Ingrid Solberg Haug", "office": "fm", "from": "2011-03-05", "to": "2011-03-05", "land": "Korea, Republic of",
     "town": "Seoul", "notes": ""},
    {"no": "3", "who": "Tomas Berge", "office": "pm", "from": "2012-05-09", "to": "2012-05-10", "land": "Oz",
     "town": "", "notes": "Official visit; met with Chancellor Anke Lindner."},
    {"no": "4", "who": "Tomas Berge", "office": "pm", "from": "2012-06-31", "to": "2012-06-10", "land": "Sweden",
     "town": "Stockholm", "notes": ""},
]
TRAVELS = {
    "match": "travels*", "facts": "visit", "id": "no", "start": "from", "end": "to", "country": "land", "text": "notes",
    "place": {"column": "town", "split": ","},
    "parties": [{"person": "who", "title": {"column": "office", "values": {"fm": "Foreign Minister", "pm": "Prime Minister"}},
                 "country": {"value": "Norway"}, "side": "visitor"}],
}


def as_csv(rows: list[dict[str, str]]) -> bytes:
    """Return the rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_json_lines(rows: list[dict[str, str]]) -> bytes:
    """Return the rows as JSON Lines."""
    return "\n".join(map(json.dumps, rows)).encode()


def as_xlsx(rows: list[dict[str, str]]) -> bytes:
    """Return the rows as a workbook, its days as days where they are any."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append([date.fromisoformat(v) if k in ("from", "to") and not v.endswith("31") else v for k, v in row.items()])
    book.save(out)
    return out.getvalue()


def as_parquet(rows: list[dict[str, str]]) -> bytes:
    """Return the rows as Parquet."""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


def extracted(raw: bytes, mapping: dict, *, uri: str = "travels") -> Extraction:
    """Return the records of a table in whatever format."""
    content = content_of(raw, format_of(raw, "travels.csv" if not raw.startswith(b"{") else "travels.jsonl"), Limits())
    source = Source(uri, hashlib.sha256(raw).hexdigest(), "text/csv", content.text, content.parts, content.stated, content.rows)
    extraction = extract_table(source, TableMapping.model_validate(mapping), load_knowledge())
    require_consistency(extraction)
    return extraction


@pytest.fixture(scope="module")
def travels() -> Extraction:
    """Return the records of the rows above."""
    return extracted(as_csv(ROWS), TRAVELS)


def told(extraction: Extraction) -> list[tuple]:
    """Return kind, first day, parties and places of the meetings."""
    return [(m.kind, str(m.when.start), sorted(p.person_key or p.role or p.country for p in m.parties), [p.name or p.country for p in m.places])
            for m in extraction.meetings]


def test_a_row_is_the_fact_that_its_columns_tell(travels: Extraction) -> None:
    assert ("visit", "2011-03-02", ["ingrid-solberg-haug"], ["Nairobi", "Mombasa"]) in told(travels)
    assert ("visit", "2011-03-05", ["ingrid-solberg-haug"], ["Seoul"]) in told(travels)


def test_prose_is_read_about_the_person_of_its_row_with_its_day_and_place(travels: Extraction) -> None:
    met = next(m for m in travels.meetings if m.kind == "meeting" and len(m.parties) == 3)
    assert {p.person_key for p in met.parties} == {"ingrid-solberg-haug", "kibaki-2011", "adan-karimi"}
    assert (str(met.when.start), str(met.when.end), met.when.precision) == ("2011-03-02", "2011-03-04", "approximate")
    assert {p.country for p in met.places} == {"KE"}


def test_a_meeting_in_the_prose_belongs_to_the_visit_of_its_row(travels: Extraction) -> None:
    visit = next(m for m in travels.meetings if m.kind == "visit" and str(m.when.start) == "2012-05-09")
    met = next(m for m in travels.meetings if any(p.person_key == "anke-lindner" for p in m.parties))
    assert met.part_of == visit.key


def test_evidence_shows_the_row_and_nothing_else(travels: Extraction) -> None:
    first = next(m for m in travels.meetings if str(m.when.start) == "2011-03-05")
    (piece,) = first.evidence
    assert piece.span.of(travels.source.text) == (
        "no: 2\nwho: Ingrid Solberg Haug\noffice: fm\nfrom: 2011-03-05\nto: 2011-03-05\nland: Korea, Republic of\ntown: Seoul")
    assert travels.passages[piece.passage].span == piece.span


def test_a_person_of_many_rows_is_one_with_the_post_of_the_columns(travels: Extraction) -> None:
    (haug,) = [p for p in travels.people if p.name == "Ingrid Solberg Haug"]
    assert [(p.title, p.country) for p in haug.positions] == [("Foreign Minister", "NO")]


def test_what_a_cell_gets_wrong_is_a_finding_and_the_row_is_kept(travels: Extraction) -> None:
    found = [(f.kind, f.span.of(travels.source.text)) for f in travels.findings]
    assert found == [("other", "Oz"), ("other", "2012-06-31")]
    assert ("visit", "2012-06-10", ["tomas-berge"], ["Stockholm"]) in told(travels)


def test_an_end_before_the_start_leaves_the_day_open() -> None:
    extraction = extracted(as_csv([{**ROWS[1], "to": "2011-03-01"}]), TRAVELS)
    assert [f.kind for f in extraction.findings] == ["date_conflict"]
    assert [m.when.start for m in extraction.meetings] == [None]


@pytest.mark.parametrize("written", [as_json_lines, as_xlsx, as_parquet])
def test_every_format_tells_the_same(written: Callable[[list], bytes], travels: Extraction) -> None:
    other = extracted(written(ROWS), TRAVELS)
    assert other.source.text == travels.source.text
    assert (other.meetings, other.agreements, other.people) == (travels.meetings, travels.agreements, travels.people)


def test_agreements_have_their_parties_and_status() -> None:
    rows = [{"what": "Fisheries protocol", "state": "ratif.", "a": "Norway", "b": "Kenya", "on": "04/03/2011"}]
    extraction = extracted(as_csv(rows), {
        "match": "x", "facts": "agreement", "subject": "what", "kind": {"value": "treaty"},
        "status": {"column": "state", "values": {"ratif.": "ratified"}}, "start": {"column": "on", "format": "%d/%m/%Y"},
        "parties": [{"country": "a"}, {"country": "b"}]})
    (agreement,) = extraction.agreements
    assert (agreement.kind, agreement.subject, agreement.status, str(agreement.when.start)) == (
        "treaty", "Fisheries protocol", "ratified", "2011-03-04")
    assert [p.country for p in agreement.parties] == ["NO", "KE"]


def test_bodies_are_those_of_the_seeds_where_they_are_known() -> None:
    rows = [{"who": "ASEAN", "with": "River Commission", "on": "2021-05-04"}]
    extraction = extracted(as_csv(rows), {"match": "x", "facts": "meeting", "start": "on",
                                          "parties": [{"organization": "who"}, {"organization": "with"}]})
    assert sorted((o.key, o.kind) for o in extraction.organizations) == [("asean", "international"), ("river-commission", "government")]
    (met,) = extraction.meetings
    assert {p.organization_key for p in met.parties} == {"asean", "river-commission"}


def test_people_come_with_their_posts_and_no_meeting() -> None:
    rows = [{"name": "Ada Holm", "post": "ambassador to Kenya", "land": "Norway"}]
    extraction = extracted(as_csv(rows), {"match": "x", "facts": "person",
                                          "parties": [{"person": "name", "title": "post", "country": "land"}]})
    assert [(p.name, p.country, [q.title for q in p.positions]) for p in extraction.people] == [
        ("Ada Holm", "NO", ["ambassador to Kenya"])]
    assert extraction.meetings == ()


@pytest.mark.parametrize(("change", "told"), [
    ({"facts": "party"}, "facts"), ({"parties": []}, "parties"), ({"where": "town"}, "where"),
    ({"facts": "agreement"}, "subject"), ({"start": {"column": "from", "value": "x"}}, "start"),
    ({"parties": [{"title": "who"}]}, "parties"),
])
def test_a_mapping_that_cannot_be_meant_is_refused(change: dict, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        TableMapping.model_validate({**TRAVELS, **change})


def test_a_table_of_too_many_rows_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than 3 rows; split it"):
        content_of(as_csv(ROWS), "csv", Limits(rows=3))


@pytest.mark.parametrize(("raw", "kind"), [(b'{"a": 1}\n{"a": ', "jsonl"), (b"[1, 2]", "jsonl"), (b"PAR1 is no table", "parquet")])
def test_a_broken_table_is_damaged(raw: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as refused:
        content_of(raw, kind, Limits())
    assert refused.value.reason == "damaged"


def test_the_mappings_of_the_documentation_are_mappings() -> None:
    words = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    written = tomllib.loads(words.split("```toml\n")[1].split("```")[0])
    assert [TableMapping.model_validate(table).facts for table in written["tables"].values()] == ["visit", "visit"]


def test_half_a_character_in_a_cell_is_refused() -> None:
    with pytest.raises(Unreadable, match="half a character") as refused:
        content_of(b'{"who": "Ada \\ud800"}', "jsonl", Limits())
    assert refused.value.reason == "encoding"
