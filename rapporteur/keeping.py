"""The commands that keep a warehouse in order for others: `publish`, `backup`, `restore`, `rebuild`."""
from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import Bar, narrate
from rapporteur.exits import Exit
from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse

if TYPE_CHECKING:
    from etl.publishing import Publication
    from warehouse.checks import CheckResult

Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="The configuration, by default rapporteur.toml.",
                                             show_default=False)]


def publish(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    postgres: Annotated[str | None, typer.Option(
        "--postgres", metavar="ADDRESS", show_default=False,
        help="Publish to this PostgreSQL, too: postgresql://USER@HOST/DATABASE; ${NAME} stands for a variable.")] = None,
    config: Config = None,
) -> None:
    """Check the warehouse and publish what it holds: a file that readers open while others write, and a copy in PostgreSQL.

    A run does so by itself when it ends well. Nothing is published where a check of severity error finds rows; exit status 4.

    \b
    Examples:
      rapporteur publish
      rapporteur publish --postgres postgresql://writer@db.example/diplomacy
    """
    from etl.lock import hold_lock
    from etl.publishing import places_of, publish_state
    from etl.settings import with_postgres
    from rapporteur.ingest import configured
    from warehouse.checks import run_checks
    from warehouse.connection import open_reader
    from warehouse.migrate import migrate

    path, configuration = configured(config, None)
    file = warehouse.absolute()
    try:
        settings = with_postgres(configuration.publish, postgres)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--postgres") from error
    places = places_of(settings, warehouse=file, home=path.parent if path else Path.cwd(), variables=os.environ)
    with hold_lock(file, on_wait=narrate):
        with open_reader(file):
            pass
        migrate(file)
        with open_reader(file) as connection:
            results = run_checks(connection)
        publication = publish_state(file, places, results, at=datetime.now(UTC), always=True)
    narrate_publication(publication)
    if publication.withheld is not None:
        raise typer.Exit(Exit.CHECK_FAILED)
    if publication.failed is not None:
        raise typer.Exit(Exit.FAILED)


def backup(
    folder: Annotated[Path | None, typer.Argument(
        metavar="FOLDER", show_default=False,
        help="Where the backups lie; by default as configured, else rapporteur.backups.")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    keep: Annotated[int | None, typer.Option(
        min=1, show_default=False, help="Backups to keep; 7 where nothing is configured.")] = None,
    config: Config = None,
) -> None:
    """Back up the warehouse with the originals of its documents, while others read what is published.

    Each backup is a folder of its own that needs nothing else. The oldest are removed. Its name goes to stdout.

    \b
    Examples:
      rapporteur backup
      rapporteur backup /mnt/backups --keep 30
    """
    from etl.backup import back_up, folder_beside
    from rapporteur.ingest import configured

    path, configuration = configured(config, None)
    home = path.parent if path else Path.cwd()
    where = folder or (home / configuration.backup.folder if configuration.backup.folder else folder_beside(warehouse))
    made = back_up(warehouse.absolute(), where.absolute(), keep=keep or configuration.backup.keep, at=datetime.now(UTC),
                   on_wait=narrate)
    for sha256 in made.lost:
        narrate(f"The original {sha256} was lost before, so it is not in the backup; ingest its document again.",
                style="yellow")
    narrate(f"Backed up with {len(made.originals)} originals; `rapporteur restore` puts it back.")
    typer.echo(made.folder)


def restore(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", exists=True, file_okay=False, help="The folder of the backup.")],
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Put a backup in the place of the warehouse, once its bytes and all checks have shown it to be sound.

    What was there is kept beside it. Nothing is replaced where a check of severity error finds rows; exit status 4.

    \b
    Examples:
      rapporteur restore rapporteur.backups/rapporteur-20260105T030000Z
    """
    from etl.backup import read_backup
    from etl.backup import restore as put_back

    done = put_back(read_backup(backup.absolute()), warehouse.absolute(), on_wait=narrate)
    _stop_where_checks_failed(done.failed, "restored")
    narrate(f"{warehouse} is the one of {backup} now; `rapporteur publish` shows it to readers."
            + ("" if done.kept is None else f" What was there before is {done.kept}."))


def rebuild(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    accept_losses: Annotated[bool, typer.Option(
        "--accept-losses", help="Go on without the documents that can no longer be read.")] = False,
    config: Config = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to extract with, used from 100 documents on.")] = 2,
) -> None:
    """Build the warehouse anew from the originals of its documents, the reference data and what people decided.

    It is read with the rules of this version. The new one takes the place of the old one only where every document could be
    read again and no check of severity error finds rows; the old one is kept beside it. Its history begins anew.

    \b
    Examples:
      rapporteur rebuild
      rapporteur rebuild --accept-losses
    """
    from etl.pipeline import Request
    from etl.rebuild import rebuild as build
    from rapporteur.ingest import configured
    from seeds import SEEDS

    path, configuration = configured(config, None)
    request = Request(sources=(), base=Path.cwd(), warehouse=warehouse.absolute(), seeds=SEEDS, configuration=configuration,
                      home=path.parent if path else Path.cwd(), variables=os.environ, workers=workers)
    with Bar() as bar:
        built = build(request, accept_losses=accept_losses, clock=lambda: datetime.now(UTC), progress=bar)
    for rejection in built.lost:
        narrate(f"lost ({rejection.reason}): {rejection.uri} {rejection.detail}", style="yellow")
    _stop_where_checks_failed(built.failed, "rebuilt")
    if built.kept is None:
        narrate(f"not rebuilt: {len(built.lost)} of {built.documents} documents can no longer be read. Restore their originals "
                "from a backup, or go on without them with --accept-losses.", style="red")
        raise typer.Exit(Exit.FAILED)
    narrate(f"{warehouse} was built anew from {built.documents - len(built.lost)} documents; `rapporteur publish` shows it to "
            f"readers. What was there before is {built.kept}.")


def _stop_where_checks_failed(failed: Sequence[CheckResult], what: str) -> None:
    if failed:
        for result in failed:
            narrate(f"check {result.name} found {len(result.rows)} rows: {result.reason}", style="yellow")
        narrate(f"not {what}, since checks of severity error found rows; the warehouse is as it was.", style="red")
        raise typer.Exit(Exit.CHECK_FAILED)


def narrate_publication(publication: Publication) -> None:
    """Say what became of publishing."""
    if publication.published is not None:
        narrate(f"published: {publication.published.link} shows the state after {publication.published.state.run_id}.")
    if publication.withheld is not None:
        narrate(publication.withheld, style="yellow")
    if publication.failed is not None:
        narrate(f"not published: {publication.failed}", style="red")
