"""The parameters that flows share: their kinds and bounds, checked before a run does anything.

Each is plain JSON, since Prefect stores parameters and shows them in its web page; none of them ever holds a secret. What they
mean is said in the docstrings of the flows, from which the page takes it.
"""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints


def _no_folder(value: str) -> str:
    if Path(value).is_dir():
        raise ValueError(f"{value} is a folder; name the file of the warehouse in it, such as {value}/rapporteur.duckdb")
    return value


def _file(value: str) -> str:
    if not Path(value).is_file():
        raise ValueError(f"there is no file {value}; name a rapporteur.toml, or none for that of the working folder")
    return value


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_096, pattern=r"^[^\x00]*$")]
Sources = Annotated[list[Words], Field(max_length=10_000)]
WarehouseFile = Annotated[Words, AfterValidator(_no_folder)] | None
ConfigFile = Annotated[Words, AfterValidator(_file)] | None
Megabytes = Annotated[float | None, Field(gt=0, le=1_000_000, allow_inf_nan=False)]
Workers = Annotated[int, Field(ge=1, le=64)]
