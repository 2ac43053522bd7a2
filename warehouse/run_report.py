"""What one run brought, to show beside it: its documents with what each told, and the findings on them."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

DOCUMENTS, FINDINGS = (Path(__file__).with_name(f"run_{what}.sql") for what in ("documents", "findings"))


@dataclass(frozen=True, slots=True)
class DocumentOfRun:
    """A document that a run loaded, with counts of what its own words tell."""

    document_id: str
    uri: str
    title: str | None
    meetings: int
    agreements: int
    findings: int


@dataclass(frozen=True, slots=True)
class FindingOfRun:
    """An open finding on a document that a run loaded."""

    finding_id: str
    severity: str
    kind: str
    document_id: str
    quote: str
    explanation: str


@dataclass(frozen=True, slots=True)
class RunReport:
    """The documents and findings of a run, as many as were asked for; the gravest findings first."""

    documents: tuple[DocumentOfRun, ...]
    findings: tuple[FindingOfRun, ...]


def report_run(connection: duckdb.DuckDBPyConnection, run_id: int, *, limit: int) -> RunReport:
    """Return what a run brought, at most `limit` rows of each."""
    asked = {"run_id": run_id, "limit": limit}
    documents = connection.execute(DOCUMENTS.read_text(encoding="utf-8"), asked).fetchall()
    findings = connection.execute(FINDINGS.read_text(encoding="utf-8"), asked).fetchall()
    return RunReport(tuple(DocumentOfRun(*row) for row in documents), tuple(FindingOfRun(*row) for row in findings))
