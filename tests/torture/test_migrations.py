"""A migration that is killed before any of its steps leaves the file as it was or wholly new, and the next one ends the same."""
from __future__ import annotations

import random
from pathlib import Path

from tests.migrations.test_filled import fill, held, lost
from tests.torture.conftest import KILLS, Content, Stage, assert_sound, killed_at, moments, run, steps_of


def test_a_filled_warehouse_of_an_older_revision(tmp_path: Path, chance: random.Random, content: Content) -> None:
    stage = Stage(tmp_path / "stage")
    stage.folder.mkdir()
    fill(stage.folder / "warehouse.duckdb", "0004")
    before = held(stage.folder / "warehouse.duckdb")
    whole = stage.copied(tmp_path / "whole")
    steps = steps_of(whole, "migrate")
    expected = content(whole)
    for last in moments(chance, steps, kills=max(5, KILLS)):
        copy = stage.copied(tmp_path / f"killed-{last}")
        killed_at(last, copy, "migrate")
        assert lost(before, held(copy)) == [], f"killed before step {last} of {steps}"
        assert run("migrate", "--warehouse", copy).returncode == 0
        assert_sound(copy)
        assert content(copy) == expected, f"killed before step {last} of {steps}"
        left = {path.name for path in copy.parent.iterdir()} - {"steps"}
        assert left == {"warehouse.duckdb", "warehouse.duckdb.lock"}, f"killed before step {last} of {steps}"
