"""Whom "Mrs X" and the bare name mean beside a man of that name."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people, reading_of


def parties(text: str) -> set[str]:
    """Return the keys of the parties of the encounter told last."""
    return {s.key for s in reading_of(text + "\n").drafts[-1].sides}


def test_mrs_beside_her_husband_is_somebody_of_her_own():
    text = "President Otto Kern and Mrs. Kern were received by King Harald on May 5."
    assert parties(text) == {"otto-kern", "mrs-kern", "harald"}
    assert parties(f"{text} Kern then met Ivo Reis.") == {"otto-kern", "ivo-reis"}


def test_mrs_is_the_wife_whom_the_text_names():
    text = "President Otto Kern and his wife, Ada Kern, arrived in Lisbon on May 5. Mrs. Kern visited a school in Sintra."
    assert parties(text) == {"ada-kern"}
    assert parties(f"{text} Kern met Ivo Reis on May 6.") == {"otto-kern", "ivo-reis"}


@pytest.mark.parametrize("text", [
    "Ada Kern arrived in Lisbon on May 5. Mrs. Kern visited a school in Sintra.",
    "Mrs. Kern visited a school in Sintra on May 4. Prime Minister Ada Kern met Ivo Reis.",
])
def test_any_other_mrs_is_the_person_of_that_name(text):
    assert "Mrs Kern" not in people(text)


def test_a_name_that_a_couple_shares_is_hers():
    found = extracted("Mr Kern left Oslo on May 4. The President and Mrs Kern landed in Lima on May 5.\n")
    text = found.source.text
    assert {m.span.of(text) for m in found.mentions if m.entity_key == "mrs-kern"} == {"Kern"}
    assert {m.span.of(text) for m in found.mentions if m.entity_key == "kern"} == {"Kern", "The President and Mrs Kern"}
