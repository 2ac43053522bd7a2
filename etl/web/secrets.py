"""Secrets in addresses: written as `${NAME}`, taken from the environment at the last moment, and shown nowhere."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from etl.errors import ConfigurationError

REFERENCE = re.compile(r"\$\{([^{}]*)\}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
USERINFO = re.compile(r"(?<=://)[^/?#@]*(?=@)")
PASSWORD = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#@\s]*:([^/?#\s]*)@", re.I)


def check_address(address: str) -> None:
    """Raise ValueError for an address with a password in plain words, or with a reference that names no variable."""
    for name in REFERENCE.findall(address):
        if not NAME.fullmatch(name):
            raise ValueError("refers to no environment variable: write ${NAME}, with letters, digits and underscores")
    if "${" in REFERENCE.sub("", address):
        raise ValueError("has a ${ that is not closed: write ${NAME}")
    password = PASSWORD.match(address)
    if password and not REFERENCE.fullmatch(password.group(1)):
        raise ValueError("holds a password: put that into an environment variable and write ${NAME} in its place")


def resolved(address: str, environ: Mapping[str, str]) -> str:
    """Return an address with its references filled in, quoted where they stand for a user or a password.

    Raises ConfigurationError where a variable is not set.
    """
    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        if not environ.get(name):
            raise ConfigurationError(f"{address}: the environment variable {name} is not set; set it and run again")
        return environ[name]

    userinfo = USERINFO.search(address)
    if userinfo is None:
        return REFERENCE.sub(value, address)
    login = REFERENCE.sub(lambda found: quote(value(found), safe=""), userinfo.group())
    return REFERENCE.sub(value, address[:userinfo.start()]) + login + REFERENCE.sub(value, address[userinfo.end():])


def secrets_of(addresses: Iterable[str], environ: Mapping[str, str]) -> frozenset[str]:
    """Return the values that the references in these addresses stand for, so that nothing shows them."""
    names = {name for address in addresses for name in REFERENCE.findall(address)}
    return frozenset(environ[name] for name in names if environ.get(name))
