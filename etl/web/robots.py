"""What a site's robots.txt allows, read once a site (RFC 9309)."""
from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

import httpx

from etl.web.address import origin_of
from etl.web.errors import Unreachable
from etl.web.policy import NAME, Politeness
from etl.web.reach import Reach

MAX_BYTES = 500_000
"""A longer robots.txt is no list of rules; the standard asks for as much."""


class Robots:
    """Answers for each site whether a page may be fetched and how far apart requests must be.

    `fetch` returns the robots.txt at an address, asked from a page of some reach; None where the site has none. A site whose
    robots.txt cannot be had is not asked for anything else, nor for that again.
    """

    def __init__(self, policy: Politeness, fetch: Callable[[httpx.URL, Reach | None], bytes | None]) -> None:
        self._policy, self._fetch = policy, fetch
        self._rules: dict[tuple[str, str, int], RobotFileParser | Unreachable] = {}

    def check(self, address: httpx.URL, origin: Reach | None) -> None:
        """Raise Unreachable where the site does not want the page fetched."""
        if not self._policy.robots:
            return
        rules = self._of(address, origin)
        if isinstance(rules, Unreachable):
            raise Unreachable(rules.reason, rules.detail)
        if not rules.can_fetch(NAME, str(address.copy_with(userinfo=b""))):
            raise Unreachable("refused", "is not to be fetched by programs, says the robots.txt of the site; save the page and "
                                         "name the file, or set web.robots = false if its owner agrees")

    def interval(self, address: httpx.URL) -> float:
        """Return the least seconds between requests: the policy's, or the site's own within `max_wait`."""
        rules = self._rules.get(origin_of(address))
        delay = rules.crawl_delay(NAME) if isinstance(rules, RobotFileParser) else None
        return max(self._policy.interval, min(float(delay or 0), self._policy.max_wait))

    def _of(self, address: httpx.URL, origin: Reach | None) -> RobotFileParser | Unreachable:
        site = origin_of(address)
        if site not in self._rules:
            try:
                raw = self._fetch(address.copy_with(raw_path=b"/robots.txt"), origin)
            except Unreachable as error:
                if error.reason == "refused":
                    # Refused from one page, the site may still be one that the user names.
                    raise
                self._rules[site] = Unreachable(error.reason, f"{error.detail} (robots.txt, which is asked for first)")
            else:
                rules = RobotFileParser()
                rules.parse((raw or b"").decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
                self._rules[site] = rules
        return self._rules[site]
