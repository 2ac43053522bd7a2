"""What a run leaves to look at in Prefect: tables of its documents, its findings and its rejections."""
from __future__ import annotations

from etl.pipeline import Outcome, Tally
from warehouse.keys import document_key
from warehouse.run_report import RunReport

SHOWN = 500
"""Rows that a table holds at most; the warehouse knows all of them."""

Rows = list[dict[str, str | int]]


def run_rows(outcome: Outcome, report: RunReport) -> Rows:
    """Return a row a check that found something, then one a document that was loaded, with what it tells, then the known."""
    rows: Rows = [_row(result.name, "", f"check: {result.severity}", f"{len(result.rows)} rows. {result.reason}")
                  for result in outcome.failed_checks]
    replaced = set(outcome.tally.replaced)
    rows += [_row(each.uri, each.document_id, "replaced" if each.uri in replaced else "loaded",
                  f"{each.meetings} meetings, {each.agreements} agreements, {each.findings} findings")
             for each in report.documents]
    rows += [_row(uri, document_key(uri), "known", "") for uri in outcome.tally.known]
    return rows[:SHOWN]


def finding_rows(report: RunReport) -> Rows:
    """Return a row a finding, the gravest first."""
    return [{"severity": each.severity, "kind": each.kind, "document_id": each.document_id, "quote": each.quote,
             "explanation": each.explanation, "finding_id": each.finding_id} for each in report.findings]


def rejection_rows(tally: Tally) -> Rows:
    """Return a row an input that could not be read."""
    return [{"what": each.uri, "document_id": document_key(each.uri), "reason": each.reason, "detail": each.detail}
            for each in tally.rejected[:SHOWN]]


def describe(outcome: Outcome) -> str:
    """Return what the run did and what the warehouse holds, in a paragraph."""
    held = outcome.summary
    return (f"{counted(outcome.tally)}. The warehouse holds {held.documents} documents, {held.people} people, "
            f"{held.organizations} organizations, {held.meetings} meetings, {held.agreements} agreements and "
            f"{held.findings} open findings.")


def counted(tally: Tally) -> str:
    """Return how many documents became what."""
    return (f"{len(tally.loaded)} loaded, {len(tally.replaced)} replaced, {len(tally.known)} known, "
            f"{len(tally.rejected)} rejected")


def _row(what: str, document_id: str, became: str, told: str) -> dict[str, str | int]:
    return {"what": what, "document_id": document_id, "became": became, "told": told}
