"""The commands that run unattended: `serve` keeps schedules and watches folders, `backfill` reads documents again."""
from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.console import Bar, narrate
from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse

Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", show_default=False,
                                             help="The configuration, by default rapporteur.toml.")]


def serve(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    config: Config = None,
    watch: Annotated[list[Path] | None, typer.Option(
        "--watch", metavar="FOLDER", file_okay=False, exists=True, show_default=False,
        help="Take in what is put into this folder; may be given more than once.")] = None,
    maintain: Annotated[str, typer.Option(metavar="CRON", help="When maintenance runs, in five fields.")] = "15 3 * * *",
    timezone: Annotated[str, typer.Option(metavar="ZONE", help="Time zone of that, such as Europe/Berlin.")] = "UTC",
) -> None:
    """Keep the schedules: ask each source as often as its `every` says, watch folders, and look after the warehouse at night.

    Runs in the foreground until it is ended, and reports to the Prefect server that PREFECT_API_URL names, by default the one
    that `make server` starts. Whatever it was killed in the middle of is done by the next run.

    \b
    Examples:
      rapporteur serve
      rapporteur serve --watch inbox/ --maintain "0 2 * * *" --timezone Europe/Berlin
    """
    from rapporteur.ingest import configured

    path, configuration = configured(config, None)
    # Prefect reads these when it is imported. Whoever keeps this running wants to read in its journal what it does.
    os.environ.setdefault("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "INFO")
    from flows.serve import Served, serve_all
    serve_all(Served(configuration=configuration, config=path, warehouse=Path(os.path.abspath(warehouse)),
                     watched=tuple(Path(os.path.abspath(folder)) for folder in watch or ()), maintain=maintain,
                     timezone=timezone),
              say=narrate)


def backfill(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    config: Config = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to extract with, used from 100 documents on.")] = 2,
) -> None:
    """Read documents again that an earlier version of the rules has read, from the originals that were kept.

    No source is asked. What was decided in reviews holds on.

    \b
    Examples:
      rapporteur backfill
      rapporteur backfill --workers 4
    """
    from etl.backfill import backfill as run
    from etl.pipeline import Request, Timer
    from rapporteur.ingest import configured, narrate_end, status_of
    from rapporteur.report import write_report
    from seeds import SEEDS

    path, configuration = configured(config, None)
    request = Request(sources=(), base=Path.cwd(), warehouse=Path(os.path.abspath(warehouse)), seeds=SEEDS,
                      configuration=configuration, home=path.parent if path else Path.cwd(),
                      timer=Timer(time.sleep, time.monotonic), workers=workers)
    with Bar() as bar:
        outcome = run(request, clock=lambda: datetime.now(UTC), progress=bar)
    write_report(outcome, sys.stdout)
    narrate_end(outcome, warehouse, with_hints=False)
    raise typer.Exit(status_of(outcome))
