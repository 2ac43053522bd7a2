"""Whom a release means by "the President" alone, and the couple "the President and Mrs. X"."""
from __future__ import annotations

import pytest

from tests.etl.reading import people, reading_of

ABROAD = "On May 4 the President will meet President Otto Kern of Latvia in Riga. The President will travel to Tallinn on May 5.\n"


def sides(text: str) -> list[set[str]]:
    """Return the keys or words of the parties of each encounter."""
    return [{s.key or s.text for s in d.sides} for d in reading_of(text).drafts]


@pytest.mark.parametrize(("opening", "own"), [
    ("President Reis will travel to Latvia.\n\n", "reis"),
    ("Statement on the President's Trip to Latvia\n\nPresident Reis is looking forward to it.\n\n", "reis"),
    ("Statement on the President's Trip to Latvia\n\n", "President"),
])
def test_the_bare_post_is_the_writers_own_whomever_the_text_named_last(opening, own):
    assert sides(opening + ABROAD)[-2:] == [{own, "otto-kern"}, {own}]


@pytest.mark.parametrize("text", [
    "Latvian President Otto Kern arrived in Tallinn on May 4. The President met Ivo Reis.\n",
    "- President Reis spoke on May 3.\n- President Otto Kern of Latvia arrived in Tallinn on May 4. The President met Ivo Reis.\n",
])
def test_in_a_bulletin_and_after_another_holder_it_is_the_one_named_last(text):
    assert sides(text)[-1] == {"otto-kern", "ivo-reis"}


def test_a_post_and_mrs_are_a_couple_of_one_name():
    text = ("President and Mrs. Reis will travel to Riga on May 4. The President will meet President Otto Kern of Latvia. "
            "Mrs. Ada Reis will visit a school in Jurmala on May 5. Reis will then leave for Tallinn.\n")
    assert people(text) == ["Ada Reis", "Otto Kern", "Reis"]
    assert sides(text)[:2] == [{"reis", "ada-reis"}, {"reis", "otto-kern"}]


def test_a_stop_is_told_beside_the_journey_through_several_states():
    text = ("President Reis will travel to Latvia and Estonia from May 4 to May 6. On May 4 the President will arrive in Riga. "
            "On May 6 the President will fly to Tallinn.\n")
    merged = [{p.name or p.country for p in d.places} for d in reading_of(text).merged]
    assert merged == [{"LV", "EE"}, {"Riga"}, {"Tallinn"}]
