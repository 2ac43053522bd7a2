"""Tell "Mrs Banda" from the man of that name whose wife she is.

A Mrs is somebody of her own where her sentence names a man of that name beside her, or where the document calls somebody of
that name his wife; any other Mrs is a person like all others.
"""
from __future__ import annotations

from etl.knowledge import toml
from etl.linking.people import PersonEntry
from etl.linking.spelling import bare
from etl.spotting.mentions import Mention
from etl.spotting.units import Units
from warehouse.keys import slug


class Wives:
    """The wives of one document, by family name."""

    def __init__(self) -> None:
        names = toml("names.toml")
        self.titles, self.kin, self.female = (frozenset(names[key]) for key in ("married", "kin", "wives"))
        self.known: dict[str, PersonEntry] = {}

    def learn(self, entry: PersonEntry, units: Units, m: Mention) -> None:
        """Keep "his wife, Joan Banda"."""
        beside = units.words[m.first + 1].lower() if m.first + 1 < m.last and units.classes[m.first] == "u" else ""
        if beside in self.kin:
            entry.kin = True
            if beside in self.female:
                self.known.setdefault(bare(entry.tokens[-1]), entry)

    def called(self, units: Units, tokens: tuple[str, ...], m: Mention, beside: list[tuple[str, ...]]) -> PersonEntry | None:
        """Return whom "Mrs Banda" means if she is the wife of a man named; `beside` are the other names of the sentence."""
        title = units.words[m.name[0] - 1].rstrip(".").lower() if m.name[0] > m.first else ""
        if title not in self.titles or len(tokens) > 1:
            return None
        family = bare(tokens[-1])
        if family not in self.known and any(bare(other[-1]) == family for other in beside):
            name = (units.words[m.name[0] - 1].rstrip("."), *tokens)
            self.known[family] = PersonEntry(name, key=slug(" ".join(name)))
        return self.known.get(family)
