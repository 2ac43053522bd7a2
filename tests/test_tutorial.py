"""Who follows the tutorial sees what it says."""
from __future__ import annotations

from pathlib import Path

from tests.readme import rewritten
from tests.tutorial import TUTORIAL, prepare


def test_the_answers_shown_are_those_that_are_given(tmp_path: Path) -> None:
    told = TUTORIAL.read_text(encoding="utf-8")
    prepare(told, tmp_path)
    assert rewritten(told, tmp_path) == told, "run `make docs`"
