"""Ports of this machine, for the servers that tests start."""
from __future__ import annotations

import socket
from urllib.error import URLError
from urllib.request import urlopen


def free_port() -> int:
    """Return a port that nothing answers on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(url: str) -> bool:
    """Say whether a page answers."""
    try:
        urlopen(url).close()
    except (URLError, OSError):
        return False
    return True
