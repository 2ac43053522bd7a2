"""The labelled documents: their labels hold together, and the extraction does on them what it once did.

`floors.json` holds the least that each figure must reach. Floors may only rise: raise them when the extraction got better,
never lower one to let a change pass. Only a new document may move them; raise_floors.py does both.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from etl.confidence import shares
from etl.evaluation.evaluate import Report, evaluate
from etl.evaluation.labels import labelled, style_of
from etl.knowledge import load_knowledge
from etl.records import AGREEMENT_KINDS, AGREEMENT_STATUSES, DATE_PRECISIONS, FINDING_KINDS, MEETING_KINDS, MEETING_STATUSES
from tests.corpus.count_confidence import TARGET, Judged, as_toml, counted, judged

CORPUS = Path(__file__).parent
DOCUMENTS = [pytest.param(text, json.loads(labels.read_text(encoding="utf-8")), id=text.stem) for text,
             labels in labelled(CORPUS)]
FLOORS = json.loads((CORPUS / "floors.json").read_text(encoding="utf-8"))
PAGE_BREAK = re.compile(r"\n\s*- \d+ -\n+[^\n]*\n")
"""A page's number and the running head of the next."""
COUNTRY = re.compile(r"[A-Z]{2}")
FACTS = (("meetings", "participants", MEETING_KINDS, MEETING_STATUSES),
         ("agreements", "parties", AGREEMENT_KINDS, AGREEMENT_STATUSES))
every_document = pytest.mark.parametrize(("path", "labels"), DOCUMENTS)


@cache
def report() -> Report:
    """Return the report on all documents, made once."""
    return evaluate(CORPUS, load_knowledge())


@pytest.mark.parametrize(("section", "figure"), [(s, f) for s, figures in FLOORS.items() for f in figures])
def test_a_figure_is_not_below_its_floor(section, figure):
    assert report().as_dict()["total"][section][figure] >= FLOORS[section][figure]


@cache
def facts() -> dict[str, list[Judged]]:
    """Return the facts found in each document, and whether they are right."""
    knowledge = load_knowledge()
    return {text.stem: list(judged(text, gold, knowledge)) for text, gold in labelled(CORPUS)}


def test_confidence_rests_on_what_the_extraction_finds_now():
    counts = as_toml(counted(fact for of in facts().values() for fact in of))
    assert TARGET.read_text(encoding="utf-8") == counts, "run `python -m tests.corpus.count_confidence`"


def test_confidence_holds_for_documents_that_it_was_not_counted_on():
    rated = []
    for document, of in facts().items():
        others = counted(fact for name, several in facts().items() if name != document for fact in several)
        stated = {section: shares(others[section]) for section in others}
        rated.extend((stated[section][known], right) for section, known, right in of)
    mean = sum(right for _, right in rated) / len(rated)
    assert sum((sure - right) ** 2 for sure, right in rated) < 0.95 * sum((mean - right) ** 2 for _, right in rated)
    for low, high in ((0, 0.8), (0.8, 0.95), (0.95, 1)):
        within = [(sure, right) for sure, right in rated if low <= sure < high]
        assert len(within) > 20
        assert sum(right for _, right in within) / len(within) == pytest.approx(
            sum(sure for sure, _ in within) / len(within), abs=0.06)


def test_every_quote_stands_in_its_document():
    total = report().as_dict()["total"]
    assert (total["meetings"]["grounding"], total["agreements"]["grounding"]) == (1.0, 1.0)


def test_every_text_has_labels_and_every_label_file_a_text():
    texts = {p.name.removesuffix(".txt") for p in CORPUS.glob("*.txt")}
    assert {p.name.removesuffix(".gold.json") for p in CORPUS.glob("*.gold.json")} == texts
    assert len(texts) >= 20


def test_the_readme_lists_every_document_and_style():
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    for param in DOCUMENTS:
        assert f"| {param.id} |" in readme
        assert f"| {style_of(param.values[0])} |" in readme


@every_document
def test_a_document_is_short_enough_to_be_read_with_its_labels(path, labels):
    assert 150 <= len(path.read_text(encoding="utf-8").split()) <= 1900


@every_document
def test_a_label_file_has_the_fields_of_the_guideline(path, labels):
    assert set(labels) == {"document", "people", "organizations", "meetings", "agreements", "findings"}
    assert set(labels["document"]) == {"title", "period_start", "period_end", "published"}
    for person in labels["people"]:
        assert {frozenset(p) for p in person["positions"]} <= {frozenset(("title", "organization", "country", "former"))}
    for section, field, _, _ in FACTS:
        for fact in labels[section]:
            assert {"id", "kind", "status", "date", field, "sources", "evidence", "required"} <= set(fact)


@every_document
def test_every_name_stands_in_the_text(path, labels):
    texts = folded(path)
    for entity in (*labels["people"], *labels["organizations"]):
        for name in {entity["name"], *entity["names"]}:
            assert any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for text in texts), name


@every_document
def test_every_quote_stands_in_the_text_to_the_letter(path, labels):
    text = path.read_text(encoding="utf-8")
    for section, _, _, _ in FACTS:
        for fact in labels[section]:
            assert fact["evidence"], fact["id"]
            assert [q for q in fact["evidence"] if q not in text] == []
    assert [f["quote"] for f in labels["findings"] if f["quote"] not in text] == []


@every_document
def test_kinds_and_statuses_are_those_of_the_records(path, labels):
    for section, _, kinds, statuses in FACTS:
        for fact in labels[section]:
            assert fact["kind"] in kinds and fact["status"] in statuses, fact["id"]
    assert {f["kind"] for f in labels["findings"]} <= set(FINDING_KINDS)


@every_document
def test_dates_are_whole_and_their_words_stand_in_the_text(path, labels):
    texts = folded(path)
    for fact in (*labels["meetings"], *labels["agreements"]):
        when = fact["date"]
        assert when["precision"] in DATE_PRECISIONS
        assert (when["start"] is None) == (when["end"] is None) == (when["precision"] == "unknown"), fact["id"]
        if when["start"] is not None:
            assert date.fromisoformat(when["start"]) <= date.fromisoformat(when["end"]), fact["id"]
        for words in when["stated"].split(" ... "):
            assert any(words in text for text in texts), (fact["id"], words)


@every_document
def test_every_party_is_known(path, labels):
    known = {"person": {p["id"] for p in labels["people"]}, "organization": {o["id"] for o in labels["organizations"]}}
    for section, field, _, _ in FACTS:
        for fact in labels[section]:
            assert fact[field], fact["id"]
            for party in fact[field]:
                kind = next(iter(party))
                assert kind in ("person", "organization", "role", "group", "country")
                assert kind not in known or party[kind] in known[kind], fact["id"]


@every_document
def test_places_and_sources_stand_in_the_text(path, labels):
    texts = folded(path)
    for fact in (*labels["meetings"], *labels["agreements"]):
        for words in (*fact.get("places", ()), *(s["outlet"] for s in fact["sources"])):
            assert any(words in text for text in texts), (fact["id"], words)


@every_document
def test_country_codes_have_two_letters(path, labels):
    assert [code for code in countries(labels) if code is not None and not COUNTRY.fullmatch(code)] == []


def countries(labels: dict) -> Iterator[str | None]:
    """Yield every country code of a label file."""
    yield from (o["country"] for o in labels["organizations"])
    yield from (p["country"] for person in labels["people"] for p in person["positions"])
    for section, field, _, _ in FACTS:
        for fact in labels[section]:
            yield from fact.get("countries", ())
            yield from (party["country"] for party in fact[field] if "country" in party)


def folded(path: Path) -> list[str]:
    """Return the text with single spaces: as it stands, without page breaks, and with words joined that a line break cut."""
    text = path.read_text(encoding="utf-8")
    whole = PAGE_BREAK.sub("\n", text)
    return [" ".join(t.split()) for t in (text, whole, re.sub(r"(?<=\w)-\n\s*", "", whole))]
