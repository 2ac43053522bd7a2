"""A site on loopback, and a clock that only sleeping moves."""
from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from etl.web.fetch import Fetcher
from etl.web.policy import Politeness
from tests.etl.web.server import Site, serving


@dataclass
class Clock:
    """Time for tests: it stands still but for `sleep`, and, where `step` is set, for being looked at."""

    time: float = 0.0
    step: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        self.time += self.step
        return self.time

    def sleep(self, seconds: float) -> None:
        """Move on and remember."""
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to another machine, before it does: where a guard is broken nobody else shall notice."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = str(address[0]).partition("%")[0] if self.family in (socket.AF_INET, socket.AF_INET6) else "127.0.0.1"
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            pytest.fail(f"the test was about to connect to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server without pages."""
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at nought."""
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Callable[..., Fetcher]:
    """Make a Fetcher on the clock from fields of Politeness; other arguments are passed on."""
    def make(**given: Any) -> Fetcher:
        manners = {name: given.pop(name) for name in list(given) if name in Politeness.__dataclass_fields__}
        return Fetcher(Politeness(**manners), sleep=clock.sleep, clock=clock, **{"jitter": lambda: 1.0} | given)
    return make
