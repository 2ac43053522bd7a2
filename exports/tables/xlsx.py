"""Write all tables into one Excel workbook for people: a sheet a table, before them one on all tables and one on all columns.

Excel's limits are kept: a sheet has 1,048,576 rows, so a longer table goes on in further sheets; a cell has 32,767 characters,
so a longer text is cut and ends in a mark, and the first sheet counts such cells. Text is written as text, never as a formula.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

import pyarrow
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from exports.plain_text import without_controls
from exports.reporting import Reporting, Table, identifier

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

ROWS = 1_048_576
CHARACTERS = 32_767
SHEET_NAME = 31
CUT = " … (cut)"
MARKED_AS_TEXT = ("=", "+", "-", "@", "#", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula or of an error."""
FIRST_DAY = date(1900, 3, 1)
"""Excel counts days from 1900 on, and takes that year for a leap year."""
NARROWEST, WIDEST = 8, 60
BOLD = Font(name="Calibri", size=11, bold=True)
WRAPPED = Alignment(vertical="top", wrap_text=True)


@dataclass(slots=True)
class _Written:
    """What became of one table."""

    table: Table
    rows: int
    sheets: list[str] = field(default_factory=list)
    cut: int = 0


def write_workbook(reporting: Reporting, out: BinaryIO, only: Sequence[str] = (), *, rows: int = ROWS) -> dict[str, int]:
    """Write a workbook and return how many rows each table has; `only` names the tables wanted, none means all.

    No sheet has more than `rows` rows. Raises NothingToExport where there is no table of a name.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "rapporteur"
    book.properties.created = book.properties.modified = reporting.state.at
    about, columns = _new_sheet(book, "about", (28, 12, 90, 30)), _new_sheet(book, "columns", (28, 26, 14, 100))
    written = [_write_table(book, reporting, table, rows) for table in reporting.named(only)]
    _write_about(about, reporting, written)
    _write_columns(columns, [one.table for one in written])
    book.save(out)
    return {one.table.name: one.rows for one in written}


def _write_table(book: Workbook, reporting: Reporting, table: Table, most: int) -> _Written:
    count, widths = _measure(reporting, table)
    done = _Written(table, count)
    with reporting.select(table) as reader:
        records = _records(reader)
        for start in range(0, max(count, 1), most - 1):
            sheet = _new_sheet(book, _sheet_name(table.name, len(done.sheets) + 1), widths)
            done.sheets.append(sheet.title)
            sheet.append([_header(sheet, column.name) for column in table.columns])
            for record in islice(records, most - 1):
                sheet.append([_cell(sheet, value, done) for value in record])
            last = get_column_letter(len(table.columns)), min(count - start, most - 1) + 1
            sheet.auto_filter.ref = f"A1:{last[0]}{last[1]}"
    return done


def _measure(reporting: Reporting, table: Table) -> tuple[int, list[int]]:
    """Return how many rows a table has, and how wide each column is to be."""
    longest = ", ".join(f"max(length({identifier(column.name)}::VARCHAR))" for column in table.columns)
    count, *lengths = next(iter(reporting.rows(f"SELECT count(*), {longest} FROM reporting.{identifier(table.name)}"))).values()
    return count, [min(max(NARROWEST, length or 0, len(column.name)) + 2, WIDEST)
                   for length, column in zip(lengths, table.columns, strict=True)]


def _records(reader: pyarrow.RecordBatchReader) -> Iterable[tuple[object, ...]]:
    for batch in reader:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _new_sheet(book: Workbook, name: str, widths: Sequence[int]) -> WriteOnlyWorksheet:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    return sheet


def _sheet_name(table: str, part: int) -> str:
    suffix = f" {part}" if part > 1 else ""
    return table[:SHEET_NAME - len(suffix)] + suffix


def _cell(sheet: WriteOnlyWorksheet, value: object, done: _Written) -> object:
    """Return a value as a cell: text as text whatever it begins with, and days that Excel does not know as text."""
    if isinstance(value, datetime):
        return value if value.date() >= FIRST_DAY else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value if value >= FIRST_DAY else value.isoformat()
    if not isinstance(value, str):
        return value
    text = without_controls(value)
    if len(text) > CHARACTERS:
        done.cut += 1
        text = text[:CHARACTERS - len(CUT)] + CUT
    marked, broken = text.startswith(MARKED_AS_TEXT), "\n" in text
    if not (marked or broken):
        return text
    cell = WriteOnlyCell(sheet, text)
    if marked:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
    if broken:
        cell.alignment = WRAPPED
    return cell


def _header(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = BOLD
    return cell


def _wrapped(sheet: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    cell.alignment = WRAPPED
    return cell


def _write_about(sheet: WriteOnlyWorksheet, reporting: Reporting, written: Sequence[_Written]) -> None:
    sheet.freeze_panes = "A5"
    state = reporting.state
    sheet.append([_header(sheet, "Who met whom, what was agreed, and which words say so")])
    sheet.append([f"Exported by rapporteur: the state after {state.run_id}, of {state.at:%Y-%m-%d %H:%M} UTC. Days and moments "
                  "are UTC; country codes are ISO 3166-1 alpha-2."])
    sheet.append([])
    sheet.append([_header(sheet, name) for name in ("sheet", "rows", "what a row is", "note")])
    for one in written:
        note = f"{one.cut} texts longer than {CHARACTERS:,} characters are cut" if one.cut else None
        sheet.append([_wrapped(sheet, value) for value in (", ".join(one.sheets), one.rows, one.table.meaning, note)])


def _write_columns(sheet: WriteOnlyWorksheet, tables: Sequence[Table]) -> None:
    sheet.append([_header(sheet, name) for name in ("sheet", "column", "type", "meaning")])
    for table in tables:
        for column in table.columns:
            sheet.append([_wrapped(sheet, value) for value in (table.name, column.name, column.type, column.meaning)])
