"""Bring documents from the web and from stores into the originals, so that they are read like files.

What is unchanged is not sent again: its bytes are still there. Bytes are kept before the answer is noted, so a run that breaks off
in between loses nothing.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from etl.errors import Rejection
from etl.formats.content import Unreadable
from etl.formats.sniff import BY_SUFFIX, format_of
from etl.intake.digest import sha256_of
from etl.intake.inputs import Input, Intake
from etl.intake.sources import Asked
from etl.records import Stated
from etl.web.errors import Unreachable
from etl.web.feed import Entry, entries
from etl.web.fetch import Fetcher
from etl.web.fetched import Fetched
from etl.web.remote import Stores
from etl.web.secrets import resolved

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered last: its validators and the SHA-256 of the bytes that came."""

    etag: str | None
    last_modified: str | None
    sha256: str


class Landing:
    """Brings documents in; `answers` are those of earlier runs, `news` those of this one, both by address."""

    def __init__(self, intake: Intake, fetcher: Fetcher, stores: Stores, answers: Mapping[str, Answer],
                 variables: Mapping[str, str]) -> None:
        self._intake, self._fetcher, self._stores, self._answers, self._variables = intake, fetcher, stores, answers, variables
        self.news: dict[str, Answer] = {}

    def land(self, asked: Asked) -> Iterator[Input | Rejection]:
        """Yield the documents that an address stands for: a page, the pages of a feed, or the files of a store."""
        address = resolved(asked.address, self._variables)
        try:
            yield from (self._from_web if address.startswith(WEB) else self._from_store)(address, asked)
        except Unreachable as error:
            yield Rejection(self._fetcher.shown(address), error.reason, error.detail)

    def _from_store(self, address: str, asked: Asked) -> Iterator[Input | Rejection]:
        for stored in self._stores.documents(address, limit=self._intake.limits.members):
            known = self._known(stored.uri)
            if known is None or stored.validator is None or known.etag != stored.validator:
                try:
                    known = self._keep(stored.uri, self._stores.read(stored.address), stored.validator, None)
                except Unreachable as error:
                    yield Rejection(stored.uri, error.reason, error.detail)
                    continue
            yield self._input(stored.uri, known, stored.name, asked.stated)

    def _from_web(self, address: str, asked: Asked) -> Iterator[Input | Rejection]:
        uri = self._fetcher.shown(address)
        answer, fetched = self._fetch(address, uri)
        raw = self._intake.originals.read(answer.sha256)
        name = fetched.name if fetched else PurePosixPath(address).name
        if asked.kind == "feed" or (asked.kind == "auto" and _is_feed(raw, name)):
            yield from self._from_feed(address, uri, raw, fetched, asked)
        else:
            yield self._input(uri, answer, _named(name, fetched), asked.stated)

    def _from_feed(self, address: str, uri: str, raw: bytes, fetched: Fetched | None, asked: Asked) -> Iterator[Input | Rejection]:
        """Yield the documents of a feed. Where the feed is unchanged, pages that came before are not asked for again."""
        try:
            found = entries(raw, fetched.url if fetched else address, self._intake.limits)
        except Unreadable as error:
            yield Rejection(uri, error.reason, str(error))
            return
        for entry in found:
            stated = asked.stated.over(Stated(title=entry.title, published_on=entry.published_on))
            if not (asked.follow and entry.is_linked):
                yield self._input(entry.url, self._keep(entry.url, entry.page(), None, None), "entry.html", stated)
                continue
            try:
                yield self._page(entry, fetched, stated)
            except Unreachable as error:
                yield Rejection(self._fetcher.shown(entry.url), error.reason, error.detail)

    def _page(self, entry: Entry, feed: Fetched | None, stated: Stated) -> Input:
        uri = self._fetcher.shown(entry.url)
        known = self._known(uri)
        if feed is None and known is not None:
            return self._input(uri, known, PurePosixPath(entry.url).name, stated)
        answer, fetched = self._fetch(entry.url, uri, found_on=feed)
        return self._input(uri, answer, _named(PurePosixPath(entry.url).name, fetched), stated)

    def _fetch(self, address: str, uri: str, *, found_on: Fetched | None = None) -> tuple[Answer, Fetched | None]:
        """Return the answer of an address, with what was fetched where it has changed."""
        known = self._known(uri)
        etag, last_modified = (known.etag, known.last_modified) if known else (None, None)
        fetched = self._fetcher.get(address, etag=etag, last_modified=last_modified, found_on=found_on)
        if fetched is None:
            return known, None
        return self._keep(uri, fetched.raw, fetched.etag, fetched.last_modified), fetched

    def _known(self, uri: str) -> Answer | None:
        """Return the last answer of an address, if its bytes are still there."""
        answer = self.news.get(uri) or self._answers.get(uri)
        return answer if answer and self._intake.originals.path(answer.sha256).exists() else None

    def _keep(self, uri: str, raw: bytes, etag: str | None, last_modified: str | None) -> Answer:
        self._intake.originals.keep(raw)
        self.news[uri] = Answer(etag, last_modified, sha256_of(raw))
        return self.news[uri]

    def _input(self, uri: str, answer: Answer, name: str, stated: Stated) -> Input:
        return Input(uri, self._intake.originals.path(answer.sha256), name, stated)


def _is_feed(raw: bytes, name: str) -> bool:
    try:
        return format_of(raw, name) == "feed"
    except Unreadable:
        return False


def _named(name: str, fetched: Fetched | None) -> str:
    """Return the name that tells the format: of a page whose address ends in none, that of its content type."""
    is_page = fetched is not None and (fetched.content_type or "").startswith("text/html")
    return f"{name}.html" if is_page and PurePosixPath(name).suffix.lower() not in BY_SUFFIX else name
