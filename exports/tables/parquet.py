"""Write a table as Parquet; each column carries its meaning."""
from __future__ import annotations

from pathlib import Path

import pyarrow
import pyarrow.parquet

from exports.reporting import Reporting, Table


def write(reporting: Reporting, table: Table, path: Path) -> int:
    """Write the rows of a table to a new file and return how many there are."""
    rows = 0
    with reporting.select(table) as reader:
        schema = _with_words(reader.schema, table)
        with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch.cast(schema))
                rows += batch.num_rows
    return rows


def _with_words(schema: pyarrow.Schema, table: Table) -> pyarrow.Schema:
    """Return the schema with what the table and its columns mean."""
    fields = [field.with_metadata({"description": column.meaning}) for field, column in zip(schema, table.columns, strict=True)]
    return pyarrow.schema(fields, metadata={"description": table.meaning})
