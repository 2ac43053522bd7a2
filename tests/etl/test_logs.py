"""Rows of travel logs and tables: days and places stand at the head of a row, in any order and behind any mark."""
from __future__ import annotations

import pytest

from tests.etl.reading import reading_of

TITLE = "Travels of Foreign Minister Ana Reis, 1992\n\n"
NEXT = "\nFebruary 3, 1992. Oslo, Norway. Official visit.\n"


def told(text: str) -> list[tuple[str, str, list[str | None]]]:
    """Return kind, first day and places of the encounters of a text."""
    return [(d.kind, str(d.when.start), [p.name for p in d.places]) for d in reading_of(text, head="").drafts]


@pytest.mark.parametrize("row", [
    "January 14, 1992. Lima, Peru. Met with President Otto Kern.",
    "Peru | Lima | January 14, 1992 | Met with President Otto Kern.",
    "January 14 | Lima, Peru | Met with President Otto Kern.",
    "January 14 — Lima, Peru — Met with President Otto Kern.",
    "Lima, Peru; January 14: Met with President Otto Kern.",
    "Lima (January 14, 1992): talks with President Otto Kern.",
    "14 January 1992: Lima. Talks with President Otto Kern.",
])
def test_the_head_of_a_row_tells_a_stay_and_where_and_when_the_rest_was(row):
    assert told(f"{TITLE}{row}\n{NEXT}")[:2] == [("visit", "1992-01-14", ["Lima"]), ("meeting", "1992-01-14", ["Lima"])]


def test_places_and_days_at_the_heads_of_texts_from_one_place_are_datelines():
    text = "Foreign Minister Ana Reis in Lima\n\nLima, January 14, 1992 - Talks with President Otto Kern were useful.\n\n" \
        "Lima, January 15, 1992 - Met with Ada Holm.\n"
    assert {kind for kind, _, _ in told(text)} == {"meeting"}


def test_the_edges_of_a_table_hide_no_row():
    table = "| Day | Country | City | Occasion |\n|---|---|---|---|\n| 14 January 1992 | Peru | Lima | Met with President Otto Kern. |\n" \
        "| 3 February 1992 | Norway | Oslo | Official visit. |\n"
    assert told(TITLE + table) == [("visit", "1992-01-14", ["Lima"]), ("meeting", "1992-01-14", ["Lima"]),
                                   ("visit", "1992-02-03", ["Oslo"])]


def test_a_row_names_several_places_and_its_encounters_none_of_them():
    row = "Chile | Santiago, Arica | January 14 | Met with President Otto Kern.\n"
    stay, meeting, _ = reading_of(TITLE + row + NEXT, head="").drafts
    assert [p.name for p in stay.places] == ["Santiago", "Arica"]
    assert [(p.name, p.country) for p in meeting.places] == [(None, "CL")]


def test_a_place_and_a_day_before_a_subject_are_no_row_of_their_own():
    text = "Note\n\nLima, January 14, 1992: President Otto Kern met Ada Holm.\n"
    assert told(text) == [("meeting", "1992-01-14", ["Lima"])]
