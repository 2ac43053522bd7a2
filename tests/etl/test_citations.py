"""Which brackets cite a source, which outlet, and of which day."""
from __future__ import annotations

from datetime import date

import pytest

from etl.knowledge import load_knowledge
from etl.sources.citations import find_citations
from etl.time.dates import Calendar

MAY = Calendar(date(2021, 5, 3), date(2021, 5, 9))


def cited(text: str) -> list[tuple[str, str | None]]:
    """Return the keys of the outlets of a text with the day of each."""
    brackets = find_citations(text, 0, len(text), MAY, load_knowledge())
    return [(c.outlet_key, c.reported_on and c.reported_on.isoformat()) for b in brackets for c in b.citations]


@pytest.mark.parametrize(("text", "expected"), [
    ("They met (Reuters, May 4).", [("reuters", "2021-05-04")]),
    ("They met [Reuters, 5/4/21].", [("reuters", "2021-05-04")]),
    ("They met (Reuters; AFP, May 4).", [("reuters", "2021-05-04"), ("afp", "2021-05-04")]),
    ("They met (Reuters, May 4; AFP, May 5).", [("reuters", "2021-05-04"), ("afp", "2021-05-05")]),
    ("They met (Reuters, May 4-5).", [("reuters", "2021-05-05")]),
    ("They met (the Reuters news agency, May 4, 2021).", [("reuters", "2021-05-04")]),
    ("They met (Reuters).", [("reuters", None)]),
    ("They met (The Hindu, May 4; Hindu, May 5).", [("the-hindu", "2021-05-04"), ("the-hindu", "2021-05-05")]),
    ("They met (Zanzara Post, May 4).", [("zanzara-post", "2021-05-04")]),
])
def test_a_bracket_with_an_outlet_is_a_citation(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("They met — Reuters, 4 May.", [("reuters", "2021-05-04")]),
    ("They met. – Reuters, 4 May", [("reuters", "2021-05-04")]),
    ("They met — Reuters, 4 May; Zanzara Post, 5 May.", [("reuters", "2021-05-04"), ("zanzara-post", "2021-05-05")]),
    ("They met — Reuters, 4 and 5 May. Nobody spoke.", [("reuters", "2021-05-05")]),
    ("They met - Zanzara Post, May 4.", [("zanzara-post", "2021-05-04")]),
])
def test_outlets_and_days_alone_behind_a_closing_dash_are_a_citation(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize("text", [
    "They met in the capital — Oslo, 4 May.", "They met — Ana Reis and Ivo Kern — on 4 May.", "They met — on 4 May.",
    "The first stop — Zanzara Bay, 4 May. The second was Rome.", "They met once - the day was fine - on May 4.",
])
def test_other_words_behind_a_dash_are_none(text):
    assert cited(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("They met /Reuters, 4 V/.", [("reuters", "2021-05-04")]),
    ("They met /Zanzara Post, May 4; AFP, May 5/.", [("zanzara-post", "2021-05-04"), ("afp", "2021-05-05")]),
    ("They met [Reuters 4/5].", [("reuters", "2021-05-04")]),
    ("They met [Reuters, AFP 5/7; Zanzara Post 5/8].",
     [("reuters", "2021-05-07"), ("afp", "2021-05-07"), ("zanzara-post", "2021-05-08")]),
    ("They met (AFP, 5 V 2021).", [("afp", "2021-05-05")]),
])
def test_a_citation_can_stand_between_strokes_and_give_its_month_by_a_number(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize("text", ["men and/or women", "the minister /and his wife/ left", "pages 4/5 (Kern 4/5 of it)", "[see 4/5]"])
def test_other_strokes_and_fractions_are_none(text):
    assert cited(text) == []


@pytest.mark.parametrize("text", [
    "the Food and Agriculture Organization (FAO)", "they met (for the first time in years).", "the river (see below)",
    "King Hussein (1935-1999)", "Ana Reis (left)",
    "the minister (who was born on May 4, 1961)", "the party (founded in May)", "()", "( )",
])
def test_other_brackets_are_none(text):
    assert cited(text) == []


def test_each_outlet_has_the_span_of_its_own_words():
    text = "They met (Reuters; Zanzara Post, May 4)."
    spans = [c.span.of(text) for b in find_citations(text, 0, len(text), MAY, load_knowledge()) for c in b.citations]
    assert spans == ["Reuters", "Zanzara Post"]


def test_a_misspelt_outlet_is_not_repaired():
    assert cited("They met (Reutres, May 4).") == [("reutres", "2021-05-04")]


@pytest.mark.parametrize(("text", "outlets"), [
    ("They met (B92, May 4).", ["b92"]), ("They met (The Globe and Mail, May 4).", ["the-globe-and-mail"]),
    ("They met (Reuters and AFP, May 4).", ["reuters", "afp"]), ("They met (Zanzara Post, Oslo, May 4).", ["zanzara-post"]),
])
def test_an_outlet_may_bear_a_number_an_and_or_its_town(text, outlets):
    assert [key for key, _ in cited(text)] == outlets
