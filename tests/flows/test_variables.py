"""Where references to secrets lead."""
from __future__ import annotations

import pytest

from flows import variables
from flows.variables import Variables


def test_the_environment_goes_before_blocks_and_no_block_is_asked_for_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variables, "_block", lambda name: pytest.fail("a block was asked for"))
    assert Variables({"AGENCY_PASSWORD": "s3cret"})["AGENCY_PASSWORD"] == "s3cret"


def test_a_block_is_named_as_prefect_names_blocks_and_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(variables, "_block", lambda name: asked.append(name) or "s3cret")
    found = Variables({"AGENCY_PASSWORD": ""})
    assert [found.get("AGENCY_PASSWORD"), found.get("AGENCY_PASSWORD")] == ["s3cret", "s3cret"]
    assert asked == ["agency-password"]


def test_what_is_nowhere_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variables, "_block", lambda name: None)
    assert Variables({}).get("AGENCY_PASSWORD") is None
