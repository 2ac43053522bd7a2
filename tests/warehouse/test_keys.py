"""Keys are short, readable and the same in every run."""
from __future__ import annotations

import pytest

from warehouse.keys import digest, document_key, organization_key, place_key, position_key, slug


@pytest.mark.parametrize(("text", "key"), [
    ("Mohammad Javad Zarif", "mohammad-javad-zarif"),
    ("Esmail Qa'ani", "esmail-qaani"),
    ("Esmail Qa’ani", "esmail-qaani"),
    ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
    ("  Côte d’Ivoire -- (Abidjan) ", "cote-divoire-abidjan"),
    ("U.S. Department of State", "u-s-department-of-state"),
    ("Straße", "strasse"),
    ("ﬁne_print", "fine-print"),
    ("Владимир", "владимир"),
    ("...", ""),
])
def test_a_slug_is_folded_words_joined_by_hyphens(text: str, key: str) -> None:
    assert slug(text) == key


def test_a_country_tells_namesakes_apart() -> None:
    assert place_key("Tripoli", "LY") == "tripoli-ly"
    assert organization_key("United Nations", None) == "united-nations"


def test_letter_case_of_a_title_makes_no_new_post() -> None:
    assert position_key("a", "Envoy", None, "AT", False) == position_key("a", "envoy", None, "AT", False)
    assert position_key("a", "Envoy", None, "AT", False) != position_key("a", "Envoy", None, "AT", True)


def test_digests_tell_parts_and_absence_apart() -> None:
    assert len({digest("a", "b"), digest("ab"), digest("a", None, "b"), digest("a", "", "b")}) == 4


def test_a_document_is_known_by_its_address() -> None:
    assert document_key("file:///note.txt") == "be0b77c6d3777b86"
