"""Words that show how a sentence is meant: told as done, or looking back."""
from __future__ import annotations

import re
from functools import cache

from etl.knowledge import toml


@cache
def cue(table: str, name: str) -> re.Pattern[str]:
    """Compile a list of words of the lexicon of findings."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(toml('findings.toml')[table][name])})(?!\w)", re.IGNORECASE)


def looks_back(text: str) -> bool:
    """Say whether a sentence can tell what lies before the events of its item."""
    return cue("background", "words").search(text) is not None


def told_as_done(text: str) -> bool:
    """Say whether a sentence speaks of the past alone."""
    return cue("tense", "past").search(text) is not None and cue("tense", "future").search(text) is None
