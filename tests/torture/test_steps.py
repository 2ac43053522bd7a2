"""A command that is killed before any of its steps, and is then run again, ends like one that nobody disturbed."""
from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.torture.conftest import KILLS, Command, Content, Stage, assert_originals_whole, assert_sound, killed_at, moments, run, steps_of
from tests.torture.corpus import write_corpus
from warehouse.connection import open_reader

MEETING = "SELECT meeting_id FROM reporting.meetings ORDER BY meeting_id LIMIT 1"
PEOPLE = "SELECT person_id FROM reporting.people ORDER BY meetings DESC, person_id LIMIT 2"
WHY = ("--reason", "It says so.")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of documents."""
    folder = tmp_path_factory.mktemp("documents") / "notes"
    write_corpus(folder, 60)
    return folder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, documents: Path) -> Stage:
    """Return a warehouse that holds the documents."""
    stage = Stage(tmp_path_factory.mktemp("filled") / "stage")
    stage.folder.mkdir()
    done = run("ingest", documents, "--warehouse", stage.folder / "warehouse.duckdb")
    assert done.returncode == 3, done.stderr
    return stage


def asked(stage: Stage, query: str) -> list[str]:
    """Return the first column of the answer."""
    with open_reader(stage.folder / "warehouse.duckdb") as connection:
        return [row[0] for row in connection.execute(query).fetchall()]


def dies_and_ends_the_same(stage: Stage, tmp: Path, chance: random.Random, content: Content, command: Command) -> None:
    """Kill a command at many steps, each time on a copy, run it again, and compare with one that was not disturbed."""
    whole = stage.copied(tmp / "whole")
    steps = steps_of(whole, *command)
    expected = content(whole)
    for last in moments(chance, steps, kills=max(2, KILLS // 5)):
        copy = stage.copied(tmp / f"killed-{last}")
        killed_at(last, copy, *command)
        assert_sound(copy)
        again = run(*command, "--warehouse", copy)
        assert again.returncode in (0, 1, 3), again.stderr
        assert_sound(copy)
        assert content(copy) == expected, f"killed before step {last} of {steps}"
        assert_originals_whole(copy)
        left = {path.name for path in copy.parent.iterdir()} - {"steps", "warehouse.published.duckdb", "warehouse.published.snapshots"}
        assert left == {"warehouse.duckdb", "warehouse.duckdb.lock", "warehouse.originals"}, f"killed before step {last} of {steps}"


def test_an_ingest_into_a_new_warehouse(tmp_path: Path, documents: Path, chance: random.Random, content: Content) -> None:
    stage = Stage(tmp_path / "stage")
    stage.folder.mkdir()
    dies_and_ends_the_same(stage, tmp_path, chance, content, ("ingest", str(documents)))


def test_an_ingest_of_new_and_changed_documents(
        tmp_path: Path, filled: Stage, documents: Path, chance: random.Random, content: Content) -> None:
    more = tmp_path / "more"
    write_corpus(more, 20, seed=7)
    for path in sorted(documents.iterdir())[:5]:
        path.write_text(path.read_text(encoding="utf-8").replace("met with", "spoke with"), encoding="utf-8")
    dies_and_ends_the_same(filled, tmp_path, chance, content, ("ingest", str(documents), str(more)))


@pytest.mark.parametrize("decide", [
    lambda stage: ("merge", *asked(stage, PEOPLE), *WHY),
    lambda stage: ("reject", *asked(stage, MEETING), *WHY),
    lambda stage: ("edit", *asked(stage, MEETING), "place", "Geneva", *WHY),
], ids=["merge", "reject", "edit"])
def test_a_decision(tmp_path: Path, filled: Stage, chance: random.Random, content: Content,
                    decide: Callable[[Stage], Command]) -> None:
    dies_and_ends_the_same(filled, tmp_path, chance, content, ("review", *decide(filled)))


def test_a_decision_that_is_withdrawn(tmp_path: Path, filled: Stage, chance: random.Random, content: Content) -> None:
    decided = Stage(tmp_path / "decided")
    path = filled.copied(decided.folder)
    assert run("review", "merge", *asked(filled, PEOPLE), *WHY, "--warehouse", path).returncode == 0
    dies_and_ends_the_same(decided, tmp_path, chance, content, ("review", "undo", "decision-1", *WHY))
