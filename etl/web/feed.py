"""Read the entries of a feed: RSS 0.9 to 2.0, RDF and Atom.

Nothing is fetched, no file is opened and no entity is expanded here. An entry links to its document; one that does not link
anywhere is a document itself, by the words that it carries.
"""
from __future__ import annotations

import hashlib
import html
import io
import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

import feedparser

from etl.formats.content import Limits, Unreadable
from etl.web.feed_xml import feed_xml

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|_hs(?:enc|mi)|ref_src|at_(?:medium|campaign)", re.I)
"""Fields of a query that tell a site where a reader comes from, and nothing about the page."""
ISO_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `summary_html` is the fullest text that the feed itself carries.

    `url` is where the document lies, or, where `is_linked` is false, names the entry within the feed.
    """

    url: str
    title: str | None
    published_on: date | None
    summary_html: str
    is_linked: bool = True

    def page(self) -> bytes:
        """Return the entry as an HTML page with its title and date, to be read like one that was fetched."""
        title = html.escape(self.title or "", quote=False)
        day = f'<meta property="article:published_time" content="{self.published_on}">' if self.published_on else ""
        head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{day}</head>'
        return f"{head}<body><h1>{title}</h1>\n{self.summary_html}</body></html>".encode("utf-8", "replace")


def entries(raw: bytes, url: str, limits: Limits = Limits()) -> list[Entry]:
    """Return the entries of the feed that was found at `url`, each document once, in the order of the feed.

    Raises Unreadable where the bytes are no feed.
    """
    if len(raw) > limits.bytes:
        raise Unreadable("too_large", f"has {len(raw):,} bytes, over the limit of {limits.bytes:,}")
    try:
        data, is_mended = feed_xml(raw, limits.members)
        # feedparser takes bytes for the name of a file to open, so they come as a stream.
        found = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url},
                                 resolve_relative_uris=False, sanitize_html=False)
    except Unreadable:
        raise
    except Exception as error:  # Misplaced elements and made-up encodings let feedparser fail in any way.
        raise Unreadable("damaged", f"is no feed that can be read ({type(error).__name__} within)") from error
    if not found.version:
        raise Unreadable("damaged", "is no feed: neither RSS nor RDF nor Atom; name the page itself if it is one")
    if is_mended and not found.entries:
        raise Unreadable("damaged", "is a feed so damaged that no entry can be made out; get it again from where it came")
    listed = (_entry(entry, url) for entry in found.entries)
    return list({entry.url: entry for entry in reversed([entry for entry in listed if entry])}.values())[::-1]


def _entry(found: Any, feed: str) -> Entry | None:
    """Return an entry, None for one that neither links nor says anything."""
    title = _plain(found.get("title", "")) or None
    words = _words(found)
    day = _day(found)
    link = _link(found, feed)
    if link:
        return Entry(link, title, day, words)
    if not words.strip() and not title:
        return None
    name = found.get("id") or hashlib.sha256(f"{title}\n{words}".encode("utf-8", "replace")).hexdigest()[:16]
    return Entry(f"{urldefrag(feed).url}#{quote(name, safe='')}", title, day, words, is_linked=False)


def _link(found: Any, feed: str) -> str | None:
    """Return the address of the document without what tracks its readers, None where it is no address of the web."""
    try:
        link = urlsplit(urldefrag(urljoin(feed, found.get("link", "").strip())).url) if found.get("link") else None
    except ValueError:
        return None
    if link is None or link.scheme not in ("http", "https") or not link.netloc:
        return None
    fields = parse_qsl(link.query, keep_blank_values=True)
    kept = [(name, value) for name, value in fields if not TRACKING.fullmatch(name)]
    # Written anew only where something is left out: other queries stay as the site spells them.
    return urlunsplit(link if len(kept) == len(fields) else link._replace(query=urlencode(kept)))


def _words(found: Any) -> str:
    """Return the fullest of the texts of an entry as HTML."""
    texts = [*found.get("content", ()), found.get("summary_detail", {})]
    written = [html.escape(text.get("value") or "") if text.get("type") == "text/plain" and "<" not in (text.get("value") or "")
               else text.get("value") or "" for text in texts]
    return max(written, key=len, default="")


def _day(found: Any) -> date | None:
    """Return the day of publication as it is written, in the time zone of whoever wrote it."""
    for name in ("published", "updated", "created"):
        # feedparser's own `get` takes one kind of date for another.
        text, parsed = dict.get(found, name, ""), dict.get(found, f"{name}_parsed")
        iso = ISO_DAY.match(text)
        # An ISO date that does not exist is made into another one by feedparser, so it is not asked about those.
        ways = (lambda: date(*map(int, iso.groups())),) if iso else (
            lambda: parsedate_to_datetime(text).date(), lambda: date(*parsed[:3]))
        for way in ways:
            try:
                return way()
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
    return None


def _plain(title: str) -> str:
    """Return a title without its tags, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,1000}>", "", title)).split())
