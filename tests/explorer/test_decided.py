"""What was decided is said with names, never with ids."""
from __future__ import annotations

import re
from collections import namedtuple
from pathlib import Path

from explorer.decided import in_words
from explorer.screens.review import answers, settled
from explorer.settings import Settings
from warehouse.shelf import Shelf

Row = namedtuple("Row", "decision_id kind judgement left_id right_id field value decided_by decided_at reason is_withdrawn",
                 defaults=(None, None, None, "ada", 1, "because", False))
NAMES = {("person", "ann"): "Ann <b>", ("person", "anna"): "Anna", ("finding", "f1"): "2020-11-17 is odd.",
         ("meeting", "m1"): "meeting of Ann"}


def words(row: Row) -> str:
    """Return a decision in words, without its links."""
    return re.sub(r"</?(a|span|strong)[^>]*>", "", in_words(row, NAMES))


def test_each_kind_of_decision_is_a_sentence() -> None:
    assert words(Row("decision-1", "finding", "accepted", "f1")) == "The finding “17 November 2020 is odd” is accepted."
    assert words(Row("decision-2", "person", "same", "ann", "anna")) == "Ann &lt;b&gt; and Anna are one."
    assert words(Row("decision-3", "person", "different", "ann", "anna")).endswith("are not one.")
    assert words(Row("decision-4", "meeting", "corrected", "m1", None, "start_date", "2020-11-17")) == (
        "The first day of meeting of Ann is 17 November 2020.")
    assert words(Row("decision-5", "meeting", "corrected", "m1", None, "place")) == "The place of meeting of Ann is empty."


def test_what_is_shown_no_longer_is_not_called_by_its_id() -> None:
    assert words(Row("decision-6", "person", "rejected", "gone-1")) == "Person that is no longer shown is not to be told."
    assert "gone" not in words(Row("decision-7", "finding", "dismissed", "gone-2"))


def test_decisions_of_one_answer_go_together() -> None:
    rows = [Row("decision-3", "meeting", "corrected", "m1"), Row("decision-2", "finding", "accepted", "f1"),
            Row("decision-1", "finding", "dismissed", "f0", decided_at=0)]
    assert answers(rows) == [(2, 3), (1,)]


def test_a_decision_that_was_taken_back_settles_nothing() -> None:
    held = Row("decision-1", "person", "same", "ann", "anna")
    taken = Row("decision-2", "finding", "accepted", "f1", is_withdrawn=True)
    assert settled([held, taken]) == {("ann", "anna"), ("anna", "ann")}


def test_settings_are_told_by_the_environment(tmp_path: Path) -> None:
    given = Settings(tmp_path / "w.duckdb", Shelf(tmp_path / "shown" / "d.duckdb"), "ada")
    assert Settings.told_by(given.variables()) == given
    assert Settings.told_by({"RAPPORTEUR_WAREHOUSE": str(given.warehouse)}).shelf == Shelf.beside(given.warehouse)
