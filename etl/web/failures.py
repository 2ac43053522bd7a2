"""What a status or a broken connection means for whoever asked, and whether asking again can help."""
from __future__ import annotations

import ssl

import httpx

from etl.web.errors import Unreachable

BUSY = 429
GONE = frozenset({404, 410})
CLOSED = frozenset({401, 403, 407})


def unwanted(status: int) -> Unreachable:
    """Return the failure that a status stands for."""
    if status in GONE:
        return Unreachable("missing", f"answers {status}: there is no such page; check the address")
    if status in CLOSED:
        return Unreachable("unreachable", f"answers {status}: it is not open to us; save the page and name the file")
    if status == BUSY:
        return Unreachable("unreachable", "answers 429: it is asked too often; raise web.interval")
    return Unreachable("unreachable", f"answers {status}" + ("; try again later" if status >= 500 else ", which is no page"))


def failed(error: httpx.TransportError) -> Unreachable:
    """Return the failure that an error of the connection stands for."""
    if isinstance(error, httpx.TimeoutException):
        step = "takes no connection" if isinstance(error, httpx.ConnectTimeout) else "sends nothing"
        return Unreachable("too_slow", f"{step} within the time limit; try again later or raise web.connect and web.read")
    return Unreachable("unreachable", f"cannot be reached: {error or type(error).__name__}")


def is_final(error: BaseException | None) -> bool:
    """Say whether asking again is no use: a certificate that does not hold, or what is no HTTP of ours."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError | httpx.UnsupportedProtocol | httpx.LocalProtocolError):
            return True
        error = error.__cause__ or error.__context__
    return False
