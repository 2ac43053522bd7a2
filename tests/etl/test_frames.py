"""Every frame of the grammar finds the examples it is given and leaves the counter-examples alone."""
from __future__ import annotations

import pytest

from etl.knowledge import toml
from tests.etl.reading import extracted

FRAMES = toml("encounters.toml")["frame"]
BEFORE = "Portuguese President Ana Reis and Swedish Prime Minister Ulf Dahl praised the report of the ministry. "
"""An item's first sentence, which tells no encounter, for examples that speak of "the two" or "the envoy"."""
JOURNEY = "Portuguese President Ana Reis visited Malta on May 4. "
KNOWN_FAILURES: dict[str, str] = {
    'Preparations for the planned Chile-Peru summit continue.':
        '"Chile-Peru" is one word that names nothing',
    'A Kenya-Uganda summit was held in Entebbe.':
        '"Kenya-Uganda" is one word that names nothing',
    'Deputy Premier Yerlan Omarov led a trade delegation to Budapest.':
        'the group "a trade delegation to Budapest" swallows the place',
}
"""Examples that fail now, with the reason; a strict xfail says when one is mended."""


def examples(field: str) -> list:
    """Return the examples of all frames as parameters: the frame and the sentence."""
    out = []
    for frame in FRAMES:
        for sentence in frame[field]:
            reason = KNOWN_FAILURES.get(sentence)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            out.append(pytest.param(frame, sentence, id=f"{frame['name']}: {sentence[:40]}", marks=marks))
    return out


def told(sentence: str, *, before: str = "") -> list[str]:
    """Return the kinds of meeting that a document made of one sentence tells, or of one sentence after another."""
    text = sentence if sentence.endswith((".", ")")) else sentence + "."
    return [m.kind for m in extracted(before + text).meetings]


def family(kind: str) -> str:
    """Return whether a kind is a journey or an encounter; one of a single group is told as a conference."""
    return "journey" if kind == "visit" else "encounter"


def test_the_sentences_before_an_example_tell_what_they_should():
    assert told(BEFORE) == []
    assert told(JOURNEY) == ["visit"]


@pytest.mark.parametrize(("frame", "sentence"), [p for p in examples("positive") if p.values[0].get("attach") != "company"])
def test_a_frame_finds_its_examples_alone_or_within_an_item(frame, sentence):
    kinds = told(sentence) or told(sentence, before=BEFORE)
    assert family(frame["kind"]) in {family(kind) for kind in kinds}


@pytest.mark.parametrize(("frame", "sentence"), [p for p in examples("positive") if p.values[0].get("attach") == "company"])
def test_who_came_along_is_a_party_of_what_is_told_before(frame, sentence):
    meetings = extracted(JOURNEY + sentence).meetings
    assert any(len(m.parties) > 1 for m in meetings)


@pytest.mark.parametrize(("frame", "sentence"), examples("negative"))
def test_a_frame_leaves_its_counter_examples_alone(frame, sentence):
    assert told(sentence) == []


@pytest.mark.parametrize("frame", [pytest.param(f, id=f["name"]) for f in FRAMES])
def test_a_frame_has_two_examples_and_a_counter_example(frame):
    assert len(frame["positive"]) >= 2 and frame["negative"]


def test_frames_have_names_of_their_own():
    names = [frame["name"] for frame in FRAMES]
    assert len(names) == len(set(names))
