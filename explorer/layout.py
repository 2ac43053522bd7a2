"""Lay out who met whom: the strongest pairs, each group of people who are connected by itself, the same way every time."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, hypot, sqrt

import networkx

SEED = 7
WIDE, HIGH = 1.25, 0.75
"""Room that a person takes with his or her name, in the measure in which the people of a group lie about one apart."""
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A person in the network: where he is drawn, and in how many of the pairs' meetings he took part."""

    id: str
    name: str
    country_code: str | None
    x: float
    y: float
    meetings: int


@dataclass(frozen=True, slots=True)
class Network:
    """The people and pairs that are shown; `people` and `pairs` count those that there are."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple, ...]
    people: int
    pairs: int


def strongest(pairs: Sequence[tuple], *, most: int) -> list[tuple]:
    """Return the pairs among at most so many people, taken in by the pairs of most meetings, which come first."""
    chosen: set[str] = set()
    for pair in pairs:
        grown = chosen | {pair.one_id, pair.other_id}
        if len(grown) <= most:
            chosen = grown
    return [pair for pair in pairs if pair.one_id in chosen and pair.other_id in chosen]


def laid_out(pairs: Sequence[tuple], *, most: int) -> Network:
    """Return the network of the strongest pairs, laid out."""
    shown = strongest(pairs, most=most)
    graph = networkx.Graph()
    for pair in shown:
        graph.add_node(pair.one_id, name=pair.one, country_code=pair.one_country)
        graph.add_node(pair.other_id, name=pair.other, country_code=pair.other_country)
        graph.add_edge(pair.one_id, pair.other_id, weight=pair.meetings)
    places = apart(_places(graph))
    nodes = tuple(Node(known, graph.nodes[known]["name"], graph.nodes[known]["country_code"], *places[known],
                       int(graph.degree(known, weight="weight"))) for known in sorted(graph))
    people, every = (pairs[0].people, pairs[0].pairs) if pairs else (0, 0)
    return Network(nodes, tuple(shown), people, every)


def apart(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Return places moved as little as it takes to keep names from covering each other, which are wider than they are high."""
    moved = {known: list(place) for known, place in sorted(places.items())}
    for _ in range(ROUNDS):
        still = True
        for (_, one), (_, other) in combinations(moved.items(), 2):
            dx, dy = (other[0] - one[0]) / WIDE, (other[1] - one[1]) / HIGH
            distance = hypot(dx, dy)
            if distance < 1.0:
                still = False
                away = (1.0 - distance) / 2 / (distance or 1.0)
                dx, dy = (dx, dy) if distance else (0.0, 1.0)
                one[0], one[1] = one[0] - dx * away * WIDE, one[1] - dy * away * HIGH
                other[0], other[1] = other[0] + dx * away * WIDE, other[1] + dy * away * HIGH
        if still:
            break
    return {known: (round(x, 4), round(y, 4)) for known, (x, y) in moved.items()}


def _places(graph: networkx.Graph) -> dict[str, tuple[float, float]]:
    """Return where each node is drawn: groups that are not connected stand side by side, the largest first."""
    groups = sorted(networkx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    placed: dict[str, tuple[float, float]] = {}
    left, top, row_height, width = 0.0, 0.0, 0.0, 2.4 * sqrt(len(graph) or 1)
    for group in groups:
        size = 1.0 + sqrt(len(group))
        if left and left + size > width:
            left, top, row_height = 0.0, top - row_height, 0.0
        inside = networkx.spring_layout(_alone(graph, group), seed=SEED, weight=None, k=2.2 / sqrt(len(group)),
                                        iterations=ceil(60 + 400 / len(group)), scale=(size - 1.0) / 2 or 0.1)
        for known, (x, y) in inside.items():
            placed[known] = (round(left + size / 2 + float(x), 4), round(top - size / 2 + float(y), 4))
        left, row_height = left + size, max(row_height, size)
    return placed


def _alone(graph: networkx.Graph, group: set[str]) -> networkx.Graph:
    """Return a group in an order that hangs on nothing but its ids: that of a subgraph differs from process to process."""
    alone = networkx.Graph()
    alone.add_nodes_from(sorted(group))
    alone.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges(group)))
    return alone
