"""What is asked for: a period, countries, or both."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from exports.errors import NothingToExport
from exports.reporting import Reporting


@dataclass(frozen=True, slots=True)
class Choice:
    """A period, both days included, and countries by their codes; None and no country leave it open.

    A fact is in the period where one of its possible days is; what has no day is in none.
    """

    first: date | None = None
    last: date | None = None
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise NothingToExport(f"{self.last} lies before {self.first}, so there is no such period.")

    @property
    def values(self) -> dict[str, object]:
        """Return what the queries take for `$first`, `$last` and `$countries`."""
        return {"first": self.first, "last": self.last, "countries": list(self.countries)}

    @property
    def year(self) -> int | None:
        """Return the year that the whole period lies in, None where it lies in several."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return self.first.year


def month_of(year: int, month: int) -> Choice:
    """Return the period of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Choice(date(year, month, 1), following - timedelta(days=1))


def country_codes(reporting: Reporting, named: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of countries that are named by code or by name; raises NothingToExport where there is none of a name."""
    by_name = {name.casefold(): code for code, name in reporting.countries.items()} | {
        code.casefold(): code for code in reporting.countries}
    for name in named:
        if name.casefold() not in by_name:
            raise NothingToExport(f"There is no country {name}; name it in English or by its ISO 3166-1 code, as the view "
                                  "reporting.countries does.")
    return tuple(by_name[name.casefold()] for name in named)
