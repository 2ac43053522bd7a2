"""How the documents that a warehouse holds had been found, so that they can be read again from their originals."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

QUERY = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document, what it was read as and by which version of the extraction, and what was stated of it from outside.

    `name` is None where the document was loaded before names were kept; then nothing is known to have been stated, either.
    """

    uri: str
    sha256: str
    media_type: str
    extractor_version: str
    name: str | None
    title: str | None
    publisher: str | None
    published_on: date | None
    country: str | None
    style: str | None
    source: str | None


def found_documents(connection: duckdb.DuckDBPyConnection) -> list[FoundDocument]:
    """Return the documents that are there now, in the order in which they came."""
    return [FoundDocument(*row) for row in connection.execute(QUERY.read_text(encoding="utf-8")).fetchall()]
