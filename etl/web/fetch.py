"""Fetch what lies at an address, politely and within limits; nothing on a public page leads to a private address.

Refused: schemes other than http and https, what robots.txt asks programs to leave alone, a redirect or link from a farther to a
nearer network, a redirect that gives up encryption. Each request has a connection of its own and no cookies.
"""
from __future__ import annotations

import random
import ssl
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

import httpx

from etl.web.address import parsed, redirected, shown
from etl.web.body import ACCEPTED, read_body
from etl.web.connection import Connector, Deadline, Transport
from etl.web.errors import Unreachable
from etl.web.failures import BUSY, failed, is_final, unwanted
from etl.web.fetched import Fetched
from etl.web.pace import Pace, backoff, retry_after
from etl.web.policy import Politeness
from etl.web.proxy import proxy_for, through
from etl.web.reach import Judge, Reach, Resolver, check, reach_of, resolve
from etl.web.robots import MAX_BYTES, Robots

REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html, application/pdf, application/atom+xml, application/rss+xml, text/plain, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class _Answer:
    """One response: its body is read for 200 only."""

    status: int
    headers: httpx.Headers
    raw: bytes
    reach: Reach


@dataclass(frozen=True, slots=True)
class _Request:
    """What stays the same through the hops of one fetch; `origin` is how far away the page was that led here."""

    headers: dict[str, str]
    max_bytes: int
    origin: Reach | None


class Fetcher:
    """Fetches addresses with the manners of a policy.

    `sleep` and `clock` (seconds that only grow) come from the caller, `log` is told what is waited for. `secrets` are words
    that no log, error or `Fetched.uri` may show. `resolve`, `judge` and `jitter` are for tests. Threads may share a Fetcher.
    """

    def __init__(self, policy: Politeness, *, sleep: Callable[[float], None], clock: Callable[[], float],
                 log: Callable[[str], None] = lambda told: None, secrets: Collection[str] = (),
                 resolve: Resolver = resolve, judge: Judge = reach_of, jitter: Callable[[], float] = random.random) -> None:
        self._policy, self._clock, self._log, self._secrets = policy, clock, log, tuple(secrets)
        self._resolve, self._judge, self._jitter = resolve, judge, jitter
        self._pace = Pace(sleep, clock)
        self._robots = Robots(policy, self._robots_txt)

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None,
            found_on: Fetched | None = None) -> Fetched | None:
        """Return what lies at an address, None where it is as it was when it had this `etag` or `last_modified`.

        An address that the user names may be anywhere; one `found_on` a page lies no nearer than that. Raises Unreachable.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        # A validator outside ASCII cannot be sent back.
        request = _Request({name: value for name, value in headers.items() if value and value.isascii()}, self._policy.bytes,
                           found_on.reach if found_on else None)
        try:
            address, answer = self._follow(parsed(url), request, self._robots.check)
            if answer.status == 304 and request.headers:
                return None
            if answer.status != 200:
                raise unwanted(answer.status)
        except Unreachable as error:
            raise Unreachable(error.reason, self.shown(error.detail)) from None
        final = str(address.copy_with(userinfo=b""))
        return Fetched(final, self.shown(final), answer.raw, answer.headers.get("content-type"), answer.headers.get("etag"),
                       answer.headers.get("last-modified"), answer.reach)

    def shown(self, text: str) -> str:
        """Return an address, or words that hold one, without anything secret."""
        return shown(text, self._secrets)

    def _robots_txt(self, address: httpx.URL, origin: Reach | None) -> bytes | None:
        """Return a site's robots.txt, None where the site says that it has none to give."""
        try:
            _, answer = self._follow(address, _Request({}, MAX_BYTES, origin), lambda target, origin: None)
        except Unreachable as error:
            if error.reason != "too_large":
                raise
            raise Unreachable("unreachable", f"has a robots.txt over {MAX_BYTES:,} bytes, which is no list of rules; "
                                             "set web.robots = false if the owner of the site agrees") from None
        if answer.status == 200:
            return answer.raw
        if 400 <= answer.status < 500 and answer.status != BUSY:
            return None
        raise unwanted(answer.status)

    def _follow(self, address: httpx.URL, request: _Request,
                allow: Callable[[httpx.URL, Reach | None], None]) -> tuple[httpx.URL, _Answer]:
        """Return where the redirects end and the answer there; `allow` objects to a hop by raising."""
        for _ in range(self._policy.redirects + 1):
            allow(address, request.origin)
            answer = self._persist(address, request)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or location is None:
                return address, answer
            address = redirected(address, location)
            request = _Request(request.headers, request.max_bytes, max(answer.reach, request.origin or Reach.NEVER))
        raise Unreachable("unreachable", f"redirects more than {self._policy.redirects} times")

    def _persist(self, address: httpx.URL, request: _Request) -> _Answer:
        """Return the answer, asking again after failures that may pass."""
        for tried in range(1, self._policy.retries + 2):
            if left := self._pace.left(address.host):
                raise Unreachable("unreachable", f"lies where another answer asked to be left alone for {left:,.0f} s more; try again then")
            self._pace.wait(address.host, self._robots.interval(address))
            wait = backoff(self._policy, tried, self._jitter)
            try:
                answer = self._ask(address, request)
                if answer.status < 500 and answer.status != BUSY:
                    return answer
                trouble = unwanted(answer.status)
                asked = retry_after(answer.headers.get("retry-after"), answer.headers.get("date")) or 0.0
                if asked > self._policy.max_wait:
                    self._pace.leave(address.host, asked)
                    raise Unreachable("unreachable", f"answers {answer.status}, and asks to be left alone for {asked:,.0f} s, "
                                                     f"longer than web.max_wait ({self._policy.max_wait:g} s); try again then")
                wait = max(wait, asked)
            except httpx.TransportError as error:
                trouble = failed(error)
                if is_final(error):
                    break
            if tried <= self._policy.retries:
                self._log(self.shown(f"{address.host} {trouble.detail}: asking again in {wait:.1f} s"))
                self._pace.hold(address.host, wait)
        raise trouble

    def _ask(self, address: httpx.URL, request: _Request) -> _Answer:
        """Return the answer to one request."""
        deadline = Deadline(self._clock, self._policy.total)
        connector = Connector(request.origin, deadline, self._resolve, self._judge)
        headers = {"User-Agent": self._policy.user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED, "Connection": "close"}
        timeout = httpx.Timeout(self._policy.read, connect=self._policy.connect)
        asked = httpx.Request("GET", address, headers=headers | request.headers, extensions={"timeout": timeout.as_dict()})
        if address.userinfo:
            asked = next(httpx.BasicAuth(address.username, address.password).auth_flow(asked))
        # No httpx.Client: it keeps cookies, and stumbles over redirects to what is no address even where it follows none.
        with self._transport(address, request, connector) as transport, closing(transport.handle_request(asked)) as response:
            raw = read_body(response, request.max_bytes, deadline) if response.status_code == 200 else b""
            # What a proxy fetched counts as public: nothing found there leads inside.
            return _Answer(response.status_code, response.headers, raw, connector.reach or Reach.PUBLIC)

    def _transport(self, address: httpx.URL, request: _Request, connector: Connector) -> httpx.BaseTransport:
        proxy = proxy_for(address) if self._policy.trust_env else None
        if proxy is None:
            return Transport(connector, self._context)
        try:
            addresses = self._resolve(address.host, address.port or 0)
        except OSError:
            addresses = ()
        check(address.host, addresses, request.origin, self._judge)
        return through(proxy, self._context)

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=self._policy.trust_env)
