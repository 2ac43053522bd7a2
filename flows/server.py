"""Start a Prefect server for this machine alone: `python -m flows.server`, or `make server`.

It listens on the loopback address and on no other, and sends nothing to anybody.
"""
from __future__ import annotations

import os
import sys

from flows import SET_HERE
from flows.environment import set_server_defaults

HOST = "127.0.0.1"


def main(port: str = "4200") -> None:
    """Become the server, on `port`."""
    if not (port.isdigit() and 0 < int(port) < 65_536):
        sys.exit(f"flows.server: {port!r} is no port; give a number such as 4200.")
    os.execve(sys.executable, [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", port],
              {**addresses(port), **environ()})


def addresses(port: str) -> dict[str, str]:
    """Return where the web page finds the server and links lead: unless told, to the usual port, whatever the port is."""
    here = f"http://{HOST}:{port}"
    return {"PREFECT_UI_URL": here, "PREFECT_SERVER_UI_API_URL": f"{here}/api"}


def environ() -> dict[str, str]:
    """Return the environment of the server. What importing `flows` has set for its clients is not passed on."""
    ours = {name: value for name, value in os.environ.items() if name not in SET_HERE}
    set_server_defaults(ours)
    return ours


if __name__ == "__main__":
    main(*sys.argv[1:2])
