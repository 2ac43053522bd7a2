"""The command `ingest`: read documents into the warehouse and say what became of them."""
from __future__ import annotations

import os
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import Bar, narrate
from rapporteur.exits import Exit
from rapporteur.keeping import narrate_publication
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Warehouse

if TYPE_CHECKING:
    from etl.pipeline import Outcome, Request
    from etl.settings import Configuration


def ingest(
    sources: Annotated[list[str] | None, typer.Argument(
        metavar="SOURCE...", help="Files, folders (with all below them), quoted globs, addresses, or names of configured sources; "
                                  "without any, all configured sources.")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    flow: Annotated[bool | None, typer.Option(
        "--flow/--no-flow", show_default=False, help="Run as a Prefect flow; the default with PREFECT_API_URL set.")] = None,
    as_json: AsJson = False,
    config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="The configuration, by default rapporteur.toml.",
                                                show_default=False)] = None,
    max_size: Annotated[float | None, typer.Option(metavar="MB", min=0.001, show_default=False,
                                                   help="Reject documents of more megabytes; 20 where nothing is configured.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to extract with, used from 100 documents on.")] = 2,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No narration and no progress on stderr.")] = False,
) -> None:
    """Read documents into the warehouse; known ones are skipped, changed ones replaced.

    A new warehouse is created first. Text, Markdown, PDF, HTML, DOCX, mail, archives of them, feeds and mapped tables are read,
    in folders by their names; a file that is named is always tried. What cannot be read is rejected with its reason,
    everything else is loaded.

    \b
    Examples:
      rapporteur ingest bulletins/
      rapporteur ingest report.txt "archive/2020-*.txt" --warehouse archive.duckdb
      rapporteur ingest https://ministry.example/rss.xml
      rapporteur ingest bulletins/ --json | jq .rejected
    """
    from etl.pipeline import Request, Timer
    from seeds import SEEDS

    path, configuration = configured(config, max_size)
    if not sources and not configuration.sources:
        raise typer.BadParameter("name files, folders or addresses, or write [sources.NAME] into rapporteur.toml.",
                                 param_hint="SOURCE...")
    request = Request(sources=tuple(sources or ()), base=Path.cwd(), warehouse=Path(os.path.abspath(warehouse)), seeds=SEEDS,
                      configuration=configuration, home=path.parent if path else Path.cwd(), variables=os.environ, timer=Timer(time.sleep, time.monotonic), workers=workers)
    with_flow = bool(os.environ.get("PREFECT_API_URL")) if flow is None else flow
    with Bar(quiet=quiet) as bar:
        outcome = _run_flow(request, path, bar) if with_flow else _run_here(request, bar)
    if as_json:
        _write_json(outcome)
    else:
        from rapporteur.report import write_report
        write_report(outcome, sys.stdout)
    if not quiet:
        narrate_end(outcome, warehouse, with_hints=not as_json)
    raise typer.Exit(status_of(outcome))


def configured(config: Path | None, max_size: float | None) -> tuple[Path | None, Configuration]:
    """Return the configuration and its file; a size in MB that is given on the spot goes before the configured one."""
    from etl.config import read_configuration
    from etl.configuration_file import find_configuration

    path = find_configuration(config, environ=os.environ, base=Path.cwd())
    return path, read_configuration(path).with_size(max_size)


def _run_here(request: Request, bar: Bar) -> Outcome:
    from etl.pipeline import ingest as run
    return run(request, clock=lambda: datetime.now(UTC), progress=bar)


def _run_flow(request: Request, config: Path | None, bar: Bar) -> Outcome:
    # The package sets Prefect's switches when it is imported, which must come before Prefect itself.
    from flows.ingest import run_flow
    return run_flow(request, config=config, progress=bar)


def status_of(outcome: Outcome) -> Exit:
    """Return the exit status that tells how a run ended."""
    if any(result.severity == "error" for result in outcome.failed_checks):
        return Exit.CHECK_FAILED
    if outcome.publication.failed is not None:
        return Exit.FAILED
    return Exit.REJECTED if outcome.tally.rejected else Exit.DONE


def narrate_end(outcome: Outcome, warehouse: Path, *, with_hints: bool) -> None:
    """Narrate what was rejected and which checks found rows, and what to try next."""
    for rejection in outcome.tally.rejected:
        narrate(f"rejected ({rejection.reason}): {rejection.uri} {rejection.detail}", style="yellow")
    for result in outcome.failed_checks:
        if result.severity != "info":
            narrate(f"check {result.name} ({result.severity}) found {len(result.rows)} rows: {result.reason} "
                    "See `rapporteur check`.", style="yellow")
    narrate_publication(outcome.publication)
    if with_hints:
        from rapporteur.hints import narrate_hints
        read = (*outcome.tally.loaded, *outcome.tally.replaced, *outcome.tally.known)
        # a document of the web or in an archive is no file that `explain` could read
        narrate_hints(warehouse, next((path for path in map(Path, read) if path.is_file()), None))


def _write_json(outcome: Outcome) -> None:
    from rapporteur.rows import write_json
    failed = [{"name": r.name, "severity": r.severity, "reason": r.reason, "rows": len(r.rows)} for r in outcome.failed_checks]
    published = outcome.publication.published
    write_json({**asdict(outcome.tally), "failed_checks": failed, "summary": asdict(outcome.summary),
                "published": None if published is None else str(published.file)}, sys.stdout)
