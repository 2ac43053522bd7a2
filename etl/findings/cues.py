"""Words that show how a sentence is meant: told as done, or looking back."""
from __future__ import annotations

import re
from functools import cache

from etl.knowledge import toml


@cache
def _pattern(table: str, name: str) -> re.Pattern[str]:
    """Compile a list of words of the lexicon of findings, in lower case: to ignore it costs as much as the search."""
    return re.compile(rf"\b(?:{'|'.join(toml('findings.toml')[table][name])})(?!\w)")


def has_cue(text: str, table: str, name: str) -> bool:
    """Say whether a text holds one of a list of words of the lexicon of findings."""
    return _pattern(table, name).search(text.lower()) is not None


def looks_back(text: str) -> bool:
    """Say whether a sentence can tell what lies before the events of its item."""
    return has_cue(text, "background", "words")


def told_as_done(text: str) -> bool:
    """Say whether a sentence speaks of the past alone."""
    return has_cue(text, "tense", "past") and not has_cue(text, "tense", "future")
