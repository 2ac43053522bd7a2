"""List and read documents in stores that fsspec reaches: buckets, FTP, folders by `file://`.

Refused: chains of protocols (`zip::s3://...`), and every protocol that is not named here, since fsspec has some that run code
or ask other addresses than the one written down. Links to folders are not followed.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import fsspec

from etl.web.address import shown
from etl.web.connection import Deadline
from etl.web.errors import Unreachable
from etl.web.policy import MEGABYTE, Politeness

PACKAGES = {"file": "", "memory": "", "ftp": "", "s3": '"rapporteur[s3]"', "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs",
            "abfs": "adlfs", "abfss": "adlfs", "sftp": "paramiko"}
"""The protocols that are read, each with what pip installs for it where fsspec alone does not do."""
HOSTED = frozenset({"ftp", "sftp"})
"""Protocols whose paths leave out the host."""
WILDCARD = re.compile(r"[*?\[]")
ETAGS = ("ETag", "etag", "md5Hash", "content_md5", "version_id")
STAMPS = ("LastModified", "last_modified", "mtime", "updated", "modify", "created")
DEPTH = 32
CHUNK = MEGABYTE
TOLD = 300


@dataclass(frozen=True, slots=True)
class Stored:
    """One document in a store: `address` reads it, `uri` is the same without anything secret.

    `validator` stays as long as the document does, None where the store does not tell.
    """

    address: str = field(repr=False)
    uri: str
    size: int | None
    validator: str | None

    @property
    def name(self) -> str:
        """Return the file name."""
        return PurePosixPath(self.address).name


class Stores:
    """Lists and reads stores with the time and size limits of a policy; `clock` and `secrets` are as for a `Fetcher`."""

    def __init__(self, policy: Politeness, *, clock: Callable[[], float], secrets: Collection[str] = ()) -> None:
        self._policy, self._clock, self._secrets = policy, clock, tuple(secrets)

    def documents(self, address: str, *, limit: int) -> list[Stored]:
        """Return what an address stands for: a file, all below a folder, or what a glob matches; hidden files are left out.

        Raises Unreachable where there is nothing, or more than `limit`.
        """
        system, path = self._opened(address)
        try:
            found = self._listed(system, path, address, limit)
        except Unreachable:
            raise
        except Exception as error:  # What a store raises is its own affair; here it becomes one kind of failure.
            raise self._failure(error) from None
        if not found:
            raise Unreachable("no_documents", "holds no documents; check the address, or how the wildcards are written")
        return found

    def read(self, address: str) -> bytes:
        """Return the bytes of one document within the limits on size and time, or raise Unreachable."""
        system, path = self._opened(address)
        deadline = Deadline(self._clock, self._policy.total)
        raw = bytearray()
        try:
            known = system.info(path)
            if known.get("type") != "file":
                raise Unreachable("not_a_file", "is no file but a folder or a device")
            if (known.get("size") or 0) > self._policy.bytes:
                raise self._too_large(f"has {known['size'] / MEGABYTE:,.1f} MB")
            with system.open(path, "rb") as file:
                while chunk := file.read(min(CHUNK, self._policy.bytes + 1 - len(raw))):
                    raw += chunk
                    deadline.left()
                    if len(raw) > self._policy.bytes:
                        raise self._too_large("goes on")
        except Unreachable:
            raise
        except Exception as error:  # As above.
            raise self._failure(error) from None
        return bytes(raw)

    def _opened(self, address: str) -> tuple[Any, str]:
        """Return the file system of an address and the path in it."""
        protocol, separator, _ = address.partition("://")
        if not separator or "::" in address or protocol not in PACKAGES:
            told = "chains protocols with '::'" if "::" in address else f"begins with {self.shown(protocol)[:40]!r}"
            raise Unreachable("unsupported", f"{told}, which is not read; these are: {', '.join(PACKAGES)}, http, https")
        try:
            return fsspec.core.url_to_fs(address, skip_instance_cache=True, use_listings_cache=False, **self._options(protocol))
        except ImportError:
            needed = PACKAGES[protocol]
            raise Unreachable("unsupported", f"needs a package that is not installed: pip install {needed}") from None
        except Exception as error:  # As above.
            raise self._failure(error) from None

    def _options(self, protocol: str) -> Mapping[str, Any]:
        """Return the time limits as the protocol takes them."""
        if protocol == "s3":
            return {"config_kwargs": {"connect_timeout": self._policy.connect, "read_timeout": self._policy.read}}
        return {"timeout": self._policy.read} if protocol in HOSTED else {}

    def _listed(self, system: Any, path: str, address: str, limit: int) -> list[Stored]:
        try:
            known = system.info(path)
        except FileNotFoundError:
            if not WILDCARD.search(path):
                raise
            # Tried last, since the name of a file may hold the characters of a wildcard.
            matches = system.glob(path, detail=True)
            files = [info for info in matches.values() if info.get("type") == "file"]
        else:
            files = [known] if known.get("type") == "file" else self._below(system, path, limit)
        if len(files) > limit:
            raise Unreachable("too_large", f"stands for over {limit:,} documents; name a part of them or raise limits.members")
        return [self._stored(system, info, address) for info in sorted(files, key=lambda info: str(info["name"]))]

    def _below(self, system: Any, path: str, limit: int) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = []
        for _, folders, files in system.walk(path, maxdepth=DEPTH, detail=True, on_error="raise"):
            for name in [name for name, info in folders.items() if name.startswith(".") or info.get("islink")]:
                del folders[name]
            # A bucket lists the marker of a folder as a file without a name.
            found += (info for name, info in files.items() if name and not name.startswith(".") and info.get("type") == "file")
            if len(found) > limit:
                break
        return found

    def _stored(self, system: Any, info: Mapping[str, Any], address: str) -> Stored:
        path = str(info["name"])
        scheme, host = urlsplit(address)[:2]
        full = f"{scheme}://{host}/{path.lstrip('/')}" if scheme in HOSTED else system.unstrip_protocol(path)
        return Stored(full, self.shown(full), info.get("size"), _validator(info))

    def shown(self, text: str) -> str:
        """Return an address, or words that hold one, without anything secret."""
        return shown(text, self._secrets)

    def _too_large(self, told: str) -> Unreachable:
        return Unreachable("too_large", f"{told}, over the limit of {self._policy.bytes / MEGABYTE:,.1f} MB; "
                                        "raise limits.megabytes in rapporteur.toml if it is meant")

    def _failure(self, error: Exception) -> Unreachable:
        if isinstance(error, FileNotFoundError):
            return Unreachable("missing", "there is no such file or folder; check the address")
        if isinstance(error, PermissionError):
            return Unreachable("unreadable", "may not be read; check the credentials in the environment")
        if isinstance(error, TimeoutError):
            return Unreachable("too_slow", "does not answer within the time limit; try again later or raise web.read")
        told = self.shown(" ".join(f"{type(error).__name__}: {error}".split()))[:TOLD]
        return Unreachable("unreachable", f"cannot be read ({told}); check the address and the credentials in the environment")


def _validator(info: Mapping[str, Any]) -> str | None:
    """Return what tells that a document is as it was: its tag, else the time it was changed with its size."""
    tags: Iterator[Any] = (info[name] for name in ETAGS if info.get(name))
    stamps: Iterator[Any] = (info[name] for name in STAMPS if info.get(name))
    tag, stamp = next(tags, None), next(stamps, None)
    if tag is not None:
        return str(tag)
    return f"{stamp} {info.get('size')}" if stamp is not None else None
