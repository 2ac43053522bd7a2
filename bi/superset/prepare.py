"""Bring Superset's own database up to date, make the first login, and import the dashboards; run by `start` where needed.

What the project brings is overwritten; what users made themselves stays.
"""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from bi.superset.assets import read_assets
from bi.superset.home import Home

ADMIN = "admin"


def prepare(home: Home, published: Path) -> None:
    """Do all of it; doing it again changes nothing."""
    from flask_migrate import upgrade
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        upgrade()
        from superset import appbuilder, db, security_manager

        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
        if security_manager.find_user(username=ADMIN) is None:
            _add_admin(security_manager, home.password())
        db.session.commit()
    # The import asks who is doing it, which only a request can answer.
    with app.test_request_context():
        from flask import g
        from superset.commands.importers.v1.assets import ImportAssetsCommand

        g.user = security_manager.find_user(username=ADMIN)
        ImportAssetsCommand(read_assets(published)).run()


def _add_admin(security_manager: Any, password: str) -> None:
    if not security_manager.add_user(ADMIN, "Local", "Admin", "admin@localhost", security_manager.find_role("Admin"), password):
        raise SystemExit("Superset did not take the first login.")


if __name__ == "__main__":
    prepare(Home(Path(os.environ["SUPERSET_HOME"])), Path(sys.argv[1]))
