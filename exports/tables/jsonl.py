"""Write a table as JSON Lines: an object a line, NULL as null, days and moments as ISO 8601 writes them."""
from __future__ import annotations

from pathlib import Path

from exports.reporting import Reporting, Table
from exports.tables.iso import in_iso


def write(reporting: Reporting, table: Table, path: Path) -> int:
    """Write the rows of a table to a new file and return how many there are."""
    rows = 0
    fields = ", ".join(f"{alias} := {expression}" for expression, alias in
                       (expression.rsplit(" AS ", 1) for expression in in_iso(table)))
    with reporting.select(table, [f"to_json(struct_pack({fields}))::VARCHAR AS line"]) as reader, path.open("wb") as file:
        for batch in reader:
            file.writelines(f"{line}\n".encode() for line in batch.column(0).to_pylist())
            rows += batch.num_rows
    return rows
