"""The commands of `export`: hand what is published to other programs, one command a format."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import narrate
from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse
from rapporteur.reading import Live, readable

if TYPE_CHECKING:
    from exports.reporting import Reporting

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Folder = Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to make.")]
Workbook = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The workbook to make.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there, at once and only when all is written.")]
Views = Annotated[list[str] | None, typer.Option("--view", metavar="NAME", show_default=False,
                                                 help="Only this view of `reporting`; again for more. All where none is named.")]


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
