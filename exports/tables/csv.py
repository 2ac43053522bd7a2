"""Write a table as CSV: UTF-8, a header, text in quotes, NULL as nothing, days and moments as ISO 8601 writes them.

Values stand as they are, so that a program reads what the warehouse holds. A spreadsheet may take text that begins with `=` for
a formula: for people there is the workbook.
"""
from __future__ import annotations

from pathlib import Path

from pyarrow import csv

from exports.reporting import Reporting, Table
from exports.tables.iso import in_iso


def write(reporting: Reporting, table: Table, path: Path) -> int:
    """Write the rows of a table to a new file and return how many there are."""
    rows = 0
    with reporting.select(table, in_iso(table)) as reader, csv.CSVWriter(path, reader.schema) as writer:
        for batch in reader:
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows
