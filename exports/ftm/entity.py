"""An entity: an id, a schema, and properties that hold several values each."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from exports.facts.records import Proof
from exports.plain_text import in_one_line
from warehouse.keys import digest

DATASET = "rapporteur"
FIT_FOR_AN_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]{0,150}[0-9a-zA-Z])?")
LENGTHS = {"name": 384, "alias": 384, "weakAlias": 384, "location": 250, "summary": 65_000, "description": 65_000,
           "notes": 65_000}
LENGTH = 1024
"""How long a value may be, for each property and for any other."""


def entity_id(kind: str, known: str) -> str:
    """Return the id of an entity, which stays as long as that of `reporting` does."""
    return f"{kind}-{known}" if FIT_FOR_AN_ID.fullmatch(known) else f"{kind}-{digest(known)}"


@dataclass(slots=True)
class Entity:
    """An entity that is being put together."""

    schema: str
    id: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: object) -> None:
        """Add values to a property, each once; None and empty text are no values."""
        held = self.properties.get(name, [])
        for value in values:
            text = _text(value)[:LENGTHS.get(name, LENGTH)].rstrip()
            if text and text not in held:
                held.append(text)
        if held:
            self.properties[name] = held

    def prove(self, proofs: Iterable[Proof]) -> None:
        """Add what supports the entity: the documents, their addresses on the web, the outlets cited, and the words."""
        for proof in proofs:
            self.add("proof", entity_id("document", proof.document_id))
            self.add("description", proof.quote)
            self.add("publisher", *(citation.outlet for citation in proof.citations))
            if proof.is_on_the_web:
                self.add("sourceUrl", proof.uri)

    def line(self) -> bytes:
        """Return the entity as a line of JSON."""
        return json.dumps({"id": self.id, "schema": self.schema, "properties": self.properties, "datasets": [DATASET]},
                          ensure_ascii=False).encode() + b"\n"


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else in_one_line(str(value))
