"""How pages are fetched: what a server says is heard, what it does wrong is survived. HTTP is real, time by a clock."""
from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from etl.web.errors import Unreachable
from etl.web.fetch import Fetcher
from tests.etl.web.conftest import Clock
from tests.etl.web.server import Site, in_turn, reply, serving

PAGE = b"<p>Kissinger met Sadat in Aswan.</p>"
Make = Callable[..., Fetcher]


def refusal(fetcher: Fetcher, url: str) -> Unreachable:
    """Return why an address cannot be fetched."""
    with pytest.raises(Unreachable) as refused:
        fetcher.get(url)
    return refused.value


def test_a_page_comes_with_what_the_next_request_needs(site: Site, fetcher: Make) -> None:
    stamp = "Mon, 20 May 2024 10:00:00 GMT"
    site.answers["/a/b.html"] = reply(200, PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"', Last_Modified=stamp)
    found = fetcher().get(site.url("/a/b.html#part"))
    assert found is not None
    assert (found.raw, found.url, found.uri) == (PAGE, site.url("/a/b.html"), site.url("/a/b.html"))
    assert (found.content_type, found.etag, found.last_modified) == ("text/html; charset=utf-8", '"1"', stamp)
    assert found.name == "b.html"


def test_requests_say_who_asks(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(200, PAGE)
    fetcher(contact="https://example.org/bot").get(site.url())
    (told,) = {headers["user-agent"] for _, headers in site.asked}
    name, contact = told.split(" ")
    assert name.startswith("rapporteur/") and contact == "(+https://example.org/bot)"


@pytest.mark.parametrize(("validator", "header"), [("etag", "if-none-match"), ("last_modified", "if-modified-since")])
def test_what_has_not_changed_is_not_sent_again(site: Site, fetcher: Make, validator: str, header: str) -> None:
    site.answers["/"] = lambda handler: reply(304 if handler.headers.get(header) == "as before" else 200, b"")(handler)
    assert fetcher().get(site.url(), **{validator: "as before"}) is None
    assert fetcher().get(site.url(), **{validator: "other"}) is not None


def test_a_validator_that_no_header_can_hold_is_left_out(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(200, PAGE)
    assert fetcher().get(site.url(), etag='"ü"') is not None
    assert "if-none-match" not in site.asked[-1][1]


def test_304_without_a_question_is_no_answer(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(304)
    assert refusal(fetcher(), site.url()).reason == "unreachable"


@pytest.mark.parametrize(("status", "reason"), [(404, "missing"), (410, "missing"), (403, "unreachable"), (400, "unreachable")])
def test_a_client_error_is_asked_once(site: Site, fetcher: Make, clock: Clock, status: int, reason: str) -> None:
    site.answers["/gone"] = reply(status)
    refused = refusal(fetcher(robots=False), site.url("/gone"))
    assert (refused.reason, str(status) in refused.detail) == (reason, True)
    assert (site.paths(), clock.slept) == (["/gone"], [])


def test_a_server_error_is_asked_again_after_growing_waits(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = in_turn(reply(500), reply(503), reply(200, PAGE))
    told: list[str] = []
    found = fetcher(robots=False, interval=0.5, backoff=2.0, log=told.append).get(site.url())
    assert found is not None and found.raw == PAGE
    assert (len(site.paths()), clock.slept) == (3, [2.0, 4.0])
    assert told == ["127.0.0.1 answers 500; try again later: asking again in 2.0 s",
                    "127.0.0.1 answers 503; try again later: asking again in 4.0 s"]


def test_waits_are_spread_by_chance(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = in_turn(reply(500), reply(200, PAGE))
    fetcher(robots=False, interval=0.5, backoff=2.0, jitter=lambda: 0.0).get(site.url())
    assert clock.slept == [1.0]


def test_a_server_that_keeps_failing_is_given_up(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(502)
    refused = refusal(fetcher(robots=False, retries=2), site.url())
    assert (refused.reason, refused.detail) == ("unreachable", "answers 502; try again later")
    assert len(site.paths()) == 3


@pytest.mark.parametrize(("asked", "date"), [("7", None), ("Mon, 20 May 2024 10:00:07 GMT", "Mon, 20 May 2024 10:00:00 GMT")])
def test_a_server_that_asks_for_patience_gets_it(site: Site, fetcher: Make, clock: Clock, asked: str, date: str | None) -> None:
    def busy(handler: BaseHTTPRequestHandler) -> None:
        handler.date_time_string = lambda timestamp=None: date or "Mon, 20 May 2024 10:00:00 GMT"  # type: ignore[method-assign]
        reply(429, Retry_After=asked)(handler)

    site.answers["/"] = in_turn(busy, reply(200, PAGE))
    assert fetcher(robots=False).get(site.url()) is not None
    assert clock.slept == [7.0]


def test_a_server_that_asks_for_more_patience_than_we_have_is_left_alone(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = reply(503, Retry_After="3600")
    refused = refusal(fetcher(robots=False), site.url())
    assert "left alone for 3,600 s" in refused.detail and "web.max_wait" in refused.detail
    assert (len(site.paths()), clock.slept) == (1, [])


def test_other_pages_of_a_server_that_wants_to_be_left_alone_are_not_waited_for(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = reply(503, Retry_After="86400")
    site.answers["/other"] = reply(200, PAGE)
    asking = fetcher(robots=False)
    refusal(asking, site.url())
    assert "left alone for 86,400 s more" in refusal(asking, site.url("/other")).detail
    assert (site.paths(), clock.slept) == (["/"], [])


def test_nonsense_in_retry_after_is_ignored(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = in_turn(reply(503, Retry_After="soon"), reply(200, PAGE))
    assert fetcher(robots=False).get(site.url()) is not None
    assert clock.slept == [1.0]


def test_a_connection_that_fails_is_tried_again(fetcher: Make, clock: Clock) -> None:
    with serving() as site:
        url = site.url()
    refused = refusal(fetcher(robots=False, retries=2), url)
    assert refused.reason == "unreachable" and "refused" in refused.detail.lower()
    assert clock.slept == [1.0, 2.0]


def test_a_connection_that_breaks_off_is_tried_again(site: Site, fetcher: Make) -> None:
    site.answers["/"] = in_turn(reply(200, b"cut", Content_Length="1000"), reply(200, PAGE))
    found = fetcher(robots=False).get(site.url())
    assert found is not None and found.raw == PAGE


def test_a_host_that_does_not_exist_says_so(fetcher: Make) -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError("Name or service not known")

    refused = refusal(fetcher(resolve=unknown, robots=False, retries=0), "http://nowhere.test/")
    assert refused.detail == "cannot be reached: the host nowhere.test is not known: Name or service not known"


def hang(site: Site, *, after: bytes = b"") -> Callable[[BaseHTTPRequestHandler], None]:
    """Return what sends some bytes and then nothing until the test is over."""
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(after)
        site.released.wait()
    return answer


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut"], ids=["at once", "in the body"])
def test_a_server_that_hangs_is_left(site: Site, fetcher: Make, sent: bytes) -> None:
    site.answers["/"] = hang(site, after=sent)
    told: list[str] = []
    refused = refusal(fetcher(robots=False, read=0.05, retries=2, log=told.append), site.url())
    assert (refused.reason, len(told)) == ("too_slow", 2)


def drip(before: bytes, drop: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Return what sends drop after drop for ever."""
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(before)
        while True:
            handler.wfile.write(drop)
            handler.wfile.flush()
    return answer


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: "], ids=["body", "headers"])
def test_a_server_that_drips_runs_into_the_deadline(site: Site, fetcher: Make, clock: Clock, head: bytes) -> None:
    site.answers["/"] = drip(head, b"a")
    clock.step = 10
    refused = refusal(fetcher(robots=False, total=60), site.url())
    assert (refused.reason, len(site.paths())) == ("too_slow", 1)
    assert "web.total" in refused.detail


def test_a_body_without_end_is_cut_at_the_limit(site: Site, fetcher: Make) -> None:
    site.answers["/"] = drip(b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 10_000)
    refused = refusal(fetcher(robots=False, bytes=100_000), site.url())
    assert (refused.reason, "limit of 0.1 MB" in refused.detail) == ("too_large", True)


def test_a_body_that_says_it_is_too_large_is_not_read(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(200, PAGE, Content_Length="99000000")
    assert refusal(fetcher(robots=False), site.url()).detail.startswith("has 99.0 MB, over the limit of 20.0 MB")


def raw_deflate(raw: bytes) -> bytes:
    """Pack without the header that the standard wants, as some servers do."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(raw) + packer.flush()


@pytest.mark.parametrize(("coding", "packed"), [("gzip", gzip.compress(PAGE, mtime=0)), ("deflate", zlib.compress(PAGE)),
                                                ("deflate", raw_deflate(PAGE)), ("identity", PAGE),
                                                ("gzip", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0) + bytes(9))])
def test_packed_bodies_are_unpacked(site: Site, fetcher: Make, coding: str, packed: bytes) -> None:
    site.answers["/"] = reply(200, packed, Content_Encoding=coding)
    found = fetcher().get(site.url())
    assert found is not None and found.raw == PAGE


@pytest.mark.parametrize(("coding", "packed", "reason"), [
    pytest.param("gzip", gzip.compress(bytes(5_000_000)), "too_large", id="bomb"),
    pytest.param("gzip", gzip.compress(bytes(300_000)) * 5, "too_large", id="bomb in parts"),
    pytest.param("gzip, gzip", gzip.compress(gzip.compress(PAGE, mtime=0)), "unsupported", id="packed twice"),
    pytest.param("br", PAGE, "unsupported", id="not asked for"),
    pytest.param("gzip", PAGE, "damaged", id="not packed"),
    pytest.param("gzip", gzip.compress(PAGE, mtime=0)[:-9], "damaged", id="cut"),
])
def test_bodies_that_cannot_be_unpacked_are_refused(site: Site, fetcher: Make, coding: str, packed: bytes, reason: str) -> None:
    site.answers["/"] = reply(200, packed, Content_Encoding=coding)
    assert refusal(fetcher(bytes=1_000_000), site.url()).reason == reason


def test_a_bomb_does_not_go_off_in_memory_either(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(200, gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")
    tracemalloc.start()
    try:
        assert refusal(fetcher(robots=False, bytes=1_000_000), site.url()).reason == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_each_host_is_asked_once_an_interval_and_others_meanwhile(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/"] = reply(200, PAGE)
    polite = fetcher(robots=False, interval=3.0)
    polite.get(site.url())
    polite.get(site.url(host="localhost"))
    assert clock.slept == []
    polite.get(site.url())
    assert clock.slept == [3.0]
    clock.time += 1.0
    polite.get(site.url(host="localhost"))
    assert clock.slept == [3.0]


def test_what_robots_txt_disallows_is_not_asked_for(site: Site, fetcher: Make) -> None:
    site.answers["/robots.txt"] = reply(200, b"User-agent: rapporteur\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    site.answers["/open"] = site.answers["/private/page"] = reply(200, PAGE)
    polite = fetcher()
    assert polite.get(site.url("/open")) is not None
    refused = refusal(polite, site.url("/private/page"))
    assert (refused.reason, "robots.txt" in refused.detail) == ("refused", True)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open"]
    assert fetcher(robots=False).get(site.url("/private/page")) is not None


def test_the_interval_that_robots_txt_asks_for_is_kept(site: Site, fetcher: Make, clock: Clock) -> None:
    site.answers["/robots.txt"] = reply(200, b"User-agent: *\nCrawl-delay: 9\n")
    site.answers["/"] = reply(200, PAGE)
    polite = fetcher(interval=1.0)
    polite.get(site.url())
    polite.get(site.url())
    assert clock.slept == [1.0, 9.0]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, fetcher: Make) -> None:
    site.answers["/robots.txt"], site.answers["/"] = reply(503), reply(200, PAGE)
    polite = fetcher(retries=0)
    assert "answers 503; try again later (robots.txt" in refusal(polite, site.url()).detail
    assert "answers 503; try again later (robots.txt" in refusal(polite, site.url("/other")).detail
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_redirects_are_followed_and_the_end_is_told(site: Site, fetcher: Make) -> None:
    site.answers["/old"] = reply(301, Location="new?x=1#top")
    site.answers["/new?x=1"] = reply(302, Location=site.url("/newest", host="localhost"))
    site.answers["/newest"] = reply(200, PAGE)
    found = fetcher().get(site.url("/old"))
    assert found is not None and found.url == site.url("/newest", host="localhost")


def test_redirects_in_a_circle_end(site: Site, fetcher: Make) -> None:
    site.answers["/a"], site.answers["/b"] = reply(302, Location="/b"), reply(302, Location="/a")
    refused = refusal(fetcher(), site.url("/a"))
    assert (refused.reason, refused.detail) == ("unreachable", "redirects more than 5 times")
    assert len(site.paths()) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://[::1"])
def test_redirects_to_what_is_no_web_address_are_refused(site: Site, fetcher: Make, target: str) -> None:
    site.answers["/"] = reply(302, Location=target)
    assert refusal(fetcher(), site.url()).reason in ("refused", "unreachable")
    assert site.paths() == ["/"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "//example.org", "http://", "http://[::1",
                                 "nonsense", "http://exa mple.org:port/"])
def test_what_is_no_web_address_is_not_asked(fetcher: Make, url: str) -> None:
    assert refusal(fetcher(), url).reason == "unsupported"


def test_what_is_secret_in_an_address_shows_nowhere(site: Site, fetcher: Make) -> None:
    told: list[str] = []
    site.answers["/hook/s3cr3t%20x?token=abc&page=2"] = in_turn(reply(500), reply(200, PAGE))
    polite = fetcher(robots=False, secrets=["s3cr3t x"], log=told.append)
    found = polite.get(f"http://user:hunter2@{site.host}:{site.port}/hook/s3cr3t%20x?token=abc&page=2")
    assert found is not None
    assert found.uri == site.url("/hook/***?token=***&page=2")
    assert site.asked[-1][1]["authorization"].startswith("Basic ")
    words = "\n".join([*told, repr(found), found.uri, str(refusal(polite, f"ftp://user:hunter2@{site.host}/s3cr3t%20x"))])
    assert not any(secret in words for secret in ("hunter2", "s3cr3t", "abc"))


def test_a_password_does_not_follow_a_redirect_to_another_host(site: Site, fetcher: Make) -> None:
    site.answers["/a"], site.answers["/b"] = reply(302, Location="/b"), reply(302, Location=site.url("/c", host="localhost"))
    site.answers["/c"] = reply(200, PAGE)
    fetcher(robots=False).get(f"http://user:hunter2@{site.host}:{site.port}/a")
    assert ["authorization" in headers for _, headers in site.asked] == [True, True, False]


def test_no_cookie_is_kept(site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(200, PAGE, Set_Cookie="id=1")
    polite = fetcher(robots=False)
    polite.get(site.url())
    polite.get(site.url())
    assert not any("cookie" in headers for _, headers in site.asked)
