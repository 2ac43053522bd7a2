"""Write rows to a stream: as a table for people, as CSV, JSON, JSON Lines or Parquet for programs."""
from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rapporteur.options import Format

if TYPE_CHECKING:
    import pyarrow

UNBOUNDED = 1_000_000
"""Width of a table that nobody watches: its cells are data and are never cut."""


def write_answer(table: pyarrow.Table, format: Format, output: Path | None) -> None:
    """Write an answer in the format asked for, to the file named or else to stdout."""
    if format is Format.PARQUET:
        if output is None:
            write_parquet(table, sys.stdout.buffer)
        else:
            with output.open("wb") as file:
                write_parquet(table, file)
    elif output is None:
        _write_text(table, format, sys.stdout)
    else:
        with output.open("w", encoding="utf-8", newline="") as file:
            _write_text(table, format, file)


def _write_text(table: pyarrow.Table, format: Format, out: TextIO) -> None:
    match format:
        case Format.CSV:
            write_csv(table.column_names, rows_of(table), out)
        case Format.JSON:
            write_json([dict(zip(table.column_names, row, strict=True)) for row in rows_of(table)], out)
        case Format.JSONL:
            write_jsonl(table.column_names, rows_of(table), out)
        case Format.TABLE:
            write_table(table.column_names, rows_of(table), out)
        case _:
            raise ValueError(f"{format} is no text format")


def write_table(columns: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """Write rows with ruled columns; on a terminal long cells are folded, elsewhere nothing is."""
    table = Table(box=box.SQUARE, show_edge=False, pad_edge=False, header_style="")
    kept = [[_shown(value) for value in row] for row in rows]
    for index, name in enumerate(columns):
        numeric = any(isinstance(row[index], (int, float, Decimal)) for row in kept)
        table.add_column(Text(name), overflow="fold", justify="right" if numeric else "left")
    for row in kept:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    console = Console(file=out, width=None if out.isatty() else UNBOUNDED, highlight=False)
    with console.capture() as capture:
        console.print(table)
    out.write("\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """Write rows as CSV with a header; NULL is an empty cell."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_shown(value) for value in row] for row in rows)


def write_json(value: object, out: TextIO) -> None:
    """Write a value as JSON; dates are ISO 8601, numbers that JSON lacks are null."""
    json.dump(_plain(value), out, ensure_ascii=False, indent=2, default=str, allow_nan=False)
    out.write("\n")


def write_jsonl(columns: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """Write each row as a JSON object on a line of its own."""
    for row in rows:
        json.dump(_plain(dict(zip(columns, row, strict=True))), out, ensure_ascii=False, default=str, allow_nan=False)
        out.write("\n")


def write_parquet(table: pyarrow.Table, out: BinaryIO) -> None:
    """Write an Arrow table as Parquet."""
    import pyarrow.parquet
    pyarrow.parquet.write_table(table, out)


def rows_of(table: pyarrow.Table) -> Iterator[tuple[object, ...]]:
    """Yield the rows of an Arrow table as Python values."""
    for batch in table.to_batches():
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _shown(value: object) -> object:
    """Return a value as a cell: booleans and nested values as JSON writes them, the rest as it is."""
    if isinstance(value, (bool, list, dict)):
        return json.dumps(_plain(value), ensure_ascii=False, default=str)
    return value


def _plain(value: object) -> object:
    """Return a value that JSON can hold."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value
