"""What a run reads, one document each, and how it takes them in."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from etl.formats.content import Limits
from etl.intake.originals import Originals
from etl.records import Stated
from etl.tables.mapping import TableMapping


@dataclass(frozen=True, slots=True)
class Input:
    """One document: the address it is known by, the file that holds its bytes, and its own name, which may tell its format."""

    uri: str
    path: Path
    name: str
    stated: Stated = Stated()


@dataclass(frozen=True, slots=True)
class Intake:
    """How documents are taken in: within which limits, where their bytes are kept, and what the columns of tables mean."""

    limits: Limits
    originals: Originals
    tables: tuple[TableMapping, ...] = ()

    def mapping_of(self, name: str) -> TableMapping | None:
        """Return the first mapping for a file of this name."""
        return next((mapping for mapping in self.tables if mapping.is_for(name)), None)
