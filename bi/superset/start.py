"""Start Superset on this machine with the dashboards of the project on what is published; `make bi` runs this.

Needs nothing but its own environment. Prepares only what has changed since the last start. Refuses to start where nothing is
published, since there would be nothing to look at.
"""
from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from bi.superset.assets import digest_of, read_assets
from bi.superset.home import Home

HERE = Path(__file__).parent
SERVER = HERE / "gunicorn.conf.py"
SHOWN_OF_LOG = 15


def main() -> None:
    """Prepare and start; the process becomes the server."""
    options = _options()
    published = Path(options.published)
    if not published.is_file():
        raise SystemExit(f"There is nothing published at {published}: `make run` reads the sample bulletins and publishes them, "
                         "`make bi PUBLISHED=FILE` names another file.")
    os.umask(0o077)  # sessions and logins lie in its database
    home = Home(Path(options.home))
    home.make()
    environment = _environment(home)
    contents = digest_of(read_assets(published), (HERE / "constraints.txt").read_text(encoding="utf-8"))
    if not home.is_prepared(contents):
        _prepare(home, published, environment)
        home.note_prepared(contents)
    address = f"127.0.0.1:{options.port}"
    environment["RAPPORTEUR_BI_SAYS"] = (
        f"Superset is at http://{address}/dashboard/list/; log in as admin with the password in {home.password_file}: "
        f"{home.password()}\nControl-C ends it.")
    os.execve(sys.executable, [sys.executable, "-m", "gunicorn", "--config", str(SERVER), "--bind", address,
                               "superset.app:create_app()"], environment)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bi", description=__doc__.splitlines()[0])
    parser.add_argument("--published", default="", help="the published file")
    parser.add_argument("--home", default=".superset", help="folder of Superset's own data")
    parser.add_argument("--port", type=int, default=8088)
    options = parser.parse_args()
    warehouse = Path(os.environ.get("RAPPORTEUR_WAREHOUSE", "rapporteur.duckdb"))
    options.published = options.published or warehouse.with_name(f"{warehouse.stem}.published{warehouse.suffix}")
    return options


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
