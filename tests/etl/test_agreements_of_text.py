"""In a text about two states, an agreement of which nobody is told to be a party is theirs."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of

TWO = "Peru looks back on a good year. Nothing was as good for Chile. Chilean goods are sold in Peru, and Peruvian ones in Chile. "
THREE = TWO + "Bolivia, Bolivian goods and Bolivian ports are another matter. "


def parties(text: str) -> list[set[str | None]]:
    """Return the states of the parties of the agreements of a text."""
    return [{p.country for p in a.parties} for a in extracted(text + "\n").agreements]


@pytest.mark.parametrize("sentence", [
    "An agreement on fish was signed on May 4.", "The Fishing Agreement has been in suspense since May.",
    "An agreement on fish is under negotiation.", "Peru signed an agreement on fish on May 4.",
])
def test_it_is_between_the_two_states_of_the_text(sentence):
    assert parties(TWO + sentence) == [{"PE", "CL"}]


@pytest.mark.parametrize("sentence", ["An agreement on fish was signed on May 4.", "The Fishing Agreement has been in suspense since May."])
def test_a_text_about_three_states_leaves_it_open(sentence):
    assert parties(THREE + sentence) == []


def test_a_traveller_signs_with_the_state_where_he_is():
    text = "Travels of Chilean Foreign Minister Ana Reis\n\nMay 4, 1992. Lima, Peru. Signed an agreement on fish.\n\n" \
        "May 6, 1992. Oslo, Norway. Official visit.\n"
    (pact,) = reading_of(text, head="").pacts
    assert {s.country for s in pact.sides} == {"CL", "PE"}
