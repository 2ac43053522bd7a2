"""A brief as Markdown and as a page: hostile words stay words, and the page needs nothing but itself."""
from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from exports.brief.compose import compose
from exports.brief.contents import Brief, Group, Item, Note, Section
from exports.brief.html import as_html
from exports.brief.markdown import as_markdown, escaped
from exports.choice import Choice
from exports.plain_text import in_one_line
from exports.reporting import Reporting, open_reporting
from tests.browser import browser
from tests.exports.conftest import HOSTILE

SUMMIT = Choice(date(1975, 7, 28), date(1975, 8, 5))


@pytest.fixture
def hostile_brief(hostile: Path) -> Brief:
    """Return a brief in which names, quotes and titles are hostile."""
    with open_reporting(hostile) as reporting:
        return compose(reporting, SUMMIT)


def test_every_sentence_and_note_is_on_the_page_and_linked(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT)
    page = html.document_fromstring(as_html(brief))
    items = [item for section in brief.sections for group in section.groups for item in group.items]
    told = [element.text for element in page.xpath("//ul/li")]
    assert told == [item.sentence for item in items]
    assert [element.text for element in page.xpath("//ol/li/q")] == [note.quote for note in brief.notes]
    anchors = set(page.xpath("//@id"))
    assert len(anchors) == len(page.xpath("//@id")) and {link.removeprefix("#") for link in page.xpath("//a/@href")} <= anchors


def test_a_page_asks_for_nothing_and_holds_no_script(hostile_brief: Brief) -> None:
    page = html.document_fromstring(as_html(hostile_brief))
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "sup", "a", "q",
        "span", "footer"}
    assert not page.xpath("//@src") and all(link.startswith("#") for link in page.xpath("//@href"))


def test_hostile_words_are_shown_as_they_are(hostile_brief: Brief, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(as_html(hostile_brief), encoding="utf-8")
    asked: list[str] = []
    with browser() as started:
        page = started.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert page.title() == hostile_brief.title
        shown = page.inner_text("body")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert asked == [path.as_uri()]
    assert "<script>document.title='owned'</script>" in shown and '=HYPERLINK("http://evil.example","click")' in shown


def test_nothing_in_markdown_is_markup_but_its_own(hostile_brief: Brief) -> None:
    written = as_markdown(hostile_brief)
    assert "javascript" in written and re.search(r"(?<!\\)<|(?<!\\)\]\(", written) is None
    assert {line[:2] for line in written.splitlines() if line} <= {"# ", "##", "- ", "--", "[^", "Wr"} | {
        line[:2] for line in (escaped(" ".join(hostile_brief.summary)),)}
    assert not any(ord(letter) < 32 and letter != "\n" for letter in written)


def test_footnotes_of_markdown_are_all_defined(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT)
    lines = as_markdown(brief).splitlines()
    defined = [line.split("]: ")[0] for line in lines if line.startswith("[^")]
    assert defined == [f"[^{number}" for number in range(1, len(brief.notes) + 1)]
    items = [item for section in brief.sections for group in section.groups for item in group.items]
    assert sum(line.startswith("- ") for line in lines) == len(items)


@pytest.mark.parametrize(("text", "written"), [
    ("# no heading", "\\# no heading"), ("- no item", "\\- no item"), ("12. no number", "12\\. no number"),
    ("a_b*c", "a\\_b\\*c"),
    ("<b>", "\\<b\\>"), ("[a](b)", "\\[a\\](b)"), ("Ford & Co", "Ford \\& Co"), ("1975 was", "1975 was"),
])
def test_markup_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_document_of_the_web_is_linked_and_no_other_address_is() -> None:
    brief = Brief("T", (), (Section("S", (Group(None, (Item("A met B.", (1, 2)),)),)),),
                  (Note("q", "s", 'https://a.example/?x="><script>'), Note("q", "s", None)), "c")
    (link,) = html.document_fromstring(as_html(brief)).xpath("//ol//a[not(starts-with(@href, '#'))]/@href")
    assert link == 'https://a.example/?x="><script>'
    assert '<https://a.example/?x="script>' in as_markdown(brief)


def test_every_hostile_name_is_in_the_brief(hostile: Path) -> None:
    with open_reporting(hostile) as reporting:
        written = "\n".join(item.sentence for section in compose(reporting, Choice()).sections for group in section.groups
                            for item in group.items)
    assert all(in_one_line(name) in written for name in HOSTILE)
