"""Ask for a time and a country. What is chosen stands in the address, so that a filtered page can be linked."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from explorer.countries import country
from explorer.here import Here

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: the first and the last day and a country; None for all."""

    first: date | None
    last: date | None
    country: str | None

    def values(self) -> dict[str, object]:
        """Return the choice as queries take it."""
        return {"first": self.first, "last": self.last, "country": self.country}

    def address(self) -> dict[str, str | None]:
        """Return the choice as addresses hold it."""
        return {"from": self.first and self.first.isoformat(), "to": self.last and self.last.isoformat(),
                "country": country(self.country) or None}


def choose(here: Here, *, further: int = 0) -> tuple[Chosen, list]:
    """Return what is chosen of time and country, and the columns that are left of the row for `further` fields."""
    codes = {country(row.country_code): row.country_code for row in here.snapshot.ask("countries")}
    counts = here.snapshot.ask_one("counts")
    low, high = counts.first_day or EARLIEST, counts.last_day or LATEST
    days = {"value": None, "min_value": low, "max_value": high, "format": "YYYY-MM-DD", "bind": "query-params"}
    columns = st.columns([1.1, 1.1, 1.6, *[1.3] * further], vertical_alignment="bottom")
    with columns[0]:
        first = st.date_input("From", key="from", **days)
    with columns[1]:
        last = st.date_input("To", key="to", **days)
    with columns[2]:
        name = st.selectbox("Country", sorted(codes), index=None, key="country", bind="query-params",
                            placeholder="All countries")
    return Chosen(first, last, codes.get(name)), columns[3:]
