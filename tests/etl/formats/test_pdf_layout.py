"""Paragraphs and their kinds, as the geometry of a page tells them."""
from __future__ import annotations

from etl.formats.pdf_layout import paragraphs_in_order
from etl.formats.pdf_pages import Page
from etl.formats.pdf_turns import Box
from tests.etl.formats.print_pages import block, line, page

WORDS = "The ministers of the two countries met in the capital and spoke about trade and transport."


def told(*pages: Page) -> list[tuple[str, str]]:
    """Return kind and words of each paragraph."""
    return [(paragraph.kind, " ".join(paragraph.words.split())) for paragraph in paragraphs_in_order(pages)]


def test_blank_between_lines_divides_paragraphs() -> None:
    assert told(page(*block(WORDS, 700), *block(WORDS, 630))) == [("text", WORDS)] * 2


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    assert told(page(*block(WORDS, 700), *block(WORDS, 658))) == [("text", WORDS)] * 2


def test_an_indented_line_begins_a_paragraph() -> None:
    first, second = block(WORDS, 700, width=45), block(WORDS, 672, width=45)
    second[0] = line(second[0].text, second[0].base, x0=65)
    assert [words for _, words in told(page(*first, *second))] == [WORDS, WORDS]


def test_large_type_makes_headings_and_the_first_of_the_largest_the_title() -> None:
    assert told(page(line("Weekly Note", 740, size=24), line("The Talks", 712, size=16), *block(WORDS, 690),
                     line("The Bridge", 630, size=16), *block(WORDS, 610))) == [
        ("title", "Weekly Note"), ("heading", "The Talks"), ("text", WORDS), ("heading", "The Bridge"), ("text", WORDS)]


def test_a_short_bold_line_is_a_heading_and_a_bold_sentence_is_none() -> None:
    assert [kind for kind, _ in told(page(line("The Talks", 740, bold=True), *block(WORDS, 726),
                                          line("They met again.", 650, bold=True)))] == ["heading", "text", "text"]


def test_small_type_below_a_picture_is_a_caption_and_elsewhere_is_left_to_the_words() -> None:
    small = [line("The ministers at the bridge", 585, size=9), line("As told by an eyewitness", 400, size=9)]
    found = told(page(*block(WORDS, 760), *small, pictures=(Box(50, 600, 250, 700),)))
    assert [kind for kind, _ in found] == ["text", "caption", "text"]


def test_a_paragraph_goes_on_over_the_page_behind_a_caption() -> None:
    lines = block(WORDS, 60)
    before = page(*block(WORDS + " " + WORDS, 760), *lines[:2])
    after = page(*(line(one.text, 780 - 14 * i, page=2) for i, one in enumerate(lines[2:])), *block(WORDS, 700, page=2))
    assert [words for _, words in told(before, after)] == [f"{WORDS} {WORDS}", WORDS, WORDS]


def test_an_item_goes_on_over_the_page_where_the_words_of_items_stand() -> None:
    ended = "• The ministers of the two countries met. They spoke."
    before = page(line("Overview of the talks of the whole week", 80), line(ended[:41], 60))
    after = page(line("They spoke.", 780, x0=62, page=2), line("• The ferry is to sail again.", 766, page=2))
    assert [words for _, words in told(before, after)][1:] == [ended, "• The ferry is to sail again."]


def test_the_cells_of_a_row_are_told_as_paragraphs() -> None:
    rows = (line("May 3, 2021", 700), line("Berlin", 700, x0=300), line("May 4, 2021", 680), line("Paris", 680, x0=300))
    assert told(page(*rows)) == [("paragraph", words) for words in ("May 3, 2021", "Berlin", "May 4, 2021", "Paris")]


def test_pages_without_lines_have_no_paragraphs() -> None:
    assert told(page(), page()) == []


def test_a_single_running_head_that_cuts_a_paragraph_is_left_out() -> None:
    lines = block(WORDS + " " + WORDS, 60)
    before = page(*block(WORDS, 760), *lines[:2])
    after = page(line("Weekly Note", 790, x0=200, page=2),
                 *(line(one.text, 750 - 14 * i, page=2) for i, one in enumerate(lines[2:])), *block(WORDS, 600, page=2))
    assert [words for _, words in told(before, after)] == [WORDS, f"{WORDS} {WORDS}", WORDS]
