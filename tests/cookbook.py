"""Answer the questions of docs/cookbook.md on the sample bulletins, and write the answers into it: `python -m tests.cookbook`.

A question is a heading, followed by a block of `sql` and a block of `text` with the answer as `rapporteur sql` writes it. Where
the sample bulletins hold nothing of the kind, a paragraph that begins with NOTHING stands in place of the answer and says why.
"""
from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapporteur.rows import rows_of, write_table
from tests.readme import ROOT, prepare
from warehouse.query import run_select

COOKBOOK = ROOT / "docs" / "cookbook.md"
NOTHING = "Nothing in the sample bulletins"
RECIPE = re.compile(r"^### (?P<question>.+?)\n.*?^```sql\n(?P<sql>.*?)^```\n(?:\n```text\n(?P<answer>.*?)^```\n)?"
                    r"(?P<rest>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question, its SQL, and the answer shown; None where the cookbook says why there is none."""

    question: str
    sql: str
    answer: str | None
    rest: str


def recipes(text: str) -> Iterator[Recipe]:
    """Yield the questions of the cookbook."""
    for match in RECIPE.finditer(text):
        yield Recipe(**match.groupdict())


def answered(sql: str, published: Path) -> str | None:
    """Return the answer as the command line writes it, None where there are no rows."""
    table = run_select(published, sql)
    if table.num_rows == 0:
        return None
    written = io.StringIO()
    write_table(table.column_names, rows_of(table), written)
    return written.getvalue()


def rewritten(text: str, published: Path) -> str:
    """Return the cookbook with its answers brought up to date."""
    for recipe in recipes(text):
        block = f"```sql\n{recipe.sql}```\n"
        shown = "" if recipe.answer is None else f"\n```text\n{recipe.answer}```\n"
        answer = answered(recipe.sql, published)
        text = text.replace(block + shown, block + ("" if answer is None else f"\n```text\n{answer}```\n"))
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        prepare(Path(scratch))
        told = rewritten(COOKBOOK.read_text(encoding="utf-8"), Path(scratch) / "rapporteur.published.duckdb")
        COOKBOOK.write_text(told, encoding="utf-8")
