"""The settings of Superset: for one machine, with its protection left on, and without a word to anybody outside.

Read by Superset itself, which takes every name in capitals. The folder `SUPERSET_HOME` holds what must not be in git.
"""
from __future__ import annotations

import os
from pathlib import Path

from bi.superset.home import Home

HOME = Home(Path(os.environ["SUPERSET_HOME"]))

SECRET_KEY = HOME.secret_key()
TALISMAN_ENABLED = True
WTF_CSRF_ENABLED = True

# Superset's own policy lets in map tiles, fonts and a tracking pixel of others; here the browser asks nobody else.
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "script-src": ["'self'", "'strict-dynamic'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
SESSION_COOKIE_NAME = f"rapporteur-{HOME.name}"  # cookies know no ports: two of these on a machine must not share one

LOG_LEVEL = "WARNING"

EXTRA_CATEGORICAL_COLOR_SCHEMES = [{
    "id": "rapporteur",
    "description": "Calm colours that can be told apart without seeing red and green.",
    "label": "Rapporteur",
    "isDefault": True,
    "colors": ["#4C78A8", "#9EB9D4", "#E0A458", "#7F7F7F", "#72B7B2", "#B279A2", "#D4C5A0", "#3B5B7A"],
}]
