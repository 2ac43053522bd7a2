"""What a brief holds: sections of items in plain sentences, and numbered notes with the words that support them."""
from __future__ import annotations

from dataclasses import dataclass, field

from exports.facts.records import Proof
from exports.plain_text import in_one_line
from exports.wording import source_of


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, and the numbers of its notes."""

    sentence: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading of their own, or under none."""

    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Groups under a heading."""

    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a document, and where they stand; `link` where the document has an address on the web."""

    quote: str
    source: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, ready to be written."""

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    colophon: str


@dataclass(slots=True)
class Notes:
    """The notes so far: words that support several sentences have one number."""

    _numbers: dict[tuple[str, int, str], int] = field(default_factory=dict)
    _notes: list[Note] = field(default_factory=list)
    documents: dict[str, str] = field(default_factory=dict)

    @property
    def cited(self) -> list[dict[str, object]]:
        """Return where the words of the notes begin."""
        return [{"document_id": document_id, "char_start": char_start} for document_id, char_start, _ in self._numbers]

    def of(self, proofs: tuple[Proof, ...]) -> tuple[int, ...]:
        """Return the numbers of the notes for these proofs, the least first."""
        return tuple(sorted({self._number(proof): None for proof in proofs}))

    def written(self) -> tuple[Note, ...]:
        """Return the notes in the order of their numbers."""
        return tuple(self._notes)

    def _number(self, proof: Proof) -> int:
        key = (proof.document_id, proof.char_start, proof.quote)
        if key not in self._numbers:
            self.documents[proof.document_id] = proof.document
            self._numbers[key] = len(self._notes) + 1
            self._notes.append(Note(in_one_line(proof.quote), source_of(proof), proof.uri if proof.is_on_the_web else None))
        return self._numbers[key]
