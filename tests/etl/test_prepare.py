"""How one document is prepared: a long one where it can be ended, with the same result."""
from __future__ import annotations

from pathlib import Path

import pytest

from etl import prepare
from etl.errors import Rejection
from etl.formats.content import Limits
from etl.intake.discover import input_at
from etl.intake.inputs import Intake
from etl.intake.originals import Originals
from etl.prepare import Prepared, prepare_document
from seeds import SEEDS

BULLETIN = min((SEEDS / "bulletins").glob("*.txt"))


def prepared(path: Path, tmp_path: Path, limits: Limits = Limits()) -> Prepared:
    """Prepare one file."""
    return prepare_document(input_at(path), Intake(limits, Originals(tmp_path / "originals")))


def test_the_process_that_can_be_ended_extracts_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = prepared(BULLETIN, tmp_path)
    monkeypatch.setattr(prepare, "LONG", 1)
    there = prepared(BULLETIN, tmp_path)
    assert not isinstance(here, Rejection)
    assert here == there


def test_a_long_text_that_takes_too_much_time_is_rejected_and_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(BULLETIN.read_text(encoding="utf-8") * 100, encoding="utf-8")
    found = prepared(path, tmp_path, Limits(seconds=0.001))
    assert isinstance(found, Rejection)
    assert found.reason == "too_slow"
    assert not (tmp_path / "originals").exists()


def test_a_rejection_says_its_detail_in_one_line_without_controls() -> None:
    assert Rejection("a", "damaged", "one\n two\x1b[2J\u202e").detail == "one two[2J"
    assert len(Rejection("a", "damaged", "x" * 5000).detail) < 310
