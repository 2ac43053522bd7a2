"""A PostgreSQL server of the tests' own: a new cluster in a folder, reached by a socket in it, ended with the tests.

It listens to this machine, too, where it is asked to: drivers of Java know no sockets that are files.
"""
from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port

INSTALLED = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; its superuser is `postgres`, and nobody needs a password. `port` is None without one."""

    folder: Path
    port: int | None = None

    def address(self, user: str = "postgres", database: str = "postgres") -> str:
        """Return an address as libpq takes it."""
        port = "" if self.port is None else f"&port={self.port}"
        return f"postgresql:///{database}?host={self.folder}&user={user}{port}"

    def psql(self, sql: str, *, user: str = "postgres", database: str = "postgres") -> list[str]:
        """Return the lines that psql writes; a failure raises with its message."""
        command = [program("psql"), "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", self.address(user, database), "-c", sql]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(done.stderr)
        return done.stdout.splitlines()


def program(name: str) -> str:
    """Return where a program of PostgreSQL lies; `make tools` installs it."""
    newest = sorted(INSTALLED.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which(name)
    assert found, f"{name} is not installed: run `make tools`"
    return found


@contextmanager
def server(*, tcp: bool = False) -> Iterator[Server]:
    """Run a server for the block; it listens to this machine where `tcp`."""
    # Not below pytest's folder, which other users may not enter, and whose path is too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    user = _unprivileged()
    if user is not None:
        shutil.chown(folder, user)
    folder.chmod(0o755)
    data = folder / "data"
    try:
        _run(user, "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        port = free_port() if tcp else None
        listen = f"-c listen_addresses= -k {folder}" if port is None else f"-c listen_addresses=127.0.0.1 -p {port} -k {folder}"
        options = f"{listen} -c fsync=off"
        _run(user, "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield Server(folder, port)
        finally:
            _run(user, "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _unprivileged() -> str | None:
    """Return whom to run as: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return None
    return next(entry.pw_name for name in ("postgres", "nobody") for entry in pwd.getpwall() if entry.pw_name == name)


def _run(user: str | None, name: str, *arguments: Path | str) -> None:
    subprocess.run([program(name), *map(str, arguments)], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
