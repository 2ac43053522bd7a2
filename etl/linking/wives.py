"""Tell "Mrs Banda" from the man of that name whose wife she is.

A Mrs is somebody of her own where her sentence names a man of that name beside her, or where the document calls somebody of
that name his wife; any other Mrs is a person like all others. Of "the President and Mrs. Banda" she is the Mrs. Joan Banda
whom the document names.
"""
from __future__ import annotations

from etl.knowledge import load_knowledge
from etl.linking.people import PersonEntry
from etl.linking.spelling import bare
from etl.spotting.mentions import Mention
from etl.spotting.units import Units
from warehouse.keys import slug


class Wives:
    """The wives of one document, by family name."""

    def __init__(self) -> None:
        self.words = load_knowledge().names
        self.known: dict[str, PersonEntry] = {}
        self._titled: dict[str, PersonEntry] = {}

    def learn(self, entry: PersonEntry, units: Units, m: Mention) -> None:
        """Keep "his wife, Joan Banda", and "Mrs. Joan Banda"."""
        if self._title(units, m) in self.words.married:
            self._titled.setdefault(bare(entry.tokens[-1]), entry)
        beside = units.words[m.first + 1].lower() if m.first + 1 < m.last and units.classes[m.first] == "u" else ""
        if beside in self.words.kin:
            entry.kin = True
            if beside in self.words.wives:
                self.known.setdefault(bare(entry.tokens[-1]), entry)

    def marry(self, family: str) -> None:
        """Take the Mrs of a family name, where the document names her in full, for the wife of a man of that name."""
        entry = self._titled.get(bare(family))
        if entry is not None:
            entry.kin = True
            self.known.setdefault(bare(family), entry)

    def called(self, units: Units, tokens: tuple[str, ...], m: Mention, beside: list[tuple[str, ...]]) -> PersonEntry | None:
        """Return whom "Mrs Banda" means if she is the wife of a man named; `beside` are the other names of the sentence."""
        if self._title(units, m) not in self.words.married or len(tokens) > 1:
            return None
        family = bare(tokens[-1])
        if family not in self.known and any(bare(other[-1]) == family for other in beside):
            name = (units.words[m.name[0] - 1].rstrip("."), *tokens)
            self.known[family] = PersonEntry(name, key=slug(" ".join(name)))
        return self.known.get(family)

    @staticmethod
    def _title(units: Units, m: Mention) -> str:
        """Return the title before a name, without its stop."""
        return units.words[m.name[0] - 1].rstrip(".").lower() if m.first < m.name[0] < m.last else ""
