"""World knowledge as plain tables: countries, places, outlets and organizations. `README.md` says what each column means."""
from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parent
"""The folder that holds the tables."""
