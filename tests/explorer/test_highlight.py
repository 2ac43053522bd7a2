"""Stretches of a text are marked to the character, whatever overlaps and whatever the text holds."""
from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from explorer.highlight import Stretch, excerpt, highlight


def test_the_words_are_marked_and_all_else_stays() -> None:
    assert highlight("A met B.", [Stretch(2, 5, "rx-evidence")]) == 'A <mark class="rx-evidence">met</mark> B.'


def test_offsets_count_from_the_beginning_of_the_document() -> None:
    assert highlight("A met B.", [Stretch(102, 105, "m")], offset=100) == 'A <mark class="m">met</mark> B.'


def test_a_link_stands_within_the_mark_that_covers_it() -> None:
    marked = highlight("A met B.", [Stretch(0, 8, "m"), Stretch(0, 1, "person", "person?id=a", "Ann")])
    assert marked == ('<mark class="m"><a href="person?id=a" target="_self" class="person" title="Ann">A</a></mark>'
                      '<mark class="m"> met B.</mark>')


def test_of_two_links_the_shorter_one_leads() -> None:
    marked = highlight("Foreign Minister Ann", [Stretch(0, 20, "o", "x?id=long"), Stretch(17, 20, "p", "x?id=short")])
    assert marked.endswith('<a href="x?id=short" target="_self" class="p">Ann</a>')


def test_what_lies_outside_is_cut_or_left_out() -> None:
    assert highlight("abc", [Stretch(-5, 1, "m"), Stretch(2, 99, "n"), Stretch(7, 9, "o"), Stretch(2, 2, "p")]) == (
        '<mark class="m">a</mark>b<mark class="n">c</mark>')


def test_a_text_that_holds_html_is_shown_as_it_is_written() -> None:
    marked = highlight('<script>alert("x")</script> met B', [Stretch(8, 13, "m")])
    assert "<script" not in marked
    assert '<mark class="m">alert</mark>' in marked


SPANS = st.lists(st.builds(Stretch, st.integers(-3, 30), st.integers(-3, 30), st.sampled_from("mn"),
                           st.sampled_from((None, "p?id=1"))))


@given(st.text(max_size=25), SPANS)
def test_whatever_is_marked_the_text_is_all_there_once(text: str, stretches: list[Stretch]) -> None:
    assert unescape(re.sub(r"<[^>]+>", "", highlight(text, stretches))) == text


@given(st.text(alphabet="ab <&", max_size=25), SPANS)
def test_no_mark_is_left_open(text: str, stretches: list[Stretch]) -> None:
    marked = highlight(text, stretches)
    assert marked.count("<mark") == marked.count("</mark>")
    assert marked.count("<a ") == marked.count("</a>")


def test_a_long_text_is_shown_around_its_first_mark_in_whole_words() -> None:
    text = "word " * 400
    start, end = excerpt(text, [Stretch(1000, 1004, "m")])
    assert start <= 1000 < 1004 <= end
    assert end - start < 600
    assert text[start:start + 4] == "word"


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("short", []) == (0, 5)
