"""The network is laid out the same way every time, shows the strongest pairs, and says what it leaves out."""
from __future__ import annotations

import os
import subprocess
import sys
from collections import namedtuple
from itertools import combinations
from pathlib import Path

from explorer.layout import HIGH, WIDE, apart, laid_out, strongest

ROOT = Path(__file__).parents[2]
Pair = namedtuple("Pair", "one_id one one_country other_id other other_country meetings pairs people")


def pairs(*told: tuple[str, str, int]) -> list[Pair]:
    """Return pairs, those of most meetings first, as the query does."""
    people = len({name for one, other, _ in told for name in (one, other)})
    return [Pair(one, one.upper(), "US", other, other.upper(), None, meetings, len(told), people)
            for one, other, meetings in sorted(told, key=lambda pair: -pair[2])]


MANY = pairs(*((f"p{one:02}", f"p{other:02}", 1 + (one * other) % 7)
               for one, other in combinations(range(30), 2) if (one + other) % 5 == 0))


def test_the_same_pairs_are_laid_out_alike_in_every_process() -> None:
    told = "from tests.explorer.test_layout import MANY, laid_out; print(laid_out(MANY, most=20))"
    drawn = {subprocess.run([sys.executable, "-c", told], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
                            capture_output=True, text=True, check=True).stdout for seed in "123"}
    assert len(drawn) == 1


def test_no_more_people_are_drawn_than_asked_and_the_rest_is_counted() -> None:
    network = laid_out(MANY, most=12)
    drawn = {node.id for node in network.nodes}
    assert len(drawn) <= 12
    assert network.people == 30
    assert network.pairs == len(MANY)
    assert all({edge.one_id, edge.other_id} <= drawn for edge in network.edges)


def test_the_pairs_that_met_most_often_come_first() -> None:
    shown = strongest(pairs(("a", "b", 9), ("c", "d", 5), ("a", "c", 1), ("e", "f", 4)), most=4)
    assert {(pair.one_id, pair.other_id) for pair in shown} == {("a", "b"), ("c", "d"), ("a", "c")}


def test_a_person_counts_the_meetings_of_the_pairs_that_are_drawn() -> None:
    network = laid_out(pairs(("a", "b", 3), ("a", "c", 2)), most=10)
    assert {node.id: node.meetings for node in network.nodes} == {"a": 5, "b": 3, "c": 2}
    assert {node.name for node in network.nodes} == {"A", "B", "C"}


def test_names_do_not_cover_each_other() -> None:
    places = apart({"a": (0.0, 0.0), "b": (0.0, 0.0), "c": (0.2, 0.1), "d": (9.0, 9.0)})
    assert places["d"] == (9.0, 9.0)
    for one, other in combinations("abc", 2):
        (x, y), (u, v) = places[one], places[other]
        assert ((x - u) / WIDE) ** 2 + ((y - v) / HIGH) ** 2 > 0.98


def test_nobody_is_drawn_where_nobody_met() -> None:
    assert laid_out([], most=10).nodes == ()
