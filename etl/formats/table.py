"""Read tables: CSV, JSON Lines, XLSX and Parquet, each row written out as lines of "column: value".

So a row is a stretch of text like any other, and what is taken from it can be shown in its own words.
"""
from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from etl.formats.content import Content, Limits, Unreadable
from etl.formats.decode import decode
from etl.formats.packages import check_package
from etl.records import Part, Span, TableRow

DELIMITERS = ",;\t|"
SAMPLE = 64_000


Rows = Iterable[Mapping[str, object]]


def read_csv(raw: bytes, limits: Limits) -> Content:
    """Return the rows of a table of text, divided by commas, semicolons, tabs or bars; the first line names the columns."""
    return _written_out(_csv(raw), limits)


def read_json_lines(raw: bytes, limits: Limits) -> Content:
    """Return the rows of a table that has a JSON object a line."""
    return _written_out(_json_lines(raw), limits)


def read_xlsx(raw: bytes, limits: Limits) -> Content:
    """Return the rows of all sheets of a workbook; the first row of each names its columns."""
    return _written_out(_xlsx(raw, limits), limits)


def read_parquet(raw: bytes, limits: Limits) -> Content:
    """Return the rows of a Parquet file."""
    return _written_out(_parquet(raw), limits)


def _written_out(rows: Rows, limits: Limits) -> Content:
    words: list[str] = []
    parts: list[Part] = []
    told: list[TableRow] = []
    length = 0
    for row in rows:
        cells: dict[str, Span] = {}
        start = length
        for column, value in row.items():
            line = " ".join(str(value).split())
            if not line:
                continue
            cells[column] = Span(length + len(column) + 2, length + len(column) + 2 + len(line))
            words.append(f"{column}: {line}\n")
            length = cells[column].end + 1
        if cells:
            span = Span(start, length - 1)
            parts.append(Part("item", span))
            told.append(TableRow(span, cells))
            words.append("\n")
            length += 1
        if len(told) > limits.rows:
            raise Unreadable("too_large", f"has more than {limits.rows:,} rows; split it, or raise limits.rows in rapporteur.toml")
        if length > limits.text:
            raise Unreadable("too_large", f"holds more than {limits.text:,} characters in its cells; split it, or raise limits.text "
                                          "in rapporteur.toml")
    return Content("".join(words).rstrip("\n"), tuple(parts), rows=tuple(told))


def _csv(raw: bytes) -> Rows:
    text = decode(raw)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:SAMPLE].split("\n", 1)[0], DELIMITERS)
    except csv.Error:
        dialect = csv.excel
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), dialect=dialect):
            yield {column: value for column, value in row.items() if column and isinstance(value, str)}
    except csv.Error as error:
        raise Unreadable("damaged", f"is no CSV that can be read: {error}; mend it or save it anew") from error


def _json_lines(raw: bytes) -> Rows:
    for number, line in enumerate(decode(raw).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise Unreadable("damaged", f"has no JSON in line {number}: {error}; mend that line") from error
        if not isinstance(row, dict):
            raise Unreadable("damaged", f"has no JSON object in line {number}; mend it: each line must be one, with a key a column")
        yield {column: _written(value) for column, value in row.items()}


def _xlsx(raw: bytes, limits: Limits) -> Rows:
    import openpyxl

    check_package(raw, limits, is_streamed=True)
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        columns = [str(name).strip() if name is not None else "" for name in next(rows, ())]
        for row in rows:
            yield {column: _written(value) for column, value in zip(columns, row, strict=False) if column}


def _parquet(raw: bytes) -> Rows:
    import pyarrow
    import pyarrow.parquet

    try:
        # without threads: where memory is limited one may not start, and a good file would be called damaged
        for batch in pyarrow.parquet.ParquetFile(io.BytesIO(raw), pre_buffer=False).iter_batches(batch_size=1_000, use_threads=False):
            for row in batch.to_pylist():
                yield {column: _written(value) for column, value in row.items()}
    except pyarrow.ArrowException as error:
        raise Unreadable("damaged", f"is no Parquet file that can be read: {error}; get it again") from error


def _written(value: object) -> str:
    """Return a cell as it is written out: a day in ISO 8601, a list divided by semicolons."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_written, value))
    return str(value)
