"""What stands on every page of a PDF and is left out."""
from __future__ import annotations

import pytest

from etl.formats.pdf_furniture import without_furniture
from etl.formats.pdf_lines import Line
from tests.etl.formats.print_pages import line, page


def kept(*pages: list[Line]) -> list[list[str]]:
    """Return the texts of the lines that stay."""
    return [[one.text for one in lines] for lines in without_furniture([page(*lines) for lines in pages])]


def test_a_line_at_the_same_height_on_half_of_the_pages_is_left_out_digits_apart() -> None:
    pages = [[line(f"Weekly Note of May {n}", 780), line(f"Words {'of the text ' * n}", 700)] for n in range(1, 4)]
    assert kept(*pages, [line("The end", 700)]) == [[f"Words {'of the text ' * n}"] for n in range(1, 4)] + [["The end"]]


def test_the_same_words_at_different_heights_stay() -> None:
    pages = [[line("Overview", 700 - 40 * n), line("x" * n, 300)] for n in range(1, 4)]
    assert [words[0] for words in kept(*pages)] == ["Overview"] * 3


def test_the_same_words_on_two_pages_within_the_text_stay() -> None:
    pages = [[line(f"November {n}).", 780), line(f"• Another item {'and more ' * n}", 766)] for n in (2, 14)]
    assert [words[0] for words in kept(*pages)] == ["November 2).", "November 14)."]


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    pages = [[line("Weekly Note" if n % 2 else "Ministry", 780), line("Words" * n, 400)] for n in range(1, 9)]
    assert kept(*pages) == [["Words" * n] for n in range(1, 9)]


@pytest.mark.parametrize("number", ["3", "- 3 -", "Page 3", "Page 3 of 8", "3/8", "iv", "[3]"])
def test_a_lone_number_at_the_edge_of_a_page_is_left_out(number: str) -> None:
    assert kept([line("Words", 400), line(number, 30)]) == [["Words"]]


@pytest.mark.parametrize(("words", "base"), [("14).", 30), ("3", 400), ("2015)", 30), ("November 3", 30)])
def test_what_only_looks_like_a_page_number_stays(words: str, base: float) -> None:
    assert kept([line("Words", 600), line(words, base)]) == [["Words", words]]


def test_a_number_straight_below_the_text_is_part_of_it() -> None:
    assert kept([line("It happened on November", 44), line("14", 30)]) == [["It happened on November", "14"]]


def test_what_stands_beside_a_page_number_goes_with_it() -> None:
    assert kept([line("Weekly Note", 780), line("2", 780, x0=500), line("Words", 700)]) == [["Words"]]


@pytest.mark.parametrize("words", ["11/25/26, 11:41 PM", "https://example.org/notes/1"])
def test_what_a_browser_prints_at_the_edge_is_left_out(words: str) -> None:
    assert kept([line("Words", 400), line(words, 20)]) == [["Words"]]


def test_a_page_that_is_there_twice_is_no_furniture() -> None:
    copy = [line(f"Words of line {'and so on ' * n}", 700 - 20 * n) for n in range(12)]
    assert [len(lines) for lines in kept(copy, copy)] == [12, 12]
