"""How the web is asked: who asks, how often, how long and how much at most."""
from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

MEGABYTE = 1_000_000
NAME = "rapporteur"


@dataclass(frozen=True, slots=True)
class Politeness:
    """The manners of a `Fetcher`.

    `contact` is an address or page where the owner of a site reaches whoever runs this. `interval` is the least time between
    two requests to one host, `connect` and `read` bound the wait for a connection and for the next bytes, `total` one whole
    request; all in seconds. `bytes` bounds a body, before and after it is unpacked. Back-off starts at `backoff`, doubles with
    each of the `retries`, and is never longer than `max_wait`; who asks for a longer one is left alone. `trust_env` goes
    through the proxy that the environment names; it resolves names itself, so only those that resolve here too are checked.
    """

    contact: str | None = None
    interval: float = 1.0
    connect: float = 10.0
    read: float = 20.0
    total: float = 120.0
    bytes: int = 20 * MEGABYTE
    retries: int = 3
    backoff: float = 1.0
    max_wait: float = 60.0
    redirects: int = 5
    robots: bool = True
    trust_env: bool = False

    @property
    def user_agent(self) -> str:
        """Return the name by which the requests introduce themselves."""
        try:
            told = f"{NAME}/{version(NAME)}"
        except PackageNotFoundError:
            told = NAME
        return f"{told} (+{self.contact})" if self.contact else told
