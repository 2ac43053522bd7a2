"""How the server of Superset runs: one process, since DuckDB works in it, with threads; it says where it is once it answers."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from bi.superset.home import Home

HOME = Home(Path(os.environ["SUPERSET_HOME"]))

worker_class = "gthread"
threads = 8
timeout = 120
keepalive = 0  # with more, gunicorn 26.0 now and then loses the request that comes next on a connection
graceful_timeout = 5
control_socket_disable = True
preload_app = True
loglevel = "warning"
errorlog = str(HOME.log)
capture_output = True

SCREEN = os.dup(1)
"""Where to say so: what is written to the standard output goes to the log from here on."""


def when_ready(server: Any) -> None:
    """Say where to look."""
    host, port = server.address[0]
    words = (f"Superset is at http://{host}:{port}/dashboard/list/; log in as admin; the password is in "
             f"{HOME.password_file}\nControl-C ends it.\n")
    os.write(SCREEN, words.encode())
