"""Prefect's settings where the user has none: nothing is sent to anybody, and no other Prefect of the user is touched."""
from __future__ import annotations

from collections.abc import Mapping, MutableMapping
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

SERVER = {
    # A server that answers one event at a time holds up the next run for a minute after a large one.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "500",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    # Its database has one writer at a time; who gives up waiting does the same again, and an alarm is then sent twice.
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    # A server that somebody starts is looked at; errors are all that a person needs to read in its terminal.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "ERROR",
}


def set_defaults(environ: MutableMapping[str, str]) -> frozenset[str]:
    """Set what `environ` leaves open, and return the names of what was set.

    Without an API to report to and without a home of Prefect's, a home of our own is used: the temporary server keeps its
    database there, and would bring that of the user's own Prefect to the schema of our version. Raises OSError where that
    home cannot be made.
    """
    before = set(environ)
    _leave_set(environ, SWITCHES)
    if not environ.get("PREFECT_API_URL") and not environ.get("PREFECT_HOME"):
        environ["PREFECT_HOME"] = _home(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return frozenset(set(environ) - before)


def set_server_defaults(environ: MutableMapping[str, str]) -> None:
    """Set what `environ` leaves open for a server that stays.

    Its home is another than that of the temporary servers, which would write to the same database; it keeps what it knows of
    former runs, so it is no cache.
    """
    # With an address to report to, the server would ask itself before it answers.
    environ.pop("PREFECT_API_URL", None)
    _leave_set(environ, SWITCHES | SERVER)
    if not environ.get("PREFECT_HOME"):
        environ["PREFECT_HOME"] = _home(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")


def _leave_set(environ: MutableMapping[str, str], defaults: Mapping[str, str]) -> None:
    for name, value in defaults.items():
        environ.setdefault(name, value)


def _home(base: Path | str) -> str:
    home = Path(base, "rapporteur", "prefect")
    # Prefect makes the last folder of the path only, and its server never starts without it.
    home.mkdir(parents=True, exist_ok=True)
    return str(home)
