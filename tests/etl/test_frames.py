"""Every frame of the grammar finds the examples it is given and leaves the counter-examples alone."""
from __future__ import annotations

import pytest

from etl.knowledge import toml
from tests.etl.reading import extracted

FRAMES = toml("encounters.toml")["frame"]
KNOWN_FAILURES: dict[str, str] = {}
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


def told(frame: dict, sentence: str) -> list[str]:
    """Return the kinds of meeting that a document made of one sentence tells."""
    text = sentence if sentence.endswith((".", ")")) else sentence + "."
    return [m.kind for m in extracted(text).meetings]


def family(kind: str) -> str:
    """Return whether a kind is a journey, a gathering or an encounter of sides."""
    return {"visit": "visit", "conference": "conference"}.get(kind, "encounter")


@pytest.mark.parametrize(("frame", "sentence"), examples("positive"))
def test_a_frame_finds_its_examples(frame, sentence):
    assert family(frame["kind"]) in {family(kind) for kind in told(frame, sentence)}


@pytest.mark.parametrize(("frame", "sentence"), examples("negative"))
def test_a_frame_leaves_its_counter_examples_alone(frame, sentence):
    assert told(frame, sentence) == []


@pytest.mark.parametrize("frame", [pytest.param(f, id=f["name"]) for f in FRAMES])
def test_a_frame_has_an_example_and_a_counter_example(frame):
    assert frame["positive"] and frame["negative"]


def test_frames_have_names_of_their_own():
    names = [frame["name"] for frame in FRAMES]
    assert len(names) == len(set(names))
