"""The words that a frame needs never hide a match of it."""
from __future__ import annotations

import re

import pytest

from etl.evaluation.labels import labelled
from etl.framing.anchors import Anchors
from etl.framing.grammar import grammar
from etl.framing.skeleton import skeleton
from etl.knowledge import load_knowledge
from etl.reading import read
from seeds import SEEDS

TEXTS = [*(SEEDS / "bulletins").glob("*.txt"), *(text for text, _ in labelled(SEEDS.parent / "tests" / "corpus"))]


@pytest.mark.parametrize("pattern", [".*", "[a-z]+ {2}", "(?:a|.)b"])
def test_a_pattern_that_can_begin_with_anything_is_always_due(pattern):
    assert Anchors([pattern]).due(["x"]) == [0]


def test_a_pattern_without_its_word_is_not_due():
    assert Anchors(["(?:met|meets) with", "(?:held|had) talks"]).due("they had talks".split()) == [1]


def test_each_place_where_a_word_must_begin_has_to_be_filled():
    anchors = Anchors(["(?:travelled|flew) (?:[a-z]+ ){0,3}?(?:to|for) the (?:coast|port)s?"])
    assert anchors.due("they flew at once for the ports".split()) == [0]
    assert anchors.due("they waited for the ports".split()) == anchors.due("they flew for the hills".split()) == []


@pytest.mark.parametrize("word", ["telephone", "phone", "videophone"])
def test_a_word_may_begin_with_a_part_that_can_be_left_out(word):
    assert Anchors(["(?:tele|video)?phone calls?"]).due([word, "calls"]) == [0]


@pytest.mark.parametrize("pattern", ["(?:met|meets) with", "(?:a|the) call", "visit(?:ed|s)? to",
                                     "(?:held|had) {ADJ}talks".replace("{ADJ}", "(?:[a-z]+ ){0,3}")])
@pytest.mark.parametrize("sentence", ["they met with her", "he meets with her", "the call was long", "she visited to see",
                                      "they held long talks", "nobody spoke"])
def test_a_pattern_that_matches_is_due(pattern, sentence):
    matches = re.search(rf"(?<!\S)(?:{pattern})", sentence) is not None
    assert not matches or Anchors([pattern]).due(sentence.split()) == [0]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in TEXTS])
def test_no_frame_that_matches_a_sentence_of_our_texts_is_left_out(path):
    frames = grammar().frames
    anchors = Anchors(frame.form.pattern for frame in frames)
    for sentence in read(path.read_text(encoding="utf-8"), load_knowledge()).sentences:
        skel = skeleton(sentence)
        matching = {i for i, frame in enumerate(frames) if frame.form.search(skel.text)}
        assert matching <= set(anchors.due(skel.tokens)), skel.text


def test_a_phrase_is_due_for_its_longest_word_only():
    anchors = Anchors(["(?:went to|in the company of|took leave of|takes leave of) her"])
    assert anchors.due("they took leave of her".split()) == anchors.due("in the company of her".split()) == [0]
    assert anchors.due("in the house of her aunt".split()) == anchors.due("the talk led to her".split()) == []
