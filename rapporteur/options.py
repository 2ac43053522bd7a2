"""The options that several commands share."""
from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_WAREHOUSE = Path("rapporteur.duckdb")

Warehouse = Annotated[Path, typer.Option(
    "--warehouse", envvar="RAPPORTEUR_WAREHOUSE", help="The warehouse file.", metavar="PATH", dir_okay=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON for a script to read.")]


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
