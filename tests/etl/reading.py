"""Short ways into the extraction for tests: a text, and what the stages make of it."""
from __future__ import annotations

from etl.extract import extract
from etl.knowledge import load_knowledge
from etl.reading import Reading, read
from etl.records import Extraction, Source

HEAD = "Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\n"


def extracted(text: str, *, head: str = HEAD) -> Extraction:
    """Return the records of a text; `head` gives it a title and a period."""
    return extract(Source("file:///note.txt", "0" * 64, "text/plain", head + text), load_knowledge())


def reading_of(text: str, *, head: str = HEAD) -> Reading:
    """Return what the stages made of a text."""
    return read(head + text, load_knowledge())


def people(text: str) -> list[str]:
    """Return the names of the people of a text, in order."""
    return sorted(p.name for p in extracted(text).people)
