"""The commands that look at a warehouse or a document without loading anything, and `migrate`."""
from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.console import narrate
from rapporteur.exits import Exit
from rapporteur.moments import moment_named, words_of
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Format, Warehouse
from rapporteur.reading import Live, open_live, readable


def sql(
    query: Annotated[str | None, typer.Argument(
        metavar="SQL", show_default=False, help="One statement that reads; - takes it from stdin. Without it a prompt opens.")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    format: Annotated[Format, typer.Option("--format", "-f", help="How the rows are written.")] = Format.TABLE,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
    as_of: Annotated[str | None, typer.Option(
        "--as-of", metavar="DAY|RUN", help="Answer as the warehouse stood at the end of a day (YYYY-MM-DD, UTC) or after a run.",
    )] = None,
    live: Live = False,
) -> None:
    """Run one reading SQL statement, or open a prompt for many; what to ask is in the schema `reporting`.

    It is asked of what is published, where the warehouse is published, else of the warehouse itself. The statement can reach nothing
    but that: no other files, no network, no settings.

    \b
    Examples:
      rapporteur sql
      rapporteur sql "SELECT name, current_title FROM reporting.people ORDER BY meetings DESC LIMIT 5"
      rapporteur sql "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'reporting'"
      rapporteur sql "DESCRIBE reporting.meetings"
      rapporteur sql "FROM reporting.evidence" --format csv > evidence.csv
      rapporteur sql "FROM reporting.meetings" --format parquet -o meetings.parquet
      rapporteur sql "FROM reporting.meetings" --as-of 2024-05-31
      rapporteur sql "FROM reporting.meetings" --as-of run-12
    """
    from rapporteur.rows import write_answer
    from warehouse.query import run_select

    if format is Format.PARQUET and output is None and sys.stdout.isatty():
        raise typer.BadParameter("Parquet is binary: name a file with -o, or redirect stdout.", param_hint="--format")
    moment = None
    if as_of is not None:
        with open_live(warehouse) as connection:
            moment = moment_named(connection, as_of, option="--as-of")
        narrate(f"As of {words_of(moment)}.")
    if query is None and sys.stdin.isatty():
        if output is not None or not sys.stdout.isatty():
            raise typer.BadParameter("name a statement: the prompt writes to the terminal.", param_hint="SQL")
        from rapporteur.prompt import Prompt
        Prompt(warehouse, format, moment, live).run()
        return
    with readable(warehouse, live=live or moment is not None) as file:
        table = run_select(file, sys.stdin.read() if query in (None, "-") else query, as_of=moment)
    write_answer(table, format, output)


def summary(warehouse: Warehouse = DEFAULT_WAREHOUSE, as_json: AsJson = False, live: Live = False) -> None:
    """Show what the warehouse holds, as it is published.

    \b
    Examples:
      rapporteur summary
      rapporteur summary --json | jq .meetings
    """
    from warehouse.connection import open_reader
    from warehouse.summary import summarize

    with readable(warehouse, live=live) as file, open_reader(file) as connection:
        held = summarize(connection)
    if as_json:
        from rapporteur.rows import write_json
        write_json(asdict(held), sys.stdout)
    else:
        from rapporteur.report import write_summary
        write_summary(held, sys.stdout)


def explain(file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")]) -> None:
    """Show what each stage made of one document, without loading it: where was a fact found, or lost?

    \b
    Examples:
      rapporteur explain bulletin.txt
      rapporteur explain bulletin.txt | less
    """
    from etl.explain import explain as explain_source
    from etl.knowledge import load_knowledge
    from etl.intake.discover import input_at
    from etl.intake.read import read_source

    source = read_source(input_at(Path.cwd() / file))
    if source.rows:
        raise typer.BadParameter("is a table: what its columns mean is said by a mapping, see docs/tables.md.", param_hint="FILE")
    for stage, text in explain_source(source, load_knowledge()):
        typer.echo(f"== {stage} ==\n{text.rstrip()}\n")


def check(warehouse: Warehouse = DEFAULT_WAREHOUSE, as_json: AsJson = False) -> None:
    """Run the data checks and show the rows that each found wrong.

    Exit status 4 where a check of severity error found rows; warnings and notes do not count.

    \b
    Examples:
      rapporteur check
      rapporteur check --json | jq '.[] | select(.severity == "error")'
    """
    from rapporteur.rows import write_json, write_table
    from warehouse.checks import run_checks

    with open_live(warehouse) as connection:
        results = run_checks(connection)
    failed = [result for result in results if result.rows]
    if as_json:
        write_json([asdict(result) for result in failed], sys.stdout)
    else:
        for result in failed:
            typer.echo(f"{result.severity}: {result.name} ({len(result.rows)} rows). {result.reason}\n")
            write_table(result.columns, result.rows, sys.stdout)
            typer.echo()
    narrate(f"{len(results)} checks, {len(failed)} of them found rows.")
    if any(result.severity == "error" for result in failed):
        raise typer.Exit(Exit.CHECK_FAILED)


def migrate(warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Create the warehouse, or bring an older one to the schema of this version.

    `ingest` does so by itself. The work is done on a copy, so that a failure leaves the file as it was.

    \b
    Examples:
      rapporteur migrate
      rapporteur migrate --warehouse archive.duckdb
    """
    from etl.lock import hold_lock
    from warehouse.migrate import migrate as migrate_file

    with hold_lock(warehouse.absolute(), on_wait=narrate):
        changed = migrate_file(warehouse)
    narrate(f"{warehouse} was {'brought to' if changed else 'already at'} the schema of this version.")
