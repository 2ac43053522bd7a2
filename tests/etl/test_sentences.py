"""Where a sentence ends."""
from __future__ import annotations

import pytest

from etl.knowledge import load_knowledge
from etl.records import Span
from etl.spotting.sentences import sentences
from etl.spotting.tokens import Tokenizer
from tests.etl.reading import reading_of

ABBREVIATIONS = frozenset(load_knowledge().rules["groups"]["abbreviations"]["words"])


def divided(text: str) -> list[str]:
    """Return the sentences of a text."""
    units = Tokenizer(load_knowledge(), frozenset()).units(text, (Span(0, len(text)),), [])
    return [units.span(first, last).of(text) for first, last in sentences(units, ABBREVIATIONS)]


@pytest.mark.parametrize("parts", [
    ["She spoke.", "He left."], ["“I agree.”", "She left."], ["She spoke.[12]", "He left."],
    ["Mr. Kern met Dr. Banda at the Oslo Co. office."], ["It fell by 3.5 points."],
    ["The talks ended (they had begun in May.) in Oslo."], ["Did she go?", "She did!", "Good."],
    ["They met in the U.S.", "The visit was short."], ["No stop at the end"],
    ["The loan of $3 million grew by 4% Kern said.", "It is due."], ["The US$3 million went to the EU/AU Mission."],
])
def test_a_text_is_divided_where_its_sentences_end(parts):
    assert divided(" ".join(parts)) == parts


def test_nothing_has_no_sentences():
    assert divided("") == []


def test_what_never_stops_is_cut():
    parts = divided("Ada " * 2500)
    assert [len(part.split()) for part in parts] == [1000, 1000, 500]


@pytest.mark.parametrize("text", [
    "The India-U.S. council met Ada Holm in Oslo.", "TAMPA, Fla. – Ada Holm met Otto Kern in Oslo.",
])
def test_a_stop_of_a_state_in_letters_ends_no_sentence(text):
    assert len(reading_of(text + "\n", head="").sentences) == 1
