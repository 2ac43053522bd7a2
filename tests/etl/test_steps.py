"""Which step the words around a noun report, and which of two steps counts."""
from __future__ import annotations

import pytest

from etl.agreements.steps import Around, Report, furthest, read_step


@pytest.mark.parametrize(("before", "after", "status", "planned"), [
    ("the two ministers signed a ", "on fishing . ", "signed", None),
    ("a ", "was signed in the capital . ", "signed", None),
    ("the ministers will sign a ", "on copper . ", "reached", "signed"),
    ("the ministers will ratify the ", "on copper . ", "negotiating", "ratified"),
    ("the talks ended with an ", ". ", "reached", None),
    ("they denounced the ", "on fishing . ", "terminated", None),
    ("the ", "will be signed in the spring . ", "reached", "signed"),
    ("the ", "was signed in May and has been in force since June . ", "in_force", None),
    ("the envoys signed a ", ", which came into force a week later . ", "in_force", None),
    ("the envoys signed a ", "that , once entered into force , will open the border . ", "signed", None),
    ("they exchanged the instruments of ratification of the ", "signed in May . ", "ratified", None),
    ("the ", "on fishing is still being drafted . ", "negotiating", None),
])
def test_the_nearest_verb_says_the_step(before, after, status, planned):
    report = read_step(Around(0, before, after))
    assert isinstance(report, Report)
    assert (report.status, report.planned) == (status, planned)


@pytest.mark.parametrize("before", [
    "they spoke of the ", "they have not signed the ", "they never reached an ", "she urged them to sign the ", "they signed no ",
    "the parties must reach an ", "he ruled out signing the ", "an understanding was still out of reach in the ",
])
def test_what_is_denied_asked_for_or_only_named_is_no_step(before):
    assert read_step(Around(0, before, "on fishing . ")) is None


def test_what_something_else_waits_for_is_no_step():
    assert read_step(Around(0, "the road stays closed until a ", "is signed . ")) is None


@pytest.mark.parametrize(("a", "b", "status"), [
    ("proposed", "signed", "signed"), ("signed", "reached", "signed"), ("in_force", "suspended", "suspended"),
    ("terminated", "signed", "terminated"), ("ratified", "in_force", "in_force"),
])
def test_the_furthest_step_counts_and_an_end_ends_it(a, b, status):
    assert furthest(a, b) == furthest(b, a) == status
