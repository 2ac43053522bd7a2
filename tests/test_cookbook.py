"""What the cookbook says is so: every question is answered by what is published of the sample bulletins, as it shows."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.cookbook import COOKBOOK, NOTHING, Recipe, answered, recipes, rewritten

TEXT = COOKBOOK.read_text(encoding="utf-8")
RECIPES = list(recipes(TEXT))


@pytest.fixture(scope="module")
def published(clone: Path) -> Path:
    """Return what is published of the sample bulletins."""
    return clone / "rapporteur.published.duckdb"


def test_there_are_thirty_questions_and_each_heading_is_one() -> None:
    headings = [line.removeprefix("### ") for line in TEXT.splitlines() if line.startswith("### ")]
    assert [recipe.question for recipe in RECIPES] == headings
    assert len(RECIPES) >= 30
    assert [int(heading.split(".")[0]) for heading in headings] == list(range(1, len(headings) + 1))


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.question for recipe in RECIPES])
def test_the_answer_shown_is_the_answer_given(recipe: Recipe, published: Path) -> None:
    assert answered(recipe.sql, published) == recipe.answer, "run `make docs`"


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.question for recipe in RECIPES])
def test_where_there_is_no_answer_the_cookbook_says_why(recipe: Recipe) -> None:
    assert (recipe.answer is None) == recipe.rest.strip().startswith(NOTHING)


def test_an_answer_that_is_stale_is_written_anew(published: Path) -> None:
    asked_of_nobody = "```sql\nSELECT 1 AS one WHERE false;\n```\n"
    before = "### 1. Who?\n\n```sql\nSELECT 1 AS one;\n```\n\n```text\n2\n```\n\n### 2. And who else?\n\n" + asked_of_nobody
    after = "### 1. Who?\n\n```sql\nSELECT 1 AS one;\n```\n\n```text\none\n───\n  1\n```\n\n### 2. And who else?\n\n" + asked_of_nobody
    assert rewritten(before, published) == after


def test_lines_are_no_longer_than_those_of_the_project() -> None:
    lines = [line for recipe in RECIPES for line in recipe.sql.splitlines()]
    assert [line for line in lines if len(line) > 128] == []
