"""What a decision was about is found again by its words."""
from __future__ import annotations

import pytest

from warehouse.shown import nearest


@pytest.mark.parametrize(("text", "place", "found"), [
    ("Ada met Bo.", 0, 0),
    ("In brief. Ada met Bo.", 0, 10),
    ("Ada met Bo.", 9, 0),
    ("Ada met Bo. Later Ada left.", 16, 18),
    ("Ada met Bo. Later Ada left.", 2, 0),
    ("Bo left.", 0, None),
])
def test_words_are_found_nearest_to_where_they_stood(text: str, place: int, found: int | None) -> None:
    assert nearest(text, "Ada", place) == found
