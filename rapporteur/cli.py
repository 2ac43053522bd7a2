"""The command `rapporteur`: its commands put together, and the one place where an error becomes a line and an exit status."""
from __future__ import annotations

import sys
from typing import Annotated

import typer

from etl.errors import ConfigurationError, DocumentRejected, OriginalLost, StorageFailed, WorkerLost
from exports.errors import ExportError
from rapporteur import __version__
from rapporteur.changes import changes
from rapporteur.console import narrate
from rapporteur.evaluate import evaluate
from rapporteur.exits import Exit
from rapporteur.explore import explore
from rapporteur.export import app as export
from rapporteur.ingest import ingest
from rapporteur.keeping import backup, publish, rebuild, restore
from rapporteur.lean import keep_out
from rapporteur.look import check, explain, migrate, sql, summary
from rapporteur.original import original
from rapporteur.review import app as review
from rapporteur.serve import backfill, serve
from rapporteur.status import status
from warehouse.errors import WarehouseError

EXPECTED = (WarehouseError, ConfigurationError, DocumentRejected, ExportError, OriginalLost, StorageFailed, WorkerLost, OSError)
"""Errors whose message says what is wrong and what to do."""

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
for command in (ingest, sql, summary, changes, explain, original, check, evaluate, backfill, serve, explore, publish, backup,
                restore, rebuild, status, migrate):
    app.command()(command)
app.add_typer(export, name="export")
app.add_typer(review, name="review")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rapporteur {__version__}")
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
    version: Annotated[bool, typer.Option(
        "--version", callback=_print_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Turn bulletins on diplomacy into a warehouse that answers who met whom, when, and what was agreed.

    \b
    Begin with:
      rapporteur ingest my-bulletins/           read a folder of text files
      rapporteur summary                        what the warehouse holds
      rapporteur sql "FROM reporting.meetings"  ask anything in SQL
      rapporteur explain one-bulletin.txt       see how a document was understood

    \b
    Data goes to stdout, everything else to stderr.
    Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were rejected,
    4 a check of severity error found rows.
    """


def main() -> None:
    """Run the command line and exit with its status."""
    debug = "--debug" in sys.argv
    keep_out()
    try:
        app(prog_name="rapporteur")
    except EXPECTED as error:
        if debug:
            raise
        narrate(f"rapporteur: {error}", style="red")
        _narrate_notes(error)
    except Exception as error:
        if debug:
            raise
        narrate(f"rapporteur: unexpected {type(error).__name__}: {error}. `rapporteur --debug ...` shows where; "
                "please report it.", style="red")
        _narrate_notes(error)
    sys.exit(Exit.FAILED)


def _narrate_notes(error: Exception) -> None:
    """Tell what those through whom an error went had to add."""
    for note in getattr(error, "__notes__", ()):
        narrate(note)
