"""Start Superset on this machine with the dashboards of the project on what is published; `make bi` runs this.

Needs nothing but its own environment. Prepares only what has changed since the last start. Refuses to start where nothing is
published, since there would be nothing to look at, and where the port is taken.
"""
from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from bi.superset.assets import digest_of, read_assets
from bi.superset.home import Home

HERE = Path(__file__).parent
SHOWN_OF_LOG = 15


def main() -> None:
    """Prepare and start; the process becomes the server."""
    options = _options()
    published = Path(options.published)
    if not published.is_file():
        raise SystemExit(f"There is nothing published at {published}: `make run` reads the sample bulletins and publishes "
                         "them, `make bi PUBLISHED=FILE` names another file.")
    _require_free(options.port)
    os.umask(0o077)  # sessions and logins lie in its database
    home = Home(Path(options.home))
    home.make()
    environment = _environment(home)
    contents = digest_of(read_assets(published), (HERE / "constraints.txt").read_text(encoding="utf-8"))
    if not home.is_prepared(contents):
        _prepare(home, published, environment)
        home.note_prepared(contents)
    print(f"Starting Superset; what it tells of itself is in {home.log}.", flush=True)
    os.execve(sys.executable, [sys.executable, "-m", "gunicorn", "--config", str(HERE / "gunicorn.conf.py"),
                               "--bind", f"127.0.0.1:{options.port}", "superset.app:create_app()"], environment)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bi", description=__doc__.splitlines()[0])
    parser.add_argument("--published", default="", help="the published file")
    parser.add_argument("--home", default=".superset", help="folder of Superset's own data")
    parser.add_argument("--port", type=int, default=8088)
    options = parser.parse_args()
    warehouse = Path(os.environ.get("RAPPORTEUR_WAREHOUSE", "rapporteur.duckdb"))
    options.published = options.published or warehouse.with_name(f"{warehouse.stem}.published{warehouse.suffix}")
    return options


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        # Without this the port of the last start counts as taken for a minute.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SystemExit(f"127.0.0.1:{port} cannot be listened to ({error.strerror}): `make bi BI_PORT=8099` takes another "
                             "port.") from None


def _environment(home: Home) -> dict[str, str]:
    """Return the environment of Superset: its own settings alone, and no word to its makers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SUPERSET", "FLASK"))}
    return {**kept, "SUPERSET_HOME": str(home.folder.absolute()), "SUPERSET_CONFIG_PATH": str(HERE / "superset_config.py"),
            "PYTHONPATH": str(HERE.parents[1]), "FLASK_APP": "superset.app:create_app()", "SCARF_ANALYTICS": "false",
            "PYTHONWARNINGS": "ignore"}


def _prepare(home: Home, published: Path, environment: dict[str, str]) -> None:
    print("Preparing Superset and its dashboards; the first time this takes some minutes.", flush=True)
    with home.log.open("w", encoding="utf-8") as log:
        done = subprocess.run([sys.executable, "-m", "bi.superset.prepare", str(published.absolute())], env=environment,
                              stdout=log, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        last = home.log.read_text(encoding="utf-8", errors="replace").splitlines()[-SHOWN_OF_LOG:]
        raise SystemExit("\n".join([*last, f"Superset could not be prepared; all of it is in {home.log}."]))


if __name__ == "__main__":
    main()
