"""Who met whom as a graph: what networkx reads is what the view says, and Gephi finds what it looks for."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import networkx
import pytest
from lxml import etree

from exports.choice import Choice
from exports.errors import NothingToExport
from exports.graphml import write_graph
from exports.plain_text import in_one_line
from exports.reporting import Reporting, open_reporting
from tests.exports.conftest import HOSTILE

XML = {"g": "http://graphml.graphdrawing.org/xmlns"}


def written(reporting: Reporting, **choice: object) -> bytes:
    """Return the graph as it is written."""
    out = BytesIO()
    write_graph(reporting, out, Choice(**choice))
    return out.getvalue()


def graph(reporting: Reporting, **choice: object) -> networkx.Graph:
    """Return the graph as networkx reads it."""
    return networkx.read_graphml(BytesIO(written(reporting, **choice)))


def test_its_edges_are_the_pairs_of_who_met_whom(reporting: Reporting) -> None:
    read = {(min(ends), max(ends)): (edge["meetings"], edge.get("first_met"), edge.get("last_met"))
            for *ends, edge in graph(reporting).edges(data=True)}
    told = {(row["person_a_id"], row["person_b_id"]): (row["meetings"], *(day and day.isoformat() for day in (row["first_met"],
                                                                                                              row["last_met"])))
            for row in reporting.rows("FROM reporting.who_met_whom")}
    assert read == told and len(told) > 30


def test_people_have_names_countries_titles_and_counts(reporting: Reporting) -> None:
    read = graph(reporting)
    assert read.nodes["gerald-ford"] == {"label": "Gerald Ford", "name": "Gerald Ford", "country": "United States",
                                         "country_code": "US", "title": "President",
                                         "meetings": read.nodes["gerald-ford"]["meetings"]}
    assert read.nodes["gerald-ford"]["meetings"] == len({
        meeting for *_, ids in read.edges("gerald-ford", data="meeting_ids") for meeting in ids.split(";")}) > 3


def test_attributes_are_typed_and_labels_and_weights_are_there(reporting: Reporting) -> None:
    keys = etree.fromstring(written(reporting)).findall("g:key", XML)
    typed = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert typed.items() >= {("node", "label"): "string", ("node", "meetings"): "long", ("edge", "weight"): "double",
                             ("edge", "meetings"): "long", ("edge", "first_met"): "string"}.items()
    assert len({key.get("id") for key in keys}) == len(keys)


def test_a_period_and_a_country_leave_out_the_others(reporting: Reporting) -> None:
    helsinki = graph(reporting, first=date(1975, 7, 28), last=date(1975, 8, 5))
    assert "gerald-ford" in helsinki and "ronald-reagan" not in helsinki
    one_day = graph(reporting, first=date(1975, 8, 2), last=date(1975, 8, 2))
    assert one_day.edges["gerald-ford", "leonid-brezhnev"]["meetings"] == 1
    assert graph(reporting).edges["gerald-ford", "leonid-brezhnev"]["meetings"] == 2
    german = graph(reporting, countries=("DE",))
    assert german.number_of_edges() > 0
    assert all("Germany" in {read.nodes[one].get("country"), read.nodes[other].get("country")}
               for read in (german,) for one, other in german.edges)


def test_where_nobody_met_that_is_said(reporting: Reporting) -> None:
    with pytest.raises(NothingToExport, match="No two people of whom this is asked are known to have met"):
        graph(reporting, first=date(1800, 1, 1), last=date(1800, 12, 31))


def test_hostile_names_are_names(hostile: Path) -> None:
    with open_reporting(hostile) as reporting:
        names = {name[:-7] for _, name in graph(reporting).nodes(data="label")}
    assert names and names <= set(map(in_one_line, HOSTILE))


def test_what_has_no_day_is_in_no_period(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.meetings SET start_date = NULL, end_date = NULL")
    with open_reporting(changed) as reporting:
        assert "first_met" not in next(iter(graph(reporting).edges(data=True)))[2]
        with pytest.raises(NothingToExport):
            graph(reporting, first=date(1900, 1, 1))
