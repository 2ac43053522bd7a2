"""Read what the metadata of a web page state: its title, the day it was published, who published it.

Of several tellings the one meant for machines comes first: Open Graph and Dublin Core, JSON-LD, the time element, the title
of the window. Nothing is guessed from the address.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from etl.knowledge import toml
from etl.layout.lines import clean
from etl.records import Stated
from etl.time.dates import Calendar, find_dates, resolve

ISO_DAY = re.compile(r"\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
SITE_NAME = re.compile(r"^(.{10,}?)\s+(?:\||::|»|›|•)\s+[^|]{2,80}$")
"""A title with the name of its site behind a mark that no headline holds; a dash may be part of one."""
DASHED = re.compile(r"\s+[-–—|:»›•·]+\s+")
MARKS = " -–—|:»›•·"
LONGEST = 300
MOST_JSON = 2_000_000
MOST_OBJECTS = 10_000


def stated_by(page: LexborHTMLParser) -> Stated:
    """Return title, publisher and day of publication as the page's metadata state them."""
    named = _named(page)
    linked = list(_linked_data(page))
    keys = toml("pages.toml")["metadata"]
    publisher = _first([*(named.get(k) for k in keys["publisher"]), *(_name(o.get("publisher")) for o in linked)])
    title = _first([*(named.get(k) for k in keys["title"]), *(o.get("headline") for o in linked), _window_title(page)])
    published = (day_of(v) for v in [*(named.get(k) for k in keys["published"]), *(o.get("datePublished") for o in linked),
                                   *_times(page)])
    return Stated(title=_without_site(title, publisher) if title else None, publisher=publisher,
                  published_on=next((day for day in published if day is not None), None))


def _named(page: LexborHTMLParser) -> dict[str, str]:
    """Return the contents of the meta elements by name; of two with one name the first."""
    found: dict[str, str] = {}
    for meta in page.css("meta[content]"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.setdefault(name.strip().lower(), attributes.get("content") or "")
    return found


def _linked_data(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD that tell a headline or a day of publication."""
    for script in page.css('script[type="application/ld+json"]'):
        words = script.text()
        try:
            stack = [json.loads(words)] if len(words) <= MOST_JSON else []
        except (ValueError, RecursionError):
            continue
        for _ in range(MOST_OBJECTS):
            if not stack:
                break
            at = stack.pop()
            if isinstance(at, list):
                stack.extend(reversed(at))
            elif isinstance(at, dict):
                stack.append(at.get("@graph"))
                if "headline" in at or "datePublished" in at:
                    yield at


def _times(page: LexborHTMLParser) -> Iterator[str | None]:
    """Yield the days that the page marks as its day of publication, then that of its first time element in the document."""
    for choice in ('[itemprop="datePublished"]', "time[pubdate]", "article time[datetime], main time[datetime]"):
        found = page.css_first(choice)
        if found is not None:
            yield found.attributes.get("datetime") or found.attributes.get("content") or found.text()
    times = page.css("time[datetime]")
    if len(times) == 1:
        yield times[0].attributes.get("datetime")


def _window_title(page: LexborHTMLParser) -> str | None:
    found = page.css_first("head title")
    return found.text() if found is not None else None


def _name(value: object) -> object:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def _first(values: list[object]) -> str | None:
    """Return the first that is a text of use, with its blanks set right."""
    for value in values:
        # JSON may spell out halves of characters, which no text can hold.
        words = " ".join(value.encode("utf-8", "replace").decode().split()) if isinstance(value, str) else ""
        if 1 < len(words) <= LONGEST and not words.startswith(("http:", "https:")):
            return words
    return None


def _without_site(title: str, publisher: str | None) -> str:
    """Return the title without the name of the site before or behind it."""
    pieces = DASHED.split(title)
    if len(pieces) > 1 and publisher:
        if pieces[-1].casefold() == publisher.casefold():
            return title[:-len(pieces[-1])].rstrip(MARKS)
        if pieces[0].casefold() == publisher.casefold():
            return title[len(pieces[0]):].lstrip(MARKS)
    marked = SITE_NAME.match(title)
    return marked[1] if marked else title


def day_of(value: object) -> date | None:
    """Return the day that a date of any usual form begins with."""
    if not isinstance(value, str):
        return None
    iso = ISO_DAY.match(value)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        found = next((m for m in find_dates(clean(value[:LONGEST])) if m.form == "day" and m.parts[0]), None)
        return resolve(found, Calendar()).start if found else None
    except (ValueError, OverflowError):
        return None
