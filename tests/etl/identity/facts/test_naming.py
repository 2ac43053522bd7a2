"""The ids of facts hang on the accounts alone."""
from __future__ import annotations

from etl.identity.account import Ref
from etl.identity.facts.naming import ids_of

from ..occasions.telling import told

EARLY = told("b", "zarif.IR", seen="2019-01-01", key="k2")
LATE = told("a", "zarif.IR", seen="2019-02-01", key="k1")
OTHER = told("c", "zarif.IR", seen="2019-03-01", key="k2")
ALL = {x.ref: x for x in (EARLY, LATE, OTHER)}


def test_the_earliest_document_gives_the_id() -> None:
    assert set(ids_of([(LATE.ref, EARLY.ref)], ALL).values()) == {"k2"}


def test_of_two_facts_with_one_key_the_later_one_is_marked() -> None:
    ids = ids_of([(OTHER.ref,), (EARLY.ref, LATE.ref)], ALL)
    assert ids[EARLY.ref] == "k2"
    assert ids[OTHER.ref].startswith("k2-")
    assert len(set(ids.values())) == 2


def test_a_document_without_a_day_comes_last() -> None:
    undated = told("a", "zarif.IR", key="k0")
    assert set(ids_of([(undated.ref, EARLY.ref)], {undated.ref: undated, EARLY.ref: EARLY}).values()) == {"k2"}
    assert Ref("a", "k0") == undated.ref
