"""What the explorer was started with. It is told by the environment, since Streamlit runs the page anew again and again."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warehouse.shelf import Shelf

WAREHOUSE = "RAPPORTEUR_WAREHOUSE"
PUBLISHED = "RAPPORTEUR_PUBLISHED"
REVIEWER = "RAPPORTEUR_REVIEWER"


@dataclass(frozen=True, slots=True)
class Settings:
    """The warehouse that decisions go to, the shelf of what is published of it, and who decides where nobody else is named."""

    warehouse: Path
    shelf: Shelf
    reviewer: str

    def variables(self) -> dict[str, str]:
        """Return the settings as they are told."""
        return {WAREHOUSE: str(self.warehouse), PUBLISHED: str(self.shelf.link), REVIEWER: self.reviewer}

    @classmethod
    def told_by(cls, variables: Mapping[str, str]) -> Settings:
        """Return the settings that variables tell; without any, those of a warehouse in the working folder."""
        warehouse = Path(variables.get(WAREHOUSE, "rapporteur.duckdb")).absolute()
        shelf = Shelf(Path(variables[PUBLISHED])) if PUBLISHED in variables else Shelf.beside(warehouse)
        return cls(warehouse, shelf, variables.get(REVIEWER, ""))
