"""The commands of `export`: hand what is published to other programs, one command a format."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from exports.brief.order import Order
from rapporteur.console import narrate
from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse
from rapporteur.reading import Live, readable

if TYPE_CHECKING:
    from exports.choice import Choice
    from exports.reporting import Reporting

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Folder = Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to make.")]
Workbook = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The workbook to make.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False,
                                             help="The file to make; stdout where none is named.")]
From = Annotated[datetime | None, typer.Option("--from", metavar="DAY", formats=["%Y-%m-%d"], show_default=False,
                                               help="First day of the period, YYYY-MM-DD.")]
Until = Annotated[datetime | None, typer.Option("--until", metavar="DAY", formats=["%Y-%m-%d"], show_default=False,
                                                help="Last day of the period.")]
Country = Annotated[list[str] | None, typer.Option(
    "--country", metavar="COUNTRY", show_default=False, help="Only what concerns this country, a name or a code; repeatable.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there, at once and only when all is written.")]
Views = Annotated[list[str] | None, typer.Option(
    "--view", metavar="NAME", show_default=False,
    help="Only this view of `reporting`; again for more. All where none is named.")]


class Page(StrEnum):
    """How a brief is written."""

    MARKDOWN = "markdown"
    HTML = "html"


@app.callback()
def export() -> None:
    """Write what is published for other programs, each format as they expect it.

    \b
    Tables:
      rapporteur export parquet -o tables/                  a file a view, described by a datapackage.json
      rapporteur export csv -o tables/                      the same as CSV
      rapporteur export jsonl -o tables/                    the same as JSON Lines
      rapporteur export xlsx -o diplomacy.xlsx              a workbook, a sheet a view

    \b
    What they tell, in the terms of other programs and of people:
      rapporteur export brief --month 1975-08 -o brief.html what took place, as a bulletin with its sources
      rapporteur export graphml -o network.graphml          who met whom, for Gephi and networkx
      rapporteur export ical -o planned.ics                 planned meetings, for a calendar
      rapporteur export ftm -o entities.ftm.json            FollowTheMoney entities, for OpenAleph and its kin

    \b
    What is written is there whole or not at all; what is there already is replaced only with --force.
    """


@app.command()
def parquet(output: Folder, views: Views = None, warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False,
            force: Force = False) -> None:
    """Write a folder with a Parquet file a view, and a Frictionless datapackage.json.

    \b
    Examples:
      rapporteur export parquet -o tables/
      rapporteur export parquet -o people/ --view people --view person_positions
      python -c "import pandas; print(pandas.read_parquet('tables/meetings.parquet'))"
    """
    _write_folder("parquet", output, views, warehouse, live, force)


@app.command()
def csv(output: Folder, views: Views = None, warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False,
        force: Force = False) -> None:
    """Write a folder with a CSV file a view, and a Frictionless datapackage.json.

    Values stand as they are. For a spreadsheet take xlsx, where text is never taken for a formula.

    \b
    Examples:
      rapporteur export csv -o tables/
      frictionless validate tables/datapackage.json
    """
    _write_folder("csv", output, views, warehouse, live, force)


@app.command()
def jsonl(output: Folder, views: Views = None, warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False,
          force: Force = False) -> None:
    """Write a folder with a JSON Lines file a view, and a Frictionless datapackage.json.

    \b
    Examples:
      rapporteur export jsonl -o tables/
      jq -r .name tables/people.jsonl
    """
    _write_folder("jsonl", output, views, warehouse, live, force)


@app.command()
def xlsx(output: Workbook, views: Views = None, warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False,
         force: Force = False) -> None:
    """Write an Excel workbook with a sheet a view, and a first one that says what each is.

    \b
    Examples:
      rapporteur export xlsx -o diplomacy.xlsx
      rapporteur export xlsx -o meetings.xlsx --view meetings --view meeting_participants
    """
    from exports.tables.xlsx import write_workbook
    from exports.target import whole_file

    with _reporting(warehouse, live) as reporting, whole_file(output, force=force) as file:
        written = write_workbook(reporting, file, views or ())
    _tell(written, output)


@app.command()
def graphml(output: Output = None, first: From = None, last: Until = None, country: Country = None,
            warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False, force: Force = False) -> None:
    """Write who met whom as a graph in GraphML, for Gephi, yEd, networkx: people, and edges with meetings counted and dated.

    A country keeps the pairs of which at least one acted for it.

    \b
    Examples:
      rapporteur export graphml -o network.graphml
      rapporteur export graphml --from 1975-07-28 --until 1975-08-05 --country US -o ford.graphml
    """
    from exports.graphml import write_graph

    with _reporting(warehouse, live) as reporting:
        choice = _choice(reporting, first, last, country)
        with _stream(output, force) as out:
            people, pairs = write_graph(reporting, out, choice)
    narrate(f"{people:,} people, {pairs:,} pairs.")


@app.command()
def ical(output: Output = None, first: From = None, last: Until = None, country: Country = None,
         held: Annotated[bool, typer.Option("--held", help="Write the meetings that took place, too.")] = False,
         warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False, force: Force = False) -> None:
    """Write planned meetings as an iCalendar file, each with the words that announce it.

    An event is CONFIRMED where its day is known, TENTATIVE where it is not exactly, CANCELLED where the meeting was called
    off or denied. Import a later export over an earlier one: events are brought up to date, not doubled.

    \b
    Examples:
      rapporteur export ical -o planned.ics
      rapporteur export ical --held --country France -o france.ics
    """
    from exports.ical import write_calendar

    with _reporting(warehouse, live) as reporting:
        choice = _choice(reporting, first, last, country)
        with _stream(output, force) as out:
            events, undated = write_calendar(reporting, out, choice, held=held)
    narrate(f"{events:,} events." + (f" {undated:,} meetings of which no day is known are left out." if undated else ""))


@app.command()
def ftm(output: Output = None, warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False, force: Force = False) -> None:
    """Write FollowTheMoney entities, a JSON object a line: people, bodies, posts, meetings, agreements, documents, mentions.

    \b
    Examples:
      rapporteur export ftm -o entities.ftm.json
      rapporteur export ftm | ftm validate | ftm export-gexf -o network.gexf
    """
    from exports.ftm.write import write_entities

    with _reporting(warehouse, live) as reporting, _stream(output, force) as out:
        counts = write_entities(reporting, out)
    by_schema = ", ".join(f"{count:,} {schema}" for schema, count in counts.items())
    narrate(f"{sum(counts.values()):,} entities{': ' if by_schema else ''}{by_schema}.")


@app.command()
def brief(
    output: Output = None, first: From = None, last: Until = None,
    month: Annotated[datetime | None, typer.Option("--month", metavar="MONTH", formats=["%Y-%m"], show_default=False,
                                                   help="The month of which to tell, YYYY-MM.")] = None,
    country: Country = None,
    by: Annotated[Order, typer.Option("--by", help="How what took place is laid out.")] = Order.DAY,
    format: Annotated[Page | None, typer.Option("--format", "-f", show_default="HTML where the file ends so, else Markdown",
                                                help="How it is written.")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE, live: Live = False, force: Force = False,
) -> None:
    """Write a brief of a period: meetings, agreements, what lies ahead and what is uncertain, each with the words that say so.

    The HTML page needs nothing but itself, and prints well.

    \b
    Examples:
      rapporteur export brief --from 1975-07-28 --until 1975-08-05
      rapporteur export brief --month 1975-08 -o august.html
      rapporteur export brief --month 1987-12 --by country --country "Soviet Union" -o moscow.md
    """
    from exports.brief.compose import compose
    from exports.brief.html import as_html
    from exports.brief.markdown import as_markdown
    from exports.choice import month_of

    if (month is None) == (first is None and last is None):
        raise typer.BadParameter("say of which period to tell: --month, or --from, --until or both.",
                                 param_hint="--from / --month")
    with _reporting(warehouse, live) as reporting:
        choice = _choice(reporting, first, last, country)
        if month is not None:
            choice = replace(month_of(month.year, month.month), countries=choice.countries)
        composed = compose(reporting, choice, by)
    as_page = output is not None and output.suffix.lower() in (".html", ".htm") if format is None else format is Page.HTML
    with _stream(output, force) as out:
        out.write((as_html if as_page else as_markdown)(composed).encode())
    narrate(f"{sum(len(group.items) for section in composed.sections for group in section.groups):,} items, "
            f"{len(composed.notes):,} sources.")


def _choice(reporting: Reporting, first: datetime | None, last: datetime | None, countries: list[str] | None) -> Choice:
    from exports.choice import Choice, country_codes

    return Choice(first and first.date(), last and last.date(), country_codes(reporting, countries or ()))


@contextmanager
def _stream(output: Path | None, force: bool) -> Iterator[BinaryIO]:
    """Yield what to write to: a file that is there once it is whole, or stdout."""
    from exports.target import whole_file

    if output is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
    else:
        with whole_file(output, force=force) as file:
            yield file


def _write_folder(name: str, output: Path, views: list[str] | None, warehouse: Path, live: bool, force: bool) -> None:
    from exports.tables.folder import KINDS, write_folder
    from exports.target import whole_folder

    with _reporting(warehouse, live) as reporting, whole_folder(output, force=force) as folder:
        written = write_folder(reporting, folder, KINDS[name], views or ())
    _tell(written, output)


@contextmanager
def _reporting(warehouse: Path, live: bool) -> Iterator[Reporting]:
    """Open what is to be read."""
    from exports.reporting import open_reporting

    with readable(warehouse, live=live) as file, open_reporting(file) as reporting:
        yield reporting


def _tell(written: dict[str, int], output: Path) -> None:
    narrate(f"{output} holds {len(written)} view{'s' * (len(written) != 1)} with {sum(written.values()):,} rows.")
