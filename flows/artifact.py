"""What a run leaves to look at in Prefect: a table of its documents, with why some were rejected."""
from __future__ import annotations

from etl.pipeline import Outcome

SHOWN = 500
"""Rows that the table holds at most; the warehouse knows all of them."""


def artifact_rows(outcome: Outcome) -> list[dict[str, str]]:
    """Return a row a document, the rejected ones first, and a row a check that found something."""
    tally = outcome.tally
    rows = [{"what": rejection.uri, "became": "rejected", "why": f"{rejection.reason}: {rejection.detail}"}
            for rejection in tally.rejected]
    rows += [{"what": result.name, "became": f"check: {result.severity}", "why": f"{len(result.rows)} rows. {result.reason}"}
             for result in outcome.failed_checks]
    for became, uris in (("loaded", tally.loaded), ("replaced", tally.replaced), ("known", tally.known)):
        rows += [{"what": uri, "became": became, "why": ""} for uri in uris]
    return rows[:SHOWN]


def describe(outcome: Outcome) -> str:
    """Return what the run did and what the warehouse holds, in a paragraph."""
    tally, held = outcome.tally, outcome.summary
    return (f"{len(tally.loaded)} loaded, {len(tally.replaced)} replaced, {len(tally.known)} known, "
            f"{len(tally.rejected)} rejected. The warehouse holds {held.documents} documents, {held.people} people, "
            f"{held.organizations} organizations, {held.meetings} meetings, {held.agreements} agreements and "
            f"{held.findings} open findings.")
