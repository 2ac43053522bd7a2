"""What is asked for: periods and countries."""
from __future__ import annotations

from datetime import date

import pytest

from exports.choice import Choice, country_codes, month_of
from exports.errors import NothingToExport
from exports.reporting import Reporting


def test_a_month_has_its_first_and_last_day() -> None:
    assert month_of(1975, 8) == Choice(date(1975, 8, 1), date(1975, 8, 31))
    assert month_of(2024, 2) == Choice(date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(1999, 12).last == date(1999, 12, 31)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(NothingToExport, match="1975-08-01 lies before 1975-08-05, so there is no such period"):
        Choice(date(1975, 8, 5), date(1975, 8, 1))


def test_countries_are_named_by_code_or_name_in_any_case(reporting: Reporting) -> None:
    assert country_codes(reporting, ["us", "Soviet Union", "FRANCE"]) == ("US", "SU", "FR")
    with pytest.raises(NothingToExport, match="There is no country Atlantis"):
        country_codes(reporting, ["Atlantis"])
