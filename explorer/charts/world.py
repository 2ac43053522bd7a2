"""Where meetings were. The places of the reference data, as faint dots, draw the world; nothing is fetched."""
from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache

import altair as alt

from explorer.charts.style import styled
from explorer.palette import ACCENT, INK, LAND, RULE, SEA
from explorer.told import place
from explorer.words import span
from seeds import SEEDS

SELECTION = "chosen"
FULL = 12
"""Meetings from which on the circle of most meetings is drawn at its full size."""
NAMED = 10
"""Circles that are called by their names."""
APART = (0.12, 0.025)
"""Parts of the width of a map that names take, sideways and upwards."""
MARGIN = 4.0
"""Degrees that are shown around what a map is fitted to."""


@cache
def known_places() -> tuple[tuple[float, float], ...]:
    """Return longitude and latitude of the places of the reference data."""
    with (SEEDS / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["longitude"], row["latitude"]) for row in csv.DictReader(file)]
    return tuple(sorted({(float(longitude), float(latitude)) for longitude, latitude in rows if longitude and latitude}))


def circles(places: Sequence[tuple]) -> list[dict[str, object]]:
    """Return a circle for each place whose position is known."""
    return [{"place_id": one.place_id, "place": place(one.place, one.country_code), "longitude": one.longitude,
             "latitude": one.latitude, "meetings": one.meetings,
             "when": span(one.first_met, one.last_met) if one.first_met and one.last_met else "Not dated"}
            for one in places if one.longitude is not None and one.latitude is not None]


def labelled(found: Sequence[dict[str, object]], *, degrees: float) -> list[dict[str, object]]:
    """Return the circles that are called by their names on a map of so many degrees: the largest that lie apart."""
    chosen: list[dict[str, object]] = []
    for one in sorted(found, key=lambda one: (-one["meetings"], one["place_id"])):
        if all(abs(one["longitude"] - other["longitude"]) > degrees * APART[0]
               or abs(one["latitude"] - other["latitude"]) > degrees * APART[1] for other in chosen):
            chosen.append(one | {"name": str(one["place"]).partition(",")[0]})
        if len(chosen) == NAMED:
            break
    return chosen


def world_chart(found: Sequence[dict[str, object]], *, fitted: bool) -> alt.TopLevelMixin:
    """Return the map: the whole world, or what the circles lie in where `fitted`."""
    dots = [{"longitude": longitude, "latitude": latitude} for longitude, latitude in known_places()]
    chosen = alt.selection_point(name=SELECTION, fields=["place_id"], on="click", empty=True)
    sea = alt.Chart(alt.sphere()).mark_geoshape(fill=SEA, stroke=RULE, clip=True)
    grid = alt.Chart(alt.graticule(step=[15, 15])).mark_geoshape(stroke=RULE, strokeWidth=0.6, filled=False, clip=True)
    land = alt.Chart(alt.Data(values=dots)).mark_circle(size=9, color=LAND, opacity=0.9, clip=True).encode(
        longitude="longitude:Q", latitude="latitude:Q")
    most = max((one["meetings"] for one in found), default=1)
    steps = sorted({1, (most + 1) // 2, most})
    met = alt.Chart(alt.Data(values=list(found))).mark_circle(stroke="white", strokeWidth=0.8, color=ACCENT, clip=True).encode(
        longitude="longitude:Q", latitude="latitude:Q",
        size=alt.Size("meetings:Q", title="Meetings", scale=alt.Scale(type="sqrt", range=[0, 900], domain=[0, max(most, FULL)]),
                      legend=alt.Legend(values=steps, format="d", symbolFillColor=ACCENT, symbolStrokeWidth=0)),
        opacity=alt.condition(chosen, alt.value(0.75), alt.value(0.2)),
        description="place:N",
        order=alt.Order("meetings:Q", sort="descending"),
        tooltip=[alt.Tooltip("place:N", title="Place"), alt.Tooltip("meetings:Q", title="Meetings"),
                 alt.Tooltip("when:N", title="When")]).add_params(chosen)
    near = _bounds(found) if fitted and found else None
    names = alt.Chart(alt.Data(values=labelled(found, degrees=near[2] - near[0] if near else 360.0)))
    place_of = {"longitude": "longitude:Q", "latitude": "latitude:Q", "text": "name:N"}
    text = {"align": "left", "baseline": "middle", "dx": 14, "fontSize": 12, "clip": True}
    halo = names.mark_text(stroke="white", strokeWidth=3, strokeJoin="round", **text).encode(**place_of)
    shape = {"type": "equalEarth"} | ({"fit": _frame(near)} if near else {})
    layers = alt.layer(sea, grid, land, met, halo, names.mark_text(color=INK, **text).encode(**place_of))
    return styled(layers.project(**shape), height=500)


def _bounds(found: Sequence[dict[str, object]]) -> tuple[float, float, float, float]:
    """Return the west, south, east and north of what is to be shown."""
    longitudes, latitudes = ([one[name] for one in found] for name in ("longitude", "latitude"))
    return (max(-180.0, min(longitudes) - MARGIN), max(-85.0, min(latitudes) - MARGIN),
            min(180.0, max(longitudes) + MARGIN), min(85.0, max(latitudes) + MARGIN))


def _frame(bounds: tuple[float, float, float, float]) -> dict[str, object]:
    """Return the corners, as a projection takes them."""
    west, south, east, north = bounds
    corners = [[west, south], [west, north], [east, south], [east, north]]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPoint", "coordinates": corners}}
