"""The marks of items that a PDF draws apart from their words."""
from __future__ import annotations

import pytest

from etl.formats.pdf_marks import gathered, with_mark
from etl.formats.pdf_turns import Box
from tests.etl.formats.print_pages import line


def test_a_mark_drawn_after_its_words_is_put_before_them() -> None:
    found = gathered([line("The ministers met.", 700, x0=64), line("•", 700), line("They spoke.", 680, x0=64)])
    assert [one.text for one in found] == ["• The ministers met.", "They spoke."]
    assert (found[0].x0, found[0].inner) == (50, 64)


def test_a_small_filled_shape_before_the_words_is_a_mark() -> None:
    assert with_mark(line("The ministers met.", 700, x0=64), [Box(52, 702, 56, 706)]).text == "• The ministers met."


@pytest.mark.parametrize("box", [Box(10, 702, 14, 706), Box(52, 650, 56, 654), Box(80, 702, 84, 706)],
                         ids=["far", "lower", "behind"])
def test_a_shape_elsewhere_is_none(box: Box) -> None:
    assert with_mark(line("The ministers met.", 700, x0=64), [box]).text == "The ministers met."


def test_words_that_have_a_mark_get_no_second_one() -> None:
    assert with_mark(line("• The ministers met.", 700, x0=64), [Box(52, 702, 56, 706)]).text == "• The ministers met."
