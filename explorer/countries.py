"""Call countries by their names. The reference data of the project names them."""
from __future__ import annotations

import csv
from functools import cache

from seeds import SEEDS


@cache
def country_names() -> dict[str, str]:
    """Return the name of each country by its code."""
    with (SEEDS / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def country(code: str | None) -> str:
    """Return the name of a country; its code where the reference data does not know it, nothing where there is none."""
    return country_names().get(code, code) if code else ""
