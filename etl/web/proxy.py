"""Go through the proxy that the environment names, for those who trust it.

The proxy resolves names and opens connections itself, so the machine that answers cannot be judged here.
"""
from __future__ import annotations

import ssl
from urllib.request import getproxies, proxy_bypass

import httpx

from etl.web.errors import Unreachable


def proxy_for(address: httpx.URL) -> str | None:
    """Return the proxy for an address, None where it is asked directly."""
    proxy = getproxies().get(address.scheme)
    if not proxy or proxy_bypass(address.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def through(proxy: str, context: ssl.SSLContext) -> httpx.BaseTransport:
    """Return what sends requests through a proxy; the address of that may hold a password, so no failure shows it."""
    try:
        return httpx.HTTPTransport(proxy=proxy, verify=context, trust_env=False)
    except (httpx.InvalidURL, ValueError, ImportError):
        raise Unreachable("unreachable", "has a proxy in the environment that cannot be used; check http_proxy and "
                                         "https_proxy, or set web.trust_env = false") from None
