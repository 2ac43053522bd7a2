"""How feeds are read: what an entry says, where it links to, and which feeds are refused."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from etl.formats.content import Limits, Unreadable
from etl.web.feed import Entry, entries
from etl.web.fetch import Fetcher
from tests.etl.web.server import Site, reply

AT = "https://ministry.example/news/feed.xml"


def rss(*items: str, version: str = "2.0", head: str = "") -> bytes:
    """Return a feed of these items."""
    return f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="{version}" ' \
           f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>' \
           f'<link>https://ministry.example/</link>{"".join(items)}</channel></rss>'.encode()


ITEM = "<item><title>Talks in Muscat</title><link>{link}</link><description>&lt;p&gt;They met.&lt;/p&gt;</description>" \
       "<pubDate>Mon, 20 May 2024 23:30:00 -0500</pubDate></item>"
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ministry.example/en/">
<title>News</title><entry><title type="html">Talks &lt;b&gt;in&lt;/b&gt; Muscat</title><id>tag:1</id>
<link href="talks/1"/><updated>2024-05-20T23:30:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry></feed>"""
RDF = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title>
<items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
<item rdf:about="a"><title>Talks in Muscat</title><link>https://ministry.example/en/talks/1</link>
<description>They met.</description><dc:date>2024-05-20T23:30:00-05:00</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize("raw", [
    pytest.param(rss(ITEM.format(link="/en/talks/1")), id="RSS 2.0"),
    pytest.param(rss(ITEM.format(link="/en/talks/1"), version="0.91", head=(
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss.dtd">')), id="RSS 0.91"),
    pytest.param(ATOM, id="Atom"),
    pytest.param(RDF, id="RDF"),
])
def test_each_kind_of_feed_gives_address_title_day_and_words(raw: bytes) -> None:
    (entry,) = entries(raw, AT)
    assert (entry.url, entry.title, entry.is_linked) == ("https://ministry.example/en/talks/1", "Talks in Muscat", True)
    assert entry.published_on == date(2024, 5, 20), "the day as written, not that in Greenwich"
    assert "They met." in entry.summary_html


@pytest.mark.parametrize(("written", "day"), [
    ("Mon, 20 May 2024 10:00:00 GMT", date(2024, 5, 20)), ("2024-05-20", date(2024, 5, 20)), ("20 May 2024", date(2024, 5, 20)),
    ("2024-13-45", None), ("soon", None), ("", None),
])
def test_days_are_read_as_they_are_written(written: str, day: date | None) -> None:
    (entry,) = entries(rss(f"<item><title>x</title><link>/1</link><pubDate>{written}</pubDate></item>"), AT)
    assert entry.published_on == day


def test_the_fuller_text_of_an_entry_is_kept() -> None:
    (entry,) = entries(rss("<item><link>/1</link><description>Short.</description>"
                           "<content:encoded><![CDATA[<p>Short, and then long.</p>]]></content:encoded></item>"), AT)
    assert entry.summary_html == "<p>Short, and then long.</p>"


def test_one_document_is_listed_once_however_it_is_tracked() -> None:
    links = ["/a?id=1", "/a?utm_source=rss&amp;id=1", "/a?id=1#comments", "/a?id=1&amp;fbclid=x", "/a?id=2", "/b?q=a+b%2Fc"]
    assert [entry.url for entry in entries(rss(*(ITEM.format(link=link) for link in links)), AT)] == [
        "https://ministry.example/a?id=1", "https://ministry.example/a?id=2", "https://ministry.example/b?q=a+b%2Fc"]


def test_the_first_of_two_entries_for_one_document_counts() -> None:
    raw = rss("<item><title>New</title><link>/a</link></item>", "<item><title>Old</title><link>/a</link></item>")
    assert [entry.title for entry in entries(raw, AT)] == ["New"]


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "file:///etc/passwd", "http://[::1"])
def test_an_entry_that_links_nowhere_is_a_document_itself(link: str) -> None:
    raw = rss(f'<item><title>A &amp; B</title><link>{link}</link><guid isPermaLink="false">n/1</guid>'
              "<pubDate>20 May 2024</pubDate><description>&lt;p&gt;Bush met Mubarak.&lt;/p&gt;</description></item>")
    (entry,) = entries(raw, AT)
    assert entry == Entry(f"{AT}#n%2F1", "A & B", date(2024, 5, 20), "<p>Bush met Mubarak.</p>", is_linked=False)
    page = entry.page().decode()
    assert "<title>A &amp; B</title>" in page and "<h1>A &amp; B</h1>\n<p>Bush met Mubarak.</p>" in page
    assert '<meta property="article:published_time" content="2024-05-20">' in page


def test_an_entry_without_link_and_id_is_named_by_its_words() -> None:
    first, second = (entries(rss(f"<item><description>{words}</description></item>"), AT)[0] for words in ("one", "other"))
    assert first.url.startswith(f"{AT}#") and first.url != second.url
    assert entries(rss("<item/>"), AT) == []


@pytest.mark.parametrize(("malformed", "title"), [
    ("<item><title>AT&T & others</title><link>/1</link></item>", "AT&T & others"),
    ("<item><title>Fran&ccedil;ois&nbsp;Hollande</title><link>/1</link></item>", "François Hollande"),
    ("<item><title>Talks</title><link>/1</link><dc:creator>x</dc:creator><odd:one/></item>", "Talks"),
    ("<item><title>Talks</title><link>/1</link><description><br>open</description></item>", "Talks"),
])
def test_feeds_that_are_malformed_in_the_usual_ways_are_mended(malformed: str, title: str) -> None:
    found = entries(rss(malformed, "<item><title>Next</title><link>/2</link></item>"), AT)
    assert [entry.title for entry in found] == [title, "Next"]
    assert found[0].url == "https://ministry.example/1"


def test_a_feed_that_breaks_off_keeps_what_it_has() -> None:
    raw = rss(*(ITEM.format(link=f"/{number}") for number in range(3)))
    assert len(entries(raw[:-200], AT)) >= 2


def test_a_feed_of_which_nothing_is_left_is_not_taken_for_an_empty_one() -> None:
    with pytest.raises(Unreadable, match="no entry can be made out"):
        entries(rss("<!-- ", ITEM.format(link="/1")), AT)


def test_a_feed_in_an_old_encoding_is_read() -> None:
    raw = rss("<item><title>Müller in Zürich</title><link>/1</link></item>").decode().replace("utf-8", "iso-8859-1")
    assert entries(raw.encode("iso-8859-1"), AT)[0].title == "Müller in Zürich"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    for declared in (f'<!ENTITY a SYSTEM "{secret.as_uri()}">', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'):
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!-- <a --> {declared}]>'
        raw = head + rss("<item><title>&a;</title><link>/1</link></item>").decode().partition("?>")[2]
        with pytest.raises(Unreadable) as refused:
            entries(raw.encode(encoding), AT)
        assert refused.value.reason in ("refused", "damaged")


def test_the_bytes_of_a_feed_are_never_taken_for_a_file_or_an_address(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(ITEM.format(link="/1")))
    for raw in (str(path).encode(), b"http://127.0.0.1:9/"):
        with pytest.raises(Unreadable):
            entries(raw, AT)


ITEM_OPEN = b'<rss version="2.0"><channel><item>'


@pytest.mark.parametrize(("raw", "reason"), [
    pytest.param(ITEM_OPEN + b"<a xml:base='x/'>" * 100_000, "too_large", id="nested"),
    pytest.param(ITEM_OPEN + b"<a " + b" ".join(b"a%d=''" % n for n in range(100_000)) + b"/>", "too_large", id="attributes"),
    pytest.param(ITEM_OPEN + b"".join(b"<category>%d</category>" % n for n in range(50_000)), "too_large", id="categories"),
    pytest.param(ITEM_OPEN + b"</item><item>" * 50_000, "too_large", id="entries"),
    pytest.param(ITEM_OPEN + b"<a " * 2_000_000, "damaged", id="open tags"),
    pytest.param(b"\n" * 1_000_000, "damaged", id="white space"),
    pytest.param(b"\n" * 1_000_000 + rss(), "damaged", id="white space before"),
    pytest.param(b"<html><body>Not found</body></html>", "damaged", id="page"),
    pytest.param(b"plain words", "damaged", id="words"),
    pytest.param(b"", "damaged", id="nothing"),
    pytest.param(bytes(range(256)) * 10, "damaged", id="any bytes"),
    pytest.param(b"<rss>" + b" " * 30_000_000, "too_large", id="over the limit"),
])
def test_what_is_no_feed_of_a_modest_shape_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        entries(raw, AT)
    assert refused.value.reason == reason


def test_the_number_of_entries_is_limited_by_the_members_of_limits() -> None:
    raw = rss(*(ITEM.format(link=f"/{number}") for number in range(11)))
    assert len(entries(raw, AT, Limits(members=11))) == 11
    with pytest.raises(Unreadable, match="limits.members"):
        entries(raw, AT, Limits(members=10))


def test_a_feed_of_titles_only_is_read_and_an_empty_one_is_empty() -> None:
    assert entries(rss(), AT) == []
    assert entries(rss("<item><title>Talks</title></item>"), AT)[0].title == "Talks"


def test_a_feed_is_fetched_and_its_links_are_followed(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["/feed"] = reply(200, rss(ITEM.format(link="page/1?utm_medium=rss")), Content_Type="application/rss+xml")
    site.answers["/page/1"] = reply(200, b"<p>They met.</p>")
    polite = fetcher()
    feed = polite.get(site.url("/feed"))
    assert feed is not None
    (entry,) = entries(feed.raw, feed.url)
    page = polite.get(entry.url, found_on=feed)
    assert page is not None and page.raw == b"<p>They met.</p>"
