"""Addresses of the web: which are asked at all, where a redirect leads, and how one is shown without what it keeps secret."""
from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import quote, quote_plus, urldefrag

import httpx

from etl.web.errors import Unreachable

HIDDEN = "***"
USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
SECRET_FIELD = re.compile(
    r"([?&;](?:[\w.-]*(?:key|token|secret|passw|signature|credential|auth)[\w.-]*|sig|pwd)=)[^&;#\s]+", re.I)
MAX_PORT = 65_535
DEFAULT_PORTS = {"http": 80, "https": 443}


def shown(text: str, secrets: Collection[str] = ()) -> str:
    """Return an address, or words that hold one, without its user and password, telling fields of the query, and `secrets`."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        for written in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret)):
            text = text.replace(written, HIDDEN)
    return SECRET_FIELD.sub(rf"\g<1>{HIDDEN}", USERINFO.sub("", text))


def parsed(url: str) -> httpx.URL:
    """Return an address without its fragment; Unreachable where it is none that can be asked over HTTP."""
    try:
        address = httpx.URL(urldefrag(url.strip()).url)
        # The host is decoded when it is asked for, and some cannot be.
        host, port = address.host, address.port or 0
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise Unreachable("unsupported", "is no valid address; check how it is written") from None
    if address.scheme not in DEFAULT_PORTS:
        raise Unreachable("unsupported", f"begins with {address.scheme or 'no scheme'}: only http and https are asked")
    if not host or not 0 <= port <= MAX_PORT:
        raise Unreachable("unsupported", "names no host and port that can be; check how it is written")
    return address


def redirected(source: httpx.URL, location: str) -> httpx.URL:
    """Return where a redirect leads; Unreachable where it leaves HTTP or gives up encryption.

    User and password go along within one origin only, and never come from the redirect itself.
    """
    try:
        target = parsed(str(source.join(location)))
    except httpx.InvalidURL:
        raise Unreachable("unreachable", "redirects to what is no valid address") from None
    except Unreachable as error:
        raise Unreachable("refused", f"redirects to an address that {error.detail}") from None
    if source.scheme == "https" and target.scheme == "http":
        raise Unreachable("refused", f"redirects from https to an unencrypted address, {shown(str(target))}; "
                                     "name that if you trust it")
    userinfo = source.userinfo if origin_of(source) == origin_of(target) else b""
    return target.copy_with(userinfo=userinfo)


def origin_of(address: httpx.URL) -> tuple[str, str, int]:
    """Return scheme, host and port, by which robots.txt and passwords go."""
    return address.scheme, address.host, address.port or DEFAULT_PORTS[address.scheme]
