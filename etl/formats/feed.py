"""Take the entries out of a feed that was saved: each with the words that the feed itself carries, since nothing is fetched here."""
from __future__ import annotations

from collections.abc import Iterator

from etl.formats.content import Limits, Member
from etl.records import Stated
from etl.web.feed import entries


def members(raw: bytes, limits: Limits) -> Iterator[Member]:
    """Yield each entry as a page. Raises Unreadable where the bytes are no feed."""
    for entry in entries(raw, "feed:", limits):
        yield Member(f"{entry.url}.html", entry.page(), Stated(title=entry.title, published_on=entry.published_on))
