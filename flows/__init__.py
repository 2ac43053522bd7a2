"""The pipeline as a Prefect flow: it orders, retries and reports, and holds no parsing and no SQL.

Only this package imports Prefect, and nothing imports this package but the command line.
"""
from __future__ import annotations

import os

from flows.environment import set_defaults

# Prefect reads its settings once, when it is imported; whoever imports a flow comes through here first.
SET_HERE = set_defaults(os.environ)
