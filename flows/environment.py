"""Prefect's settings where the user has none: nothing is sent to anybody, and no other Prefect of the user is touched."""
from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

SWITCHES = {
    # Both are needed: the first stops the client, the second the server.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The default of 20 seconds is too short for a busy machine.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    # Only what is printed: the logs that Prefect keeps stay as they are. The command line tells of errors itself, and the
    # temporary server ends with tracebacks that mean nothing.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
}


def set_defaults(environ: MutableMapping[str, str]) -> None:
    """Set what `environ` leaves open.

    Without an API to report to and without a home of Prefect's, a home of our own is used: the temporary server keeps its
    database there, and would bring that of the user's own Prefect to the schema of our version. Raises OSError where that
    home cannot be made.
    """
    for name, value in SWITCHES.items():
        environ.setdefault(name, value)
    if not environ.get("PREFECT_API_URL") and not environ.get("PREFECT_HOME"):
        cache = environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        home = Path(cache, "rapporteur", "prefect")
        # Prefect makes the last folder of the path only, and its server never starts without it.
        home.mkdir(parents=True, exist_ok=True)
        environ["PREFECT_HOME"] = str(home)
