"""Two accounts of bodies merge, are proposed, or stay apart as a careful reader would have it."""
from __future__ import annotations

import pytest

from etl.identity.bodies.resolve import resolve_bodies
from etl.knowledge import load_knowledge

from .pairs import ASK, KNOWN, ONE, PAIRS, TWO
from .told import told


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_a_pair(left: str, right: str, expected: str) -> None:
    found = resolve_bodies([told("a", left, key="a"), told("b", right, key="b")])
    got = ONE if len(set(found.ids.values())) == 1 else ASK if found.proposals else TWO
    links = [(link.score.points, link.score.reasons, link.against) for link in (*found.merges, *found.proposals)]
    assert got == expected, links


@pytest.mark.parametrize(("said", "key"), KNOWN)
def test_a_known_body(said: str, key: str | None) -> None:
    known = load_knowledge().bodies
    found = resolve_bodies([told("a", said, key="something-else")], known=known.values())
    links = [(link, link.score.points) for link in (*found.merges, *found.proposals)]
    (got,) = found.ids.values()
    assert (got if got in known else None) == key, links
