"""Who met whom, drawn: people as circles by country, pairs as lines by the number of their meetings."""
from __future__ import annotations

from collections import Counter

import altair as alt

from explorer.charts.style import styled
from explorer.countries import country
from explorer.layout import Network, Node
from explorer.palette import COUNTRIES, FAINT, INK, OTHERS
from explorer.words import count, span

SELECTION = "chosen"
OTHER = "Others"


def web_chart(network: Network, *, height: int = 620) -> alt.TopLevelMixin:
    """Return the network."""
    places = {node.id: node for node in network.nodes}
    shades = _shades(network)
    chosen = alt.selection_point(name=SELECTION, fields=["id"], on="click", empty=True)
    edges = [{"x": places[pair.one_id].x, "y": places[pair.one_id].y,
              "x2": places[pair.other_id].x, "y2": places[pair.other_id].y,
              "pair": f"{pair.one} and {pair.other}", "meetings": pair.meetings,
              "when": span(pair.first_met, pair.last_met) if pair.first_met and pair.last_met else "Not dated"}
             for pair in network.edges]
    nodes = [{"id": node.id, "name": node.name, "x": node.x, "y": node.y, "country": country(node.country_code) or "Not known",
              "told": f"{node.name}, {count(node.meetings, 'meeting')} here", "group": _group(node, shades),
              "meetings": node.meetings} for node in network.nodes]
    axis = {"title": None, "axis": None, "scale": alt.Scale(zero=False, nice=False, padding=40)}
    lines = alt.Chart(alt.Data(values=edges)).mark_rule(color=FAINT, opacity=0.35).encode(
        x=alt.X("x:Q", **axis), y=alt.Y("y:Q", **axis), x2="x2:Q", y2="y2:Q",
        strokeWidth=alt.StrokeWidth("meetings:Q", legend=None, scale=alt.Scale(range=[1, 7], zero=False)),
        description="pair:N",
        tooltip=[alt.Tooltip("pair:N", title="Who"), alt.Tooltip("meetings:Q", title="Meetings"),
                 alt.Tooltip("when:N", title="When")])
    people = alt.Chart(alt.Data(values=nodes))
    dots = people.mark_circle(stroke="white", strokeWidth=1.2).encode(
        x=alt.X("x:Q", **axis), y=alt.Y("y:Q", **axis),
        size=alt.Size("meetings:Q", legend=None, scale=alt.Scale(type="sqrt", range=[60, 420])),
        color=alt.Color("group:N", title=None, scale=alt.Scale(domain=list(shades), range=list(shades.values())),
                        legend=alt.Legend(columns=9)),
        description="told:N",
        opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.3)),
        tooltip=[alt.Tooltip("name:N", title="Name"), alt.Tooltip("country:N", title="Country"),
                 alt.Tooltip("meetings:Q", title="Meetings here")]).add_params(chosen)
    text = {"align": "center", "baseline": "top", "dy": 11, "fontSize": 11.5}
    halo = people.mark_text(stroke="white", strokeWidth=3, strokeJoin="round", **text).encode(x="x:Q", y="y:Q", text="name:N")
    labels = people.mark_text(color=INK, **text).encode(
        x="x:Q", y="y:Q", text="name:N", opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.45)))
    return styled(alt.layer(lines, dots, halo, labels), height=height)


def _shades(network: Network) -> dict[str, str]:
    """Return the colours of the countries that most people are of; all others share one."""
    often = Counter(country(node.country_code) for node in network.nodes if node.country_code)
    named = sorted(sorted(often), key=lambda name: -often[name])[:len(COUNTRIES)]
    shades = dict(zip(named, COUNTRIES, strict=False))
    return shades | ({OTHER: OTHERS} if any(_group(node, shades) == OTHER for node in network.nodes) else {})


def _group(node: Node, shades: dict[str, str]) -> str:
    name = country(node.country_code)
    return name if name in shades else OTHER
