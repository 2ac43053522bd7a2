"""How a saved web page is read: its document with the kinds of its parts, without what stands around it."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from etl.formats.content import Content, Limits, Unreadable
from etl.extract import extract
from etl.formats.html import read
from etl.knowledge import load_knowledge
from etl.records import Extraction, Source
from tests.etl.formats.pages import BUILDS, BULLETINS, SITE, Told, article, blocks_of, soup

WORDS = "The ministers met in Vienna on Monday and spoke about the river, the bridge over it and the toll."


def page(body: str, head: str = "") -> Content:
    """Return what is read of a page with this body."""
    return read(f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), Limits())


def facts(told: Extraction) -> list[tuple[object, ...]]:
    """Return what is told of meetings and agreements, without the place in the text."""
    met = [(m.kind, m.status, m.when, m.places, m.parties) for m in told.meetings]
    return [*met, *((a.kind, a.subject, a.parties, [(s.status, s.when) for s in a.steps]) for a in told.agreements)]


def parts(content: Content) -> list[Told]:
    """Return the kinds and the words of its parts."""
    return [(part.kind, part.span.of(content.text)) for part in content.parts]


@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.__name__)
@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.stem)
def test_a_bulletin_as_a_page_has_the_blocks_of_its_text(path: Path, build: Callable[[list[Told]], str]) -> None:
    blocks = blocks_of(path.read_text(encoding="utf-8"))
    content = read(build(blocks).encode(), Limits())
    assert blocks_of(content.text, content.parts, content.stated) == blocks


@pytest.mark.parametrize("build", [article, soup], ids=lambda build: build.__name__)
def test_title_publisher_and_day_are_those_of_the_metadata(build: Callable[[list[Told]], str]) -> None:
    stated = read(build([("title", "A Bulletin of Rivers"), ("paragraph", WORDS)]).encode(), Limits()).stated
    assert (stated.title, stated.publisher, stated.published_on) == ("A Bulletin of Rivers", SITE, date(2021, 3, 4))


def test_lists_in_lists_are_told_once_each_with_its_own_words() -> None:
    inner = "<ul><li>Monday <b>talks</b></li><li><p>Tuesday</p><p>talks</p></li></ul>"
    content = page(f"<ul><li>Vienna{inner}</li><li>Linz</li></ul>")
    assert parts(content) == [("item", "Vienna"), ("item", "Monday talks"), ("item", "Tuesday\ntalks"), ("item", "Linz")]


def test_a_doubled_line_end_parts_a_paragraph_and_a_single_one_stays() -> None:
    content = page("<p>Vienna<br>on Monday<br>&nbsp;<br>The ministers met.<br>• They spoke.<br>• They signed.</p>")
    told = ["Vienna\non Monday", "The ministers met.", "• They spoke.", "• They signed."]
    assert [words for _, words in parts(content)] == told


def test_a_row_of_a_table_and_a_definition_are_one_part_each() -> None:
    content = page("<table><tr><td>May 4</td><td>Ada met Boris.</td></tr><tr><td>May 5</td><td>Both signed.</td></tr></table>"
                   "<dl><dt>May 6</dt><dd>Both left.</dd></dl>")
    assert parts(content) == [("text", "May 4: Ada met Boris."), ("text", "May 5: Both signed."), ("item", "May 6: Both left.")]


def test_figure_captions_are_captions_and_quotations_are_words() -> None:
    figure = "<figure><img src=a.jpg><figcaption>Ada in Vienna</figcaption></figure>"
    content = page(f"{figure}<blockquote><p>{WORDS}</p></blockquote>")
    assert parts(content) == [("caption", "Ada in Vienna"), ("text", WORDS)]


@pytest.mark.parametrize("around", [
    "<script>var a = '<p>no word</p>'</script>", "<noscript><p>no word</p></noscript>", "<template><p>no word</p></template>",
    "<div hidden><p>no word</p></div>", '<div style="color:red; display : none">no word</div>',
    '<p aria-hidden="true">no word</p>',
    "<nav><p>no word</p></nav>", '<div role="navigation">no word</div>', '<div class="relatedArticles"><p>no word</p></div>',
    "<aside><p>no word</p></aside>", "<footer><p>no word</p></footer>", "<header><p>no word</p></header>",
    "<div><a href=a>no word</a> | <a href=b>no word</a></div>", "<p>This site uses cookies: no word.</p>",
    "<h2>See also</h2><ul><li><a href=a>no word</a><li><a href=b>no word</a></ul>", "<select><option>no word</select>",
    "<section><h2>More</h2>" + "<a href=a><h3>no word</h3><p>None here.</p></a>" * 3 + "</section>",
    f'<div id="comments"><p>{"No word of ours. " * 9}</p></div>',
])
def test_what_is_no_part_of_the_document_is_left_out(around: str) -> None:
    content = page(f"<h1>Rivers and bridges</h1><p>{WORDS}</p>{around}")
    assert parts(content) == [("title", "Rivers and bridges"), ("text", WORDS)]


def test_bullets_of_word_processors_make_items() -> None:
    content = page("<p><span>·<span>&nbsp;&nbsp; </span></span>Ada met Boris.</p><p>o&nbsp; Both signed.</p>")
    assert parts(content) == [("item", "Ada met Boris."), ("item", "Both signed.")]


def test_marks_of_folding_and_linked_headings_are_no_words() -> None:
    content = page(f"<h2><button>Talks</button></h2><p>{WORDS}</p><h2>Visits <a href='#visits'>¶</a></h2><p>{WORDS}</p>")
    assert parts(content)[::2] == [("heading", "Talks"), ("heading", "Visits")]


@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.__name__)
@pytest.mark.parametrize("path", BULLETINS[:8], ids=lambda path: path.stem)
def test_a_bulletin_as_a_page_tells_the_facts_of_its_text(path: Path, build: Callable[[list[Told]], str]) -> None:
    text = path.read_text(encoding="utf-8")
    content = read(build(blocks_of(text)).encode(), Limits())
    as_page = Source("file:///a.html", "0" * 64, "text/html", content.text, content.parts, content.stated)
    as_text = Source("file:///a.txt", "0" * 64, "text/plain", text)
    assert facts(extract(as_page, load_knowledge())) == facts(extract(as_text, load_knowledge()))


def test_a_class_that_sounds_like_furniture_does_not_cost_the_document() -> None:
    assert parts(page(f'<div class="with-sidebar share"><p>{WORDS}</p></div>')) == [("text", WORDS)]


def test_words_that_are_linked_stay() -> None:
    content = page('<p>Ada met <a href="b">Boris</a> (<a href="c">River News</a>, May 5).</p>'
                   '<h2><a href="d">Talks</a></h2><p>They met.</p>')
    assert parts(content) == [("text", "Ada met Boris (River News, May 5)."), ("heading", "Talks"), ("text", "They met.")]


def test_the_headline_outside_of_the_main_element_is_the_title() -> None:
    content = page(f"<div><h1>Rivers and bridges</h1></div><main><p>{WORDS}</p></main>",
                   "<title>Rivers and bridges | Desk</title>")
    assert parts(content)[0] == ("title", "Rivers and bridges")


@pytest.mark.parametrize(("head", "day"), [
    ('<meta name="DC.date" content="1998-05-04">', date(1998, 5, 4)),
    ('<meta property="article:published_time" content="2020-02-30T10:00Z">', None),
    ('<meta name="date" content="4 May 1998">', date(1998, 5, 4)),
    ('<script type="application/ld+json">[{"datePublished": "1998-05-04T23:30:00-05:00"}]</script>', date(1998, 5, 4)),
    ('<script type="application/ld+json">{"datePublished": </script>', None),
    (f'<script type="application/ld+json">{"[" * 100_000}</script>', None),
    ('<meta name="date" content="soon">', None),
])
def test_the_day_of_publication_is_read_in_its_usual_forms(head: str, day: date | None) -> None:
    assert page(f"<p>{WORDS}</p>", head).stated.published_on == day


def test_half_a_character_in_metadata_is_no_title() -> None:
    head = '<script type="application/ld+json">{"headline": "Talks \\ud800 in Vienna", "datePublished": "2021-03-04"}</script>'
    assert page(f"<p>{WORDS}</p>", head).stated.title == "Talks ? in Vienna"


def test_a_page_of_preformatted_lines_is_laid_out_by_them() -> None:
    text = "WEEKLY NOTE\n\n  - Ada met\n    Boris.\n"
    content = page(f"<pre>{text}</pre>")
    assert (content.text, content.parts) == (text, ())


@pytest.mark.parametrize(("raw", "words"), [
    ('<meta charset="iso-8859-2"><p>Wałęsa w Gdańsku, žena</p>'.encode("iso-8859-2"), "Wałęsa w Gdańsku, žena"),
    ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>“Zürich”</p>'.encode("cp1252"), "“Zürich”"),
    ('<meta charset="utf-8"><p>Zürich</p>'.encode("utf-16"), "Zürich"),
    ('<meta charset="no-such"><p>Zürich</p>'.encode(), "Zürich"),
])
def test_the_declared_encoding_is_tried_where_no_mark_tells_it(raw: bytes, words: str) -> None:
    assert read(raw, Limits()).text == words


@pytest.mark.parametrize("body", [
    "<div>" * 50_000, "<ul><li>" * 50_000 + "deep", "<table><tr><td>" * 20_000,
    "".join(f"<font size={n}>" for n in range(490)) + "<p>x" * 1_000,
    "<br>" * 250_001, "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
])
def test_a_page_built_to_cost_time_or_memory_is_refused_before_it_is_parsed(body: str) -> None:
    with pytest.raises(Unreadable) as refused:
        page(body)
    assert refused.value.reason == "too_large"


@pytest.mark.parametrize("body", ["", "<nav><a href=a>Home</a></nav>", "<noscript>Turn on scripts.</noscript>"])
def test_a_page_without_a_text_of_its_own_is_refused(body: str) -> None:
    with pytest.raises(Unreadable) as refused:
        page(f"<div>{body}</div>")
    assert refused.value.reason == "no_text"


def test_a_page_is_read_to_its_depth_where_that_is_of_use() -> None:
    assert page("<div>" * 490 + WORDS).text == WORDS
