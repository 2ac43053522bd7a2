"""How often something is to happen, in words."""
from __future__ import annotations

from datetime import timedelta

import pytest

from etl.intervals import interval_of


@pytest.mark.parametrize(("text", "interval"), [
    ("6 hours", timedelta(hours=6)),
    ("hour", timedelta(hours=1)),
    ("Every 30  minutes", timedelta(minutes=30)),
    ("1 day", timedelta(days=1)),
    ("2 weeks", timedelta(weeks=2)),
])
def test_an_interval_is_read_as_people_write_it(text: str, interval: timedelta) -> None:
    assert interval_of(text) == interval


@pytest.mark.parametrize("text", [
    "", "6", "six hours", "6 fortnights", "0 hours", "-1 day", "9999 weeks", "6 hours or so", "6h"])
def test_what_is_no_interval_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="6 hours|at most 366 days"):
        interval_of(text)
