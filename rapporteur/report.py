"""What a run did and what the warehouse holds, in words."""
from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from etl.pipeline import Outcome
    from warehouse.summary import Summary

COUNTED = ("documents", "people", "organizations", "meetings", "agreements", "evidence", "findings", "rejected")
MEANING = {
    "evidence": "passages that prove the facts",
    "findings": "open questions of a careful reader",
    "rejected": "inputs that could not be read",
}


def write_report(outcome: Outcome, out: TextIO) -> None:
    """Write what became of the documents of a run, and what the warehouse holds now."""
    tally = outcome.tally
    if not (tally.loaded or tally.replaced):
        out.write("Nothing changed. ")
    out.write(f"{len(tally.loaded)} loaded, {len(tally.replaced)} replaced, {len(tally.known)} known already, "
              f"{len(tally.rejected)} rejected.\n\n")
    write_summary(outcome.summary, out)


def write_summary(summary: Summary, out: TextIO) -> None:
    """Write what the warehouse holds, a line a count."""
    if summary.first_day is None:
        out.write("The warehouse holds:\n")
    else:
        out.write(f"The warehouse holds, on {summary.first_day} to {summary.last_day}:\n")
    for name in COUNTED:
        meaning = f"  {MEANING[name]}" if name in MEANING else ""
        out.write(f"{getattr(summary, name):>8,} {name}{meaning}\n")
