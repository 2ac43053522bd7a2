"""Servers and feeds that are out of order in any way: each is refused, or read, and nothing else happens."""
from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from etl.formats.content import Unreadable
from etl.web.errors import Unreachable
from etl.web.feed import Entry, entries
from etl.web.fetch import Fetched, Fetcher
from etl.web.reach import resolve
from tests.etl.web.server import Site
from tests.etl.web.test_feed import AT, ATOM, ITEM, RDF, rss

HEADS = (b"HTTP/1.1 200 OK", b"HTTP/1.1 302 Found", b"HTTP/1.1 304 Same", b"HTTP/1.0 200", b"HTTP/1.1 101 Up\r\nUpgrade: x",
         b"HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK", b"HTTP/1.1 429 x\r\nRetry-After: 1e9", b"HTTP/9 200",
         b"HTTP/1.1 204 x", b"")
LINES = (b"Content-Length: 5", b"Content-Length: -5", b"Content-Length: abc", b"Transfer-Encoding: chunked",
         b"Content-Encoding: gzip", b"Content-Encoding: deflate", b"ETag: \xff", b"X:\r\n y", b"no header",
         b"Content-Type: \xe9",
         *(b"Location: " + target for target in (
             b"http://[::1", b"\xff\xfe", b"http://127.0.0.1:99999/", b"http://xn--a/", b"//", b"http://%00/", b"?",
             b"http:path", b"http://a..b/", b"http://" + b"a" * 300 + b"/", b"http://\xc3\xbc/", b"http://@/",
             b"http://127.0.0.1:-1/")))
BODIES = (b"", b"hello", gzip.compress(b"hello"), b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n", b"\x78\x9c", b"f" * 20 + b"\r\n")
FEEDS = (rss(*(ITEM.format(link=f"/{number}") for number in range(5))), ATOM, RDF)
SCRAPS = (b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&#0;", b"&#xD800;", b"&#99999999;", b"&nbsp;", b"<item>", b"</item>",
          b"<a:b>", b"\x00", b"\xff", b"<link href='http://[::1'/>", b" xml:base='http://[x'", b"<updated>9999-99-99</updated>",
          b"<pubDate>Mon, 99 Jan 99999 99:99:99 +9999</pubDate>", b" xmlns='x y'", b"<gml:pos>1</gml:pos>", b"<textinput>",
          b" encoding='utf-16'", b" encoding='undefined'", b" encoding='\xff'", b"<content type='x' mode='base64'>!</content>")


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """Return a copy with some bytes replaced, left out, or with scraps put in."""
    copy = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(copy) + 1)
        match chance.randrange(4):
            case 0:
                del copy[place:place + chance.randint(1, 40)]
            case 1:
                copy[place:place + 1] = bytes([chance.randrange(256)])
            case _:
                copy[place:place] = chance.choice(SCRAPS)
    return bytes(copy)


def test_servers_that_talk_nonsense_are_refused_or_understood(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    chance = random.Random(4)
    sent: list[bytes] = []

    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        lines = [chance.choice(HEADS), *chance.choices(LINES, k=chance.randint(0, 3)), b"", chance.choice(BODIES)]
        sent.append(b"\r\n".join(lines))
        handler.wfile.write(sent[-1])

    def known(host: str, port: int) -> tuple[str, ...]:
        if host != "127.0.0.1":
            raise OSError("no test asks for names")
        return resolve(host, port)

    site.answers["/"] = nonsense
    asking = fetcher(robots=False, retries=0, interval=0, read=1.0, bytes=1000, resolve=known)
    outcomes = []
    for _ in range(200):
        try:
            outcomes.append(asking.get(site.url(), etag="x"))
        except Unreachable as error:
            outcomes.append(error.reason)
        except Exception as error:
            pytest.fail(f"{sent[-1]!r} led to {error!r}")
    assert {str, Fetched, type(None)} == set(map(type, outcomes))


def test_feeds_that_were_damaged_are_refused_or_read() -> None:
    chance = random.Random(4)
    outcomes: list[str | list[Entry]] = []
    for _ in range(400):
        raw = mutated(chance.choice(FEEDS), chance)
        try:
            outcomes.append(entries(raw, AT))
        except Unreadable as error:
            outcomes.append(error.reason)
        except Exception as error:
            pytest.fail(f"{raw!r} led to {error!r}")
    assert {str, list} == set(map(type, outcomes))
    assert sum(isinstance(outcome, list) and bool(outcome) for outcome in outcomes) > 100
