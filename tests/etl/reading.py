"""Short ways into the extraction for tests: a text, and what the stages make of it."""
from __future__ import annotations

from etl.extract import Reading, extract, read
from etl.knowledge import load_knowledge
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


def parties(text: str) -> list[tuple[str, ...]]:
    """Return the parties of each meeting of a text: keys of people and organizations, words of posts and groups, countries."""
    return sorted(tuple(sorted(p.person_key or p.organization_key or p.role or p.country or "" for p in m.parties)) for m in extracted(text).meetings)
