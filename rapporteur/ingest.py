"""The command `ingest`: read documents into the warehouse and say what became of them."""
from __future__ import annotations

import os
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import Bar, narrate
from rapporteur.exits import Exit
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Warehouse

if TYPE_CHECKING:
    from etl.pipeline import Outcome, Request


def ingest(
    sources: Annotated[list[str], typer.Argument(
        metavar="SOURCE...", help="Files, folders (with all below them), or quoted globs.")],
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    flow: Annotated[bool | None, typer.Option(
        "--flow/--no-flow", show_default=False, help="Run as a Prefect flow; the default with PREFECT_API_URL set.")] = None,
    as_json: AsJson = False,
    max_size: Annotated[float, typer.Option(metavar="MB", min=0.001, help="Reject documents of more megabytes.")] = 20,
    workers: Annotated[int, typer.Option(min=1, help="Processes to extract with, used from 100 documents on.")] = 2,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No narration and no progress on stderr.")] = False,
) -> None:
    """Read documents into the warehouse; known ones are skipped, changed ones replaced.

    A new warehouse is created first. In folders, *.txt, *.text and *.md are read; a file that is named is always tried.
    What cannot be read is rejected with its reason, everything else is loaded.

    \b
    Examples:
      rapporteur ingest bulletins/
      rapporteur ingest report.txt "archive/2020-*.txt" --warehouse archive.duckdb
      rapporteur ingest bulletins/ --json | jq .rejected
    """
    from etl.formats.content import MEGABYTE, Limits
    from etl.pipeline import Request
    from seeds import SEEDS

    request = Request(sources=tuple(sources), base=Path.cwd(), warehouse=Path(os.path.abspath(warehouse)), seeds=SEEDS,
                      limits=replace(Limits(), bytes=int(max_size * MEGABYTE)), workers=workers)
    with_flow = bool(os.environ.get("PREFECT_API_URL")) if flow is None else flow
    with Bar(quiet=quiet) as bar:
        outcome = _run_flow(request, bar) if with_flow else _run_here(request, bar)
    if as_json:
        _write_json(outcome)
    else:
        from rapporteur.report import write_report
        write_report(outcome, sys.stdout)
    if not quiet:
        _narrate_end(outcome, warehouse, with_hints=not as_json)
    raise typer.Exit(_status(outcome))


def _run_here(request: Request, bar: Bar) -> Outcome:
    from etl.pipeline import ingest as run
    return run(request, clock=lambda: datetime.now(UTC), progress=bar)


def _run_flow(request: Request, bar: Bar) -> Outcome:
    # The package sets Prefect's switches when it is imported, which must come before Prefect itself.
    from flows.ingest import run_flow
    return run_flow(request, progress=bar)


def _status(outcome: Outcome) -> Exit:
    if any(result.severity == "error" for result in outcome.failed_checks):
        return Exit.CHECK_FAILED
    return Exit.REJECTED if outcome.tally.rejected else Exit.DONE


def _narrate_end(outcome: Outcome, warehouse: Path, *, with_hints: bool) -> None:
    for rejection in outcome.tally.rejected:
        narrate(f"rejected ({rejection.reason}): {rejection.uri} {rejection.detail}", style="yellow")
    for result in outcome.failed_checks:
        if result.severity != "info":
            narrate(f"check {result.name} ({result.severity}) found {len(result.rows)} rows: {result.reason} "
                    "See `rapporteur check`.", style="yellow")
    if with_hints:
        from rapporteur.hints import narrate_hints
        read = (*outcome.tally.loaded, *outcome.tally.replaced, *outcome.tally.known)
        narrate_hints(warehouse, Path(read[0]) if read else None)


def _write_json(outcome: Outcome) -> None:
    from rapporteur.rows import write_json
    failed = [{"name": r.name, "severity": r.severity, "reason": r.reason, "rows": len(r.rows)} for r in outcome.failed_checks]
    write_json({**asdict(outcome.tally), "failed_checks": failed, "summary": asdict(outcome.summary)}, sys.stdout)
