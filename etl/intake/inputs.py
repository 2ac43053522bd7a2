"""What a run reads, one document each, and how it takes them in."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from etl.formats.content import Limits
from etl.intake.originals import Originals
from etl.records import Stated


@dataclass(frozen=True, slots=True)
class Input:
    """One document: the address it is known by, the file that holds its bytes, and its own name, which may tell its format."""

    uri: str
    path: Path
    name: str
    stated: Stated = Stated()


@dataclass(frozen=True, slots=True)
class Intake:
    """How documents are taken in: within which limits, and where their bytes are kept."""

    limits: Limits
    originals: Originals
