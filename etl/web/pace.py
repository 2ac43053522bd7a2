"""Keep requests to one host apart, and say how long to wait after a failure."""
from __future__ import annotations

import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from threading import Lock

from etl.web.policy import Politeness


class Pace:
    """Lets each host be asked once an interval; threads that share it take turns."""

    def __init__(self, sleep: Callable[[float], None], clock: Callable[[], float]) -> None:
        self._sleep, self._clock = sleep, clock
        self._next: dict[str, float] = {}
        self._left: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, interval: float) -> None:
        """Wait for the turn of the host."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + interval
        if turn > now:
            self._sleep(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for some seconds."""
        with self._lock:
            self._next[host] = max(self._clock() + seconds, self._next.get(host, 0.0))

    def leave(self, host: str, seconds: float) -> None:
        """Note that the host wants to be left alone for so long that nobody should wait for it."""
        with self._lock:
            self._left[host] = self._clock() + seconds

    def left(self, host: str) -> float:
        """Return for how many seconds the host is still to be left alone, 0 where it may be asked."""
        with self._lock:
            until = self._left.get(host)
            return 0.0 if until is None else max(0.0, until - self._clock())


def backoff(policy: Politeness, tried: int, jitter: Callable[[], float]) -> float:
    """Return the seconds to wait after `tried` attempts: doubling, spread over the upper half so that callers fall apart."""
    return min(policy.backoff * 2.0 ** (tried - 1), policy.max_wait) * (0.5 + jitter() / 2)


def retry_after(stated: str | None, date: str | None) -> float | None:
    """Return the seconds that a `Retry-After` header asks for; a date in it is counted from the answer's own `Date`."""
    if stated is None:
        return None
    if re.fullmatch(r"\d{1,9}", stated.strip()):
        return float(stated)
    try:
        return max(0.0, (parsedate_to_datetime(stated) - parsedate_to_datetime(date or "")).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
