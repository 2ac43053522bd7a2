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


@pytest.mark.parametrize("times", ["09:30 – ", "9:30 ", "09:30 a.m. - "])
@pytest.mark.parametrize(("keeper", "who"), [("Prime Minister Ana Reis", "ana-reis"), ("the Prime Minister", "Prime Minister")])
def test_the_entries_of_a_programme_are_those_of_whom_its_title_names(times, keeper, who):
    text = f"Programme of {keeper}, 4 May 1992\n\n{times}Meeting with the Ambassador of Peru, Otto Kern\n" \
        f"{times}Receives the Foreign Minister of Finland, Ada Lund\n{times}State dinner\n"
    assert [{s.key or s.text for s in d.sides} for d in reading_of(text, head="").drafts] == [{who, "otto-kern"}, {who, "ada-lund"}]


def test_a_time_that_a_sentence_goes_on_with_is_no_entry():
    text = "On May 4, 1992, President Otto Kern met with Ada Holm in Lima. The session began at\n10:30 Lima time and ended in the evening.\n"
    assert told(text)[0] == ("meeting", "1992-05-04", ["Lima"])


def test_a_wrapped_line_that_begins_with_a_time_is_no_entry():
    text = "Note\n\nOn May 4, 1992, President Otto Kern met with Ada Holm in the old palace of Lima at about\n10:30 GMT and again in the evening.\n"
    assert told(text) == [("meeting", "1992-05-04", ["Lima"])]
