"""How much of two titles or subjects is in common."""
from __future__ import annotations

import pytest

from etl.identity.facts.wording import likeness, numbers_differ, wording_of


@pytest.mark.parametrize(("a", "b", "least", "most"), [
    ("gas export deal", "agreement on the export of gas", 1.0, 1.0),
    ("defense cooperation agreement", "agreement on military cooperation", 1.0, 1.0),
    ("the Munich Security Conference", "Munich Security Conference", 1.0, 1.0),
    ("agreement on fisheries", "fishing agreement", 1.0, 1.0),
    ("agreement on gas", "agreement on gas, electricity and water", 0.4, 0.7),
    ("agreement on gas", "agreement on visas", 0.0, 0.0),
    ("Astana summit", "Astanna summit", 1.0, 1.0),
])
def test_two_phrases(a: str, b: str, least: float, most: float) -> None:
    assert least <= likeness(wording_of(a), wording_of(b)) <= most
    assert likeness(wording_of(a), wording_of(b)) == likeness(wording_of(b), wording_of(a))


def test_a_phrase_that_tells_nothing_is_like_none() -> None:
    assert likeness(wording_of("memorandum of understanding"), wording_of("gas")) is None


def test_rare_words_count_for_more() -> None:
    a, b = wording_of("Basra railway"), wording_of("Mosul railway")
    assert likeness(a, b, {"basra": 5.0, "mosul": 5.0}) < likeness(a, b)


@pytest.mark.parametrize(("a", "b", "differ"), [
    ("14th session", "15th session", True), ("14th session", "session", False), ("third round", "3rd round", False),
    ("2018 protocol", "2019 protocol", True),
])
def test_numbers_tell_one_of_a_series_from_the_next(a: str, b: str, differ: bool) -> None:
    assert numbers_differ(wording_of(a), wording_of(b)) is differ
