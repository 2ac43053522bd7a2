"""Tell addresses of the public internet from those of a machine or a network of one's own.

A public page must not lead inside: what answers there trusts whoever is inside, and its answer would end up in the warehouse.
"""
from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from enum import IntEnum

from etl.web.errors import Unreachable

NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Reach(IntEnum):
    """From how far away an address is reached; a page leads to what is reached from at least as far as itself."""

    NEVER = 0
    LOOPBACK = 1
    PRIVATE = 2
    PUBLIC = 3


Judge = Callable[[str], Reach]
Resolver = Callable[[str, int], tuple[str, ...]]


def reach_of(address: str) -> Reach:
    """Return the reach of an IP address; NEVER for those of no host, and link-local ones, where clouds hand out their keys."""
    try:
        found = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return Reach.NEVER
    # ::1 counts as reserved too, so that loopback comes first.
    if found.is_loopback:
        return Reach.LOOPBACK
    if found.is_multicast or found.is_link_local or found.is_unspecified or found.is_reserved:
        return Reach.NEVER
    return Reach.PUBLIC if found.is_global else Reach.PRIVATE


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return every IP address of a host; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def check(host: str, addresses: tuple[str, ...], origin: Reach | None, judge: Judge) -> None:
    """Raise Unreachable unless all `addresses` of a host may be asked from a page of reach `origin` (None: by the user)."""
    for address in addresses:
        reach = judge(address)
        if reach is Reach.NEVER:
            raise Unreachable("refused", f"leads to {_told(host, address)}, an address at which no site is asked")
        if origin is not None and reach < origin:
            raise Unreachable("refused", f"leads from a {origin.name.lower()} address to a {reach.name.lower()} one, "
                                         f"{_told(host, address)}; name that address yourself if it is meant")


def _told(host: str, address: str) -> str:
    return host if host == address else f"{host} ({address})"


def _innermost(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)
