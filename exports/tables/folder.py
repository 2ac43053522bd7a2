"""Write a folder with one file a table, and a Frictionless data package that says what each table and each column means."""
from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.reporting import Reporting, Table
from exports.tables import csv, jsonl, parquet
from exports.tables.datapackage import Resource, describe
from exports.target import DESCRIPTOR

Write = Callable[[Reporting, Table, Path], int]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how its name ends, its media type, and what writes a table into one and counts the rows."""

    suffix: str
    media_type: str
    write: Write


KINDS = {
    "parquet": Kind("parquet", "application/vnd.apache.parquet", parquet.write),
    "csv": Kind("csv", "text/csv", csv.write),
    "jsonl": Kind("jsonl", "application/x-ndjson", jsonl.write),
}


def write_folder(reporting: Reporting, folder: Path, kind: Kind, only: Sequence[str] = ()) -> dict[str, int]:
    """Fill an empty folder and return how many rows each table has; `only` names the tables wanted, none means all.

    Raises NothingToExport where there is no table of a name.
    """
    resources = []
    for table in reporting.named(only):
        path = folder / f"{table.name}.{kind.suffix}"
        rows = kind.write(reporting, table, path)
        resources.append(Resource(table, path.name, kind.suffix, kind.media_type, rows))
    package = describe(reporting, resources)
    (folder / DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return {resource.table.name: resource.rows for resource in resources}

