"""Keep what the flows would write into the user's cache in a temporary folder."""
from __future__ import annotations

import os
import tempfile

HOME = tempfile.TemporaryDirectory(prefix="rapporteur-prefect-")

# Importing `flows` sets Prefect's home, so this must come before any test is collected.
os.environ.setdefault("PREFECT_HOME", HOME.name)
