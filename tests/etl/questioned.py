"""A small bulletin in order, and what a careful reader would question in a text."""
from __future__ import annotations

from etl.extract import extract
from etl.knowledge import load_knowledge
from etl.records import Finding, Source

HEAD = "Horn Bulletin\nJune 1, 2021 - June 15, 2021\n\n"
MET = "• On June 9, Tomas Okello met with the Somali president, Hassan Warsame, in Mogadishu (Reuters, June 10).\n"
"""The item that the tests change a word of; as it stands, nothing in it is to be questioned."""


def questioned(text: str) -> list[Finding]:
    """Return the findings of a text, without the unnamed posts."""
    found = extract(Source("file:///note.txt", "0" * 64, "text/plain", text), load_knowledge()).findings
    return [f for f in found if f.kind != "unresolved_role"]


def kinds(text: str) -> set[tuple[str, str]]:
    """Return the kinds of findings with the words that each points at."""
    return {(f.kind, f.span.of(text)) for f in questioned(text)}
