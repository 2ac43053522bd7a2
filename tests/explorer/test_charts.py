"""Charts are given all rows, each once, and what they are drawn from fetches nothing."""
from __future__ import annotations

import json
from collections import namedtuple
from datetime import date

import pytest

from explorer.charts.months import counted, months_chart, unit_of
from explorer.charts.timeline import ALONE, MOST, OTHERS, points, timeline_chart
from explorer.charts.web import web_chart
from explorer.charts.world import circles, known_places, labelled, world_chart
from explorer.layout import laid_out

from .test_layout import pairs

Month = namedtuple("Month", "month status meetings")
Meeting = namedtuple("Meeting", "meeting_id kind title status start_date end_date date_precision place country_code parties")
Place = namedtuple("Place", "place_id place country_code latitude longitude meetings first_met last_met")


def meeting(known: str, day: date | None, *names: str) -> Meeting:
    """Return a meeting of Ann and others."""
    parties = [{"person_id": name.lower(), "person": name, "organization_id": None, "organization": None, "role": None,
                "country_code": None} for name in ("Ann", *names)]
    return Meeting(known, "meeting", None, "held", day, day, "day", "Oslo", "NO", parties)


def test_months_of_many_years_are_counted_by_year() -> None:
    rows = [Month(date(1980, 1, 1), "held", 2), Month(date(1980, 5, 1), "held", 3), Month(date(1990, 1, 1), "planned", 1)]
    assert unit_of(rows) == "year"
    by_year = [(row["when"], row["meetings"]) for row in counted(rows, "year")]
    assert by_year == [("1980-01-01T00:00:00", 5), ("1990-01-01T00:00:00", 1)]
    assert unit_of(rows[:2]) == "month"


def test_a_timeline_has_a_point_for_each_who_was_met() -> None:
    found, rows = points([meeting("m1", date(1990, 1, 2), "Bob", "Cleo"), meeting("m2", date(1990, 1, 3), "Bob"),
                          meeting("m3", None, "Bob"), meeting("m4", date(1990, 1, 4))], person="ann")
    assert rows == ["Bob", "Cleo", ALONE]
    assert [(point["with"], point["href"]) for point in found] == [
        ("Bob", "meeting?id=m1"), ("Cleo", "meeting?id=m1"), ("Bob", "meeting?id=m2"), (ALONE, "meeting?id=m4")]


def test_those_who_were_met_seldom_share_a_row() -> None:
    found, rows = points([meeting(f"m{number}", date(1990, 1, 2), f"P{number:02}") for number in range(MOST + 3)], person="ann")
    assert rows[-1] == OTHERS
    assert len(rows) == MOST + 1
    assert sum(point["with"] == OTHERS for point in found) == 3


@pytest.mark.parametrize(("last", "written"), (
    (date(1990, 1, 20), "%-d %b %Y"), (date(1993, 1, 2), "%b %Y"), (date(1999, 1, 2), "%Y"),
))
def test_every_day_below_a_timeline_is_told_with_its_year(last: date, written: str) -> None:
    both = [meeting("m1", date(1990, 1, 2), "Bob"), meeting("m2", last, "Bob")]
    chart = timeline_chart(*points(both, person="ann")).to_dict()
    assert chart["layer"][0]["encoding"]["x"]["axis"]["format"] == written


def test_the_world_is_drawn_from_the_places_of_the_reference_data() -> None:
    assert len(known_places()) > 2000
    assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in known_places())


def test_places_without_a_position_are_not_drawn() -> None:
    rows = [Place("oslo", "Oslo", "NO", 59.9, 10.7, 3, date(1990, 1, 2), date(1990, 1, 2)),
            Place("villa", "villa", None, None, None, 1, None, None)]
    assert [(circle["place"], circle["when"]) for circle in circles(rows)] == [("Oslo, Norway", "2 January 1990")]


def test_of_places_side_by_side_the_one_of_most_meetings_is_called_by_its_name() -> None:
    told = (("Oslo", 59.9, 10.7, 2), ("Moss", 59.4, 10.7, 1), ("Lima", -12.0, -77.0, 1))
    rows = circles([Place(name.lower(), name, None, *place, meetings, None, None) for name, *place, meetings in told])
    assert [one["name"] for one in labelled(rows, degrees=360)] == ["Oslo", "Lima"]
    assert [one["name"] for one in labelled(rows, degrees=3)] == ["Oslo", "Lima", "Moss"]


def test_no_chart_fetches_anything() -> None:
    rows = [Place("oslo", "Oslo", "NO", 59.9, 10.7, 3, None, None)]
    found, names = points([meeting("m1", date(1990, 1, 2), "Bob")], person="ann")
    Edge = namedtuple("Edge", "one_id one one_country other_id other other_country meetings pairs people first_met last_met")
    edges = [Edge(*pair, None, None) for pair in pairs(("a", "b", 2), ("b", "c", 1))]
    charts = (months_chart([Month(date(1980, 1, 1), "held", 2)]), timeline_chart(found, names),
              web_chart(laid_out(edges, most=9)), world_chart(circles(rows), fitted=True),
              world_chart(circles(rows), fitted=False))
    for chart in charts:
        told = chart.to_dict() | {"$schema": None}
        assert "http" not in json.dumps(told)
        assert '"url"' not in json.dumps(told)
