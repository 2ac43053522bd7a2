"""Which outlets the running text itself names as its source."""
from __future__ import annotations

from datetime import date

import pytest

from etl.knowledge import load_knowledge
from etl.sources.attributions import find_attributions
from etl.time.dates import Calendar
from tests.etl.reading import extracted

MAY = Calendar(date(2021, 5, 3), date(2021, 5, 9))


def named(text: str) -> list[tuple[str, str | None]]:
    """Return the keys of the outlets that a text names, with the day of each."""
    found = find_attributions(text, 0, len(text), MAY, load_knowledge())
    return [(c.outlet_key, c.reported_on and c.reported_on.isoformat()) for b in found for c in b.citations]


@pytest.mark.parametrize(("text", "expected"), [
    ("According to Reuters, Ana Reis met Ivo Kern.", [("reuters", None)]),
    ("Ana Reis met Ivo Kern, Reuters reported on May 4.", [("reuters", "2021-05-04")]),
    ("The Zanzara News Agency reported that Ana Reis met Ivo Kern.", [("zanzara", None)]),
    ("As reported by the newspaper Zanzara Post, she met him.", [("zanzara-post", None)]),
    ("In an interview with Le Monde on May 5 she said that she had met him.", [("le-monde", "2021-05-05")]),
])
def test_a_name_beside_a_word_of_reporting_is_a_source(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("text", [
    "According to Ana Reis, the talks went well.",
    "According to the ministry, the talks went well.",
    "France said that the talks went well.",
    "Norway's Foreign Minister reported on the talks.",
    "Ana Reis visited Reuters in London.",
    "The talks failed, as a Hong Kong weekly claimed.",
])
def test_who_says_something_is_not_always_an_outlet(text):
    assert named(text) == []


def test_a_meeting_carries_the_source_that_its_sentence_names():
    x = extracted("According to Reuters, Foreign Minister Ana Reis met Defense Minister Ivo Kern on May 4.\n")
    assert [c.outlet for m in x.meetings for e in m.evidence for c in e.citations] == ["Reuters"]


def test_a_bracket_and_a_name_in_the_sentence_are_both_its_sources():
    x = extracted("Foreign Minister Ana Reis told Reuters that she met Defense Minister Ivo Kern (AFP, May 4).\n")
    assert [c.outlet for m in x.meetings for e in m.evidence for c in e.citations] == ["AFP", "Reuters"]
