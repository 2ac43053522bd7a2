"""Whether two parties can be one, and how much that says."""
from __future__ import annotations

import pytest

from etl.identity.facts.party import BODY, NAMED, SHARED, SOLE, STATE, VAGUE, Party, fit, pair_parties

from ..occasions.telling import party


@pytest.mark.parametrize(("a", "b", "worth"), [
    ("zarif.IR", "zarif.IR", NAMED),
    ("zarif.IR", "araqchi.IR", 0.0),
    ("@hamas.PS", "@hamas", NAMED),
    ("@hamas.PS", "@fatah.PS", 0.0),
    ("zarif.IR.foreign minister", ".IR.minister of foreign affairs", SOLE),
    ("zarif.IR.foreign minister", ".IR.oil minister", 0.0),
    ("zarif.IR.foreign minister", ".IQ.foreign minister", 0.0),
    ("zarif.IR.foreign minister", "..foreign minister", VAGUE),
    ("masjedi.IR.ambassador", ".IR.ambassador", SHARED),
    ("zarif.IR", ".IR.foreign minister", STATE),
    ("zarif.IR.foreign minister", ".IR.senior officials", VAGUE),
    ("zarif.IR.foreign minister", ".IR", VAGUE),
    ("zarif", ".IR", 0.0),
])
def test_two_parties(a: str, b: str, worth: float) -> None:
    assert fit(party(a), party(b)) == fit(party(b), party(a)) == worth


def test_a_body_may_be_told_for_its_member() -> None:
    assert fit(Party("haniyeh", "hamas", "chief", "PS"), Party(None, "hamas", None, "PS")) == BODY


def test_each_party_is_one_other_at_most() -> None:
    found = pair_parties([party("zarif.IR"), party(".IR")], [party("zarif.IR")])
    assert found.worth == (NAMED,)
    assert found.left == (party(".IR"),)
