"""A workbook that people can read, and that does what no text of a document says."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from exports.plain_text import without_controls
from exports.reporting import open_reporting
from exports.tables.xlsx import CHARACTERS, write_workbook
from tests.exports.conftest import HOSTILE
from warehouse.snapshot import snapshot_tables


def workbook(snapshot: Path, path: Path, *only: str, **options: int) -> Workbook:
    """Write a workbook and read it again."""
    with open_reporting(snapshot) as reporting, path.open("wb") as file:
        write_workbook(reporting, file, only, **options)
    return load_workbook(path)


def test_every_view_has_a_sheet_and_the_first_one_says_what_it_is(snapshot: Path, tmp_path: Path) -> None:
    book = workbook(snapshot, tmp_path / "out.xlsx")
    names = sorted(table.name for table in snapshot_tables())
    assert book.sheetnames == ["about", "columns", *names]
    told = {row[0].value: row[2].value for row in book["about"].iter_rows(min_row=5)}
    assert told == {table.name: table.comment for table in snapshot_tables()}
    assert "the state after run-1, of 2026-01-02 03:04 UTC" in book["about"]["A2"].value
    assert ("meetings", "edtf") in {(row[0].value, row[1].value) for row in book["columns"].iter_rows(min_row=2)}


def test_headers_are_frozen_columns_have_widths_and_days_are_days(snapshot: Path, tmp_path: Path) -> None:
    sheet = workbook(snapshot, tmp_path / "out.xlsx", "meetings")["meetings"]
    header = [cell.value for cell in sheet[1]]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.bold) == ("A2", sheet.dimensions, True)
    assert 10 < sheet.column_dimensions["A"].width < 62
    starts = [cell for cell in sheet["D"][1:] if cell.value is not None]
    assert header[3] == "start_date" and starts
    assert all(cell.is_date and cell.number_format == "yyyy-mm-dd" and isinstance(cell.value, datetime) for cell in starts)


def test_no_text_is_a_formula(hostile: Path, tmp_path: Path) -> None:
    book = workbook(hostile, tmp_path / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    names = {cell.value[:-7] for cell in book["people"]["B"][1:]}
    assert len(names) == len(HOSTILE) and names == set(map(without_controls, HOSTILE))
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in cells if cell.value.startswith(("=", "@", "#")))


def test_a_text_longer_than_a_cell_is_cut_and_counted(altered: Callable[..., Path], tmp_path: Path) -> None:
    changed = altered("UPDATE reporting.people SET name = repeat('ab', 20_000) WHERE person_id = 'gerald-ford'")
    book = workbook(changed, tmp_path / "out.xlsx", "people")
    longest = max((cell.value for cell in book["people"]["B"]), key=len)
    assert (len(longest), longest[-12:]) == (CHARACTERS, "baba … (cut)")
    assert book["about"]["D5"].value == "1 texts longer than 32,767 characters are cut"


def test_a_table_longer_than_a_sheet_goes_on_in_further_ones(snapshot: Path, tmp_path: Path) -> None:
    book = workbook(snapshot, tmp_path / "out.xlsx", "people", rows=21)
    parts = [name for name in book.sheetnames if name.startswith("people")]
    count = sum(book[name].max_row - 1 for name in parts)
    assert parts[:2] == ["people", "people 2"] and book["about"]["A5"].value == ", ".join(parts)
    assert (count, book["about"]["B5"].value) == (count, count) and all(2 <= book[name].max_row <= 21 for name in parts)
    assert len({cell.value for name in parts for cell in book[name]["A"][1:]}) == count
    assert {book[name]["A1"].value for name in parts} == {"person_id"}


def test_days_before_those_of_excel_are_text(altered: Callable[..., Path], tmp_path: Path) -> None:
    changed = altered("UPDATE reporting.people SET first_seen = DATE '1815-06-09', last_seen = DATE '1900-03-01'")
    sheet = workbook(changed, tmp_path / "out.xlsx", "people")["people"]
    assert (sheet["H2"].value, sheet["I2"].value) == ("1815-06-09", datetime(1900, 3, 1))


def test_a_view_without_rows_has_a_header(snapshot: Path, tmp_path: Path) -> None:
    sheet = workbook(snapshot, tmp_path / "out.xlsx", "decisions")["decisions"]
    assert (sheet["A1"].value, sheet.max_row) == ("decision_id", 1)
