"""Ports of this machine, for the servers that tests start."""
from __future__ import annotations

import os
import random
import socket
from contextlib import suppress
from urllib.error import URLError
from urllib.request import urlopen


def free_port() -> int:
    """Return a port that nothing answers on.

    Each of several processes of tests has a thousand of its own, below those that the system hands out: nobody takes it before the
    server that it is for.
    """
    first = 20_000 + 1_000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    while True:
        port = random.randrange(first, first + 1_000)
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port


def answers(url: str) -> bool:
    """Say whether a page answers."""
    try:
        urlopen(url).close()
    except (URLError, OSError):
        return False
    return True
