"""Documents of the web go the same way as files, are asked for politely, and lose nothing when a run breaks off."""
from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from etl import pipeline
from etl.pipeline import Outcome, Request, Timer, ingest
from etl.settings import Configuration
from seeds import SEEDS
from tests.conftest import BULLETIN
from tests.etl.web.server import Site, reply, serving
from warehouse.connection import open_reader

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>First Note</title><link>/first.txt</link><pubDate>Tue, 04 May 2021 08:00:00 GMT</pubDate></item>
<item><title>Second Note</title><link>/second.txt</link><pubDate>Wed, 05 May 2021 08:00:00 GMT</pubDate></item>
</channel></rss>"""


@dataclass
class Paper:
    """A real site on loopback whose pages carry tags; `sent` holds path and status of what it answered."""

    web: Site
    sent: list[tuple[str, int]] = field(default_factory=list)

    def publish(self, path: str, text: str) -> None:
        """Show a page from now on."""
        raw = text.encode()
        tag = f'"{len(raw)}-{hash(text)}"'

        def answer(handler: BaseHTTPRequestHandler) -> None:
            status = 304 if handler.headers.get("If-None-Match") == tag else 200
            self.sent.append((path, status))
            reply(status, b"" if status == 304 else raw, ETag=tag)(handler)

        self.web.answers[path] = answer


@pytest.fixture
def paper() -> Iterator[Paper]:
    """Return a site with a feed of two pages."""
    with serving() as web:
        paper = Paper(web)
        paper.publish("/feed.xml", FEED)
        paper.publish("/first.txt", BULLETIN.format(day=4))
        paper.publish("/second.txt", BULLETIN.format(day=5))
        yield paper


def run(warehouse: Path, *sources: str, **settings: dict) -> Outcome:
    """Ingest, without waiting between requests."""
    configuration = Configuration.model_validate({
        "publish": {"after_runs": False}, "web": {"interval": 0.0, "retries": 1, "backoff": 0.01}, **settings})
    return ingest(Request(sources=sources, base=Path("/"), warehouse=warehouse, seeds=SEEDS, configuration=configuration,
                          timer=Timer(time.sleep, time.monotonic)),
                  clock=lambda: datetime(2026, 1, 2))


def names(uris: list[str]) -> list[str]:
    """Return the last parts of addresses."""
    return [uri.rsplit("/", 1)[-1] for uri in uris]


def test_the_pages_of_a_feed_are_loaded_with_what_is_stated_of_their_source(seeded: Path, paper: Paper) -> None:
    outcome = run(seeded, "river", sources={"river": {"from": paper.web.url("/feed.xml"), "publisher": "River News"}})
    assert names(outcome.tally.loaded) == ["first.txt", "second.txt"]
    with open_reader(seeded) as connection:
        told = connection.execute("SELECT title, publisher, published_on::VARCHAR FROM reporting.documents ORDER BY uri").fetchall()
    assert told == [("Weekly Note", "River News", "2021-05-04"), ("Weekly Note", "River News", "2021-05-05")]


def test_what_is_unchanged_is_not_sent_again(seeded: Path, paper: Paper) -> None:
    feed = paper.web.url("/feed.xml")
    run(seeded, feed)
    paper.sent.clear()
    assert names(run(seeded, feed).tally.known) == ["first.txt", "second.txt"]
    assert paper.sent == [("/feed.xml", 304)]


def test_a_changed_page_replaces_its_document(seeded: Path, paper: Paper) -> None:
    run(seeded, paper.web.url("/first.txt"))
    paper.publish("/first.txt", BULLETIN.format(day=8))
    assert names(run(seeded, paper.web.url("/first.txt")).tally.replaced) == ["first.txt"]


def test_a_page_that_fails_is_rejected_alone_and_asked_again_the_next_time(seeded: Path, paper: Paper) -> None:
    paper.web.answers["/second.txt"] = reply(500)
    outcome = run(seeded, paper.web.url("/feed.xml"))
    assert names(outcome.tally.loaded) == ["first.txt"]
    assert [(names([r.uri]), r.reason) for r in outcome.tally.rejected] == [(["second.txt"], "unreachable")]
    paper.publish("/second.txt", BULLETIN.format(day=5))
    assert names(run(seeded, paper.web.url("/feed.xml")).tally.loaded) == ["second.txt"]


def test_a_run_that_breaks_off_after_the_fetch_loses_nothing(seeded: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_options: object) -> None:
        raise OSError("the power went out")

    monkeypatch.setattr(pipeline, "load_prepared", fail)
    with pytest.raises(OSError, match="power"):
        run(seeded, paper.web.url("/feed.xml"))
    monkeypatch.undo()
    assert names(run(seeded, paper.web.url("/feed.xml")).tally.loaded) == ["first.txt", "second.txt"]


def test_originals_that_are_gone_are_fetched_again(seeded: Path, paper: Paper) -> None:
    page = paper.web.url("/first.txt")
    run(seeded, page)
    for kept in seeded.with_suffix(".originals").rglob("*"):
        if kept.is_file():
            kept.unlink()
    paper.sent.clear()
    run(seeded, page)
    assert paper.sent == [("/first.txt", 200)]


def test_a_missing_page_is_asked_for_once(seeded: Path, paper: Paper) -> None:
    outcome = run(seeded, paper.web.url("/nowhere.txt"))
    assert [r.reason for r in outcome.tally.rejected] == ["missing"]
    assert paper.web.paths() == ["/nowhere.txt"]


def test_a_store_gives_its_documents_and_is_read_again_only_where_they_changed(seeded: Path) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    store.pipe("/notes/a.txt", BULLETIN.format(day=4).encode())
    store.pipe("/notes/b.txt", b"\x00")
    try:
        outcome = run(seeded, "memory://notes")
        assert names(outcome.tally.loaded) == ["a.txt"]
        assert [r.reason for r in outcome.tally.rejected] == ["binary"]
        assert names(run(seeded, "memory://notes").tally.known) == ["a.txt"]
        store.pipe("/notes/a.txt", BULLETIN.format(day=6).encode())
        assert names(run(seeded, "memory://notes").tally.replaced) == ["a.txt"]
    finally:
        store.rm("/notes", recursive=True)
