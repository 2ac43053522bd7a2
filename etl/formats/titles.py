"""Tell a title in the metadata of a file from what programs leave there."""
from __future__ import annotations

import re

JUNK = re.compile(r"^(?:untitled|title|document\d*|microsoft (?:word|powerpoint)|slide \d+|layout \d+)\b|[\\/_]|\.\w{2,4}$",
                  re.IGNORECASE)
LONGEST = 250


def sensible_title(stated: str | None) -> str | None:
    """Return a title as stated, or None where it is a file's name, a program's default or a single word."""
    words = " ".join((stated or "").split())
    return words if " " in words and len(words) <= LONGEST and not JUNK.search(words) else None
