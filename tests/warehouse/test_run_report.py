"""What one run brought."""
from __future__ import annotations

from collections.abc import Callable

import duckdb

from etl.records import Extraction
from tests.builders import TEXT, an_extraction
from warehouse import ledger
from warehouse.keys import document_key
from warehouse.run_report import report_run

from .conftest import NOW


def test_a_run_is_reported_with_its_documents_and_their_findings(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str], run_id: int) -> None:
    load(an_extraction(uri="file:///one.txt"))
    report = report_run(warehouse, run_id, limit=10)
    (document,) = report.documents
    assert (document.document_id, document.uri) == (document_key("file:///one.txt"), "file:///one.txt")
    assert (document.meetings, document.agreements, document.findings) == (1, 1, 1)
    (finding,) = report.findings
    assert (finding.severity, finding.kind, finding.document_id, finding.explanation) == (
        "info", "other", document.document_id, "Which day is meant?")
    assert finding.quote in TEXT


def test_documents_of_other_runs_are_not_reported(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str]) -> None:
    load(an_extraction())
    later = ledger.begin_run(warehouse, started_at=NOW, extractor_version="1")
    assert report_run(warehouse, later, limit=10) == report_run(warehouse, later + 1, limit=10)


def test_no_more_rows_are_reported_than_were_asked_for(
        warehouse: duckdb.DuckDBPyConnection, load: Callable[[Extraction], str], run_id: int) -> None:
    for number in range(3):
        load(an_extraction(uri=f"file:///{number}.txt", text=f"Number {number}. {TEXT}"))
    report = report_run(warehouse, run_id, limit=2)
    assert (len(report.documents), len(report.findings)) == (2, 2)
