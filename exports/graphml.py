"""Write who met whom as a graph in GraphML: people are its nodes, and an edge joins two who took part in the same meetings.

Attributes are typed, and nodes have a `label` and edges a `weight`, as Gephi wants them; GraphML has no days, so they are text.
"""
from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import networkx

from exports.choice import Choice
from exports.errors import NothingToExport
from exports.plain_text import in_one_line
from exports.reporting import Reporting

PAIRS = Path(__file__).with_suffix(".sql")
PEOPLE = "SELECT person_id, name, country_code, current_title, current_organization FROM reporting.people ORDER BY person_id"


def write_graph(reporting: Reporting, out: BinaryIO, choice: Choice) -> tuple[int, int]:
    """Write the graph of the meetings asked for and return how many people and pairs it has.

    Raises NothingToExport where nobody met anybody.
    """
    graph = network(reporting, choice)
    networkx.write_graphml(graph, out)
    return graph.number_of_nodes(), graph.number_of_edges()


def network(reporting: Reporting, choice: Choice) -> networkx.Graph:
    """Return the graph of the meetings asked for."""
    graph = networkx.Graph(name=f"Who met whom: the state after {reporting.state.run_id}")
    pairs = list(reporting.rows(PAIRS.read_text(encoding="utf-8"), choice.values))
    if not pairs:
        raise NothingToExport("No two people of whom this is asked are known to have met; ask for a longer period or for "
                              "other countries.")
    meetings: dict[str, set[str]] = {}
    for pair in pairs:
        for person_id in (pair["one"], pair["other"]):
            meetings.setdefault(person_id, set()).update(pair["meeting_ids"])
    for person in reporting.rows(PEOPLE):
        if person["person_id"] in meetings:
            graph.add_node(person["person_id"], **_known(
                label=person["name"], name=person["name"], country=reporting.countries.get(person["country_code"]),
                country_code=person["country_code"], title=person["current_title"], organization=person["current_organization"],
                meetings=len(meetings[person["person_id"]])))
    for pair in pairs:
        count = len(pair["meeting_ids"])
        graph.add_edge(pair["one"], pair["other"], **_known(
            label=f"{count} meeting{'s' * (count != 1)}", weight=float(count), meetings=count,
            first_met=pair["first_met"] and pair["first_met"].isoformat(),
            last_met=pair["last_met"] and pair["last_met"].isoformat(),
            meeting_ids=";".join(pair["meeting_ids"])))
    return graph


def _known(**attributes: str | int | float | None) -> dict[str, str | int | float]:
    """Return the attributes that have a value, as XML can hold it."""
    return {name: in_one_line(value) if isinstance(value, str) else value
            for name, value in attributes.items() if value is not None}
