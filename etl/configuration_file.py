"""Find `rapporteur.toml`, without reading it: most commands can do without what reading it takes."""
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

NAME = "rapporteur.toml"
VARIABLE = "RAPPORTEUR_CONFIG"


def find_configuration(named: Path | None, *, environ: Mapping[str, str], base: Path) -> Path | None:
    """Return the file to use: that named, else that of RAPPORTEUR_CONFIG, else `rapporteur.toml` in `base` if it is there."""
    if named is not None:
        return base / named
    if environ.get(VARIABLE):
        return base / environ[VARIABLE]
    default = base / NAME
    return default if default.exists() else None
