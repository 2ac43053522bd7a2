"""What is proposed fits what is being written."""
from __future__ import annotations

import pytest

from rapporteur.completion import Catalog, Proposal, proposals

CATALOG = Catalog(
    {"meetings": "One row per encounter.", "meeting_places": "One row per place.", "people": "One row per person."},
    {"meetings": {"meeting_id": "Id of it.", "place": "First place."}, "meeting_places": {"meeting_id": "Id.", "place_id": "Place."},
     "people": {"name": "Fullest name."}})


def proposed(before: str, after: str = "") -> list[str]:
    return [proposal.words for proposal in proposals(CATALOG, before, before + after)]


@pytest.mark.parametrize(("before", "expected"), [
    ("FROM reporting.", ["meetings", "meeting_places", "people"]),
    ("FROM reporting.MEETING_", ["meeting_places"]),
    ("FROM pe", ["reporting.people"]),
    ("FROM rep", ["reporting.meetings", "reporting.meeting_places", "reporting.people"]),
    ("sel", ["SELECT"]),
    ("FROM reporting.people AS one WHERE one.", ["name"]),
    ("FROM reporting.people one WHERE one.na", ["name"]),
    ("FROM reporting.people WHERE people.", ["name"]),
    ("FROM reporting.people WHERE nobody.", []),
    ("FROM reporting.meetings JOIN reporting.meeting_places USING (pla", ["place", "place_id"]),
    ("FROM reporting.nothing WHERE na", []),
    ("SELECT 1 ", []),
    ("", []),
])
def test_views_columns_and_words_of_sql_are_proposed(before: str, expected: list[str]) -> None:
    assert proposed(before) == expected


def test_columns_are_those_of_a_view_that_is_named_later() -> None:
    assert proposed("SELECT na", " FROM reporting.people") == ["name"]


def test_a_proposal_says_what_it_means_and_what_it_replaces() -> None:
    assert list(proposals(CATALOG, "FROM reporting.peo", "FROM reporting.peo")) == [Proposal("people", 3, "One row per person.")]
